package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The life of a grid: trigger, start, levels, stops, edits, end. What the levels hold and how large they are is the
 * subclass's. Engine thread only; steady trading allocates nothing.
 *
 * @param <C> the steps of its book
 */
abstract class GridLife<C extends GridStep> {

    /** Where the bot is. */
    enum Phase {
        WAITING,
        STARTING,
        RUNNING,
        REBUILDING,
        CLOSING,
        ENDED
    }

    private static final int START = 1;
    private static final int CLOSE = 2;

    final BotDesk desk;
    final GridOrders<C> book;
    Phase phase = Phase.WAITING;
    boolean paused;
    private @Nullable GridRange<C> range;
    private long firstTicks;
    private boolean triggered;
    private long marketId;
    private long restLots;
    private boolean sellAll;
    private String endedBy = "";
    private boolean watching;
    /** New levels were asked for while the start was on its way. */
    private boolean relay;

    GridLife(BotDesk desk, GridOrders<C> book) {
        this.desk = desk;
        this.book = book;
    }

    /** {@return the parameters read last} */
    abstract Params params();

    /** Writes what the subclass keeps beside its parameters and its book. */
    abstract void saveOwn(StateWriter out);

    /** Takes over what {@link #saveOwn} wrote. */
    abstract void loadOwn(StateReader in);

    final void save(String section, StateWriter out) {
        params().save(out.section(section, 1));
        book.save(out);
        out.constant(phase).flag(paused).flag(range != null).flag(relay).number(firstTicks).flag(triggered);
        out.number(marketId).number(restLots).flag(sellAll).text(endedBy).flag(watching);
        saveOwn(out);
    }

    final void load(String section, BotContext context, StateReader in) {
        read(params().loaded(in.section(section, 1)));
        book.load(in);
        phase = in.constant(Phase.class);
        paused = in.flag();
        boolean laid = in.flag();
        relay = in.flag();
        firstTicks = in.number();
        triggered = in.flag();
        marketId = in.number();
        restLots = in.number();
        sellAll = in.flag();
        endedBy = in.text();
        watching = in.flag();
        loadOwn(in);
        range = laid ? range(context) : null;
    }

    /** Takes over parameters. {@return whether they need new levels} */
    abstract boolean read(Params params);

    /** {@return the rules in force} */
    abstract GridRules rules();

    /** {@return where the grid lies} */
    abstract GridFrame frame();

    /**
     * Lays the steps around a price.
     *
     * @return the moves of what was laid, null where a size is below the exchange's smallest
     */
    abstract @Nullable GridRange<C> lay(BotContext context, long last);

    /** {@return the moves under the rules in force, the steps as they lie} */
    abstract GridRange<C> range(BotContext context);

    /** {@return signed lots a market order has to trade before the levels can rest} */
    abstract long startLots(BotContext context, long last);

    /** The start is over: hands what is held to the steps. */
    abstract void stock(BotContext context);

    /** {@return signed lots held: what the end may close} */
    abstract long heldLots(BotContext context);

    /** {@return why the grid cannot go on, empty while it can} */
    abstract String broken(BotContext context);

    final void start(BotContext context) {
        tryStart(context);
        if (phase == Phase.WAITING) {
            context.decide(Reason.START_CONDITION_WAITS, context.lastTicks(), 0);
            context.state(BotState.ARMED);
        }
    }

    private void tryStart(BotContext context) {
        long last = context.lastTicks();
        if (phase == Phase.WAITING && !paused && last > 0 && desk.buysOpen() && triggered(context, last)) {
            begin(context, last);
        }
        tune(context);
    }

    private boolean triggered(BotContext context, long last) {
        if (rules().trigger().signum() == 0) {
            return true;
        }
        long trigger = context.instrument().toTicks(rules().trigger(), RoundingMode.HALF_UP);
        firstTicks = firstTicks == 0 ? last : firstTicks;
        triggered |= firstTicks <= trigger ? last >= trigger : last <= trigger;
        return triggered;
    }

