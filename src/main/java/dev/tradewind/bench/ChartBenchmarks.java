package dev.tradewind.bench;

import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.bench.ChartBench.Figure;
import dev.tradewind.marketdata.CandleImport;
import java.util.List;
import java.util.OptionalDouble;

/** The chart's figures as benchmarks. A process can start JavaFX once, so the first that runs measures all of them. */
final class ChartBenchmarks {

    private List<Figure> figures = List.of();

    /** {@return one benchmark for each figure; they share one measurement} */
    List<Benchmark> all() {
        return List.of(
                benchmark("chart.firstPaint1m", "ms", OptionalDouble.of(100)),
                benchmark("chart.redraw1m", "ms", OptionalDouble.of(8)),
                benchmark("chart.update1m", "µs", OptionalDouble.empty()),
                benchmark("chart.frame500", "ms", OptionalDouble.of(2)));
    }

    private Benchmark benchmark(String name, String unit, OptionalDouble goal) {
        return Benchmark.of(name, unit, goal, () -> result(name));
    }

    private BenchResult result(String name) {
        if (figures.isEmpty()) {
            Candles series = BenchSeries.of(BacktestBenchmark.BARS, BenchSeries.SEED).imported();
            CandleImport content = series.content();
            figures = ChartBench.run(content.instrument(), content.candles());
        }
        for (Figure figure : figures) {
            if (figure.name().equals(name)) {
                return BenchResult.of(figure.value()).beside(figure.peer(), figure.peerValue()).judged(figure.gate());
            }
        }
        throw new IllegalStateException("the chart has no figure " + name);
    }
}
