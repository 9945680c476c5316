package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.chart.ChartFill;
import dev.tradewind.ui.chart.ChartLevel;
import dev.tradewind.ui.screen.trade.Positions.Position;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
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
final class TradeViewModel implements BlotterActions {

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
            Function<Command.PlaceOrder, OrderPreview> preview,
            List<AlgoType> algos,
            DepthSource depth,
            Consumer<String> say) {
        this.commands = commands;
        this.say = say;
        snapshot = new ReadOnlyObjectWrapper<>(first);
        ticket = new TicketViewModel(first, commands, preview, algos, say);
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

    @Override
    public void cancel(long clientOrderId) {
        send(new Command.CancelOrder(clientOrderId), "Cancel sent");
    }

    @Override
    public void cancelAlgo(int algoId) {
        send(new Command.CancelAlgo(algoId), "Asked to end, with its orders");
    }

    @Override
    public void cancelMine() {
        send(new Command.CancelMine(), "Cancel sent for all your orders");
        for (EngineSnapshot.AlgoRow algo : snapshot.get().algos()) {
            if (algo.ownerId() == 0 && !algo.state().isTerminal()) {
                cancelAlgo(algo.id());
            }
        }
    }

    @Override
    public void reprice(OrderRow order, String text) {
        try {
            Market market = snapshot.get().market();
            long ticks = new TicketText(market.instrument(), order.side(), market.lastTicks()).price(Field.PRICE, "price", text);
            boolean limit = order.priceTicks() > 0;
            send(
                    new Command.AmendOrder(
                            order.clientOrderId(), order.quantityLots(), limit ? ticks : 0,
                            limit ? order.stopTicks() : ticks),
                    "Change sent: price " + Figures.price(market.instrument(), ticks));
        } catch (TicketTrouble trouble) {
            say.accept("Not changed. " + trouble.words());
        }
    }

    @Override
    public void resize(OrderRow order, String text) {
        try {
            Market market = snapshot.get().market();
            BigDecimal size = new TicketText(market.instrument(), order.side(), market.lastTicks()).size(text);
            long lots = Rounding.lots(market.instrument(), size);
            send(
                    new Command.AmendOrder(order.clientOrderId(), lots, order.priceTicks(), order.stopTicks()),
                    "Change sent: size " + Figures.quantity(market.instrument(), lots));
        } catch (TicketTrouble trouble) {
            say.accept("Not changed. " + trouble.words());
        } catch (ArithmeticException e) {
            say.accept("Not changed. The size '" + text.strip() + "' is too large to be counted.");
        }
    }

    @Override
    public void close(Position position) {
        Instrument instrument = snapshot.get().market().instrument();
        long lots = Math.abs(position.baseAtoms()) / instrument.lotAtoms();
        OrderTerms terms = instrument.isPerpetual() ? OrderTerms.REDUCE_ONLY.on(position.side()) : OrderTerms.NONE;
        send(
                new Command.PlaceOrder(
                        0, position.baseAtoms() > 0 ? Side.SELL : Side.BUY, OrderType.MARKET, TimeInForce.IOC, lots, 0,
                        0, terms),
                "Sent: close " + Figures.quantity(instrument, lots) + " " + instrument.base().code() + " at market");
    }

    @Override
    public void addMargin(Position position, String text) {
        Asset quote = snapshot.get().market().instrument().quote();
        BigDecimal amount = TicketText.number(text);
        if (amount == null || amount.signum() == 0) {
            say.accept("Not sent: '" + text.strip() + "' is no amount, for instance 100.");
            return;
        }
        try {
            send(
                    new Command.AdjustMargin(position.botId(), position.side(), quote.toAtoms(amount)),
                    "Sent: " + amount.toPlainString() + " " + quote.code() + " of margin");
        } catch (ArithmeticException e) {
            say.accept("Not sent: " + amount.toPlainString() + " is too large to be counted.");
        }
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
