package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.persistence.Database;
import dev.tradewind.settings.BotPreset;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetChoiceTest {

    private static final BotType DCA = BotCatalog.type("dca");

    @TempDir
    Path folder;

    @Test
    void findsPresetsThatComeWithTheBotAndThePersonsOwn() {
        assertEquals(DCA.presets().get(2).values(), PresetChoice.values(DCA, "deep", folder));
        try (Database database = Database.open(folder)) {
            database.presets().savePreset(new BotPreset("dca", "Nights", Map.of("takeProfit", "3")));
        }
        assertEquals(Map.of("takeProfit", "3"), PresetChoice.values(DCA, "Nights", folder));
        assertEquals(
                "preset 'Days' of bot dca is not one of Classic, Calm, Deep, Sample, Nights",
                assertThrows(IllegalArgumentException.class, () -> PresetChoice.values(DCA, "Days", folder)).getMessage());
    }
}
