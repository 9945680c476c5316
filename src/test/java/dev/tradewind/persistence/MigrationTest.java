package dev.tradewind.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of an earlier version gets its new form whole or not at all, and only after somebody was asked. */
class MigrationTest {

    private static final List<String> GOOD =
            List.of("V1__journal_projection", "V2__bot_preset", "V3__candle_store", "V4__run");

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();

    private Path migrationsThatFail() throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        for (String name : GOOD) {
            try (InputStream in = Database.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
                Files.copy(in, migrations.resolve(name + ".sql"));
            }
        }
        Files.writeString(
                migrations.resolve("V5__broken.sql"),
                "create table account (id integer);\ninsert into account (id, no_such_column) values (1, 2);\n");
        return migrations;
    }

    private List<String> content() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema order by name",
                    "select version || ' ' || success from flyway_schema_history order by installed_rank",
                    "select name || ' ' || value from setting order by name",
                    "select 'version ' || user_version from pragma_user_version")) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void oneThatFailsLeavesAllAsItWas() throws Exception {
        EarlierDatabase.make(folder, 2);
        List<String> before = content();
        assertTrue(before.contains("version 2"), before.toString());
        String migrations = "filesystem:" + migrationsThatFail();
        StorageException failed = assertThrows(
                StorageException.class,
                () -> Database.open(folder, (from, to, settings) -> asked.add(from + " to " + to), migrations));
        assertTrue(failed.getMessage().contains("no_such_column"), failed.getMessage());
        assertEquals(before, content());
        assertEquals(List.of("2 to 5"), asked);
        Database.open(folder).close();
        assertTrue(content().contains("version 5"));
    }

    @Test
    void whoeverIsAskedMayKeepItFromHappening() throws Exception {
        EarlierDatabase.make(folder, 4);
        List<String> before = content();
        StorageException kept = assertThrows(StorageException.class, () -> Database.open(folder, (from, to, settings) -> {
            assertEquals("true", settings.get("look.light"));
            throw new StorageException("no room for a backup");
        }));
        assertEquals("no room for a backup", kept.getMessage());
        assertEquals(before, content());
    }

    @Test
    void nobodyIsAskedAboutANewOneOrOneThatIsUpToDate() {
        Database.open(folder, (from, to, settings) -> asked.add("asked")).close();
        Database.open(folder, (from, to, settings) -> asked.add("asked")).close();
        assertEquals(List.of(), asked);
    }

    @Test
    void oneOfANewerProgramIsRefusedAndLeftAsItIs() throws Exception {
        Database.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE))) {
            connection.createStatement().execute("pragma user_version = 99");
        }
        StorageException refused = assertThrows(StorageException.class, () -> Database.open(folder));
        assertTrue(refused.getMessage().startsWith("The database was last used by a newer Tradewind"), refused.getMessage());
        assertTrue(content().contains("version 99"));
    }
}
