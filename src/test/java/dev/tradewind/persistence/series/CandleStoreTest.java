package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
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
        assertThat(Made.rows(read.candles())).usingRecursiveComparison().isEqualTo(rows);
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
        assertThat(Made.rows(read.candles())).usingRecursiveComparison().isEqualTo(rows.subList(1, 5_000));
        assertThat(store.candles(KEY, 0, Made.START).candles().size()).isZero();
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
}