    /** Lays the grid around a price and trades what it has to hold first. */
    private void begin(BotContext context, long last) {
        GridRange<C> laid = lay(context, last);
        if (laid == null) {
            desk.tooSmall(context);
            return;
        }
        range = laid;
        laid.protect(context);
        restLots = startLots(context, last);
        phase = Phase.STARTING;
        context.state(BotState.STARTING);
        nextMarketOrder(context);
    }

    /** Where an entry is an order that makes what is held larger. */
    private boolean enters(BotContext context, Side side) {
        long held = heldLots(context);
        return held == 0 || (side == Side.BUY) == held > 0;
    }

    private void nextMarketOrder(BotContext context) {
        long most = context.instrument().filters().marketMaxQuantityLots();
        long lots = most > 0 ? Math.min(most, Math.abs(restLots)) : Math.abs(restLots);
        if (!BotDesk.tradeable(context.instrument(), lots, context.lastTicks())) {
            running(context);
            return;
        }
        Side side = restLots > 0 ? Side.BUY : Side.SELL;
        marketId = desk.place(context, enters(context, side), side, OrderType.MARKET, lots, 0, 0, START, 0);
        if (marketId == 0) {
            phase = Phase.WAITING;
        } else {
            restLots -= side == Side.BUY ? lots : -lots;
            context.decide(Reason.BASE_ORDER_PLACED, context.lastTicks(), lots);
        }
    }

    private void running(BotContext context) {
        phase = Phase.RUNNING;
        stock(context);
        context.state(BotState.RUNNING);
        context.decide(Reason.GRID_PLACED, context.lastTicks(), frame().levels());
        if (relay) {
            relay = false;
            phase = Phase.REBUILDING;
            rebuild(context);
        } else {
            book.sweep(context, buysAllowed());
        }
    }

    private boolean buysAllowed() {
        return !paused;
    }

    /** Turns prices on exactly while something waits for them. */
    private void tune(BotContext context) {
        boolean wanted = switch (phase) {
            case WAITING -> !paused && desk.buysOpen();
            case RUNNING -> rules().watches();
            case STARTING, REBUILDING, CLOSING, ENDED -> false;
        };
        if (wanted != watching) {
            watching = wanted;
            context.watchPrices(wanted);
        }
    }

    final void onPrice(BotContext context, long lastTicks) {
        switch (phase) {
            case WAITING -> tryStart(context);
            case RUNNING -> {
                if (!stopped(context, lastTicks)) {
                    mend(context);
                }
            }
            case STARTING, REBUILDING, CLOSING, ENDED -> {}
        }
    }

    private boolean stopped(BotContext context, long last) {
        GridRange<C> laid = range;
        if (laid == null || !(laid.stopsAbove(last) || laid.stopsBelow(last))) {
            return false;
        }
        boolean above = laid.stopsAbove(last);
        context.decide(Reason.GRID_STOPPED, last, 0);
        endedBy = "the price reached its stop " + (above ? "above" : "below");
        close(context, above ? rules().sellAbove() : rules().sellBelow());
        return true;
    }

    /** Follows the price and mends whatever should rest and does not. */
    private void mend(BotContext context) {
        book.audit(context);
        String trouble = broken(context);
        if (!trouble.isEmpty()) {
            endedBy = trouble;
            close(context, false);
            return;
        }
        GridRange<C> laid = range;
        if (laid != null && !paused && rules().watches()) {
            laid.follow(context);
        }
        book.sweep(context, buysAllowed());
    }

    final void onOrder(BotContext context, OrderUpdate update) {
        if (update.clientOrderId() == marketId) {
            marketTold(context, update);
            return;
        }
        boolean news = update.filledLots() > 0 || update.state().isTerminal();
        if (!news || !book.owns(update.tag(), update.clientOrderId())) {
            return;
        }
        book.told(context, update);
        switch (phase) {
            case RUNNING -> mend(context);
            case REBUILDING -> rebuild(context);
            case CLOSING -> settleClosing(context);
            case WAITING, STARTING, ENDED -> {}
        }
    }

