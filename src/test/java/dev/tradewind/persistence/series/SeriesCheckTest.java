package dev.tradewind.persistence.series;

import static dev.tradewind.marketdata.SeriesCheck.Kind.DAMAGED;
import static dev.tradewind.marketdata.SeriesCheck.Kind.DISAGREEMENT;
import static dev.tradewind.marketdata.SeriesCheck.Kind.GAP;
import static dev.tradewind.marketdata.SeriesCheck.Kind.IMPOSSIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check finds, and what a repair does about it. */
class SeriesCheckTest {

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

    private static List<long[]> minutes(int count) {
        Rng rng = new Rng(1);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Made.candle(Made.START + i * Made.MINUTE, rng));
        }
        return rows;
    }

    private void put(SeriesKey key, List<long[]> rows) {
        Timeframe timeframe = key.timeframe().orElseThrow();
        store.put(key, Made.instrument(), Made.candles(timeframe, rows), "a file", Progress.NONE);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                Statement open = connection.createStatement();
                ResultSet rows = open.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long at(int minute) {
        return Made.START + minute * Made.MINUTE;
    }

    @Test
    void impossibleRowsAreFoundAndTakenOutAndKeptAside() throws SQLException {
        List<long[]> rows = minutes(5_000);
        rows.get(10)[2] = rows.get(10)[3] - 1;
        rows.get(20)[5] = -1;
        rows.get(4_500)[3] = 0;
        rows.remove(30);
        put(KEY, rows);
        SeriesCheck check = store.verify(KEY, Progress.NONE);
        assertThat(check.rows()).isEqualTo(4_999);
        assertThat(check.found()).isEqualTo(4);
        assertThat(check.sound()).isFalse();
        assertThat(check.findings().stream().map(Finding::kind))
                .containsExactly(IMPOSSIBLE, IMPOSSIBLE, GAP, IMPOSSIBLE);
        assertThat(check.findings().stream().map(Finding::atNanos))
                .containsExactly(at(10), at(20), at(30), at(4_500));
        assertThat(check.findings().get(1).text()).isEqualTo("volume -0.0001 is negative");
        assertThat(check.findings().get(2).text()).isEqualTo("1 candle is missing, until 2024-01-01T00:31:00Z");

        assertThat(store.repair(KEY, Progress.NONE).dropped()).isEqualTo(3);
        SeriesCheck after = store.verify(KEY, Progress.NONE);
        assertThat(after.sound()).isTrue();
        assertThat(after.rows()).isEqualTo(4_996);
        assertThat(after.found()).isEqualTo(4);
        assertThat(store.find(KEY).orElseThrow().rows()).isEqualTo(4_996);
        assertThat(store.find(KEY).orElseThrow().missing()).isEqualTo(4);
        assertThat(count("select sum(row_count) from series_quarantine")).isEqualTo(3);
        assertThat(store.find(KEY).orElseThrow().checksum())
                .isEqualTo(store.candles(KEY, 0, Long.MAX_VALUE).checksum());
    }

    @Test
    void aDamagedBlockIsNamedAndTheRestStaysReadable() throws SQLException {
        List<long[]> rows = minutes(12_000);
        put(KEY, rows);
        CandleColumns before = store.candles(KEY, 0, at(2_000)).candles();
        assertThat(before.size()).isEqualTo(2_000);
        long middle = count("select start_nanos from series_block order by start_nanos limit 1 offset 1");
        sql("update series_block set content = substr(content, 1, 500) || x'FFEE' || substr(content, 503)"
                + " where start_nanos = " + middle);
        long first = count("select first_nanos from series_block where start_nanos = " + middle);
        long last = count("select last_nanos from series_block where start_nanos = " + middle);
        assertThatThrownBy(() -> store.candles(KEY, 0, Long.MAX_VALUE))
                .isInstanceOf(StoreException.class)
                .hasMessage("The stored series binance:BTCUSDT:1m is damaged from " + Blocks.show(first) + " to "
                        + Blocks.show(last) + " (4096 rows: its checksum is wrong). The rest of it can be read. Take"
                        + " the damaged part out with 'tradewind data verify binance:BTCUSDT:1m --repair', then import that"
                        + " time again.");
        assertThat(store.candles(KEY, 0, first).candles().size()
                        + store.candles(KEY, last + 1, Long.MAX_VALUE).candles().size())
                .isEqualTo(12_000 - 4_096);
        SeriesCheck check = store.verify(KEY, Progress.NONE);
        assertThat(check.findings())
                .containsExactly(new Finding(
                        DAMAGED, first, 4_096,
                        "4096 rows until " + Blocks.show(last) + " cannot be read: its checksum is wrong"));
        assertThatThrownBy(() -> put(KEY, rows)).isInstanceOf(StoreException.class);

        assertThat(store.repair(KEY, Progress.NONE).dropped()).isEqualTo(4_096);
        assertThat(count("select length(content) > 1000 and reason = 'damaged: its checksum is wrong'"
                        + " from series_quarantine"))
                .isEqualTo(1);
        assertThat(store.verify(KEY, Progress.NONE).findings().stream().map(Finding::kind)).containsExactly(GAP);
        assertThat(store.find(KEY).orElseThrow().missing()).isEqualTo(4_096);
        assertThat(store.find(KEY).orElseThrow().gaps()).isEqualTo(1);
        put(KEY, rows);
        assertThat(Made.rows(store.candles(KEY, 0, Long.MAX_VALUE).candles()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(rows);
    }

    @Test
    void rowsTheDatabaseSaysOtherwiseOfAreDamaged() throws SQLException {
        put(KEY, minutes(100));
        sql("update series_block set row_count = 2000000000");
        assertThat(store.verify(KEY, Progress.NONE).findings().getFirst().kind()).isEqualTo(DAMAGED);
        assertThatThrownBy(() -> store.candles(KEY, 0, Long.MAX_VALUE)).isInstanceOf(StoreException.class);
    }

    @Test
    void aLostBlockIsMissedWhereAllIsRead() throws SQLException {
        List<long[]> rows = minutes(10_000);
        put(KEY, rows);
        long middle = count("select start_nanos from series_block order by start_nanos limit 1 offset 1");
        sql("delete from series_block where start_nanos = " + middle);
        assertThatThrownBy(() -> store.candles(KEY, Long.MIN_VALUE, Long.MAX_VALUE))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The stored series binance:BTCUSDT:1m has lost rows: those from ");
        assertThat(store.candles(KEY, 0, at(500)).candles().size()).isEqualTo(500);
        assertThat(store.verify(KEY, Progress.NONE).findings().stream().map(Finding::text))
                .contains("the 5904 rows that can be read are not the 10000 that were put: a block is lost");
        assertThat(store.repair(KEY, Progress.NONE).dropped()).isZero();
        assertThat(store.verify(KEY, Progress.NONE).sound()).isTrue();
        assertThat(store.find(KEY).orElseThrow().rows()).isEqualTo(5_904);
        put(KEY, rows);
        assertThat(store.candles(KEY, Long.MIN_VALUE, Long.MAX_VALUE).candles().size()).isEqualTo(10_000);
    }

    @Test
    void whateverByteOfTheFileChangesNoOtherRowsAreRead() throws IOException {
        put(KEY, minutes(40_000));
        long checksum = store.candles(KEY, Long.MIN_VALUE, Long.MAX_VALUE).checksum();
        close();
        byte[] whole = Files.readAllBytes(folder.resolve(Database.FILE));
        Rng rng = new Rng(1);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] changed = whole.clone();
            int at = rng.nextInt(whole.length);
            changed[at] ^= (byte) (1 + rng.nextInt(255));
            Path copy = Files.createDirectories(folder.resolve("copy" + i));
            Files.write(copy.resolve(Database.FILE), changed);
            try (Database damaged = Database.open(copy)) {
                CandleColumns read =
                        damaged.candles().candles(KEY, Long.MIN_VALUE, Long.MAX_VALUE).candles();
                assertThat(SeriesChecksum.of(read))
                        .as("byte %d of run %d", at, i)
                        .isEqualTo(checksum);
            } catch (StoreException | StorageException | IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 149);
        open();
    }

    @Test
    void aListReadsNoBlockSoItOutlivesDamage() throws SQLException {
        put(KEY, minutes(100));
        put(KEY, minutes(101).subList(99, 101));
        long checksum = store.find(KEY).orElseThrow().checksum();
        sql("update series_block set content = x'00'");
        assertThat(store.list()).hasSize(1);
        assertThat(store.find(KEY).orElseThrow().checksum()).isEqualTo(checksum);
    }

    @Test
    void timeframesThatDisagreeAreFoundFromEitherSide() {
        List<long[]> rows = minutes(600);
        put(KEY, rows);
        SeriesKey hours = SeriesKey.candles("binance", "BTCUSDT", Timeframe.H1);
        List<long[]> made = new ArrayList<>(Made.rows(store.candles(hours, 0, Long.MAX_VALUE).candles()));
        made.get(3)[2] += 5;
        made.get(4)[5] += 61;
        made.get(5)[5] += 62;
        // a lacking minute makes the hour's candle incomparable
        List<long[]> lacking = new ArrayList<>(rows);
        lacking.remove(60 * 7 + 5);
        made.get(7)[1] += 3;
        store.drop(KEY);
        put(KEY, lacking);
        put(hours, made);
        for (SeriesKey key : List.of(KEY, hours)) {
            List<Finding> found = store.verify(key, Progress.NONE).findings().stream()
                    .filter(finding -> finding.kind() == DISAGREEMENT)
                    .toList();
            assertThat(found).hasSize(2);
            assertThat(found.getFirst().atNanos()).isEqualTo(at(180));
            assertThat(found.getFirst().text()).matches(
                    "the 1h candle has high \\d+\\.\\d\\d instead of the \\d+\\.\\d\\d that its 1m candles make");
            assertThat(found.getLast().atNanos()).isEqualTo(at(300));
        }
        assertThat(store.repair(hours, Progress.NONE).dropped()).isZero();
    }

    @Test
    void whatIsWorseThanAGapIsListedFirstWhereThereIsTooMuch() {
        List<long[]> rows = new ArrayList<>();
        List<long[]> minutes = minutes(4_000);
        for (int i = 0; i < minutes.size(); i += 2) {
            rows.add(minutes.get(i));
        }
        rows.getLast()[1] = 0;
        rows.getLast()[3] = 0;
        put(KEY, rows);
        SeriesCheck check = store.verify(KEY, Progress.NONE);
        assertThat(check.found()).isEqualTo(1_999 + 1);
        assertThat(check.findings()).hasSize(SeriesCheck.MOST);
        assertThat(check.findings().getLast().kind()).isEqualTo(IMPOSSIBLE);
        assertThat(check.sound()).isFalse();
    }

    @Test
    void whatDoesNotExistCannotBeChecked() {
        assertThatThrownBy(() -> store.verify(KEY, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no stored series binance:BTCUSDT:1m; 'tradewind data list' names those there"
                        + " are.");
    }
}
