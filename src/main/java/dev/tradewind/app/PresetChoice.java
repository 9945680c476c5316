package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.settings.BotPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Finds the values of a preset by its name: those that come with a kind of bot, then the person's own. */
public final class PresetChoice {

    private PresetChoice() {}

    /**
     * {@return the preset's values, over the defaults}
     *
     * @param type a bot type
     * @param name upper and lower case are alike for presets that come with the type
     * @throws IllegalArgumentException if there is no such preset; the message lists those there are
     */
    public static Map<String, String> values(BotType type, String name) {
        return values(type, name, DataFolder.locate(
                System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()));
    }

    /** As above, with the person's own presets in a data folder, which need not be there. */
    static Map<String, String> values(BotType type, String name, Path dataFolder) {
        StringJoiner known = new StringJoiner(", ");
        for (BotType.Preset preset : type.presets()) {
            if (preset.label().equalsIgnoreCase(name)) {
                return preset.values();
            }
            known.add(preset.label());
        }
        for (BotPreset preset : own(type.id(), dataFolder)) {
            if (preset.name().equals(name)) {
                return preset.values();
            }
            known.add(preset.name());
        }
        throw new IllegalArgumentException("preset '" + name + "' of bot " + type.id() + " is not one of " + known);
    }

    private static List<BotPreset> own(String type, Path dataFolder) {
        if (!Files.exists(dataFolder.resolve(Database.FILE))) {
            return List.of();
        }
        try (Database database = Database.open(dataFolder)) {
            return database.presets().presets(type);
        }
    }
}
