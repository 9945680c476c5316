package dev.tradewind.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.settings.BotPreset;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of presets does, in memory and in the database. */
class BotPresetsTest {

    @TempDir
    Path folder;

    @Test
    void keepsRenamesAndForgetsInMemory() {
        keepsRenamesAndForgets(BotPresetStore.inMemory());
    }

    @Test
    void keepsRenamesAndForgetsInTheDatabaseAndFindsThemAgain() {
        try (Database database = Database.open(folder)) {
            keepsRenamesAndForgets(database.presets());
        }
        try (Database database = Database.open(folder)) {
            assertEquals(
                    List.of(new BotPreset("dca", "Calm nights", Map.of("takeProfit", "3"))), database.presets().presets("dca"));
        }
    }

    /** A database of the version before presets is brought to the newest form, what it held stays. */
    @Test
    void anOlderDatabaseGetsItsPresets() throws SQLException {
        EarlierDatabase.make(folder, 1);
        try (Database database = Database.open(folder)) {
            assertEquals(true, database.settings().load().light());
            database.presets().savePreset(new BotPreset("grid", "Wide", Map.of("levels", "80")));
            assertEquals(1, database.presets().presets("grid").size());
        }
    }

    private static void keepsRenamesAndForgets(BotPresetStore store) {
        store.savePreset(new BotPreset("dca", " Nights ", Map.of("takeProfit", "2", "maxDeals", "4")));
        store.savePreset(new BotPreset("dca", "Nights", Map.of("takeProfit", "3")));
        store.savePreset(new BotPreset("dca", "Days", Map.of()));
        store.savePreset(new BotPreset("dca", "Other", Map.of("takeProfit", "1")));
        store.savePreset(new BotPreset("grid", "Nights", Map.of("levels", "80")));
        assertEquals(Map.of("takeProfit", "3"), store.presets("dca").stream()
                .filter(preset -> preset.name().equals("Nights")).findFirst().orElseThrow().values());
        assertEquals(
                "bot 'dca' has a preset 'Other' already",
                assertThrows(IllegalArgumentException.class, () -> store.renamePreset("dca", "Nights", "Other")).getMessage());
        assertEquals(
                "there is no preset 'None' of bot 'dca'",
                assertThrows(IllegalArgumentException.class, () -> store.renamePreset("dca", "None", "Some")).getMessage());
        assertEquals(
                "preset name '' must have 1 to 60 characters",
                assertThrows(IllegalArgumentException.class, () -> store.renamePreset("dca", "Nights", " ")).getMessage());
        store.renamePreset("dca", "Nights", "Calm nights");
        store.deletePreset("dca", "Other");
        store.deletePreset("dca", "Days");
        store.deletePreset("dca", "Days");
        assertEquals(List.of(new BotPreset("dca", "Calm nights", Map.of("takeProfit", "3"))), store.presets("dca"));
        assertEquals(List.of(new BotPreset("grid", "Nights", Map.of("levels", "80"))), store.presets("grid"));
    }
}
