package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The ticket without its nodes: what is typed, what it would do, and sending it. JavaFX thread only. */
final class TicketViewModel {

    final ObjectProperty<TicketKind> kind = new SimpleObjectProperty<>(TicketKind.LIMIT);
    final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BUY);
    final ObjectProperty<SizeUnit> unit = new SimpleObjectProperty<>(SizeUnit.BASE);
    final ObjectProperty<TimeInForce> force = new SimpleObjectProperty<>(TimeInForce.GTC);
    final ObjectProperty<PositionSide> positionSide = new SimpleObjectProperty<>(PositionSide.NET);
    final StringProperty price = new SimpleStringProperty("");
    final StringProperty stop = new SimpleStringProperty("");
    final StringProperty size = new SimpleStringProperty("");
    final StringProperty ends = new SimpleStringProperty("4h");
    final BooleanProperty postOnly = new SimpleBooleanProperty();
    final BooleanProperty reduceOnly = new SimpleBooleanProperty();
    final StringProperty takeProfit = new SimpleStringProperty("");
    final StringProperty stopLoss = new SimpleStringProperty("");

    private final EngineCommands commands;
    private final Function<Command.PlaceOrder, OrderPreview> preview;
    private final Consumer<String> say;
    private final List<AlgoType> algos;
    private final AlgoValues values = new AlgoValues(this::work);
    private final ReadOnlyObjectWrapper<TicketOutcome> outcome;
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");
    private EngineSnapshot snapshot;
    private boolean priceTouched;
    private boolean filling;

    /**
     * @param preview what the engine says of an order
     * @param algos   the execution algorithms there are
     */
    TicketViewModel(
            EngineSnapshot first,
            EngineCommands commands,
            Function<Command.PlaceOrder, OrderPreview> preview,
            List<AlgoType> algos,
            Consumer<String> say) {
        this.snapshot = first;
        this.commands = commands;
        this.preview = preview;
        this.algos = List.copyOf(algos);
        this.say = say;
        if (first.account().more().margin().positions() == PositionMode.HEDGE) {
            positionSide.set(PositionSide.LONG);
        }
        outcome = new ReadOnlyObjectWrapper<>(TicketSums.of(first, entry(), preview));
        for (Property<?> typed : List.of(
                kind, side, unit, force, positionSide, price, stop, size, ends, postOnly, reduceOnly, takeProfit,
                stopLoss)) {
            typed.addListener((property, before, now) -> work());
        }
        take(first);
        work();
    }

    private TicketEntry entry() {
        return new TicketEntry(
                side.get(), kind.get(), price.get(), stop.get(), size.get(), unit.get(), force.get(), ends.get(),
                postOnly.get(), reduceOnly.get(), positionSide.get(), takeProfit.get(), stopLoss.get(),
                values.texts(kind.get()));
    }

    private void work() {
        if (!filling) {
            outcome.set(TicketSums.of(snapshot, entry(), preview));
            values.trouble(outcome.get());
        }
    }

    /** Takes the newest snapshot; the first price seen becomes the limit unless one was typed. */
    void take(EngineSnapshot newest) {
        boolean same = newest.account().equals(snapshot.account())
                && newest.market().lastTicks() == snapshot.market().lastTicks()
                && newest.trading() == snapshot.trading()
                && newest.openOrders().size() == snapshot.openOrders().size()
                && newest.bots().equals(snapshot.bots());
        snapshot = newest;
        long ticks = newest.market().lastTicks();
        last.set(ticks > 0 ? "last " + Figures.price(instrument(), ticks) : "");
        if (!priceTouched && price.get().isEmpty() && newest.market().lastTicks() > 0) {
            pickPrice(newest.market().lastTicks());
            priceTouched = false;
        } else if (!same) {
            work();
        }
    }

    /** Chooses what the ticket makes; an empty price of it is filled from the market. */
    void choose(TicketKind chosen) {
        filling = true;
        kind.set(chosen);
        switch (chosen) {
            case TicketKind.Plain plain -> {
                if (plain.type().hasTrigger() && stop.get().isBlank()) {
                    stop.set(away(side.get() == Side.BUY ^ plain.type().takesProfit()));
                }
                if (plain.type().hasLimit() && price.get().isBlank()) {
                    price.set(Figures.price(instrument(), snapshot.market().lastTicks()));
                }
            }
            case TicketKind.Algo algo -> fill(algo.type());
        }
        filling = false;
        work();
    }

    private void fill(AlgoType type) {
        for (ParamSpec spec : type.params()) {
            if (spec.id().equals("side")) {
                side.set(Side.valueOf(spec.defaultValue()));
            }
        }
        boolean buy = side.get() == Side.BUY;
        switch (type.id()) {
            case "oco" -> {
                values.fill(type, "limit", away(!buy));
                values.fill(type, "stop", away(buy));
            }
            case "oto", "otoco", "bracket" -> {
                values.fill(type, "entryPrice", Figures.price(instrument(), snapshot.market().lastTicks()));
                values.fill(type, "takeProfit", away(buy));
                values.fill(type, "takeProfits", away(buy).replace(",", "") + ":100");
                values.fill(type, "stop", type.id().equals("oto") ? "" : away(!buy));
            }
            case "iceberg" -> values.fill(type, "limit", Figures.price(instrument(), snapshot.market().lastTicks()));
            default -> { }
        }
    }

    /** A price one percent above or below the market, on its tick. */
    private String away(boolean above) {
        long last = snapshot.market().lastTicks();
        return last <= 0 ? "" : Figures.price(instrument(), Math.max(1, last + (above ? 1 : -1) * Math.max(1, last / 100)));
    }

    /** Sets the limit, as a click on the ladder does; a market ticket becomes a limit one. */
    void pickPrice(long ticks) {
        priceTouched = true;
        String words = Figures.price(instrument(), ticks);
        switch (kind.get()) {
            case TicketKind.Plain plain -> {
                if (plain.type() == OrderType.MARKET) {
                    kind.set(TicketKind.LIMIT);
                }
                (plain.type().hasTrigger() && !plain.type().hasLimit() ? stop : price).set(words);
            }
            case TicketKind.Algo algo -> values.pick(algo.type(), words);
        }
    }

    /** Moves a price field by whole ticks; does nothing while it is no price. */
    void step(StringProperty field, int ticks) {
        try {
            long now = instrument().toTicks(
                    new BigDecimal(field.get().strip().replace(",", "")), RoundingMode.HALF_UP);
            priceTouched = true;
            field.set(Figures.price(instrument(), Math.max(1, now + ticks)));
        } catch (NumberFormatException | ArithmeticException e) {
            say.accept("The price '" + field.get() + "' cannot be stepped; type a number first.");
        }
    }

    /** Sets the size to a share of what is there, as the slider does. */
    void pickPercent(long percent) {
        unit.set(SizeUnit.PERCENT);
        size.set(Long.toString(percent));
    }

    /** Puts a figure that would pass into its field. */
    void use(TicketOutcome.Fix fix) {
        switch (fix.field()) {
            case NONE -> { }
            case PRICE -> price.set(fix.text());
            case STOP -> stop.set(fix.text());
            case SIZE -> {
                unit.set(SizeUnit.BASE);
                size.set(fix.text());
            }
            case WORTH -> {
                unit.set(SizeUnit.QUOTE);
                size.set(fix.text());
            }
            case ENDS -> ends.set(fix.text());
            case TAKE_PROFIT -> takeProfit.set(fix.text());
            case STOP_LOSS -> stopLoss.set(fix.text());
            case VALUE -> {
                if (kind.get() instanceof TicketKind.Algo algo) {
                    values.of(algo.type()).value(fix.valueId()).set(fix.text());
                }
            }
        }
    }

    /** Sends the order; answers whether it was handed to the engine. */
    boolean submit() {
        work();
        TicketOutcome now = outcome.get();
        if (now.command().isEmpty()) {
            say.accept(now.problem());
            return false;
        }
        try {
            commands.send(now.command().get());
            say.accept("Sent: " + now.button());
            return true;
        } catch (IllegalStateException e) {
            say.accept("Not sent, nothing was placed: " + e.getMessage());
            return false;
        }
    }

    /** {@return whether a field is the one at fault} */
    boolean wrong(Field field) {
        Field at = outcome.get().field();
        return at == field || field == Field.SIZE && at == Field.WORTH;
    }

    /** {@return an algorithm's fields} */
    AlgoValues.Fields fields(AlgoType type) {
        return values.of(type);
    }

    /** {@return the execution algorithms there are} */
    List<AlgoType> algos() {
        return algos;
    }

    /** {@return whether exits can be placed beside an order} */
    boolean takesExits() {
        List<String> ids = algos.stream().map(AlgoType::id).toList();
        return ids.contains("oto") && ids.contains("otoco");
    }

    private Instrument instrument() {
        return snapshot.market().instrument();
    }

    ReadOnlyObjectProperty<TicketOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** {@return the last price in words, empty before the first} */
    ReadOnlyStringProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    EngineSnapshot snapshot() {
        return snapshot;
    }
}
