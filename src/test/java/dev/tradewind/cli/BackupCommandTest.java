package dev.tradewind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.settings.Preferences;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup commands, as they are typed. */
class BackupCommandTest {

    private static final String PASSPHRASE = "seven quiet herons over the weir";

    @TempDir
    private Path temporary;

    private String folder = "";

    @BeforeEach
    void fill() throws Exception {
        Path data = Files.createDirectory(temporary.resolve("data"));
        try (Database database = Database.open(data)) {
            database.settings().save(new Preferences(true, false, 150));
        }
        folder = data.toString();
    }

    private Shell type(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--data-dir";
        all[words.length + 1] = folder;
        return Shell.type(all);
    }

    @Test
    void aBackupIsMadeListedCheckedRehearsedAndRestored() throws Exception {
        JsonNode made = type("backup", "create", "--json").json();
        assertFalse(made.get("encrypted").asBoolean());
        JsonNode list = type("backup", "list", "--json").json();
        assertEquals(made, list.get("backups").get(0));
        assertTrue(type("backup", "verify", "--json").json().get("sound").asBoolean());
        JsonNode rehearsal = type("backup", "rehearse", "--json").json();
        assertTrue(rehearsal.get("passed").asBoolean(), rehearsal.toString());
        Path target = temporary.resolve("restored");
        Shell restored = type("backup", "restore", made.get("file").asText(), "--to", target.toString());
        assertEquals(0, restored.exitCode(), restored.err());
        try (Database database = Database.open(target)) {
            assertEquals(150, database.settings().load().textPercent());
        }
        Shell again = type("backup", "restore", made.get("file").asText(), "--to", target.toString());
        assertEquals(1, again.exitCode());
        assertTrue(again.err().contains("is not empty; name a new folder"), again.err());
    }

    @Test
    void oneIsMadeWhileAnotherProcessHasTheFolder() {
        try (DataFolder taken = DataFolder.open(Path.of(folder))) {
            Shell made = type("backup", "create");
            assertEquals(0, made.exitCode(), made.err());
            assertTrue(taken.path().resolve("backups").toFile().isDirectory());
        }
    }

    @Test
    void anEncryptedOneTakesThePassphraseFromAFile() throws Exception {
        Vault.create(
                        new VaultFile(new SystemDisk(), Path.of(folder)), InstantSource.system(),
                        Opening.Factors.of(PASSPHRASE.toCharArray()), "", KdfCost.LEAST)
                .close();
        Path secret = Files.createFile(
                temporary.resolve("passphrase"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, PASSPHRASE + "\n");
        String file = type("backup", "create", "--json").json().get("file").asText();
        Shell bytes = type("backup", "verify", file);
        assertEquals(0, bytes.exitCode(), bytes.err());
        assertTrue(bytes.out().contains("encrypted: what is in it was not looked at"), bytes.out());
        Shell all = type("backup", "verify", file, "--contents", "--passphrase-file", secret.toString());
        assertEquals(0, all.exitCode(), all.err());
        assertTrue(all.out().contains("the vault's head is whole"), all.out());
        Files.writeString(secret, "another\n");
        Shell wrong = type(
                "backup", "restore", file, "--to", temporary.resolve("no").toString(), "--passphrase-file", secret.toString());
        assertEquals(1, wrong.exitCode());
        assertFalse(Files.exists(temporary.resolve("no")));
        assertFalse((wrong.err() + wrong.out()).contains("another"), wrong.err());
    }

    @Test
    void thePlanIsShownAndChanged() throws Exception {
        Path elsewhere = temporary.resolve("elsewhere");
        JsonNode plan = type(
                        "backup", "plan", "--every", "hour", "--keep", "5", "--folder", elsewhere.toString(), "--json")
                .json();
        assertEquals("hour", plan.get("every").asText());
        assertEquals(5, plan.get("keep").asInt());
        assertEquals(elsewhere.toString(), plan.get("folder").asText());
        assertEquals(plan, type("backup", "plan", "--json").json());
        Shell wrong = type("backup", "plan", "--keep", "0");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("keeping 0 backups; it takes 1 to 1000"), wrong.err());
    }

    @Test
    void everythingIsExported() throws Exception {
        Path target = temporary.resolve("export");
        Shell exported = type("export", "--to", target.toString());
        assertEquals(0, exported.exitCode(), exported.err());
        assertTrue(Files.readString(target.resolve("settings.csv")).contains("look.textPercent,150\n"));
        assertTrue(Files.exists(target.resolve("manifest.json")));
    }

    @Test
    void whereThereIsNoDataFolderNoneIsMade() {
        folder = temporary.resolve("none").toString();
        Shell none = type("backup", "create");
        assertEquals(1, none.exitCode());
        assertTrue(none.err().contains("there is no data folder in"), none.err());
        assertFalse(Files.exists(Path.of(folder)));
    }
}
