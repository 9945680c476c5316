package dev.tradewind.bench;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleSeries;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * From opening the database until a million candles are columns in memory, as a backtest of a stored series begins;
 * and, in turns, the same candles as plain rows of an SQLite table, read through the same driver into the same columns.
 * Nothing is held from run to run but what the operating system caches of the files. The gate holds both checksums
 * against that of the candles that were put.
 */
final class StoreBenchmark implements Benchmark {

    private static final String PEER = "the same candles as rows of an SQLite table";
    private static final int BARS = 1_000_000;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 9;
    private static final double GOAL_MILLIS = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final SeriesKey KEY = SeriesKey.candles("bench", "BASEQUOTE", Timeframe.M1);

    @Override
    public String name() {
        return "store.load1m";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL_MILLIS);
    }

    @Override
    public BenchResult run() throws Exception {
        CandleImport made = BenchSeries.of(BARS, BenchSeries.SEED).imported().content();
        Path folder = Files.createTempDirectory("tradewind-store");
        try {
            try (Database database = Database.open(folder)) {
                database.candles().put(KEY, made.instrument(), made.candles(), "bench series", Progress.NONE);
            }
            String table = "jdbc:sqlite:" + folder.resolve("rows.db");
            fill(table, made.candles());
            String[] verdict = {BenchResult.OK};
            Repeated.Pair figures = Repeated.inTurns(
                    WARM_UPS, RUNS,
                    () -> timed(() -> stored(folder), made.checksum(), "the store", verdict),
                    () -> timed(() -> scanned(table), made.checksum(), "the table", verdict));
            return BenchResult.of(figures.work())
                    .beside(PEER, figures.peer())
                    .withHash(HexFormat.of().toHexDigits(made.checksum()))
                    .judged(verdict[0]);
        } finally {
            delete(folder);
        }
    }

    private interface Load {
        CandleColumns candles() throws Exception;
    }

    private static double timed(Load load, long checksum, String what, String[] verdict) throws Exception {
        long began = System.nanoTime();
        CandleColumns candles = load.candles();
        double millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
        if (SeriesChecksum.of(candles) != checksum) {
            verdict[0] = what + " gave other candles than were put";
        }
        return millis;
    }

    private static CandleColumns stored(Path folder) {
        try (Database database = Database.open(folder)) {
            return database.candles().candles(KEY, Long.MIN_VALUE, Long.MAX_VALUE).candles();
        }
    }

    private static CandleColumns scanned(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(table);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select time, open, high, low, close, volume from candle order by time")) {
            CandleSeries series = new CandleSeries(Timeframe.M1, BARS);
            while (rows.next()) {
                series.append(
                        rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5),
                        rows.getLong(6));
            }
            return series.columns();
        }
    }

    private static void fill(String table, CandleColumns candles) throws SQLException {
        try (Connection connection = DriverManager.getConnection(table);
                Statement statement = connection.createStatement()) {
            statement.execute("create table candle (time integer primary key, open integer not null,"
                    + " high integer not null, low integer not null, close integer not null, volume integer not null)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into candle values (?, ?, ?, ?, ?, ?)")) {
                for (int row = 0; row < candles.size(); row++) {
                    insert.setLong(1, candles.openTimeNanos(row));
                    insert.setLong(2, candles.openTicks(row));
                    insert.setLong(3, candles.highTicks(row));
                    insert.setLong(4, candles.lowTicks(row));
                    insert.setLong(5, candles.closeTicks(row));
                    insert.setLong(6, candles.volumeLots(row));
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
