package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeStoreTest {

    private static final SeriesKey KEY = SeriesKey.parse("binance:BTCUSDT:trades");
    private static final long MILLI = 1_000_000;

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

    private static long[] trade(long millis, long price, long lots, long side, long id) {
        return new long[] {Made.START + millis * MILLI, price, lots, side, id};
    }

    private StoreReceipt put(long[]... rows) {
        return store.put(KEY, Made.instrument(), Made.trades(List.of(rows)), "a file", Progress.NONE);
    }

    private List<long[]> all() {
        return Made.rows(store.trades(KEY, Long.MIN_VALUE, Long.MAX_VALUE).trades());
    }

    private void holds(long[]... rows) {
        assertThat(all()).usingElementComparator(Arrays::compare).isEqualTo(List.of(rows));
    }

    @Test
    void aTradeIsTheOneStoredUnderItsIdEvenWhereItsTimeIsFiner() {
        put(trade(1, 100, 5, 1, 7), trade(2, 101, 5, 2, 8));
        long[] finer = trade(1, 100, 5, 1, 7);
        finer[0] += 250_000;
        assertThat(put(finer, trade(2, 101, 5, 2, 8))).isEqualTo(new StoreReceipt(KEY, 0, 1, 1));
        holds(finer, trade(2, 101, 5, 2, 8));
        assertThat(Made.rows(store.replacedTrades(KEY, 1).trades()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(List.of(trade(1, 100, 5, 1, 7)));
        assertThat(store.find(KEY).orElseThrow().revisions()).isEqualTo(1);
    }

    @Test
    void tradesWithoutIdsAreToldApartByTimeAndContentAsOftenAsThereAreSuch() {
        long[] one = trade(1, 100, 5, 1, 0);
        long[] other = trade(1, 100, 6, 1, 0);
        assertThat(put(one, one, other)).isEqualTo(new StoreReceipt(KEY, 3, 0, 0));
        assertThat(put(one, one)).isEqualTo(new StoreReceipt(KEY, 0, 2, 0));
        assertThat(put(one, one, one)).isEqualTo(new StoreReceipt(KEY, 1, 2, 0));
        holds(one, one, other, one);
    }

    @Test
    void aFileWithoutIdsAddsNothingToTheSameTradesWithIds() {
        put(trade(1, 100, 5, 1, 7), trade(1, 100, 5, 1, 8));
        assertThat(put(trade(1, 100, 5, 1, 0), trade(1, 100, 5, 1, 0))).isEqualTo(new StoreReceipt(KEY, 0, 2, 0));
    }

    @Test
    void whatComesTwiceAndDiffersOrComesOutOfOrderIsRefused() {
        assertThatThrownBy(() -> put(trade(1, 100, 5, 1, 7), trade(2, 100, 5, 1, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Trade 7 for binance:BTCUSDT:trades comes twice and differs, at 2024-01-01T");
        assertThatThrownBy(() -> put(trade(2, 100, 5, 1, 7), trade(1, 100, 5, 1, 8)))
                .hasMessageEndingWith("trades are put oldest first.");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void manyTradesOfOneTimeStayInOneBlock() {
        List<long[]> rows = new ArrayList<>();
        for (int id = 1; id <= 10_000; id++) {
            rows.add(trade(id < 3_000 ? 1 : id < 9_000 ? 2 : 3, 100 + id % 7, 1, 1, id));
        }
        store.put(KEY, Made.instrument(), Made.trades(rows.subList(0, 5_000)), "a file", Progress.NONE);
        store.put(KEY, Made.instrument(), Made.trades(rows.subList(4_000, 10_000)), "a file", Progress.NONE);
        assertThat(all()).usingElementComparator(Arrays::compare).isEqualTo(rows);
        assertThat(store.trades(KEY, Made.START + 2 * MILLI, Made.START + 3 * MILLI).trades().size()).isEqualTo(6_000);
    }

    @Test
    void candlesAreMadeOfTradesWhereNoOthersAre() {
        put(
                trade(0, 100, 1, 1, 1), trade(20_000, 90, 2, 1, 2), trade(59_999, 95, 3, 1, 3),
                trade(180_000, 97, 4, 2, 4));
        SeriesKey minutes = SeriesKey.candles("binance", "BTCUSDT", Timeframe.M1);
        assertThat(Made.rows(store.candles(minutes, Long.MIN_VALUE, Long.MAX_VALUE).candles()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(List.of(
                        new long[] {Made.START, 100, 100, 90, 95, 6},
                        new long[] {Made.START + 3 * Made.MINUTE, 97, 97, 97, 97, 4}));
    }

    @Test
    void candlesAndTradesAreNotMixedUp() {
        SeriesKey minutes = SeriesKey.candles("binance", "BTCUSDT", Timeframe.M1);
        assertThatThrownBy(() -> store.put(
                        minutes, Made.instrument(), Made.trades(List.of(trade(1, 1, 1, 1, 1))), "a file",
                        Progress.NONE))
                .hasMessage("trades are no part of binance:BTCUSDT:1m; name the series binance:BTCUSDT:trades instead");
        assertThatThrownBy(() -> store.candles(KEY, 0, 1))
                .hasMessageStartingWith("binance:BTCUSDT:trades names trades, not candles");
        assertThatThrownBy(() -> store.trades(KEY, 0, 1))
                .hasMessageStartingWith("There is no stored series binance:BTCUSDT:trades");
        assertThatThrownBy(() -> store.trades(minutes, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsThatMeetInsideATimeComeToTheSameChecksumAsTheWhole() {
        long[][] rows = {
            trade(1, 100, 5, 1, 1), trade(1, 101, 5, 1, 2), trade(1, 102, 5, 1, 3), trade(1, 103, 5, 1, 4),
            trade(2, 104, 5, 1, 0), trade(2, 105, 5, 1, 0), trade(2, 106, 5, 1, 0)
        };
        long whole = SeriesChecksum.of(Made.trades(List.of(rows)));
        for (int cut = 1; cut < rows.length; cut++) {
            store.drop(KEY);
            put(Arrays.copyOfRange(rows, 0, cut));
            put(Arrays.copyOfRange(rows, cut - 1, rows.length));
            holds(rows);
            assertThat(store.find(KEY).orElseThrow().checksum()).as("cut at %d", cut).isEqualTo(whole);
            store.drop(KEY);
            put(Arrays.copyOfRange(rows, cut, rows.length));
            put(Arrays.copyOfRange(rows, 0, cut));
            assertThat(store.find(KEY).orElseThrow().checksum())
                    .as("later part first, cut at %d", cut)
                    .isEqualTo(store.trades(KEY, 0, Long.MAX_VALUE).checksum());
        }
    }
}