    private void marketTold(BotContext context, OrderUpdate update) {
        if (!update.state().isTerminal()) {
            return;
        }
        marketId = 0;
        boolean rejected = update.state() == OrderState.REJECTED;
        if (rejected) {
            desk.rejected(context, enters(context, update.side()), update.tag(), update.reason());
        }
        switch (phase) {
            case STARTING -> {
                if (rejected) {
                    phase = Phase.WAITING;
                } else if (update.state() == OrderState.FILLED) {
                    nextMarketOrder(context);
                } else {
                    running(context);
                }
            }
            case CLOSING -> settleClosing(context);
            case WAITING, RUNNING, REBUILDING, ENDED -> {}
        }
        tune(context);
    }

    final void onTimer(BotContext context) {
        goOn(context, false);
    }

    private void goOn(BotContext context, boolean byPerson) {
        desk.retry(context, byPerson);
        book.unsettled();
        switch (phase) {
            case WAITING -> tryStart(context);
            case RUNNING -> mend(context);
            case REBUILDING -> rebuild(context);
            case CLOSING -> settleClosing(context);
            case STARTING, ENDED -> {}
        }
        tune(context);
    }

    final void pause(BotContext context) {
        paused = true;
        if (phase == Phase.RUNNING) {
            book.sweep(context, false);
        }
        tune(context);
    }

    final void resume(BotContext context) {
        paused = false;
        book.restore();
        goOn(context, true);
    }

    final void stop(BotContext context, StopMode mode) {
        if (phase != Phase.ENDED) {
            desk.retry(context, true);
            close(context, mode == StopMode.SELL);
        }
    }

    private void close(BotContext context, boolean sell) {
        sellAll = sell;
        phase = Phase.CLOSING;
        tune(context);
        settleClosing(context);
    }

    private void settleClosing(BotContext context) {
        book.recallAll(context);
        if (book.alive > 0 || marketId != 0) {
            return;
        }
        Instrument instrument = context.instrument();
        long held = heldLots(context);
        if (sellAll && BotDesk.tradeable(instrument, Math.abs(held), context.lastTicks())) {
            long most = instrument.filters().marketMaxQuantityLots();
            Side side = held > 0 ? Side.SELL : Side.BUY;
            marketId = desk.place(
                    context, false, side, OrderType.MARKET, most > 0 ? Math.min(most, Math.abs(held)) : Math.abs(held), 0, 0,
                    CLOSE, 0);
            return;
        }
        phase = Phase.ENDED;
        context.stopTimer(BotDesk.RETRY);
        context.stopped(endedBy);
    }

    final void edit(BotContext context, Params params) {
        boolean newLevels = read(params);
        if (phase == Phase.RUNNING) {
            if (newLevels) {
                phase = Phase.REBUILDING;
                rebuild(context);
            } else {
                range = range(context);
                book.unsettled();
                mend(context);
            }
        } else if (phase == Phase.WAITING) {
            firstTicks = 0;
            tryStart(context);
        } else if (phase == Phase.STARTING) {
            relay |= newLevels;
            range = range(context);
        }
        tune(context);
    }

    /** Once every order is gone the grid starts anew with what is held; its trigger has been met already. */
    private void rebuild(BotContext context) {
        book.recallAll(context);
        if (book.alive == 0) {
            triggered = true;
            phase = Phase.WAITING;
            tryStart(context);
        }
    }

    static String label(int tag) {
        return switch (tag) {
            case START -> "Start";
            case CLOSE -> "Close";
            default -> tag < GridOrders.LEVEL
                    ? ""
                    : ((tag & 1) == 0 ? "Buy " : "Sell ") + (((tag - GridOrders.LEVEL) >> 1) + 1);
        };
    }
}
