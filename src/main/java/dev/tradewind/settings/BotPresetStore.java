package dev.tradewind.settings;

import java.util.List;

/**
 * Where a person's own presets are kept. Safe on any thread; all calls are quick. Trouble with the disk is logged and
 * costs only the preset.
 */
public interface BotPresetStore {

    /** {@return the presets of a kind of bot, by name} */
    List<BotPreset> presets(String type);

    /** Keeps a preset, in place of one of the same kind and name. */
    void savePreset(BotPreset preset);

    /**
     * Gives a preset another name.
     *
     * @throws IllegalArgumentException if there is no such preset, or the new name is taken or none
     */
    void renamePreset(String type, String from, String to);

    /** Forgets a preset; an unknown one is forgotten already. */
    void deletePreset(String type, String name);

    /** {@return a store that forgets with the program: for sessions without a data folder} */
    static BotPresetStore inMemory() {
        return new PresetMemory();
    }
}
