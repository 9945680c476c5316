package dev.tradewind.bench;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.FileJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

/** A data folder of some gigabytes, made quickly: series of a million candles each, and sessions with millions of rows. */
final class LargeFolder {

    private static final int BARS = 1_000_000;
    private static final double DATABASE_SHARE = 0.6;
    private static final long SESSION_BYTES = 400L << 20;
    private static final int ROWS_AT_ONCE = 1_000;

    /** Its sessions begin with this number; the ones before are for whoever trades meanwhile. */
    static final int FIRST_SESSION = 2;

    private LargeFolder() {}

    /** Makes about so many bytes in an empty folder, or at least one series and one session. */
    static void make(Path folder, long bytes) throws IOException, SQLException {
        long database = (long) (bytes * DATABASE_SHARE);
        candles(folder, database);
        int number = FIRST_SESSION;
        for (long left = bytes - database; left > 0; left -= SESSION_BYTES, number++) {
            session(folder.resolve("sessions").resolve(Integer.toString(number)), number, Math.min(left, SESSION_BYTES));
        }
    }

    private static void candles(Path folder, long bytes) throws IOException, SQLException {
        CandleImport made = BenchSeries.of(BARS, BenchSeries.SEED).imported().content();
        try (Database database = Database.open(folder)) {
            SeriesKey key = SeriesKey.candles("bench", "BASEQUOTE", Timeframe.M1);
            database.candles().put(key, made.instrument(), made.candles(), "bench series", Progress.NONE);
        }
        Path file = folder.resolve(Database.FILE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma synchronous = off");
            String columns = "instrument_symbol, instrument_venue, base, base_scale, quote, quote_scale, tick_size, lot_size,"
                    + " row_count, first_nanos, last_nanos, gaps, missing, revised, bytes, chain, chain_true, source";
            for (int copy = 2; Files.size(file) < bytes; copy++) {
                statement.execute("insert into series (id, name, " + columns + ") select " + copy + ", 'bench:BASEQUOTE" + copy
                        + ":1m', " + columns + " from series where id = 1");
                statement.execute("insert into series_block select " + copy + ", start_nanos, first_nanos, last_nanos,"
                        + " row_count, gaps, missing, least_id, most_id, content from series_block where series_id = 1");
                statement.execute("pragma wal_checkpoint(truncate)");
            }
        }
    }

    private static void session(Path folder, int number, long bytes) throws IOException {
        OrderRequest request = new OrderRequest();
        try (FileJournal journal =
                FileJournal.create(new UnforcedDisk(), folder, "paper/" + number, 0, Map.of("number", Integer.toString(number)))) {
            journal.command(1, 1, new Command.CancelMine());
            long id = 0;
            while (size(folder) < bytes) {
                for (int row = 0; row < ROWS_AT_ONCE; row++) {
                    id++;
                    request.set(
                            id, 1, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000 + id % 100, 3_000_000 + id % 1_000, 0,
                            (int) (id % 10), 0);
                    journal.submitIntent(1, 1, request);
                }
                journal.commit();
            }
        }
    }

    /** {@return bytes of all files in a folder} */
    static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
