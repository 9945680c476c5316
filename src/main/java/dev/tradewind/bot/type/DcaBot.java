package dev.tradewind.bot.type;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.BotType.Action;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.type.DcaDeals.End;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.portfolio.BotAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DCA deal bot on spot, long only: buys a base order, averages down with safety orders, sells all of it at a profit,
 * and starts over (a deal bot as trading platforms know it). It sells only what its own account holds; what a deal leaves, less than one lot,
 * goes into the next at its cost. Engine thread only; a pure function of its callbacks; steady trading allocates nothing.
 */
public final class DcaBot implements Bot {

    /** The bot's declaration. */
    public static final BotType TYPE = new BotType(
            "dca", "DCA",
            "Buys in steps as the price falls and sells all of it at a profit, deal after deal.",
            1,
            DcaParams.SPECS,
            DcaParams.PRESETS,
            List.of(
                    new Action("addFunds", "Add funds", "quote"),
                    new Action("closeDeal", "Close at market", ""),
                    new Action("closeStep", "Close one step", ""),
                    new Action("cancelDeal", "Cancel deal, keep coins", ""),
                    new Action("skipSafety", "Skip a safety order", "")),
            DcaBot::new,
            DcaPlanner::plan);

    private static final int START_TIMER = 1;
    private static final int DEAL_TIMER = 2;

    final BotDesk desk = new BotDesk();
    final DcaSafety safety = new DcaSafety(desk);
    final DcaExits exits = new DcaExits(desk);
    final DcaDeals deals = new DcaDeals();
    DcaPhase phase = DcaPhase.WAITING;
    final DcaPosition position = new DcaPosition();
    final DcaWatch watch = new DcaWatch();
    boolean paused;
    long scaleE8 = DcaSettings.ONE;
    final DcaFunds funds = new DcaFunds();
    DcaSettings settings;
    @Nullable DcaLadder current;
    @Nullable DcaLadder next;
    boolean frozen;
    boolean watching;
    boolean toldWaiting;
    boolean baseRecalled;
    long baseId;
    long closeId;
    End end = End.TAKE_PROFIT;
    boolean sellAll;
    boolean stopRequested;

    private DcaBot(Params params) {
        settings = new DcaSettings(params);
    }

    /** {@return the ladder of the open deal, or of the next} */
    DcaLadder ladder() {
        DcaLadder ladder = current;
        if (ladder == null) {
            throw new IllegalStateException("the bot has not been started");
        }
        return ladder;
    }

    @Override
    public void start(BotContext context) {
        current = new DcaLadder(settings, context.instrument());
        next = current;
        if (settings.start == DcaSettings.Start.DELAY && settings.startDelayNanos > 0) {
            phase = DcaPhase.COOLING;
            context.state(BotState.ARMED);
            context.startTimer(START_TIMER, settings.startDelayNanos);
        } else {
            tryOpen(context);
        }
    }

    private void tryOpen(BotContext context) {
        if (phase != DcaPhase.WAITING || paused || !desk.buysOpen()) {
            return;
        }
        if (next != null) {
            current = next;
            settings = next.settings;
        }
        if (settings.maxDeals > 0 && deals.count() >= settings.maxDeals) {
            context.decide(Reason.DEAL_LIMIT_REACHED, deals.count(), 0);
            finish(context);
            return;
        }
        long last = context.lastTicks();
        if (last == 0 || !ladder().mayOpen(last, context.dayVolumeAtoms())) {
            if (!toldWaiting) {
                toldWaiting = true;
                context.decide(Reason.START_CONDITION_WAITS, last, 0);
                context.state(BotState.ARMED);
            }
            tune(context);
            return;
        }
        toldWaiting = false;
        open(context, last);
    }

