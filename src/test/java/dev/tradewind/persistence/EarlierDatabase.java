package dev.tradewind.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A database as an earlier release left it. */
final class EarlierDatabase {

    private EarlierDatabase() {}

    /** Makes one with migrations up to {@code version}, and a setting in it: light is on. */
    static void make(Path folder, int version) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve(Database.FILE);
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(Integer.toString(version))
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("insert into setting (name, value) values ('look.light', 'true')");
            connection.createStatement().execute("pragma user_version = " + version);
        }
    }
}
