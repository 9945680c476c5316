package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.persistence.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever interrupts a call leaves the store as it was. */
class StoreCrashTest {

    private static final SeriesKey KEY = EndlessImport.KEY;
    private static final SeriesKey TRADES = SeriesKey.parse("binance:BTCUSDT:trades");

    @TempDir
    Path folder;

    private static CandleColumns rows(int count, int seed) {
        Rng rng = new Rng(seed);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Made.candle(Made.START + i * Made.MINUTE, rng));
        }
        return Made.candles(Timeframe.M1, rows);
    }

    /** Everything a store says. */
    private static List<Object> content(CandleStore store) {
        List<Object> content = new ArrayList<>();
        for (StoredSeries series : store.list()) {
            content.add(series.key());
            content.add(series.rows());
            content.add(series.checksum());
            content.add(series.revisions());
            content.add(store.revisions(series.key()));
            content.add(
                    series.key().timeframe().isPresent()
                            ? store.candles(series.key(), Long.MIN_VALUE, Long.MAX_VALUE).checksum()
                            : store.trades(series.key(), Long.MIN_VALUE, Long.MAX_VALUE).checksum());
        }
        return content;
    }

    /** Ends the work the n-th time it tells of itself. */
    private static final class EndAt implements Progress {
        private int left;

        EndAt(int times) {
            left = times;
        }

        @Override
        public void at(long done, long total) {
            if (left-- == 0) {
                throw new CancelledException("ended");
            }
        }
    }

    /** Cancels a call at every point where it can be, until it gets through. {@return how often it was cancelled} */
    private static int cancelEverywhere(CandleStore store, Consumer<Progress> call) {
        List<Object> before = content(store);
        for (int times = 0; ; times++) {
            EndAt end = new EndAt(times);
            if (end.left >= 1_000) {
                throw new AssertionError("the call never gets through");
            }
            try {
                call.accept(end);
                return times;
            } catch (CancelledException e) {
                assertThat(content(store)).as("cancelled at %d", times).isEqualTo(before);
            }
        }
    }

    @Test
    void aCancelledPutLeavesNothingBehind() {
        try (Database database = Database.open(folder)) {
            CandleStore store = database.candles();
            store.put(KEY, Made.instrument(), rows(9_000, 1), "a file", Progress.NONE);
            assertThat(cancelEverywhere(
                            store, progress -> store.put(KEY, Made.instrument(), rows(13_000, 2), "another", progress)))
                    .isGreaterThan(5);
            assertThat(store.candles(KEY, 0, Long.MAX_VALUE).checksum()).isEqualTo(SeriesChecksum.of(rows(13_000, 2)));
            assertThat(store.find(KEY).orElseThrow().revisions()).isEqualTo(9_000);
        }
    }

    @Test
    void aCancelledPutOfTradesOrRepairOrRetentionLeavesNothingBehind() {
        try (Database database = Database.open(folder)) {
            CandleStore store = database.candles();
            List<long[]> trades = new ArrayList<>();
            for (int id = 1; id <= 9_000; id++) {
                trades.add(new long[] {Made.START + id, 100, id == 5_000 ? 0 : 1, 1, id});
            }
            cancelEverywhere(
                    store,
                    progress -> store.put(
                            TRADES, Made.instrument(), Made.trades(trades.subList(0, 6_000)), "a", progress));
            cancelEverywhere(
                    store, progress -> store.put(TRADES, Made.instrument(), Made.trades(trades), "b", progress));
            cancelEverywhere(store, progress -> store.repair(TRADES, progress));
            assertThat(store.find(TRADES).orElseThrow().rows()).isEqualTo(8_999);
            store.put(KEY, Made.instrument(), rows(9_000, 1), "a file", Progress.NONE);
            store.retain(Timeframe.M1, Optional.of(2));
            store.retain(Timeframe.H1, Optional.of(100));
            assertThat(cancelEverywhere(store, store::applyRetention)).isGreaterThan(1);
            assertThat(store.find(KEY).orElseThrow().rows()).isEqualTo(2 * 24 * 60);
        }
    }

    @Test
    void aCopyOfTheFilesInTheMiddleOfAPutHoldsWhatWasThereBefore() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path data = Files.createDirectory(folder.resolve("data"));
        List<Object> before;
        try (Database database = Database.open(data)) {
            CandleStore store = database.candles();
            store.put(KEY, Made.instrument(), rows(9_000, 1), "a file", Progress.NONE);
            before = content(store);
            int[] copied = {0};
            store.put(KEY, Made.instrument(), rows(20_000, 2), "another", (done, total) ->
                    copy(data, copies.resolve(Integer.toString(copied[0]++))));
            assertThat(copied[0]).isGreaterThan(5);
        }
        try (Stream<Path> all = Files.list(copies)) {
            for (Path copy : all.toList()) {
                try (Database database = Database.open(copy)) {
                    assertThat(content(database.candles())).as(copy.toString()).isEqualTo(before);
                }
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectory(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aKilledProcessLeavesWholeParts() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-classpath", System.getProperty("java.class.path"),
                        EndlessImport.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals("putting 12")) {
                line = said.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        try (Database database = Database.open(folder)) {
            CandleStore store = database.candles();
            StoredSeries stored = store.find(KEY).orElseThrow();
            int parts = Math.toIntExact((stored.rows() - EndlessImport.ROWS) / EndlessImport.STEP) + 1;
            assertThat(parts).isBetween(12, 40);
            TreeMap<Long, long[]> model = new TreeMap<>();
            for (int number = 0; number < parts; number++) {
                Made.rows(EndlessImport.part(number)).forEach(row -> model.put(row[0], row));
            }
            long checksum = SeriesChecksum.of(Made.candles(Timeframe.M1, model.values()));
            assertThat(stored.rows()).isEqualTo(model.size());
            assertThat(stored.checksum()).isEqualTo(checksum);
            assertThat(store.candles(KEY, 0, Long.MAX_VALUE).checksum()).isEqualTo(checksum);
            assertThat(store.revisions(KEY)).hasSize(parts - 1);
            assertThat(store.verify(KEY, Progress.NONE).found()).isZero();
            assertThat(store.put(KEY, Made.instrument(), EndlessImport.part(parts), "again", Progress.NONE))
                    .isEqualTo(new StoreReceipt(KEY, EndlessImport.STEP, 0, EndlessImport.ROWS - EndlessImport.STEP));
        }
    }

    @Test
    void progressIsToldSomeHundredTimesAtMostAndReachesItsEnd() {
        try (Database database = Database.open(folder)) {
            List<Long> told = new ArrayList<>();
            database.candles().put(KEY, Made.instrument(), rows(40_000, 1), "a file", (done, total) -> {
                assertThat(total).isEqualTo(80_000);
                told.add(done);
            });
            assertThat(told).hasSizeBetween(10, 300).isSorted().endsWith(80_000L);
        }
    }

    @Test
    void aStoreWithoutItsDatabaseSaysSo() throws IOException {
        try (Database database = Database.open(folder)) {
            CandleStore store = database.candles();
            store.put(KEY, Made.instrument(), rows(9_000, 1), "a file", Progress.NONE);
            byte[] noise = new byte[1 << 16];
            Arrays.fill(noise, (byte) 0x5A);
            Files.write(folder.resolve(Database.FILE), noise);
            Files.deleteIfExists(folder.resolve(Database.FILE + "-wal"));
            Files.deleteIfExists(folder.resolve(Database.FILE + "-shm"));
            assertThatThrownBy(() -> store.candles(KEY, 0, Long.MAX_VALUE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is damaged");
        }
    }
}
