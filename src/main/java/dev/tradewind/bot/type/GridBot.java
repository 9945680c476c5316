package dev.tradewind.bot.type;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.portfolio.BotAccount;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spot grid: buys what its upper levels will sell, then a buy at a level mirrors a sell at the
 * next, and back, for as long as the price stays in its range. Engine thread only; a pure function of its callbacks; steady
 * trading allocates nothing.
 *
 * <p>An edit of the range, the levels or the sizes lays the grid anew around the last price; any other takes effect at
 * once. A grid is one open deal, so the scope of an edit makes no difference.
 */
public final class GridBot implements Bot {

    /** The bot's declaration. */
    public static final BotType TYPE = new BotType(
            "grid",
            "Spot grid",
            "Buys a step lower and sells a step higher, level by level, while the price moves in a range.",
            1,
            GridParams.SPECS,
            GridParams.PRESETS,
            List.of(),
            GridBot::new,
            GridPlanner::plan);

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
    private static final long ONE = 100_000_000L;

    final BotDesk desk = new BotDesk();
    final GridBook book = new GridBook(desk);
    Phase phase = Phase.WAITING;
    boolean paused;
    GridSettings settings;
    private @Nullable GridRange<GridCell> range;
    private int nearest;
    private long firstTicks;
    private boolean triggered;
    private long marketId;
    private long restLots;
    private boolean sellAll;
    private String endedBy = "";
    private boolean watching;

    private GridBot(Params params) {
        settings = new GridSettings(params);
    }

    @Override
    public void start(BotContext context) {
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
        if (settings.rules.trigger().signum() == 0) {
            return true;
        }
        long trigger = context.instrument().toTicks(settings.rules.trigger(), RoundingMode.HALF_UP);
        firstTicks = firstTicks == 0 ? last : firstTicks;
        triggered |= firstTicks <= trigger ? last >= trigger : last <= trigger;
        return triggered;
    }

    /** Lays the grid around a price and buys (or, after an edit, sells) what its sells need. */
    private void begin(BotContext context, long last) {
        Instrument instrument = context.instrument();
        BotAccount account = context.account();
        PlanTerms terms = new PlanTerms(
                instrument, last, context.takerFee(), context.makerFee(), context.buyFeeAsset(),
                Math.max(0, Math.min(account.capitalAtoms(), account.equityAtoms(last))), 0);
        GridPlan plan = new GridPlan(settings, terms);
        plan.refuseLosses();
        if (!sizesPass(plan)) {
            desk.tooSmall(context);
            return;
        }
        range = new GridRange<>(book, book, settings.rules, plan.levels, instrument);
        nearest = plan.nearest;
        book.lay(plan, last);
        long missing = instrument.toLots(plan.sellQuantity(), RoundingMode.CEILING) - account.sellableLots();
        if (missing > 0 && plan.feeInBase) {
            long fee = Math.max(context.takerFee().e8(), context.makerFee().e8());
            missing = Exact.mulDivCeil(missing, ONE, ONE - fee);
        }
        restLots = missing > 0 ? Math.min(missing, GridBook.affordable(context, account.freeQuoteAtoms(), last)) : missing;
        phase = Phase.STARTING;
        context.state(BotState.STARTING);
        nextMarketOrder(context);
    }

    private static boolean sizesPass(GridPlan plan) {
        for (int i = 0; i < plan.quantities.length; i++) {
            if (!BotDesk.tradeable(
                    plan.instrument, plan.instrument.toLots(plan.quantities[i], RoundingMode.DOWN),
                    plan.levels.ticks(i, plan.instrument))) {
                return false;
            }
        }
        return true;
    }

    private void nextMarketOrder(BotContext context) {
        long most = context.instrument().filters().marketMaxQuantityLots();
        long lots = most > 0 ? Math.min(most, Math.abs(restLots)) : Math.abs(restLots);
        if (!BotDesk.tradeable(context.instrument(), lots, context.lastTicks())) {
            running(context);
            return;
        }
        Side side = restLots > 0 ? Side.BUY : Side.SELL;
        marketId = desk.place(context, side, OrderType.MARKET, lots, 0, 0, START, 0);
        if (marketId == 0) {
            phase = Phase.WAITING;
        } else {
            restLots -= side == Side.BUY ? lots : -lots;
            context.decide(Reason.BASE_ORDER_PLACED, context.lastTicks(), lots);
        }
    }

