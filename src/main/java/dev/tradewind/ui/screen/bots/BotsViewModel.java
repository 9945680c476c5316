package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The list of bots, its head, its filter and which bot is selected. JavaFX thread only; holds no nodes. */
final class BotsViewModel {

    /** Which bots the list shows. */
    enum Filter {
        ALL,
        ACTIVE,
        ATTENTION
    }

    final StringProperty running = new SimpleStringProperty(Figures.NONE);
    final StringProperty net = new SimpleStringProperty(Figures.NONE);
    final StringProperty netTone = new SimpleStringProperty("is-faint");
    final StringProperty capital = new SimpleStringProperty(Figures.NONE);
    final IntegerProperty needYou = new SimpleIntegerProperty();
    final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    final BooleanProperty showArchived = new SimpleBooleanProperty();
    /** How many are out of sight. */
    final IntegerProperty archived = new SimpleIntegerProperty();
    final StringProperty search = new SimpleStringProperty("");
    final IntegerProperty selected = new SimpleIntegerProperty(0);
    final ObjectProperty<List<BotLine>> lines = new SimpleObjectProperty<>(List.of());
    final IntegerProperty count = new SimpleIntegerProperty();

    private final List<BotType> types;
    private List<BotRow> bots = List.of();

    BotsViewModel(List<BotType> types) {
        this.types = types;
    }

    void update(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        Asset quote = instrument.quote();
        archived.set((int) snapshot.bots().stream().filter(BotRow::archived).count());
        bots = snapshot.bots().stream().filter(bot -> showArchived.get() || !bot.archived()).toList();
        count.set(bots.size());
        long active = 0;
        long result = 0;
        long assigned = 0;
        int attention = 0;
        List<BotLine> shown = new ArrayList<>();
        for (BotRow bot : bots) {
            active += bot.state() == BotState.RUNNING || bot.state() == BotState.STARTING ? 1 : 0;
            result += bot.realisedAtoms() + bot.unrealisedAtoms();
            assigned += bot.state() == BotState.STOPPED ? 0 : bot.capitalAtoms();
            attention += bot.state() == BotState.ERROR ? 1 : 0;
            if (isShown(bot)) {
                shown.add(BotLine.of(bot, types, instrument));
            }
        }
        running.set(active + " of " + bots.size());
        net.set(Figures.profit(quote, result));
        netTone.set(Labels.toneOf(result));
        capital.set(Figures.money(quote, assigned));
        needYou.set(attention);
        lines.set(List.copyOf(shown));
        if (selectedBot().isEmpty() && !bots.isEmpty()) {
            selected.set(bots.getFirst().id());
        }
    }

    private boolean isShown(BotRow bot) {
        boolean kind = switch (filter.get()) {
            case ALL -> true;
            case ACTIVE -> bot.state().isActive();
            case ATTENTION -> BotStates.needsAttention(bot.state());
        };
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        String text = (bot.name() + " " + bot.type() + " " + BotLine.typeLabel(types, bot.type())).toLowerCase(Locale.ROOT);
        return kind && text.contains(wanted);
    }

    /** {@return the selected bot, if there is one} */
    Optional<BotRow> selectedBot() {
        return bots.stream().filter(bot -> bot.id() == selected.get()).findFirst();
    }
}
