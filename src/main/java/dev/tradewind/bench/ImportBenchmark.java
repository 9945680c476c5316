package dev.tradewind.bench;

import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.app.StoreDesk;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Rows of a CSV file stored a second: the file of a million candles is read, checked and put into an empty store, as
 * {@code tradewind data import} does it; and, in turns, the same file read line by line and inserted in batches into a
 * plain SQLite table through the same driver. The gate holds both checksums against that of the candles that were
 * written.
 */
final class ImportBenchmark implements Benchmark {

    private static final String PEER = "lines split and inserted in batches into an SQLite table";
    private static final int BARS = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;
    private static final double GOAL = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int BATCH = 1_000;
    private static final SeriesKey KEY = SeriesKey.candles("bench", "BASEQUOTE", Timeframe.M1);

    private int round;

    @Override
    public String name() {
        return "store.import";
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL);
    }

    @Override
    public BenchResult run() throws Exception {
        BenchSeries series = BenchSeries.of(BARS, BenchSeries.SEED);
        CandleImport made = series.imported().content();
        Path folder = Files.createTempDirectory("tradewind-import");
        try {
            Path file = write(series, folder.resolve("bench-BASEQUOTE-1m.csv"));
            String[] verdict = {BenchResult.OK};
            Repeated.Pair figures = Repeated.inTurns(
                    WARM_UPS, RUNS,
                    () -> stored(folder.resolve("store" + round++), file, made.checksum(), verdict),
                    () -> inserted(folder.resolve("rows" + round++), file, made.checksum(), verdict));
            return BenchResult.of(figures.work())
                    .beside(PEER, figures.peer())
                    .withHash(HexFormat.of().toHexDigits(made.checksum()))
                    .judged(verdict[0]);
        } finally {
            delete(folder);
        }
    }

    static Path write(BenchSeries series, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("openTime,open,high,low,close,volume\n");
            for (int bar = 0; bar < series.size(); bar++) {
                out.write(series.timeMillis(bar) + "," + plain(series.open(bar)) + "," + plain(series.high(bar)) + ","
                        + plain(series.low(bar)) + "," + plain(series.close(bar)) + "," + plain(series.volume(bar))
                        + "\n");
            }
        }
        return file;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static double stored(Path folder, Path file, long checksum, String[] verdict) throws Exception {
        Files.createDirectory(folder);
        try (Database database = Database.open(folder)) {
            StoreDesk desk = new StoreDesk(database.candles());
            ImportRequest request = new ImportRequest(List.of(file), Optional.empty(), Optional.of(KEY), false);
            long began = System.nanoTime();
            desk.importFiles(request).await();
            double rate = BARS * NANOS_PER_SECOND / (System.nanoTime() - began);
            if (desk.list().getFirst().checksum() != checksum) {
                verdict[0] = "the store holds other candles than were written";
            }
            return rate;
        }
    }

    private static double inserted(Path folder, Path file, long checksum, String[] verdict) throws Exception {
        Files.createDirectory(folder);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("rows.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            statement.execute("create table candle (time integer primary key, open integer not null, high integer not"
                    + " null, low integer not null, close integer not null, volume integer not null)");
            long began = System.nanoTime();
            insert(connection, file);
            double rate = BARS * NANOS_PER_SECOND / (System.nanoTime() - began);
            if (checksum(statement) != checksum) {
                verdict[0] = "the table holds other candles than were written";
            }
            return rate;
        }
    }

    private static void insert(Connection connection, Path file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (BufferedReader lines = Files.newBufferedReader(file);
                PreparedStatement insert =
                        connection.prepareStatement("insert into candle values (?, ?, ?, ?, ?, ?)")) {
            lines.readLine();
            int row = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                insert.setLong(1, Long.parseLong(fields[0]) * NANOS_PER_MILLI);
                for (int field = 1; field < fields.length; field++) {
                    BigDecimal value = new BigDecimal(fields[field]);
                    insert.setLong(field + 1, value.movePointRight(field < 5 ? 2 : 5).longValueExact());
                }
                insert.addBatch();
                if (++row % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static long checksum(Statement statement) throws SQLException {
        long[][] columns = new long[6][BARS];
        int row = 0;
        try (ResultSet rows = statement.executeQuery("select * from candle order by time")) {
            for (; rows.next() && row < BARS; row++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][row] = rows.getLong(column + 1);
                }
            }
        }
        return SeriesChecksum.of(new CandleColumns(
                Timeframe.M1, row, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]));
    }

    static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
