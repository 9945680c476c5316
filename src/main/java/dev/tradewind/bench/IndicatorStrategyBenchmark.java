package dev.tradewind.bench;

import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.SimulatedSession;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.indicator.Bar;
import dev.tradewind.indicator.Indicator;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.ReplayDriver;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Nanoseconds a bar of {@link IndicatorBot} and its eight indicators over the benchmark's million bars, through the
 * whole engine. Asked for is what the eight cost by themselves in the same run, in turns with it, and {@value
 * #ENGINE_NANOS} ns for all the rest. By itself each is fed candle by candle and its first line read, as the strategy
 * does it.
 */
final class IndicatorStrategyBenchmark implements Benchmark {

    private static final String PEER = "the eight indicators by themselves";
    private static final int ENGINE_NANOS = 20;
    private static final int WARM_UPS = 12;
    private static final int RUNS = 9;
    private static final BigDecimal CAPITAL = new BigDecimal(1_000_000);
    private static final FeeRate FEE = new FeeRate(50_000);

    /** What a run came to. */
    private record Outcome(String hash, int fills, int trips) {}

    @Override
    public String name() {
        return "backtest.indicators";
    }

    @Override
    public String unit() {
        return "ns/bar";
    }

    /** Known only once the indicators have been measured: the result carries it. */
    @Override
    public OptionalDouble goal() {
        return OptionalDouble.empty();
    }

    @Override
    public BenchResult run() throws Exception {
        CandleImport series = BenchSeries.of(BacktestBenchmark.BARS, BenchSeries.SEED).imported().content();
        Outcome[] first = new Outcome[1];
        boolean[] differs = {false};
        double[] nanos = new double[1];
        Repeated.Work strategy = () -> {
            Outcome outcome = play(series, nanos);
            first[0] = first[0] == null ? outcome : first[0];
            differs[0] |= !outcome.equals(first[0]);
            return nanos[0];
        };
        Bars bars = Bars.of(series);
        double[][] own = new double[IndicatorBot.INDICATORS.size()][RUNS];
        double[] whole = new double[RUNS];
        for (int i = -WARM_UPS; i < RUNS; i++) {
            int slot = Math.max(0, i);
            whole[slot] = strategy.run();
            for (int each = 0; each < own.length; each++) {
                own[each][slot] = bars.nanosPerBar(IndicatorBot.indicator(IndicatorBot.INDICATORS.get(each)));
            }
        }
        double sum = Arrays.stream(own).mapToDouble(Repeated::middle).sum();
        return BenchResult.of(Repeated.middle(whole))
                .asking(sum + ENGINE_NANOS)
                .beside(PEER, sum)
                .withHash(first[0].hash())
                .judged(verdict(first[0], differs[0]));
    }

    private static String verdict(Outcome outcome, boolean differs) {
        if (differs) {
            return "runs of the same series differ";
        }
        return outcome.trips() > 0 ? BenchResult.OK : "the strategy made " + outcome.fills() + " fills and no round trip";
    }

    private static Outcome play(CandleImport series, double[] nanosPerBar) {
        Instrument instrument = series.instrument();
        SimTerms terms = new SimTerms(FEE, FEE, FeeAsset.QUOTE, 0, 0);
        long capital = instrument.quote().toAtoms(CAPITAL);
        SessionConfig config = new SessionConfig(
                1, instrument, capital, FEE, FEE, FeeAsset.QUOTE, RiskLimits.NONE, List.of(IndicatorBot.TYPE), List.of(), 0);
        FillLog fills = new FillLog();
        HashJournal journal = new HashJournal();
        long start = series.candles().openTimeNanos(0);
        Session session = SimulatedSession.wire(config, terms, start, journal, fills, false);
        session.loop().command(start, new Command.StartBot(1, IndicatorBot.ID, "", 0, capital, Map.of()));
        CandleFeed feed = new CandleFeed(0, series.candles());
        long began = System.nanoTime();
        long events = new ReplayDriver(session.loop(), feed).run();
        nanosPerBar[0] = (double) (System.nanoTime() - began) / events;
        return new Outcome(String.format("%016x", journal.runHash()), fills.size(), fills.roundTrips());
    }

    /** The series as the bot hands it to an indicator. */
    private record Bars(long[] time, double[][] prices, double[] volume, double[] line) {

        static Bars of(CandleImport series) {
            CandleColumns candles = series.candles();
            double tick = series.instrument().priceAsDouble(1);
            double lot = series.instrument().quantityAsDouble(1);
            int size = candles.size();
            Bars bars = new Bars(new long[size], new double[4][size], new double[size], new double[size]);
            for (int row = 0; row < size; row++) {
                bars.time[row] = candles.openTimeNanos(row);
                bars.prices[0][row] = candles.openTicks(row) * tick;
                bars.prices[1][row] = candles.highTicks(row) * tick;
                bars.prices[2][row] = candles.lowTicks(row) * tick;
                bars.prices[3][row] = candles.closeTicks(row) * tick;
                bars.volume[row] = candles.volumeLots(row) * lot;
            }
            return bars;
        }

        double nanosPerBar(Indicator indicator) {
            Bar bar = new Bar();
            double[] open = prices[0];
            double[] high = prices[1];
            double[] low = prices[2];
            double[] close = prices[3];
            long began = System.nanoTime();
            for (int row = 0; row < line.length; row++) {
                bar.set(time[row], open[row], high[row], low[row], close[row], volume[row]);
                indicator.add(bar);
                line[row] = indicator.value();
            }
            return (double) (System.nanoTime() - began) / line.length;
        }
    }
}