    private void open(BotContext context, long last) {
        long capital = context.account().capitalAtoms();
        scaleE8 = deals.scaleE8(ladder(), last, capital);
        long lots = ladder().baseLots(last, capital, scaleE8);
        if (!BotDesk.tradeable(context.instrument(), lots, last)) {
            desk.tooSmall(context);
            tune(context);
            return;
        }
        safety.reset();
        exits.reset();
        watch.reset();
        position.reset(context.account().realisedAtoms());
        frozen = false;
        baseRecalled = false;
        baseId = desk.place(
                context, Side.BUY, settings.baseLimit ? OrderType.LIMIT : OrderType.MARKET, lots,
                settings.baseLimit ? last : 0, 0, DcaTags.BASE, 0);
        if (baseId != 0) {
            phase = DcaPhase.OPEN;
            context.decide(Reason.BASE_ORDER_PLACED, last, lots);
            context.state(BotState.RUNNING);
            if (settings.dealTimeoutNanos > 0) {
                context.startTimer(DEAL_TIMER, settings.dealTimeoutNanos);
            }
        }
        tune(context);
    }

    /** Turns prices on exactly while something waits for them. */
    private void tune(BotContext context) {
        boolean wanted = switch (phase) {
            case WAITING -> !paused && desk.buysOpen();
            case OPEN -> position.held() && (exits.trails(settings) || settings.watchesStop());
            case COOLING, CLOSING, HELD, ENDED -> false;
        };
        if (wanted != watching) {
            watching = wanted;
            context.watchPrices(wanted);
        }
    }

    @Override
    public void onPrice(BotContext context, long lastTicks) {
        if (phase == DcaPhase.WAITING) {
            tryOpen(context);
        } else if (phase == DcaPhase.OPEN) {
            switch (watch.price(context, settings, exits, lastTicks)) {
                case NOTHING -> {}
                case STOP_LOSS -> stopLoss(context, lastTicks);
                case TAKE_PROFIT -> {
                    context.decide(Reason.TRAILING_CLOSED, lastTicks, 0);
                    close(context, End.TRAILING, true);
                }
            }
        }
    }

    private void stopLoss(BotContext context, long lastTicks) {
        context.decide(Reason.STOP_LOSS_TRIGGERED, lastTicks, 0);
        close(context, End.STOP_LOSS, true);
    }

    @Override
    public void onTimer(BotContext context, int timer) {
        switch (timer) {
            case START_TIMER -> {
                if (phase == DcaPhase.COOLING) {
                    phase = DcaPhase.WAITING;
                    tryOpen(context);
                }
            }
            case DEAL_TIMER -> {
                if (phase == DcaPhase.OPEN) {
                    context.decide(Reason.DEAL_TIMED_OUT, deals.count() + 1, 0);
                    close(context, End.TIME_OUT, true);
                }
            }
            case DcaWatch.STOP_TIMER -> {
                watch.timedOut();
                if (phase == DcaPhase.OPEN) {
                    stopLoss(context, context.lastTicks());
                }
            }
            case BotDesk.RETRY -> goOn(context, false);
            default -> throw new IllegalArgumentException("timer " + timer + " was never set");
        }
    }

    private void goOn(BotContext context, boolean byPerson) {
        desk.retry(context, byPerson);
        settle(context);
        tryOpen(context);
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
        long id = update.clientOrderId();
        if (id != baseId && id != closeId && !funds.owns(id) && !exits.owns(id) && !safety.owns(update.tag(), id)) {
            return;
        }
        if (update.kind() == VenueReport.Kind.FILLED) {
            booked(context, update);
        }
        if (update.state().isTerminal()) {
            finished(context, update);
        }
        settle(context);
    }

    private void booked(BotContext context, OrderUpdate update) {
        if (update.side() == Side.SELL) {
            return;
        }
        exits.outdate();
        watch.bought(update.priceTicks());
        if (position.bought(context, update, update.clientOrderId() == baseId)) {
            context.decide(Reason.DEAL_OPENED, update.priceTicks(), deals.count() + 1);
        }
    }

