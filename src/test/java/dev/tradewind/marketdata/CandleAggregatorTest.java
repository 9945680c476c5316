package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CandleAggregatorTest {

    private static final long SECOND = Timeframe.SECOND_NANOS;
    private static final List<Timeframe> ALL = List.of(Timeframe.values());

    /** A candle worked out the slow way. */
    private record Naive(long open, long o, long h, long l, long c, long v) {}

    private static TradeColumns randomTrades(Rng rng, int count, int maxGapSeconds) {
        long[] times = new long[count];
        long[] ticks = new long[count];
        long[] lots = new long[count];
        long time = 1_385_337_600L * SECOND + rng.nextInt(1_000_000);
        for (int i = 0; i < count; i++) {
            time += rng.nextInt(3) == 0 ? 0 : rng.nextInt(maxGapSeconds) * SECOND + rng.nextInt(1_000_000_000);
            times[i] = time;
            ticks[i] = 1 + rng.nextInt(1000);
            lots[i] = 1 + rng.nextInt(100);
        }
        return TradeColumns.of(count, times, ticks, lots);
    }

    private static List<Naive> naive(TradeColumns trades, Timeframe timeframe) {
        List<Naive> candles = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            long open = timeframe.openOf(trades.timeNanos(i));
            long p = trades.priceTicks(i);
            long q = trades.quantityLots(i);
            if (candles.isEmpty() || candles.getLast().open != open) {
                candles.add(new Naive(open, p, p, p, p, q));
            } else {
                Naive last = candles.removeLast();
                candles.add(new Naive(open, last.o, Math.max(last.h, p), Math.min(last.l, p), p, last.v + q));
            }
        }
        return candles;
    }

    private static List<Naive> rows(CandleColumns c) {
        List<Naive> rows = new ArrayList<>();
        for (int i = 0; i < c.size(); i++) {
            rows.add(new Naive(
                    c.openTimeNanos(i), c.openTicks(i), c.highTicks(i), c.lowTicks(i), c.closeTicks(i),
                    c.volumeLots(i)));
        }
        return rows;
    }

    private static Naive of(CandleEvent e) {
        return new Naive(
                e.openTimeNanos(), e.openTicks(), e.highTicks(), e.lowTicks(), e.closeTicks(), e.volumeLots());
    }

    private static void feed(CandleAggregator aggregator, TradeColumns trades) {
        for (int i = 0; i < trades.size(); i++) {
            aggregator.onTrade(trades.timeNanos(i), trades.priceTicks(i), trades.quantityLots(i));
        }
    }

    @Test
    void everyTimeframeAgreesWithANaiveCount() {
        for (long seed = 1; seed <= 12; seed++) {
            Rng rng = new Rng(seed);
            TradeColumns trades = randomTrades(rng, 3000, seed % 3 == 0 ? 20_000 : 40);
            CandleAggregator aggregator = new CandleAggregator(0, ALL, CandleListener.NONE);
            feed(aggregator, trades);
            CandleEvent forming = new CandleEvent();
            for (Timeframe timeframe : ALL) {
                List<Naive> expected = naive(trades, timeframe);
                String when = "seed " + seed + ", " + timeframe;
                assertThat(rows(aggregator.closed(timeframe)))
                        .as(when)
                        .isEqualTo(expected.subList(0, expected.size() - 1));
                assertThat(aggregator.forming(timeframe, forming)).as(when).isTrue();
                assertThat(of(forming)).as(when).isEqualTo(expected.getLast());
                assertThat(forming.timeNanos()).as(when).isEqualTo(timeframe.closeOf(forming.openTimeNanos()));
            }
        }
    }

    @Test
    void candlesCloseInTimeOrderAndAtTheTimeTheySay() {
        long seed = 5;
        Rng rng = new Rng(seed);
        long[] last = {Long.MIN_VALUE};
        int[] closed = {0};
        CandleAggregator aggregator = new CandleAggregator(0, ALL, (timeframe, candle) -> {
            assertThat(candle.timeNanos()).as("seed " + seed + ", " + timeframe).isGreaterThanOrEqualTo(last[0]);
            last[0] = candle.timeNanos();
            closed[0]++;
        });
        TradeColumns trades = randomTrades(rng, 5000, 300);
        feed(aggregator, trades);
        assertThat(closed[0]).isEqualTo(ALL.stream().mapToInt(t -> aggregator.closed(t).size()).sum());
    }

    @Test
    void coarseCandlesFromFineOnesAreThoseFromTrades() {
        long seed = 17;
        TradeColumns trades = randomTrades(new Rng(seed), 20_000, 30);
        List<Timeframe> coarse = List.of(
                Timeframe.M3, Timeframe.M5, Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1, Timeframe.MN1);
        CandleAggregator fromCandles = new CandleAggregator(0, coarse, CandleListener.NONE);
        CandleAggregator minutes =
                new CandleAggregator(0, List.of(Timeframe.M1), (timeframe, candle) -> fromCandles.onCandle(candle));
        CandleAggregator fromTrades = new CandleAggregator(0, coarse, CandleListener.NONE);
        feed(minutes, trades);
        feed(fromTrades, trades);
        long end = trades.timeNanos(trades.size() - 1) + Timeframe.MN1.nanos();
        minutes.advanceTime(end);
        fromCandles.advanceTime(end);
        fromTrades.advanceTime(end);
        long traded = 0;
        for (int i = 0; i < trades.size(); i++) {
            traded += trades.quantityLots(i);
        }
        for (Timeframe timeframe : coarse) {
            List<Naive> rows = rows(fromTrades.closed(timeframe));
            assertThat(rows(fromCandles.closed(timeframe))).as("seed " + seed + ", " + timeframe).isEqualTo(rows);
            assertThat(rows.stream().mapToLong(Naive::v).sum()).as("volume, seed " + seed).isEqualTo(traded);
        }
    }

    @Test
    void timeAloneClosesACandleAndSilenceMakesNone() {
        List<String> heard = new ArrayList<>();
        CandleAggregator aggregator = new CandleAggregator(
                4,
                List.of(Timeframe.M5, Timeframe.M1),
                (timeframe, candle) -> heard.add(timeframe.label() + " " + candle));
        aggregator.onTrade(10 * SECOND, 50, 2);
        aggregator.advanceTime(59 * SECOND);
        assertThat(heard).isEmpty();
        aggregator.advanceTime(60 * SECOND);
        assertThat(heard).containsExactly("1m CandleEvent[0 o50 h50 l50 c50 v2]");
        assertThat(aggregator.forming(Timeframe.M1, new CandleEvent())).isFalse();
        aggregator.onTrade(250 * SECOND, 40, 1);
        aggregator.onTrade(700 * SECOND, 60, 1);
        assertThat(heard)
                .containsExactly(
                        "1m CandleEvent[0 o50 h50 l50 c50 v2]",
                        "1m CandleEvent[240000000000 o40 h40 l40 c40 v1]",
                        "5m CandleEvent[0 o50 h50 l40 c40 v3]");
        assertThat(aggregator.closed(Timeframe.M1).size()).isEqualTo(2);
        assertThat(aggregator.timeframes()).containsExactly(Timeframe.M1, Timeframe.M5);
    }

    @Test
    void aLateTradeCountsAtTheLatestTimeSeen() {
        CandleAggregator aggregator = new CandleAggregator(0, List.of(Timeframe.M1), CandleListener.NONE);
        aggregator.onTrade(70 * SECOND, 50, 1);
        aggregator.onTrade(10 * SECOND, 90, 1);
        CandleEvent forming = new CandleEvent();
        aggregator.forming(Timeframe.M1, forming);
        assertThat(of(forming)).isEqualTo(new Naive(60 * SECOND, 50, 90, 50, 90, 2));
        aggregator.advanceTime(120 * SECOND);
        aggregator.onTrade(80 * SECOND, 10, 1);
        aggregator.forming(Timeframe.M1, forming);
        assertThat(of(forming)).isEqualTo(new Naive(120 * SECOND, 10, 10, 10, 10, 1));
    }

    @Test
    void refusesWhatItCannotBuild() {
        assertThatThrownBy(() -> new CandleAggregator(0, List.of(), CandleListener.NONE))
                .hasMessage("timeframes are given each once and at least one, not []");
        assertThatThrownBy(() -> new CandleAggregator(0, List.of(Timeframe.M1, Timeframe.M1), CandleListener.NONE))
                .hasMessage("timeframes are given each once and at least one, not [M1, M1]");
        CandleAggregator aggregator = new CandleAggregator(0, List.of(Timeframe.M5), CandleListener.NONE);
        assertThatThrownBy(() -> aggregator.closed(Timeframe.H1))
                .hasMessage("1h candles are not kept here; kept are [M5]");
        CandleEvent threeMinutes = new CandleEvent();
        threeMinutes.set(0, 180 * SECOND, 360 * SECOND, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> aggregator.onCandle(threeMinutes))
                .hasMessage("a candle from 180000000000 to 360000000000 reaches over the end of a 5m candle");
        aggregator.advanceTime(200 * SECOND);
        assertThatThrownBy(() -> aggregator.onCandle(threeMinutes))
                .hasMessage("a candle that opens at 180000000000 comes after time 200000000000");
    }

    /**
     * The figures were worked out with Python's decimals from the file inside ta4j-examples 0.18, not with this code.
     */
    @Test
    void theSampleTradesMakeTheFiveMinuteCandlesCountedElsewhere() throws IOException {
        Path file = Path.of("sample-data", "bitstamp-btcusd-2013-11-trades.csv.gz");
        assumeTrue(Files.exists(file), "run from the project folder");
        Instrument btc = new Instrument(
                "BTCUSD",
                "Bitstamp",
                Asset.of("BTC"),
                Asset.of("USD"),
                new BigDecimal("0.01"),
                new BigDecimal("0.00000001"),
                InstrumentFilters.NONE);
        TradeColumns trades;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            trades = TradeCsv.read(in, file.toString(), btc).trades();
        }
        CandleAggregator aggregator = new CandleAggregator(0, ALL, CandleListener.NONE);
        feed(aggregator, trades);
        aggregator.advanceTime(1_385_913_900L * SECOND);
        List<Naive> rows = rows(aggregator.closed(Timeframe.M5));
        assertThat(rows).isEqualTo(naive(trades, Timeframe.M5));
        assertGolden(rows);
        assertThat(aggregator.closed(Timeframe.D1).size()).isEqualTo(6);
        assertThat(aggregator.closed(Timeframe.D1).volumeLots(0)).isEqualTo(GOLDEN_FIRST_DAY_LOTS);
    }

    private static final long GOLDEN_FIRST_DAY_LOTS = 2304205232527L;

    private static void assertGolden(List<Naive> rows) {
        assertThat(rows).hasSize(1917);
        assertThat(rows.get(0)).isEqualTo(new Naive(1385337600L * SECOND, 80001, 80747, 80001, 80650, 575288384L));
        assertThat(rows.get(700)).isEqualTo(new Naive(1385548800L * SECOND, 89000, 89442, 88905, 88954, 2476796055L));
        assertThat(rows.get(1916)).isEqualTo(new Naive(1385913600L * SECOND, 99012, 99900, 98540, 99900, 16667833438L));
    }
}
