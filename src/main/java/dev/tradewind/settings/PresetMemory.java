package dev.tradewind.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Presets that last as long as the program. */
final class PresetMemory implements BotPresetStore {

    private final Map<String, Map<String, BotPreset>> presets = new TreeMap<>();

    @Override
    public synchronized List<BotPreset> presets(String type) {
        return new ArrayList<>(presets.getOrDefault(type, Map.of()).values());
    }

    @Override
    public synchronized void savePreset(BotPreset preset) {
        presets.computeIfAbsent(preset.type(), type -> new TreeMap<>()).put(preset.name(), preset);
    }

    @Override
    public synchronized void renamePreset(String type, String from, String to) {
        String name = BotPreset.checked(to);
        Map<String, BotPreset> own = presets.getOrDefault(type, Map.of());
        BotPreset preset = own.get(from);
        if (preset == null) {
            throw new IllegalArgumentException("there is no preset '" + from + "' of bot '" + type + "'");
        }
        if (!name.equals(from) && own.containsKey(name)) {
            throw new IllegalArgumentException("bot '" + type + "' has a preset '" + name + "' already");
        }
        own.remove(from);
        own.put(name, new BotPreset(type, name, preset.values()));
    }

    @Override
    public synchronized void deletePreset(String type, String name) {
        presets.getOrDefault(type, new TreeMap<>()).remove(name);
    }
}
