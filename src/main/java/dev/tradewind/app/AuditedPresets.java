package dev.tradewind.app;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.BotPreset;
import dev.tradewind.settings.BotPresetStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's presets, each change recorded ahead of it being kept: one that cannot be recorded is not made. Safe on any
 * thread.
 */
final class AuditedPresets implements BotPresetStore {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedPresets.class);

    private final BotPresetStore store;
    private final AuditTrail trail;

    AuditedPresets(BotPresetStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    @Override
    public List<BotPreset> presets(String type) {
        return store.presets(type);
    }

    @Override
    public void savePreset(BotPreset preset) {
        String before = known(preset.type(), preset.name());
        if (recorded("preset.saved", preset.type(), preset.name(), before, text(preset.values()))) {
            store.savePreset(preset);
        }
    }

    @Override
    public void renamePreset(String type, String from, String to) {
        String name = to.strip();
        boolean passes = find(type, from).isPresent() && (name.equals(from) || find(type, name).isEmpty());
        // what does not pass is refused by the store, in its words
        if (!passes || recorded("preset.renamed", type, from, from, name)) {
            store.renamePreset(type, from, to);
        }
    }

    @Override
    public void deletePreset(String type, String name) {
        if (find(type, name).isPresent() && recorded("preset.deleted", type, name, known(type, name), "")) {
            store.deletePreset(type, name);
        }
    }

    private Optional<BotPreset> find(String type, String name) {
        return store.presets(type).stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    private String known(String type, String name) {
        return find(type, name).map(preset -> text(preset.values())).orElse("");
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private boolean recorded(String action, String type, String name, String before, String after) {
        try {
            trail.record(new AuditEntry(Actor.USER, action, "preset " + name + " of " + type, before, after));
            return true;
        } catch (AuditException e) {
            LOG.warn("A preset stays as it was: {}", e.getMessage());
            return false;
        }
    }
}
