package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The ladder without its nodes: the book in rows, its grouping, whether it stays centred. */
final class LadderViewModel {

    private final DepthSource source;
    private final DepthBook book = new DepthBook();
    private final LadderRows rows = new LadderRows();
    private final ObjectProperty<List<Long>> choices = new SimpleObjectProperty<>(List.of());
    private final LongProperty group = new SimpleLongProperty(1);
    private final BooleanProperty centred = new SimpleBooleanProperty(true);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private EngineSnapshot snapshot;

    LadderViewModel(EngineSnapshot first, DepthSource source) {
        this.snapshot = first;
        this.source = source;
        group.addListener((property, before, now) -> work());
        take(first);
    }

    /** Takes the newest snapshot. */
    void take(EngineSnapshot newest) {
        boolean same = newest.market().lastTicks() == snapshot.market().lastTicks()
                && newest.market().trades().equals(snapshot.market().trades())
                && newest.openOrders().equals(snapshot.openOrders())
                && newest.account().equals(snapshot.account());
        snapshot = newest;
        if (same && version.get() > 0) {
            return;
        }
        long last = newest.market().lastTicks();
        if (last > 0 && choices.get().isEmpty()) {
            choices.set(LadderGrouping.choices(last));
            group.set(choices.get().get(1));
        }
        work();
    }

    private void work() {
        book.clear();
        source.fill(snapshot, group.get(), book);
        rows.fill(book, snapshot.openOrders(), snapshot.market().lastTicks(), group.get());
        version.set(version.get() + 1);
    }

    /** {@return the price of the whole position's average in ticks, 0 without a position} */
    long averageTicks() {
        return Positions.averageTicks(snapshot);
    }

    /** {@return the share of bids in the book, 0 to 1; 0.5 where it is empty} */
    double imbalance() {
        double bids = book.bidTotal();
        double all = bids + book.askTotal();
        return all == 0 ? 0.5 : bids / all;
    }

    DepthBook book() {
        return book;
    }

    LadderRows rows() {
        return rows;
    }

    EngineSnapshot snapshot() {
        return snapshot;
    }

    /** {@return groups to choose from; empty before the first price} */
    ReadOnlyObjectProperty<List<Long>> choicesProperty() {
        return choices;
    }

    /** {@return ticks in a row} */
    LongProperty groupProperty() {
        return group;
    }

    /** {@return whether the spread stays in the middle} */
    BooleanProperty centredProperty() {
        return centred;
    }

    /** {@return a number that changes whenever the rows do} */
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }
}
