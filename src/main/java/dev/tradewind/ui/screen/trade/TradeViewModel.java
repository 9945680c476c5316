package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.chart.ChartFill;
import dev.tradewind.ui.chart.ChartLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The Trade screen without its nodes. */
final class TradeViewModel {

    /** What the chart offers, as far as the engine keeps it. */
    static final List<Timeframe> TIMEFRAMES = List.of(
            Timeframe.S1, Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1);

    private final EngineCommands commands;
    private final Consumer<String> say;
    private final TicketViewModel ticket;
    private final LadderViewModel ladder;
    private final BlotterViewModel blotter;
    private final ReadOnlyObjectWrapper<EngineSnapshot> snapshot;
    private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.M5);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<ChartLevel>> levels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ChartFill>> fills = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper countdown = new ReadOnlyStringWrapper("");

    TradeViewModel(
            EngineSnapshot first,
            EngineCommands commands,
            Function<EngineSnapshot, PlanTerms> planner,
            DepthSource depth,
            Consumer<String> say) {
        this.commands = commands;
        this.say = say;
        snapshot = new ReadOnlyObjectWrapper<>(first);
        ticket = new TicketViewModel(first, commands, planner, say);
        ladder = new LadderViewModel(first, depth);
        blotter = new BlotterViewModel(first);
        if (!offered().contains(timeframe.get()) && !offered().isEmpty()) {
            timeframe.set(offered().getFirst());
        }
        timeframe.addListener((property, before, now) -> countdown.set(countdown(snapshot.get())));
        take(first);
    }

    /** Takes the newest snapshot: what each frame does while the screen shows. */
    void take(EngineSnapshot newest) {
        EngineSnapshot before = snapshot.get();
        if (newest == before || !newest.openOrders().equals(before.openOrders()) || !newest.bots().equals(before.bots(
                ))) {
            levels.set(ChartOverlay.levels(newest));
        }
        if (newest == before || !newest.fills().equals(before.fills())) {
            fills.set(ChartOverlay.fills(newest));
        }
        snapshot.set(newest);
        ticket.take(newest);
        ladder.take(newest);
        blotter.take(newest);
        countdown.set(countdown(newest));
    }

    /** {@return the timeframes both the chart offers and the engine keeps} */
    List<Timeframe> offered() {
        List<Timeframe> offered = new ArrayList<>();
        for (Timeframe candidate : TIMEFRAMES) {
            if (index(snapshot.get(), candidate) >= 0) {
                offered.add(candidate);
            }
        }
        return offered;
    }

    private static int index(EngineSnapshot snapshot, Timeframe wanted) {
        List<CandleColumns> kept = snapshot.market().candles();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).timeframe() == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** {@return the closed candles of the chosen timeframe} */
    CandleColumns candles() {
        int index = index(snapshot.get(), timeframe.get());
        return index < 0 ? CandleColumns.empty(timeframe.get()) : snapshot.get().market().candles().get(index);
    }

    /** {@return the candle forming in the chosen timeframe} */
    @Nullable Forming forming() {
        int index = index(snapshot.get(), timeframe.get());
        return index < 0 ? null : snapshot.get().market().forming().get(index);
    }

    private String countdown(EngineSnapshot now) {
        Forming forming = forming();
        if (forming == null) {
            return "";
        }
        long left = timeframe.get().closeOf(forming.openTimeNanos()) - now.timeNanos();
        long seconds = Math.max(0, -Math.floorDiv(-left, Timeframe.SECOND_NANOS));
        return seconds >= 3600
                ? String.format(Locale.ROOT, "bar closes in %d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                        seconds % 60)
                : String.format(Locale.ROOT, "bar closes in %02d:%02d", seconds / 60, seconds % 60);
    }

    /** Asks for one order to be cancelled. */
    void cancel(long clientOrderId) {
        send(new Command.CancelOrder(clientOrderId), "Cancel sent");
    }

    /** Asks for all of the user's orders to be cancelled. */
    void cancelMine() {
        send(new Command.CancelMine(), "Cancel sent for all your orders");
    }

    private void send(Command command, String done) {
        try {
            commands.send(command);
            say.accept(done);
        } catch (IllegalStateException e) {
            say.accept("Not sent, your orders stand as they were: " + e.getMessage());
        }
    }

    TicketViewModel ticket() {
        return ticket;
    }

    LadderViewModel ladder() {
        return ladder;
    }

    BlotterViewModel blotter() {
        return blotter;
    }

    ReadOnlyObjectProperty<EngineSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    ObjectProperty<Timeframe> timeframeProperty() {
        return timeframe;
    }

    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    ReadOnlyObjectProperty<List<ChartLevel>> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ChartFill>> fillsProperty() {
        return fills.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countdownProperty() {
        return countdown.getReadOnlyProperty();
    }
}
