package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.optimise.HeatMap;
import dev.tradewind.optimise.HeatMaps;
import dev.tradewind.optimise.Plateau;
import dev.tradewind.optimise.SearchAxis;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Searches that look like real ones. */
final class Searches {

    static final List<String> PROFITS =
            IntStream.rangeClosed(4, 15).mapToObj(i -> decimal(i * 0.2)).toList();
    static final List<String> SCALES = IntStream.rangeClosed(0, 11).mapToObj(i -> decimal(1 + i * 0.1)).toList();

    private Searches() {}

    private static String decimal(double value) {
        return java.math.BigDecimal.valueOf(value).setScale(1, java.math.RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }

    /** {@return a search of two parameters with a plateau} */
    static SearchReport plateau(String x, String y) {
        HeatMap map = HeatMaps.of(x, PROFITS, y, SCALES, cell -> {
            int column = cell % PROFITS.size();
            int row = cell / PROFITS.size();
            double hill = Math.exp(-((column - 4) * (column - 4) / 14.0 + (row - 5) * (row - 5) / 18.0));
            return 2.5 * hill - 0.1 * ((column * 7 + row * 3) % 5);
        });
        Trial best = new Trial(
                64, Map.of(x, PROFITS.get(4), y, SCALES.get(5)), Performance.of(Map.of(Metric.CALMAR, 2.5)), "00aa",
                "");
        return new SearchReport(
                Metric.CALMAR,
                List.of(new SearchAxis(x, "Take profit", true, PROFITS),
                        new SearchAxis(y, "Step scale", true, SCALES)),
                144, 0, 144, 0, 0, 0, "", 0.8, 0.6, List.of(best), List.of(map),
                Optional.of(new Plateau(4, 4, 2.28, 0.91)), 556);
    }
}
