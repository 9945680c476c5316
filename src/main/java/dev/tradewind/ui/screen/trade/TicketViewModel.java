package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The ticket without its nodes: what is typed, what it would do, and sending it. */
final class TicketViewModel {

    private final EngineCommands commands;
    private final Function<EngineSnapshot, PlanTerms> planner;
    private @Nullable PlanTerms terms;
    private final Consumer<String> say;
    private final ObjectProperty<OrderType> type = new SimpleObjectProperty<>(OrderType.LIMIT);
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    private final ObjectProperty<SizeUnit> unit = new SimpleObjectProperty<>(SizeUnit.BASE);
    private final StringProperty price = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<TicketOutcome> outcome;
    private EngineSnapshot snapshot;
    private boolean priceTouched;

    /** @param planner says the session's fees; asked once, when the market has its first price */
    TicketViewModel(
            EngineSnapshot first,
            EngineCommands commands,
            Function<EngineSnapshot, PlanTerms> planner,
            Consumer<String> say) {
        this.snapshot = first;
        this.commands = commands;
        this.planner = planner;
        this.say = say;
        outcome = new ReadOnlyObjectWrapper<>(TicketSums.waiting(entry()));
        type.addListener((property, before, now) -> work());
        side.addListener((property, before, now) -> work());
        unit.addListener((property, before, now) -> work());
        price.addListener((property, before, now) -> work());
        size.addListener((property, before, now) -> work());
        take(first);
        work();
    }

    private TicketEntry entry() {
        return new TicketEntry(side.get(), type.get(), price.get(), size.get(), unit.get());
    }

    private void work() {
        if (terms == null && snapshot.market().lastTicks() > 0) {
            terms = planner.apply(snapshot);
        }
        outcome.set(terms == null ? TicketSums.waiting(entry()) : TicketSums.of(snapshot, entry(), terms));
    }

    /** Takes the newest snapshot; the first price seen becomes the limit unless one was typed. */
    void take(EngineSnapshot newest) {
        boolean same = newest.account().equals(snapshot.account())
                && newest.market().lastTicks() == snapshot.market().lastTicks()
                && newest.trading() == snapshot.trading()
                && newest.bots().equals(snapshot.bots());
        snapshot = newest;
        if (!priceTouched && price.get().isEmpty() && newest.market().lastTicks() > 0) {
            pickPrice(newest.market().lastTicks());
            priceTouched = false;
        } else if (!same) {
            work();
        }
    }

    /** Sets the limit, as a click on the ladder does; a market ticket becomes a limit one. */
    void pickPrice(long ticks) {
        priceTouched = true;
        type.set(OrderType.LIMIT);
        price.set(Figures.price(snapshot.market().instrument(), ticks));
    }

    /** Moves the limit by whole ticks; does nothing while it is no price. */
    void stepPrice(int ticks) {
        try {
            Instrument instrument = snapshot.market().instrument();
            long now = instrument.toTicks(
                    new BigDecimal(price.get().strip().replace(",", "")), RoundingMode.HALF_UP);
            pickPrice(Math.max(1, now + ticks));
        } catch (NumberFormatException | ArithmeticException e) {
            say.accept("The price '" + price.get() + "' cannot be stepped; type a number first.");
        }
    }

    /** Sets the size to a share of what is there, as the slider does. */
    void pickPercent(long percent) {
        unit.set(SizeUnit.PERCENT);
        size.set(Long.toString(percent));
    }

    /** Sends the order; answers whether it was handed to the engine. */
    boolean submit() {
        work();
        if (outcome.get().command().isEmpty()) {
            say.accept(outcome.get().problem());
            return false;
        }
        Command.PlaceOrder order = outcome.get().command().get();
        try {
            commands.send(order);
            say.accept("Sent: " + outcome.get().button());
            return true;
        } catch (IllegalStateException e) {
            say.accept("Not sent, nothing was placed: " + e.getMessage());
            return false;
        }
    }

    ObjectProperty<OrderType> typeProperty() {
        return type;
    }

    ObjectProperty<Side> sideProperty() {
        return side;
    }

    ObjectProperty<SizeUnit> unitProperty() {
        return unit;
    }

    StringProperty priceProperty() {
        return price;
    }

    StringProperty sizeProperty() {
        return size;
    }

    ReadOnlyObjectProperty<TicketOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    EngineSnapshot snapshot() {
        return snapshot;
    }
}
