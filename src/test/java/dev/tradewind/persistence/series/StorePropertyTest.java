package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded random use of the store, beside a model that is a map from time to row. */
class StorePropertyTest {

    private static final int SEEDS = 12;

    @TempDir
    Path folder;

    @Test
    void randomPutsOfCandlesInAnyOrderComeToTheSameSeriesAsTheModel() {
        try (Database database = Database.open(folder)) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                candles(database.candles(), seed);
            }
        }
    }

    private static void candles(CandleStore store, int seed) {
        Rng rng = new Rng(seed);
        Timeframe timeframe = Timeframe.values()[rng.nextInt(Timeframe.values().length)];
        SeriesKey key = SeriesKey.candles("seed" + seed, "X", timeframe);
        TreeMap<Long, long[]> model = new TreeMap<>();
        List<TreeMap<Long, long[]>> revisions = new ArrayList<>();
        long revised = 0;
        for (int round = 0; round < 12; round++) {
            TreeMap<Long, long[]> put = draw(rng, timeframe, model);
            TreeMap<Long, long[]> replaced = new TreeMap<>();
            long same = 0;
            for (long[] row : put.values()) {
                long[] held = model.put(row[0], row);
                same += held != null && Arrays.equals(held, row) ? 1 : 0;
                if (held != null && !Arrays.equals(held, row)) {
                    replaced.put(row[0], held);
                }
            }
            StoreReceipt receipt =
                    store.put(
                            key, Made.instrument(), Made.candles(timeframe, put.values()), "round " + round,
                            Progress.NONE);
            revised += replaced.size();
            assertThat(receipt)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new StoreReceipt(key, put.size() - same - replaced.size(), same, replaced.size()));
            if (!replaced.isEmpty()) {
                revisions.add(replaced);
            }
            if (rng.nextInt(3) == 0) {
                summary(store, key, model, revised, seed);
            }
        }
        summary(store, key, model, revised, seed);
        ranges(store, key, model, rng, seed);
        TreeMap<Long, long[]> past = new TreeMap<>(model);
        for (int number = revisions.size(); number >= 1; number--) {
            past.putAll(revisions.get(number - 1));
            CandleImport read = store.candlesBefore(key, number, Long.MIN_VALUE, Long.MAX_VALUE);
            assertThat(read.checksum())
                    .as("seed %d before revision %d", seed, number)
                    .isEqualTo(SeriesChecksum.of(Made.candles(timeframe, past.values())));
        }
        assertThat(store.revisions(key).stream().map(CandleStore.Revision::rows))
                .containsExactlyElementsOf(
                        revisions.stream().map(rows -> (long) rows.size()).toList());
    }

    /** Some rows in a row, with holes, of which some are held already and some of these differ. */
    private static TreeMap<Long, long[]> draw(Rng rng, Timeframe timeframe, Map<Long, long[]> held) {
        TreeMap<Long, long[]> rows = new TreeMap<>();
        long time = timeframe.openOf(Made.START + rng.nextInt(9_000) * timeframe.nanos() / 50);
        int count = 1 + rng.nextInt(rng.nextInt(4) == 0 ? 6_000 : 300);
        int change = rng.nextInt(3) == 0 ? 20 : Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            if (rng.nextInt(40) > 0) {
                long[] known = held.get(time);
                rows.put(time, known == null || rng.nextInt(change) == 0 ? Made.candle(time, rng) : known);
            }
            time = timeframe.closeOf(time);
        }
        rows.put(time, held.getOrDefault(time, Made.candle(time, rng)));
        return rows;
    }

    private static void summary(
            CandleStore store, SeriesKey key, TreeMap<Long, long[]> model, long revised, int seed) {
        Timeframe timeframe = key.timeframe().orElseThrow();
        CandleColumns expected = Made.candles(timeframe, model.values());
        int gaps = 0;
        long missing = 0;
        long next = model.firstKey();
        for (long time : model.keySet()) {
            long lost = 0;
            for (; next < time; next = timeframe.closeOf(next)) {
                lost++;
            }
            gaps += lost > 0 ? 1 : 0;
            missing += lost;
            next = timeframe.closeOf(time);
        }
        StoredSeries stored = store.find(key).orElseThrow();
        assertThat(stored)
                .as("seed %d", seed)
                .isEqualTo(new StoredSeries(
                        key, stored.instrument(), model.size(), model.firstKey(), model.lastKey(), gaps, missing,
                        revised, stored.bytes(), SeriesChecksum.of(expected), stored.source()));
    }

    private static void ranges(CandleStore store, SeriesKey key, TreeMap<Long, long[]> model, Rng rng, int seed) {
        long span = model.lastKey() - model.firstKey() + 2;
        for (int i = 0; i < 20; i++) {
            long one = model.firstKey() - 1 + Math.floorMod(rng.nextLong(), span);
            long other = model.firstKey() - 1 + Math.floorMod(rng.nextLong(), span);
            long from = Math.min(one, other);
            long to = Math.max(one, other);
            CandleColumns expected =
                    Made.candles(key.timeframe().orElseThrow(), model.subMap(from, to).values());
            assertThat(store.candles(key, from, to).checksum())
                    .as("seed %d from %d to %d", seed, from, to)
                    .isEqualTo(SeriesChecksum.of(expected));
        }
    }

    @Test
    void randomPutsOfTradesInAnyOrderComeToTheSameSeriesAsTheModel() {
        try (Database database = Database.open(folder)) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                trades(database.candles(), seed);
            }
        }
    }

    private static void trades(CandleStore store, int seed) {
        Rng rng = new Rng(seed);
        SeriesKey key = SeriesKey.trades("seed" + seed, "X");
        TreeMap<Long, long[]> model = new TreeMap<>();
        long revised = 0;
        for (int round = 0; round < 10; round++) {
            TreeMap<Long, long[]> put = new TreeMap<>();
            long id = 1 + rng.nextInt(20_000);
            int count = 1 + rng.nextInt(rng.nextInt(3) == 0 ? 9_000 : 500);
            int change = rng.nextInt(3) == 0 ? 30 : Integer.MAX_VALUE;
            for (int i = 0; i < count; i++, id += 1 + rng.nextInt(2)) {
                long[] known = model.get(id);
                // four trades share a time; a changed one may move to another
                long time = Made.START + (id / 4 + (known == null ? 0 : rng.nextInt(3))) * 1_000_000;
                long[] made = {time, 100 + rng.nextInt(9), 1 + rng.nextInt(5), rng.nextInt(3), id};
                put.put(id, known == null || rng.nextInt(change) == 0 ? made : known);
            }
            long same = 0;
            long replaced = 0;
            for (long[] row : put.values()) {
                long[] held = model.put(row[4], row);
                same += held != null && Arrays.equals(held, row) ? 1 : 0;
                replaced += held != null && !Arrays.equals(held, row) ? 1 : 0;
            }
            revised += replaced;
            StoreReceipt receipt =
                    store.put(key, Made.instrument(), Made.trades(inTime(put)), "round " + round, Progress.NONE);
            assertThat(receipt)
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(new StoreReceipt(key, put.size() - same - replaced, same, replaced));
        }
        List<long[]> expected = inTime(model);
        TradeColumns columns = Made.trades(expected);
        StoredSeries stored = store.find(key).orElseThrow();
        assertThat(stored)
                .as("seed %d", seed)
                .isEqualTo(new StoredSeries(
                        key, stored.instrument(), expected.size(), expected.getFirst()[0], expected.getLast()[0], 0, 0,
                        revised, stored.bytes(), SeriesChecksum.of(columns), stored.source()));
        for (int i = 0; i < 10; i++) {
            long from = expected.get(rng.nextInt(expected.size()))[0];
            long to = from + rng.nextInt(2_000) * 1_000_000L;
            List<long[]> range = expected.stream().filter(row -> row[0] >= from && row[0] < to).toList();
            assertThat(store.trades(key, from, to).checksum())
                    .as("seed %d from %d to %d", seed, from, to)
                    .isEqualTo(SeriesChecksum.of(Made.trades(range)));
        }
        assertThat(store.verify(key, Progress.NONE).found()).as("seed %d", seed).isZero();
    }

    private static List<long[]> inTime(TreeMap<Long, long[]> trades) {
        return trades.values().stream()
                .sorted((one, other) ->
                        one[0] == other[0] ? Long.compare(one[4], other[4]) : Long.compare(one[0], other[0]))
                .toList();
    }
}
