package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Data folders as the programs of every earlier schema version left them: {@code datafolder/schema-N.zip} was filled by the last
 * program with that schema, through its own commands: a paper session that ended, one that was killed while a grid traded,
 * presets from version 2 on, a stored series from version 3 on, kept backtests with their trials in version 4. Each opens here,
 * is backed up first, has all it had, and its session goes on.
 */
class EarlierFolderTest {

    private static final int SCHEMA = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void opensIsBackedUpFirstAndGoesOn(int schema) throws Exception {
        unzip(schema);
        Map<String, List<String>> before = tables();
        assertEquals(schema, version());
        Map<Integer, String> sessions = runHashes();

        List<BackupRow> backups;
        try (DataHome home = DataHome.open(Optional.of(folder))) {
            assertEquals(SCHEMA, Database.schema());
            assertEquals(125, home.terminal().preferences().load().textPercent());
            assertEquals(240, home.terminal().lastUse().loadLastUse().speed());
            backups = home.terminal().desks().backups().list();
            assertEquals(1, backups.size(), backups.toString());
        }
        assertEquals(SCHEMA, version());
        Map<String, List<String>> after = tables();
        before.forEach((table, rows) -> assertEquals(rows, after.get(table), table + " of schema " + schema));
        assertEquals(sessions, runHashes());
        assertEquals(2, sessions.size());

        String name = backups.getFirst().file().getFileName().toString();
        assertTrue(name.matches("tradewind-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ-before-schema-5\\.twb"), name);
        asItWas(backups.getFirst().file(), before, schema);
        goesOn();
    }

    @Test
    void whatCannotBeBackedUpIsNotChanged() throws Exception {
        unzip(4);
        Files.writeString(folder.resolve("backups"), "a file where the folder would be");
        Map<String, List<String>> before = tables();
        StorageException refused = assertThrows(StorageException.class, () -> DataHome.open(Optional.of(folder)));
        assertTrue(refused.getMessage().contains("backs it up before it changes it, which failed. Nothing was changed"),
                refused.getMessage());
        assertEquals(4, version());
        assertEquals(before, tables());
        Files.delete(folder.resolve("backups"));
        DataHome.open(Optional.of(folder)).close();
        assertEquals(SCHEMA, version());
    }

    /** The backup made first holds the folder as the earlier program left it. */
    private void asItWas(Path backup, Map<String, List<String>> before, int schema) throws Exception {
        Path restored = folder.resolveSibling(folder.getFileName() + "-as-it-was");
        try (BackupShelf shelf = BackupShelf.open(Optional.of(folder), true)) {
            RestoreReceipt receipt = shelf.desk().restore(backup, restored, Optional.empty()).await();
            assertTrue(receipt.files() > 0);
            assertEquals(before, tables(restored.resolve(Database.FILE)));
            assertEquals(schema, version(restored.resolve(Database.FILE)));
            Rehearsal rehearsal = shelf.desk().rehearse(backup, Optional.empty()).await();
            assertTrue(rehearsal.passed(), rehearsal.steps().toString());
        }
    }

    private void goesOn() throws Exception {
        long before;
        try (PaperRun run = PaperRun.resume(Optional.of(folder), 10_000, TapeChoice.NONE)) {
            before = run.position().played();
            long deadline = System.nanoTime() + 30_000_000_000L;
            while (run.position().played() < before + 5 && System.nanoTime() < deadline) {
                run.fresh();
            }
            assertTrue(run.position().played() >= before + 5, "it plays on from event " + before);
            assertEquals(Optional.empty(), run.halted());
            assertEquals("grid", run.newest().bots().getFirst().type());
        }
    }

    private void unzip(int schema) throws IOException {
        try (InputStream in = EarlierFolderTest.class.getResourceAsStream("/datafolder/schema-" + schema + ".zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
    }

    private Map<Integer, String> runHashes() throws StartException {
        Map<Integer, String> hashes = new TreeMap<>();
        for (int session = 1; Files.exists(folder.resolve("sessions/" + session)); session++) {
            hashes.put(session, JournalInspection.of(folder.resolve("sessions/" + session)).verify().hash());
        }
        return hashes;
    }

    private int version() throws SQLException {
        return version(folder.resolve(Database.FILE));
    }

    private static int version(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            return version.getInt(1);
        }
    }

    private Map<String, List<String>> tables() throws SQLException {
        return tables(folder.resolve(Database.FILE));
    }

    /** {@return every row of every table of ours, its columns in the order of their names, by the table's name} */
    private static Map<String, List<String>> tables(Path database) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery("select name from sqlite_schema where type = 'table'"
                    + " and name not like 'flyway%' and name not like 'sqlite%'")) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            for (String name : names) {
                List<String> rows = new ArrayList<>();
                try (ResultSet all = statement.executeQuery("select * from " + name)) {
                    while (all.next()) {
                        Map<String, String> row = new TreeMap<>();
                        for (int column = 1; column <= all.getMetaData().getColumnCount(); column++) {
                            row.put(all.getMetaData().getColumnName(column), String.valueOf(value(all, column)));
                        }
                        rows.add(row.toString());
                    }
                }
                rows.sort(null);
                found.put(name, rows);
            }
        }
        return found;
    }

    private static Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value;
    }
}