    private void running(BotContext context) {
        phase = Phase.RUNNING;
        book.stock(context, nearest);
        if (settings.sizing == GridSettings.Sizing.CAPITAL) {
            book.scale(context);
        }
        context.state(BotState.RUNNING);
        context.decide(Reason.GRID_PLACED, context.lastTicks(), settings.frame.levels());
        book.sweep(context, buysAllowed());
    }

    private boolean buysAllowed() {
        return !paused;
    }

    /** Turns prices on exactly while something waits for them. */
    private void tune(BotContext context) {
        boolean wanted = switch (phase) {
            case WAITING -> !paused && desk.buysOpen();
            case RUNNING -> settings.rules.watches();
            case STARTING, REBUILDING, CLOSING, ENDED -> false;
        };
        if (wanted != watching) {
            watching = wanted;
            context.watchPrices(wanted);
        }
    }

    @Override
    public void onPrice(BotContext context, long lastTicks) {
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
        GridRange<GridCell> laid = range;
        if (laid == null || !(laid.stopsAbove(last) || laid.stopsBelow(last))) {
            return false;
        }
        boolean above = laid.stopsAbove(last);
        context.decide(Reason.GRID_STOPPED, last, 0);
        endedBy = "the price reached its stop " + (above ? "above" : "below");
        close(context, above ? settings.rules.sellAbove() : settings.rules.sellBelow());
        return true;
    }

    /** Follows the price and mends whatever should rest and does not. */
    private void mend(BotContext context) {
        book.audit(context);
        GridRange<GridCell> laid = range;
        if (laid != null && !paused && settings.rules.watches()) {
            laid.follow(context);
        }
        book.sweep(context, buysAllowed());
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
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
            desk.rejected(context, update.side(), update.tag(), update.reason());
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

    @Override
    public void onTimer(BotContext context, int timer) {
        goOn(context, false);
    }

    private void goOn(BotContext context, boolean byPerson) {
        desk.retry(context, byPerson);
        switch (phase) {
            case WAITING -> tryStart(context);
            case RUNNING -> mend(context);
            case REBUILDING -> rebuild(context);
            case CLOSING -> settleClosing(context);
            case STARTING, ENDED -> {}
        }
        tune(context);
    }

    @Override
    public void pause(BotContext context) {
        paused = true;
        if (phase == Phase.RUNNING) {
            book.sweep(context, false);
        }
        tune(context);
    }

    @Override
    public void resume(BotContext context) {
        paused = false;
        book.restore();
        goOn(context, true);
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
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
        long lots = context.account().sellableLots();
        if (sellAll && BotDesk.tradeable(instrument, lots, context.lastTicks())) {
            long most = instrument.filters().marketMaxQuantityLots();
            marketId = desk.place(
                    context, Side.SELL, OrderType.MARKET, most > 0 ? Math.min(most, lots) : lots, 0, 0, CLOSE, 0);
            return;
        }
        phase = Phase.ENDED;
        context.stopTimer(BotDesk.RETRY);
        context.stopped(endedBy);
    }

    @Override
    public void edit(BotContext context, Params params, EditScope scope) {
        GridSettings before = settings;
        settings = new GridSettings(params);
        if (phase == Phase.RUNNING) {
            if (before.sameLevels(settings)) {
                book.settings(settings);
                range = new GridRange<>(
                        book, book, settings.rules, new GridLevels(settings.frame), context.instrument());
                mend(context);
            } else {
                phase = Phase.REBUILDING;
                rebuild(context);
            }
        } else if (phase == Phase.WAITING) {
            firstTicks = 0;
            tryStart(context);
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

    /** {@return what is neither grid profit nor capital: the price's move on what is held, in quote atoms} */
    long trendAtoms(BotContext context) {
        long last = context.lastTicks();
        return context.account().equityAtoms(last) - context.account().capitalAtoms() - gridAtoms(context);
    }

    /** {@return the completed pairs' profit, base profit at the last price, in quote atoms} */
    long gridAtoms(BotContext context) {
        long base = book.tally.baseAtoms();
        long value = context.instrument().valueOfBaseAtoms(context.lastTicks(), Math.abs(base));
        return book.tally.quoteAtoms() + (base < 0 ? -value : value);
    }

    @Override
    public String label(int tag) {
        return switch (tag) {
            case START -> "Start";
            case CLOSE -> "Close";
            default -> tag < GridOrders.LEVEL
                    ? ""
                    : ((tag & 1) == 0 ? "Buy " : "Sell ") + (((tag - GridOrders.LEVEL) >> 1) + 1);
        };
    }

    @Override
    public BotStatus status(BotContext context) {
        return GridStatus.of(this, context);
    }
}
