package dev.tradewind.persistence;

import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.series.SqlCandleStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database in the data folder: journals in a form that can be queried, the settings, the accounts, and the store of
 * candles and trades. Opening brings it to the newest form. Write-ahead logging, so readers and the one writer do not wait
 * for each other. Connections it hands out belong to whoever asked.
 */
public final class Database implements AutoCloseable {

    /** The file's name in the data folder. */
    public static final String FILE = "tradewind.db";

    /** Number of the newest migration. */
    static final int SCHEMA_VERSION = 5;

    /** Number of the migration that made room for candles. */
    private static final int FIRST_WITH_CANDLES = 3;

    private static final String EMPTY = "/db/empty.sqlite";
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Path file;
    private final SQLiteDataSource source;
    private final Connection settingsConnection;
    private final CandleStore candles;

    private Database(Path file, SQLiteDataSource source, Connection settingsConnection) {
        this.file = file;
        this.source = source;
        this.settingsConnection = settingsConnection;
        this.candles = new SqlCandleStore(new StoreConnections(file, source, false));
    }

    /**
     * {@return the candles and trades of a data folder that another process may be using, to be read only; empty where there
     * is no database, or one from before there were any}
     *
     * @throws StoreException if it cannot be read
     */
    public static Optional<CandleStore> reading(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        StoreConnections connections = new StoreConnections(file, source, true);
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            boolean holds = version.next() && version.getInt(1) >= FIRST_WITH_CANDLES;
            return holds ? Optional.of(new SqlCandleStore(connections)) : Optional.empty();
        } catch (SQLException e) {
            throw connections.trouble(e);
        }
    }

    /** Hears that a database is about to get another form, and may keep that from happening. */
    @FunctionalInterface
    public interface BeforeMigration {
        /**
         * The database still is as it was.
         *
         * @param settings what is kept in it, by name
         * @throws StorageException to leave it so
         */
        void before(int schema, int newSchema, Map<String, String> settings);
    }

    /**
     * Opens the database of a data folder, making it if it is missing.
     *
     * @throws StorageException if it cannot be made, read or written
     */
    public static Database open(Path folder) {
        return open(folder, (schema, newSchema, settings) -> {});
    }

    /**
     * As above. Either all migrations there are take place, or none does and the database is as it was.
     *
     * @param before is told before a database of an earlier version is changed
     */
    public static Database open(Path folder, BeforeMigration before) {
        return open(folder, before, "classpath:db/migration");
    }

    static Database open(Path folder, BeforeMigration before, String migrations) {
        Path file = folder.resolve(FILE);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            create(file);
            migrate(source, before, migrations);
            return new Database(file, source, source.getConnection());
        } catch (IOException | SQLException | FlywayException | DataAccessException e) {
            throw trouble(file, e);
        }
    }

    /** Looking for migrations takes the better part of a second, so a database that says it is up to date is believed. */
    private static void migrate(SQLiteDataSource source, BeforeMigration before, String migrations) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int schema;
            try (ResultSet version = statement.executeQuery("pragma user_version")) {
                schema = version.next() ? version.getInt(1) : 0;
            }
            if (schema == SCHEMA_VERSION) {
                return;
            }
            if (schema > SCHEMA_VERSION) {
                throw new StorageException("The database was last used by a newer Tradewind (its form is " + schema
                        + ", this program knows " + SCHEMA_VERSION + "). Nothing was changed. Start that program, or restore"
                        + " a backup made before.");
            }
            if (schema > 0) {
                before.before(schema, SCHEMA_VERSION, settings(statement));
            }
            // one transaction for all: one that fails leaves none of those before it
            Flyway.configure().dataSource(source).locations(migrations).group(true).load().migrate();
            statement.execute("pragma user_version = " + SCHEMA_VERSION);
        }
    }

    private static Map<String, String> settings(Statement statement) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select name, value from setting")) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getString(2));
            }
        }
        return values;
    }

    /**
     * A new database starts as a copy of the empty one the build migrated, or empty where the build brought none. SQLite
     * gives its side files the permissions of the main one, so that one is made first.
     */
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (InputStream empty = Database.class.getResourceAsStream(EMPTY)) {
            if (empty == null) {
                Files.createFile(file, SystemDisk.ownerOnly(file, "rw-------"));
            } else {
                new SystemDisk().replace(file, ByteBuffer.wrap(empty.readAllBytes()));
            }
        }
    }

    static StorageException trouble(Path file, Exception cause) {
        String words = allWords(cause);
        if (words.contains("NOTADB") || words.contains("SQLITE_CORRUPT")) {
            return new StorageException(
                    "The database " + file + " is damaged. Journals and orders are not touched. Move the file away and"
                            + " start Tradewind again: everything in it except your settings, the candles you imported and"
                            + " the runs you kept is made again from the journals.",
                    cause);
        }
        String message = DiskTrouble.describe("use the database", file, new IOException(words, cause));
        return new StorageException(message, cause);
    }

    private static String allWords(Throwable cause) {
        StringBuilder words = new StringBuilder();
        for (Throwable each = cause; each != null; each = each.getCause()) {
            words.append(words.isEmpty() ? "" : "; ").append(String.valueOf(each.getMessage()).strip());
        }
        return words.toString();
    }

    Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    static DSLContext sql(Connection connection) {
        return DSL.using(connection, SQLDialect.SQLITE);
    }

    /** {@return the number of the form that opening a database gives it} */
    public static int schema() {
        return SCHEMA_VERSION;
    }

    /** {@return the database file} */
    public Path file() {
        return file;
    }

    /** {@return the settings kept in here; usable until the database is closed} */
    public DatabaseSettings settings() {
        return new DatabaseSettings(file, settingsConnection);
    }

    /** {@return the presets kept in here; usable until the database is closed} */
    public DatabasePresets presets() {
        return new DatabasePresets(file, settingsConnection);
    }

    /** {@return the runs kept in here; usable from any thread until the database is closed} */
    public DatabaseRuns runs() {
        return new DatabaseRuns(file, settingsConnection);
    }

    /** {@return the accounts kept in here; usable from any thread until the database is closed} */
    public DatabaseAccounts accounts() {
        return new DatabaseAccounts(this, settingsConnection);
    }

    /** {@return the candles and trades kept in here; usable from any thread} */
    public CandleStore candles() {
        return candles;
    }

    @Override
    public void close() {
        try {
            synchronized (settingsConnection) {
                settingsConnection.close();
            }
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }
}
