package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.widget.Figures;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** An open order and how far the market is from it, or an execution algorithm and what it does next. */
final class OpenLine {

    private static final int MOST_LETTERS = 5;

    private final Instrument instrument;
    private final @Nullable OrderRow order;
    private final @Nullable AlgoRow algo;
    private final boolean child;
    private final ReadOnlyStringWrapper distance = new ReadOnlyStringWrapper(Figures.NONE);

    private OpenLine(Instrument instrument, @Nullable OrderRow order, @Nullable AlgoRow algo, boolean child) {
        this.instrument = instrument;
        this.order = order;
        this.algo = algo;
        this.child = child;
    }

    /** @param child whether an algorithm placed it */
    static OpenLine of(Instrument instrument, OrderRow order, boolean child) {
        return new OpenLine(instrument, order, null, child);
    }

    static OpenLine of(Instrument instrument, AlgoRow algo) {
        return new OpenLine(instrument, null, algo, false);
    }

    /** {@return whether it shows the same as another, distance aside} */
    boolean same(OpenLine other) {
        return child == other.child && Objects.equals(order, other.order) && Objects.equals(algo, other.algo);
    }

    /** Takes the newest price. */
    void follow(long lastTicks) {
        long price = ticks();
        distance.set(price > 0 && lastTicks > 0 ? Figures.change(price - lastTicks, lastTicks) : Figures.NONE);
    }

    @Nullable OrderRow order() {
        return order;
    }

    @Nullable AlgoRow algo() {
        return algo;
    }

    private AlgoRow parent() {
        return Objects.requireNonNull(algo);
    }

    int owner() {
        return order != null ? order.botId() : parent().ownerId();
    }

    long placedNanos() {
        return order != null ? order.placedNanos() : parent().startedNanos();
    }

    Side side() {
        return order != null ? order.side() : parent().side();
    }

    String type() {
        return order != null ? (child ? "↳ " : "") + TicketKind.words(order.type()) : shortName(parent());
    }

    /** An algorithm known by its letters is called by them. */
    private static String shortName(AlgoRow algo) {
        return algo.type().length() <= MOST_LETTERS ? algo.type().toUpperCase(Locale.ROOT) : algo.label();
    }

    /** The limit, or the trigger where there is none; 0 at market. */
    private long ticks() {
        return order == null ? 0 : order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
    }

    String price() {
        return order == null ? Figures.NONE : ticks() > 0 ? Figures.price(instrument, ticks()) : "market";
    }

    long lots() {
        return order != null ? order.quantityLots() : parent().totalLots();
    }

    String filled() {
        long done = order != null ? order.filledLots() : parent().doneLots();
        return lots() == 0 ? Figures.NONE : done * 100 / lots() + " %";
    }

    String notional() {
        return ticks() > 0
                ? Figures.money(instrument.quote(), instrument.notionalAtoms(ticks(), lots()))
                : Figures.NONE;
    }

    String state() {
        return order != null ? BlotterWords.state(order.state()) : BlotterWords.state(parent().state());
    }

    String tone() {
        if (order != null) {
            return BlotterWords.tone(order.state());
        }
        return parent().state() == AlgoState.FAILED ? "is-sell" : parent().state() == AlgoState.ARMED ? "is-warn" : "is-buy";
    }

    /** What it is for, or what happens next. */
    String note() {
        if (order == null) {
            return parent().next();
        }
        String trigger = order.priceTicks() > 0 && order.stopTicks() > 0
                ? "once at " + Figures.price(instrument, order.stopTicks())
                : "";
        String held = order.state() == OrderState.HELD ? "waits here for its price" : "";
        return String.join(", ", Stream.of(order.label(), trigger, held)
                .filter(words -> !words.isEmpty())
                .toList());
    }

    String journal() {
        return order == null || order.row() == 0 ? Figures.NONE : Figures.whole(order.row());
    }

    ReadOnlyStringProperty distanceProperty() {
        return distance.getReadOnlyProperty();
    }
}