    private void finished(BotContext context, OrderUpdate update) {
        long id = update.clientOrderId();
        if (id == baseId) {
            baseId = 0;
            if (position.held()) {
                context.decide(Reason.BASE_ORDER_FILLED, position.baseTicks(), position.baseLots());
            }
        } else if (id == closeId) {
            closeId = 0;
        } else if (funds.owns(id)) {
            funds.finished();
        } else if (exits.owns(id)) {
            sold(context, update);
            return;
        } else {
            safety.finished(context, update);
            return;
        }
        if (update.state() == OrderState.REJECTED) {
            desk.rejected(context, update.side(), update.tag(), update.reason());
        }
    }

    private void sold(BotContext context, OrderUpdate update) {
        boolean stop = update.clientOrderId() == exits.stopId();
        exits.finished(context, settings, update);
        if (update.totalFilledLots() == 0 || phase != DcaPhase.OPEN) {
            return;
        }
        context.decide(
                stop ? Reason.STOP_LOSS_TRIGGERED : Reason.TAKE_PROFIT_FILLED, update.priceTicks(),
                update.totalFilledLots());
        if (context.account().sellableLots() == 0) {
            close(context, stop ? End.STOP_LOSS : End.TAKE_PROFIT, stop);
        } else if (stop) {
            close(context, End.STOP_LOSS, true);
        }
    }

    void close(BotContext context, End how, boolean sell) {
        end = how;
        sellAll = sell;
        phase = DcaPhase.CLOSING;
        context.stopTimer(DEAL_TIMER);
        watch.end(context);
        tune(context);
        settleClosing(context);
    }

    /** Does what the present state asks for; safe to call at any time. */
    void settle(BotContext context) {
        switch (phase) {
            case OPEN -> settleOpen(context);
            case CLOSING -> settleClosing(context);
            case WAITING, COOLING, HELD, ENDED -> {}
        }
        tune(context);
    }

    private void settleOpen(BotContext context) {
        if (!position.held()) {
            if (baseId == 0) {
                // rejected: tried again when the desk opens; cancelled by somebody else: held until a person resumes
                phase = desk.buysOpen() ? DcaPhase.HELD : DcaPhase.WAITING;
                context.stopTimer(DEAL_TIMER);
            }
            return;
        }
        exits.place(context, ladder(), position.baseTicks(), position.baseNotionalAtoms());
        if (baseId == 0 && !paused && !frozen) {
            long floor = settings.restingStop() ? exits.stopTicks() : 0;
            safety.place(context, ladder(), position.baseTicks(), scaleE8, floor);
        }
    }

    private void settleClosing(BotContext context) {
        if (ordersAlive(context)) {
            return;
        }
        BotAccount account = context.account();
        long lots = account.sellableLots();
        if (BotDesk.tradeable(context.instrument(), lots, context.lastTicks())) {
            if (sellAll) {
                long most = context.instrument().filters().marketMaxQuantityLots();
                closeId = desk.place(
                        context, Side.SELL, OrderType.MARKET, most > 0 ? Math.min(most, lots) : lots, 0, 0, DcaTags.CLOSE,
                        0);
                return;
            }
            if (end == End.TAKE_PROFIT && !stopRequested) {
                // a safety order filled while it was being cancelled: its coins get a take profit of their own
                context.decide(Reason.LATE_FILL, context.lastTicks(), lots);
                phase = DcaPhase.OPEN;
                frozen = true;
                exits.outdate();
                settleOpen(context);
                return;
            }
        }
        dealDone(context);
    }

    /** Asks for every cancel still missing; {@return whether an order is still at the venue} */
    private boolean ordersAlive(BotContext context) {
        if (baseId != 0 && !baseRecalled) {
            baseRecalled = true;
            context.cancel(baseId);
        }
        funds.recall(context);
        exits.recall(context);
        safety.recall(context);
        return baseId != 0 || funds.alive() || closeId != 0 || exits.alive() || safety.alive() > 0;
    }

