package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleCsv;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.persistence.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleStoreTest {

    private static final SeriesKey KEY = SeriesKey.parse("binance:BTCUSDT:1m");

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

    private void reopen() {
        close();
        open();
    }

    private static List<long[]> minutes(long first, int count, Rng rng) {
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Made.candle(first + i * Made.MINUTE, rng));
        }
        return rows;
    }

    private void putMinutes(int count, int seed, String source) {
        CandleColumns candles = Made.candles(Timeframe.M1, minutes(Made.START, count, new Rng(seed)));
        store.put(KEY, Made.instrument(), candles, source, Progress.NONE);
    }

    private CandleImport all(SeriesKey key) {
        return store.candles(key, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void whatWasPutIsReadBackAfterTheNextStart() {
        List<long[]> rows = minutes(Made.START, 10_000, new Rng(1));
        rows.subList(5_000, 5_010).clear();
        rows.remove(100);
        CandleColumns candles = Made.candles(Timeframe.M1, rows);
        StoreReceipt receipt = store.put(KEY, Made.instrument(), candles, "a file", Progress.NONE);
        reopen();
        CandleImport read = all(KEY);
        long checksum = SeriesChecksum.of(candles);
        assertThat(receipt).isEqualTo(new StoreReceipt(KEY, 9_989, 0, 0));
        assertThat(read.checksum()).isEqualTo(checksum);
        assertThat(Made.rows(read.candles())).usingElementComparator(Arrays::compare).isEqualTo(rows);
        long last = Made.START + 9_999 * Made.MINUTE;
        assertThat(read.summary()).isEqualTo(new ImportSummary(KEY.toString(), 9_989, 0, 0, 2, 11, Made.START, last));
        StoredSeries stored = store.find(KEY).orElseThrow();
        assertThat(stored.rows()).isEqualTo(9_989);
        assertThat(stored.gaps()).isEqualTo(2);
        assertThat(stored.missing()).isEqualTo(11);
        assertThat(stored.firstNanos()).isEqualTo(Made.START);
        assertThat(stored.lastNanos()).isEqualTo(last);
        assertThat(stored.revisions()).isZero();
        assertThat(stored.checksum()).isEqualTo(checksum);
        assertThat(stored.source()).isEqualTo("a file");
        assertThat(stored.bytes()).isBetween(1L, 9_989L * 16);
        assertThat(stored.instrument().tickSize()).isEqualTo("0.01");
        assertThat(store.list()).hasSize(1);
        assertThat(store.find(SeriesKey.parse("binance:BTCUSDT:1h"))).isEqualTo(Optional.empty());
    }

    @Test
    void aRangeTakesWhatOpensFromItsBeginningToBeforeItsEnd() {
        List<long[]> rows = minutes(Made.START, 9_000, new Rng(2));
        store.put(KEY, Made.instrument(), Made.candles(Timeframe.M1, rows), "a file", Progress.NONE);
        CandleImport read = store.candles(KEY, Made.START + 30_000_000_000L, Made.START + 5_000 * Made.MINUTE);
        assertThat(Made.rows(read.candles())).usingElementComparator(Arrays::compare).isEqualTo(rows.subList(1, 5_000));
        assertThat(store.candles(KEY, 0, Made.START).candles().size()).isZero();
        assertThat(store.candles(KEY, Long.MIN_VALUE, Long.MIN_VALUE).candles().size()).isZero();
        assertThat(store.candles(KEY, Long.MAX_VALUE, Long.MAX_VALUE).candles().size()).isZero();
        assertThat(store.candles(KEY, Made.START + 5, Made.START).candles().size()).isZero();
    }

    @Test
    void whatNothingStoredCanMakeIsRefusedNamingWhatIsStored() {
        store.put(
                KEY, Made.instrument(), Made.candles(Timeframe.M1, minutes(Made.START, 5, new Rng(3))), "a file",
                Progress.NONE);
        assertThatThrownBy(() -> all(SeriesKey.parse("binance:BTCUSDT:15s")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No stored series can make binance:BTCUSDT:15s; stored are binance:BTCUSDT:1m. Import"
                        + " binance:BTCUSDT:15s or a finer one first.");
    }

    @Test
    void rowsThatDifferTakeThePlaceOfTheEarlierOnesWhichAreKept() {
        List<long[]> rows = minutes(Made.START, 100, new Rng(4));
        store.put(KEY, Made.instrument(), Made.candles(Timeframe.M1, rows), "first", Progress.NONE);
        List<long[]> other = minutes(Made.START + 90 * Made.MINUTE, 20, new Rng(5));
        other.set(3, rows.get(93));
        StoreReceipt receipt =
                store.put(KEY, Made.instrument(), Made.candles(Timeframe.M1, other), "second", Progress.NONE);
        assertThat(receipt).isEqualTo(new StoreReceipt(KEY, 10, 1, 9));
        store.put(
                KEY, Made.instrument(), Made.candles(Timeframe.M1, minutes(Made.START, 1, new Rng(6))), "third",
                Progress.NONE);
        assertThat(store.revisions(KEY))
                .containsExactly(
                        new CandleStore.Revision(
                                1, "second", 9, Made.START + 90 * Made.MINUTE, Made.START + 99 * Made.MINUTE),
                        new CandleStore.Revision(2, "third", 1, Made.START, Made.START));
        List<long[]> first = Made.rows(store.candlesBefore(KEY, 1, 0, Made.START + 100 * Made.MINUTE).candles());
        assertThat(first).usingElementComparator(Arrays::compare).isEqualTo(rows);
        assertThat(store.candlesBefore(KEY, 2, 0, Made.START + Made.MINUTE).candles().openTicks(0))
                .isEqualTo(rows.getFirst()[1]);
        assertThat(all(KEY).candles().openTicks(95)).isEqualTo(other.get(5)[1]);
        StoredSeries stored = store.find(KEY).orElseThrow();
        assertThat(stored.revisions()).isEqualTo(10);
        assertThat(stored.checksum()).isEqualTo(all(KEY).checksum());
        assertThatThrownBy(() -> store.candlesBefore(KEY, 3, 0, 1))
                .hasMessage("binance:BTCUSDT:1m has no revision 3; there are 2");
    }

    @Test
    void aSeriesKeepsTheStepsItBeganWith() {
        List<long[]> rows = minutes(Made.START, 2, new Rng(7));
        store.put(KEY, Made.instrument(), Made.candles(Timeframe.M1, rows), "first", Progress.NONE);
        long[] finer = {Made.START + 2 * Made.MINUTE, 1_000_010, 1_000_020, 1_000_000, 1_000_010, 500};
        CandleColumns fits = Made.candles(Timeframe.M1, List.of(finer));
        store.put(KEY, Made.instrument("0.001", "0.00001"), fits, "finer", Progress.NONE);
        assertThat(Made.rows(all(KEY).candles()).getLast())
                .isEqualTo(new long[] {finer[0], 100_001, 100_002, 100_000, 100_001, 50});
        assertThat(store.find(KEY).orElseThrow().instrument().tickSize()).isEqualTo("0.01");
        finer[4] = 1_000_015;
        assertThatThrownBy(() -> store.put(
                        KEY, Made.instrument("0.001", "0.00001"), Made.candles(Timeframe.M1, List.of(finer)), "finer",
                        Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The price 1000.015 at 2024-01-01T00:02:00Z does not fit the stored series"
                        + " binance:BTCUSDT:1m, which is kept in ticks of 0.01. Drop the series and import it anew"
                        + " in finer steps, or keep these rows under another venue's name.");
        long[] coarse = {Made.START + 3 * Made.MINUTE, 70_000, 70_000, 70_000, 70_000, 2};
        store.put(KEY, Made.instrument("0.5", "1"), Made.candles(Timeframe.M1, List.of(coarse)), "coarse",
                Progress.NONE);
        assertThat(all(KEY).candles().openTicks(3)).isEqualTo(3_500_000);
        assertThat(all(KEY).candles().volumeLots(3)).isEqualTo(20_000);
    }

    @Test
    void candlesThatDoNotBelongAreRefusedAndNothingIsStored() {
        CandleColumns minutes = Made.candles(Timeframe.M1, minutes(Made.START, 3, new Rng(8)));
        assertThatThrownBy(() -> store.put(
                        SeriesKey.parse("binance:BTCUSDT:5m"), Made.instrument(), minutes, "a file", Progress.NONE))
                .hasMessage("1m candles are no part of binance:BTCUSDT:5m; name the series binance:BTCUSDT:1m instead");
        CandleColumns shifted = Made.candles(Timeframe.M1, minutes(Made.START + 1_000_000_000, 3, new Rng(8)));
        assertThatThrownBy(() -> store.put(KEY, Made.instrument(), shifted, "a file", Progress.NONE))
                .hasMessage("The candle at 2024-01-01T00:00:01Z for binance:BTCUSDT:1m opens where no 1m candle does;"
                        + " one opens at 2024-01-01T00:00:00Z.");
        List<long[]> twice = minutes(Made.START, 3, new Rng(8));
        twice.add(twice.get(2));
        assertThatThrownBy(() -> store.put(
                        KEY, Made.instrument(), Made.candles(Timeframe.M1, twice), "a file", Progress.NONE))
                .hasMessage("The candle at 2024-01-01T00:02:00Z for binance:BTCUSDT:1m comes after the one at"
                        + " 2024-01-01T00:02:00Z; candles are put oldest first, each once.");
        store.put(KEY, Made.instrument(), CandleColumns.empty(Timeframe.M1), "nothing", Progress.NONE);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aSeriesThatIsDroppedIsGoneWithAllOfIt() {
        putMinutes(50, 9, "a");
        putMinutes(50, 10, "b");
        SeriesKey trades = SeriesKey.trades("binance", "BTCUSDT");
        store.put(
                trades, Made.instrument(), Made.trades(List.of(new long[] {Made.START, 100, 1, 1, 1})), "c",
                Progress.NONE);
        assertThat(store.list().stream().map(StoredSeries::key)).containsExactly(trades, KEY);
        assertThat(store.drop(KEY)).isEqualTo(50);
        assertThat(store.drop(KEY)).isZero();
        assertThat(store.list().stream().map(StoredSeries::key)).containsExactly(trades);
        putMinutes(5, 11, "d");
        assertThat(store.revisions(KEY)).isEmpty();
    }

    @Test
    void whoReadsDuringAPutSeesWhatWasThereBefore() {
        CandleColumns first = Made.candles(Timeframe.M1, minutes(Made.START, 9_000, new Rng(12)));
        store.put(KEY, Made.instrument(), first, "a", Progress.NONE);
        List<Long> seen = new ArrayList<>();
        CandleColumns second = Made.candles(Timeframe.M1, minutes(Made.START, 9_100, new Rng(13)));
        store.put(KEY, Made.instrument(), second, "b", (done, total) -> seen.add(all(KEY).checksum()));
        assertThat(seen).isNotEmpty().containsOnly(SeriesChecksum.of(first));
        assertThat(all(KEY).checksum()).isEqualTo(SeriesChecksum.of(second));
    }

    @Test
    void monthsAndWeeksAreStoredToo() {
        for (Timeframe timeframe : List.of(Timeframe.W1, Timeframe.MN1)) {
            SeriesKey key = SeriesKey.candles("binance", "BTCUSDT", timeframe);
            List<long[]> rows = new ArrayList<>();
            long time = timeframe.openOf(-Made.START);
            Rng rng = new Rng(14);
            for (int i = 0; i < 1_500; i++) {
                rows.add(Made.candle(time, rng));
                time = timeframe.closeOf(time);
            }
            rows.subList(700, 712).clear();
            store.put(key, Made.instrument(), Made.candles(timeframe, rows), "a", Progress.NONE);
            assertThat(Made.rows(all(key).candles())).usingElementComparator(Arrays::compare).isEqualTo(rows);
            assertThat(store.find(key).orElseThrow().missing()).isEqualTo(12);
        }
    }

    @Test
    void realCandlesComeBackAsTheirFileHadThem() throws IOException {
        Path file = Path.of("sample-data/binanceus-ethusd-5m-2023-03.csv");
        CandleImport read;
        try (InputStream one = Files.newInputStream(file);
                InputStream two = Files.newInputStream(file)) {
            read = CandleCsv.read(two, file.toString(), CandleCsv.infer(one, file.toString()));
        }
        SeriesKey key = SeriesKey.parse("binanceus:ETHUSD:5m");
        store.put(key, read.instrument(), read.candles(), file.toString(), Progress.NONE);
        reopen();
        CandleImport stored = all(key);
        assertThat(stored.checksum()).isEqualTo(read.checksum());
        assertThat(stored.instrument().tickSize()).isEqualTo(read.instrument().tickSize());
        assertThat(stored.instrument().lotSize()).isEqualTo(read.instrument().lotSize());
        assertThat(stored.instrument().quote()).isEqualTo(read.instrument().quote());
        assertThat(stored.summary().gaps()).isEqualTo(read.summary().gaps());
        assertThat(stored.summary().missing()).isEqualTo(read.summary().missing());
    }
}
