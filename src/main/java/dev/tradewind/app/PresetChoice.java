package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.settings.BotPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return values(type, name, usual());
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

    /** {@return the values of the person's own presets of a bot type by their names, in the order of the names} */
    public static Map<String, Map<String, String>> own(BotType type, Optional<Path> dataFolder) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        own(type.id(), dataFolder.orElseGet(PresetChoice::usual))
                .forEach(preset -> values.put(preset.name(), preset.values()));
        return values;
    }

    /**
     * Keeps a preset, in place of one of the person's own of that name.
     *
     * @throws IllegalArgumentException if the name is blank, too long, or one that comes with the type
     */
    public static void save(BotChoice choice, String name, Map<String, String> values, Optional<Path> dataFolder) {
        BotPreset preset = new BotPreset(choice.type().id(), name, values);
        if (choice.type().presets().stream().anyMatch(own -> own.label().equalsIgnoreCase(preset.name()))) {
            throw new IllegalArgumentException(
                    "preset '" + preset.name() + "' comes with bot " + choice.type().id() + "; give yours another name");
        }
        try (DataFolder folder = DataFolder.open(dataFolder.orElseGet(PresetChoice::usual));
                Database database = FolderDatabase.ofTaken(folder.path())) {
            database.presets().savePreset(preset);
        }
    }

    /**
     * Forgets one of the person's own presets.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static void delete(BotType type, String name, Optional<Path> dataFolder) {
        Path path = dataFolder.orElseGet(PresetChoice::usual);
        List<String> names = own(type.id(), path).stream().map(BotPreset::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("there is no preset '" + name + "' of your own for bot " + type.id()
                    + "; there are: " + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        try (DataFolder folder = DataFolder.open(path); Database database = FolderDatabase.ofTaken(folder.path())) {
            database.presets().deletePreset(type.id(), name);
        }
    }

    private static Path usual() {
        return DataFolder.locate(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    private static List<BotPreset> own(String type, Path dataFolder) {
        if (!Files.exists(dataFolder.resolve(Database.FILE))) {
            return List.of();
        }
        try (Database database = FolderDatabase.ofShared(dataFolder)) {
            return database.presets().presets(type);
        }
    }
}