    private void dealDone(BotContext context) {
        phase = DcaPhase.WAITING;
        if (position.openedNanos() != 0) {
            BotAccount account = context.account();
            long result = position.resultAtoms(context);
            deals.add(
                    position.openedNanos(), context.nowNanos(), 1 + safety.filled(), 1 + ladder().size(),
                    position.investedAtoms(), result, end);
            position.reset(account.realisedAtoms());
            context.decide(Reason.DEAL_CLOSED, deals.count(), result);
            if (account.baseAtoms() > 0 && account.sellableLots() == 0) {
                context.decide(Reason.DUST_CARRIED, account.costAtoms(), account.baseAtoms());
            }
        }
        if (stopRequested || (end == End.STOP_LOSS && settings.stopEndsBot)) {
            finish(context);
        } else if (end == End.CANCELLED) {
            phase = DcaPhase.HELD;
            context.state(BotState.ARMED);
        } else if (settings.maxDeals > 0 && deals.count() >= settings.maxDeals) {
            tryOpen(context);
        } else if (settings.cooldownNanos > 0) {
            phase = DcaPhase.COOLING;
            context.decide(Reason.COOLDOWN, settings.cooldownNanos, 0);
            context.startTimer(START_TIMER, settings.cooldownNanos);
        } else {
            tryOpen(context);
        }
        tune(context);
    }

    private void finish(BotContext context) {
        phase = DcaPhase.ENDED;
        context.stopTimer(DEAL_TIMER);
        context.stopTimer(BotDesk.RETRY);
        tune(context);
        context.stopped(stopRequested ? "" : deals.lastWords(end, settings));
    }

    @Override
    public void pause(BotContext context) {
        paused = true;
        tune(context);
    }

    @Override
    public void resume(BotContext context) {
        paused = false;
        if (phase == DcaPhase.HELD) {
            phase = DcaPhase.WAITING;
        }
        safety.restore();
        goOn(context, true);
        tune(context);
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
        stopRequested = true;
        boolean sell = mode == StopMode.SELL;
        if (phase == DcaPhase.OPEN || phase == DcaPhase.CLOSING || (sell && context.account().sellableLots() > 0)) {
            desk.retry(context, true);
            close(context, End.YOU, sell);
        } else if (phase != DcaPhase.ENDED) {
            finish(context);
        }
    }

    @Override
    public DealParams dealParams(Params now) {
        boolean open = phase == DcaPhase.OPEN || phase == DcaPhase.CLOSING;
        return open ? new DealParams.Open(settings.params) : new DealParams.NoneOpen();
    }

    @Override
    public void edit(BotContext context, Params params, EditScope scope) {
        DcaLadder edited = new DcaLadder(new DcaSettings(params), context.instrument());
        boolean open = phase == DcaPhase.OPEN || phase == DcaPhase.CLOSING;
        if (scope != EditScope.OPEN_DEAL) {
            next = edited;
        }
        if (scope != EditScope.NEW_DEALS && open) {
            current = edited;
            settings = edited.settings;
            position.retime(context, DEAL_TIMER, settings.dealTimeoutNanos);
            safety.recall(context);
            exits.outdate();
            settle(context);
        } else if (!open) {
            toldWaiting = false;
            tryOpen(context);
        }
        tune(context);
    }

    @Override
    public void act(BotContext context, String action, String amount) {
        DcaActions.act(this, context, action, amount);
    }

    @Override
    public void save(StateWriter out) {
        DcaState.save(this, out);
    }

    @Override
    public void load(BotContext context, StateReader in) {
        DcaState.load(this, context.instrument(), in);
    }

    @Override
    public String label(int tag) {
        return DcaTags.label(tag);
    }

    @Override
    public BotStatus status(BotContext context) {
        return DcaStatus.of(this, settings, context);
    }
}
