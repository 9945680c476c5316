package dev.tradewind.risk.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskMetricsView;
import dev.tradewind.risk.RiskRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every metric at its edge: the figures it reads, the value it makes of them, and whether that breaks the limit. */
class RiskMetricTest {

    private static final Instrument BTC = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);

    /** Figures by name, money in USD; what is not said is 0. */
    private record Figures(Map<String, Long> given) implements RiskMetricsView {

        static Figures of(String text) {
            Map<String, Long> figures = new TreeMap<>();
            for (String figure : text.split(" ")) {
                figures.put(figure.split("=")[0], Long.valueOf(figure.split("=")[1]));
            }
            return new Figures(figures);
        }

        private long get(String name) {
            return given.getOrDefault(name, 0L);
        }

        private long money(String name) {
            return BTC.quote().toAtoms(BigDecimal.valueOf(get(name)));
        }

        @Override
        public long equityAtoms() {
            return money("equity");
        }

        @Override
        public long dayStartEquityAtoms() {
            return money("dayStart");
        }

        @Override
        public long peakEquityAtoms() {
            return money("peak");
        }

        @Override
        public long heldAtoms() {
            return money("held");
        }

        @Override
        public long netHeldAtoms() {
            return money("net");
        }

        @Override
        public long workingEntryAtoms() {
            return money("working");
        }

        @Override
        public long candidateAtoms() {
            return money("order");
        }

        @Override
        public int openPositions() {
            return (int) get("positions");
        }

        @Override
        public int orders() {
            return (int) get("orders");
        }

        @Override
        public int losingStreak() {
            return (int) get("streak");
        }

        @Override
        public long sinceStopNanos() {
            return given.containsKey("sinceStop") ? get("sinceStop") * 1_000_000_000L : RiskMetric.NOTHING;
        }

        @Override
        public long realisedAtoms() {
            return money("realised");
        }

        @Override
        public int closes() {
            return (int) get("closes");
        }

        @Override
        public long correlationE8() {
            return given.containsKey("correlation") ? get("correlation") * 1_000_000L : RiskMetric.NOTHING;
        }

        @Override
        public long priceMoveE8() {
            return get("moveBps") * 10_000L;
        }

        @Override
        public long liquidationLeftE8() {
            return given.containsKey("left") ? get("left") * 1_000_000L : RiskMetric.NOTHING;
        }

        @Override
        public long unprotectedNanos() {
            return get("bare") * 1_000_000_000L;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    account position-size 100 block-new           | held=60 working=30 order=10             | 100 USD   | kept
                    account position-size 100 block-new           | held=60 working=30 order=11             | 101 USD   | broken
                    account position-size 50% block-new           | equity=200 held=100                     | 50%       | kept
                    account position-size 50% block-new           | equity=200 held=101                     | 50.5%     | broken
                    account leverage 3x block-new                 | equity=100 held=200 order=100           | 3x        | kept
                    account leverage 3x block-new                 | equity=100 held=200 order=101           | 3.01x     | broken
                    account open-positions 2 block-new            | positions=2                             | 2         | kept
                    account open-positions 2 block-new            | positions=3                             | 3         | broken
                    account order-rate 5 over 1m block-new        | orders=5                                | 5         | kept
                    account order-rate 5 over 1m block-new        | orders=6                                | 6         | broken
                    account order-size 20 block-new               | order=20                                | 20 USD    | kept
                    account order-size 20 block-new               | order=21                                | 21 USD    | broken
                    account order-size 2% block-new               | equity=1000 order=20                    | 2%        | kept
                    account order-size 2% block-new               | equity=1000 order=21                    | 2.1%      | broken
                    account daily-loss 100 halt                   | dayStart=1000 equity=901                | 99 USD    | kept
                    account daily-loss 100 halt                   | dayStart=1000 equity=900                | 100 USD   | broken
                    account daily-loss 100 halt                   | dayStart=1000 equity=1100               | -100 USD  | kept
                    account daily-loss 5% halt                    | dayStart=1000 equity=951                | 4.9%      | kept
                    account daily-loss 5% halt                    | dayStart=1000 equity=950                | 5%        | broken
                    account drawdown 10% stop-bots                | peak=1000 equity=901                    | 9.9%      | kept
                    account drawdown 10% stop-bots                | peak=1000 equity=900                    | 10%       | broken
                    account drawdown 50 over 1d stop-bots         | peak=1000 equity=950                    | 50 USD    | broken
                    account losing-streak 3 block-new             | streak=2                                | 2         | kept
                    account losing-streak 3 block-new             | streak=3                                | 3         | broken
                    account cooldown-after-stop 30m block-new     | held=1                                  | -         | kept
                    account cooldown-after-stop 30m block-new     | sinceStop=1799                          | 1799s     | broken
                    account cooldown-after-stop 30m block-new     | sinceStop=1800                          | 30m       | kept
                    account low-profit 1% over 1d block-new       | closes=1 realised=-50 equity=1000       | -         | kept
                    account low-profit 1% over 1d block-new       | closes=2 realised=11 equity=1000        | 1.1%      | kept
                    account low-profit 1% over 1d block-new       | closes=2 realised=10 equity=1000        | 1%        | broken
                    account low-profit -20 over 1d block-new      | closes=5 realised=-20 equity=1000       | -20 USD   | broken
                    account correlation 90% over 1d warn          | held=1                                  | -         | kept
                    account correlation 90% over 1d warn          | correlation=89                          | 89%       | kept
                    account correlation 90% over 1d warn          | correlation=90                          | 90%       | broken
                    account exposure 50% block-new                | equity=200 net=90 order=10 working=50   | 50%       | kept
                    account exposure 50% block-new                | equity=200 net=90 order=11              | 50.5%     | broken
                    account liquidation-distance 45% block-new    | held=1                                  | -         | kept
                    account liquidation-distance 45% block-new    | left=46                                 | 46%       | kept
                    account liquidation-distance 45% block-new    | left=45                                 | 45%       | broken
                    symbol volatility 5% over 5m block-new        | moveBps=499                             | 4.99%     | kept
                    symbol volatility 5% over 5m block-new        | moveBps=500                             | 5%        | broken
                    account unprotected 5s warn                   | bare=4                                  | 4s        | kept
                    account unprotected 5s warn                   | bare=5                                  | 5s        | broken
                    """)
    void aMetricMeasuresAndBreaksAtItsEdge(String text, String figures, String value, String outcome) {
        RiskRule rule = RuleText.parse(text).getFirst();
        long measured = rule.metric().measure().of(Figures.of(figures), rule.unit());
        assertEquals(value, measured == RiskMetric.NOTHING ? "-" : rule.unit().text(measured, BTC));
        boolean broken = measured != RiskMetric.NOTHING && rule.metric().sense().broken(measured, rule.rawLimit(BTC));
        assertEquals(outcome, broken ? "broken" : "kept");
    }

    @Test
    void everyMetricIsInTheTableAbove() {
        List<String> shown = Stream.of(RiskMetricTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method -> method.getAnnotation(CsvSource.class).textBlock().lines())
                .map(line -> line.split(" ")[1])
                .distinct()
                .toList();
        assertEquals(RiskCatalog.METRICS.stream().map(RiskMetric::id).toList(), shown);
    }

    @Test
    void aShareOfNothingIsNothing() {
        assertEquals(RiskMetric.NOTHING, RiskMetric.shareE8(5, 0));
        assertEquals(0, RiskMetric.shareE8(0, 0));
        assertTrue(RiskMetric.Sense.AT_MOST.lowIsBad());
        assertFalse(RiskMetric.Sense.ABOVE.lowIsBad());
    }
}
