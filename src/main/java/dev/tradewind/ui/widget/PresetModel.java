package dev.tradewind.ui.widget;

import dev.tradewind.settings.BotPreset;
import dev.tradewind.settings.BotPresetStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A person's own presets of one kind of bot: choose, save the form as one, rename, delete. No nodes; JavaFX thread only. */
public final class PresetModel {

    /** The presets there are. */
    public final ObjectProperty<List<String>> names = new SimpleObjectProperty<>(List.of());
    /** The preset chosen, empty for none. */
    public final StringProperty chosen = new SimpleStringProperty("");
    /** What a save or a rename would call it. */
    public final StringProperty name = new SimpleStringProperty("");
    /** Why the last save or rename was refused, empty while nothing was. */
    public final StringProperty trouble = new SimpleStringProperty("");

    private final BotPresetStore store;
    private final String type;
    private final Supplier<Map<String, String>> form;
    private final Consumer<Map<String, String>> fill;

    /**
     * @param type id of the kind of bot
     * @param form what the form holds now
     * @param fill puts values into the form, over the defaults
     */
    public PresetModel(
            BotPresetStore store, String type, Supplier<Map<String, String>> form, Consumer<Map<String, String>> fill) {
        this.store = store;
        this.type = type;
        this.form = form;
        this.fill = fill;
        refresh();
    }

    private void refresh() {
        names.set(store.presets(type).stream().map(BotPreset::name).toList());
    }

    private Optional<BotPreset> find(String wanted) {
        return store.presets(type).stream().filter(preset -> preset.name().equals(wanted)).findFirst();
    }

    /** Fills the form with a preset. */
    public void choose(String wanted) {
        find(wanted).ifPresent(preset -> {
            chosen.set(preset.name());
            name.set(preset.name());
            trouble.set("");
            fill.accept(preset.values());
        });
    }

    /** Keeps what the form holds under the name typed, in place of one of that name. */
    public void save() {
        attempt(() -> {
            BotPreset preset = new BotPreset(type, name.get(), form.get());
            store.savePreset(preset);
            settle(preset.name());
        });
    }

    /** Gives the chosen preset the name typed. */
    public void rename() {
        attempt(() -> {
            store.renamePreset(type, chosen.get(), name.get());
            settle(name.get().strip());
        });
    }

    /** Forgets the chosen preset; the form keeps its values. */
    public void delete() {
        store.deletePreset(type, chosen.get());
        settle("");
    }

    private void settle(String now) {
        refresh();
        chosen.set(now);
        name.set(now);
    }

    private void attempt(Runnable change) {
        try {
            trouble.set("");
            change.run();
        } catch (IllegalArgumentException e) {
            trouble.set(e.getMessage());
        }
    }
}
