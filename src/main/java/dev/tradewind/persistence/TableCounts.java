package dev.tradewind.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What is in a database file, counted, and whether it is whole. Changes nothing in it. */
public final class TableCounts {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private TableCounts() {}

    private static SQLiteDataSource source(Path database) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    /**
     * {@return the number of rows of each table of ours, by its name}
     *
     * @throws StorageException if it cannot be read
     */
    public static Map<String, Long> of(Path database) {
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery("select name from sqlite_schema where type = 'table'"
                    + " and name not like 'sqlite_%' and name not like 'flyway_%' order by name")) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            Map<String, Long> counts = new TreeMap<>();
            for (String name : names) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + name.replace("\"", "\"\"") + "\"")) {
                    counts.put(name, count.next() ? count.getLong(1) : 0);
                }
            }
            return counts;
        } catch (SQLException e) {
            throw Database.trouble(database, e);
        }
    }

    /** {@return the number of the schema a database has, 0 for none} */
    public static int schema(Path database) {
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.next() ? version.getInt(1) : 0;
        } catch (SQLException e) {
            throw Database.trouble(database, e);
        }
    }

    /**
     * Has SQLite look at every page, row and index.
     *
     * @return what it says is wrong, empty if nothing is
     */
    public static List<String> faults(Path database) {
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("pragma integrity_check(20)")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            try (ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
                while (rows.next() && found.size() < 40) {
                    found.add("table " + rows.getString(1) + " row " + rows.getString(2) + " refers to a missing row of "
                            + rows.getString(3));
                }
            }
            found.removeIf("ok"::equals);
            return found;
        } catch (SQLException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
