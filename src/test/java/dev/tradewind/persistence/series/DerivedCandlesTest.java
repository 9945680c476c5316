package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleAggregator;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candles of timeframes that are not stored. */
class DerivedCandlesTest {

    @TempDir
    Path folder;

    private Database database;
    private CandleStore store;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        store = database.candles();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SeriesKey key(Timeframe timeframe) {
        return SeriesKey.candles("binance", "BTCUSDT", timeframe);
    }

    private void put(Timeframe timeframe, List<long[]> rows) {
        store.put(key(timeframe), Made.instrument(), Made.candles(timeframe, rows), "a file", Progress.NONE);
    }

    private CandleImport all(Timeframe timeframe) {
        return store.candles(key(timeframe), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static List<long[]> rows(Timeframe timeframe, long from, int count, int holes, Rng rng) {
        List<long[]> rows = new ArrayList<>();
        long time = timeframe.openOf(from);
        for (int i = 0; i < count; i++) {
            if (holes == 0 || rng.nextInt(holes) > 0) {
                rows.add(Made.candle(time, rng));
            }
            time = timeframe.closeOf(time);
        }
        return rows;
    }

    @Test
    void everyCoarserTimeframeIsWhatTheEnginesAggregatorMakes() {
        List<long[]> minutes = rows(Timeframe.M1, Made.START + 17 * Made.MINUTE, 130_000, 500, new Rng(4));
        put(Timeframe.M1, minutes);
        CandleColumns finest = Made.candles(Timeframe.M1, minutes);
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe.isMadeOf(Timeframe.M1)) {
                CandleAggregator aggregator = new CandleAggregator(0, List.of(timeframe), (each, candle) -> {});
                CandleEvent event = new CandleEvent();
                for (int row = 0; row < finest.size(); row++) {
                    long open = finest.openTimeNanos(row);
                    event.set(
                            0, open, open + Made.MINUTE, finest.openTicks(row), finest.highTicks(row),
                            finest.lowTicks(row), finest.closeTicks(row), finest.volumeLots(row));
                    aggregator.onCandle(event);
                }
                aggregator.advanceTime(minutes.getLast()[0] + 62 * Timeframe.D1.nanos());
                assertThat(all(timeframe).checksum())
                        .as(timeframe.label())
                        .isEqualTo(SeriesChecksum.of(aggregator.closed(timeframe)));
            }
        }
    }

    @Test
    void candlesThatLackFinerOnesAreCountedAsMissing() {
        List<long[]> minutes = rows(Timeframe.M1, Made.START, 30, 0, new Rng(5));
        minutes.remove(7);
        minutes.subList(9, 18).clear();
        put(Timeframe.M1, minutes);
        CandleImport fives = all(Timeframe.M5);
        assertThat(fives.candles().size()).isEqualTo(5);
        // 00:10 has none at all, 00:05 and 00:15 lack some, 00:20 and on are whole
        assertThat(fives.summary().gaps()).isEqualTo(1);
        assertThat(fives.summary().missing()).isEqualTo(3);
    }

    @Test
    void aRangeEndsWithTheCandleThatOpensInIt() {
        List<long[]> minutes = rows(Timeframe.M1, Made.START, 60, 0, new Rng(6));
        put(Timeframe.M1, minutes);
        CandleColumns candles = store.candles(
                        key(Timeframe.M5), Made.START + Made.MINUTE, Made.START + 10 * Made.MINUTE + 1)
                .candles();
        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.openTimeNanos(0)).isEqualTo(Made.START + 5 * Made.MINUTE);
        assertThat(candles.closeTicks(1)).isEqualTo(minutes.get(14)[4]);
    }

    @Test
    void whatTheFinestDoesNotReachComesFromTheNext() {
        Rng rng = new Rng(7);
        long hour = Timeframe.H1.nanos();
        List<long[]> hours = rows(Timeframe.H1, Made.START, 24 * 10, 0, rng);
        List<long[]> minutes = rows(Timeframe.M1, Made.START + 50 * hour, 60 * 100, 0, rng);
        put(Timeframe.H1, hours);
        put(Timeframe.M1, minutes);
        CandleColumns fours = all(Timeframe.H4).candles();
        assertThat(fours.size()).isEqualTo(60);
        // 48h to 52h: minutes begin inside, so the hours make it; from 52h to 148h the minutes do
        assertThat(fours.openTicks(12)).isEqualTo(hours.get(48)[1]);
        assertThat(fours.openTicks(13)).isEqualTo(minutes.get(120)[1]);
        assertThat(fours.closeTicks(36)).isEqualTo(minutes.get(98 * 60 - 1)[4]);
        assertThat(fours.closeTicks(37)).isEqualTo(hours.get(151)[4]);
        assertThat(all(Timeframe.H4).summary().missing()).isZero();
    }

    @Test
    void theStoredTimeframeIsReadAsItIsAndGoesOnWithFinerOnes() {
        Rng rng = new Rng(8);
        List<long[]> hours = rows(Timeframe.H1, Made.START, 10, 0, rng);
        List<long[]> minutes = rows(Timeframe.M1, Made.START + 5 * Timeframe.H1.nanos(), 60 * 7 + 30, 0, rng);
        put(Timeframe.H1, hours);
        put(Timeframe.M1, minutes);
        CandleImport read = all(Timeframe.H1);
        assertThat(read.candles().size()).isEqualTo(13);
        assertThat(Made.rows(read.candles()).subList(0, 10)).usingElementComparator(Arrays::compare).isEqualTo(hours);
        assertThat(read.candles().openTicks(10)).isEqualTo(minutes.get(300)[1]);
        assertThat(read.summary().missing()).isEqualTo(1);
    }

    @Test
    void unitsOfSeveralSeriesAreMadeAlike() {
        Rng rng = new Rng(9);
        List<long[]> hours = rows(Timeframe.H1, Made.START, 2, 0, rng);
        store.put(
                key(Timeframe.H1), Made.instrument("0.1", "0.001"), Made.candles(Timeframe.H1, hours), "a file",
                Progress.NONE);
        put(Timeframe.M1, rows(Timeframe.M1, Made.START + 2 * Timeframe.H1.nanos(), 60, 0, rng));
        CandleImport read = all(Timeframe.H1);
        assertThat(read.instrument().tickSize()).isEqualTo("0.01");
        assertThat(read.candles().openTicks(0)).isEqualTo(hours.getFirst()[1] * 10);
        assertThat(read.candles().volumeLots(1)).isEqualTo(hours.get(1)[5] * 10);
    }
}
