package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.portfolio.BotAccount;

/**
 * The ways out of one deal: the next take-profit step as a limit order and the stop as a stop order, linked so that what
 * one sells the other loses. When coins or targets change both are cancelled, and placed anew once the venue has said so.
 */
final class DcaExits {

    private final BotDesk desk;
    private long takeProfitId;
    private long stopId;
    private boolean takeProfitRecalled;
    private boolean stopRecalled;
    private boolean stale;
    private boolean sellStepNow;
    private long stepSaleId;
    private int step;
    private long targetTicks;
    private long stopTicks;
    private long lastTargetTicks;
    private long links;

    DcaExits(BotDesk desk) {
        this.desk = desk;
    }

    /** A new deal. */
    void reset() {
        takeProfitId = 0;
        stopId = 0;
        stepSaleId = 0;
        takeProfitRecalled = false;
        stopRecalled = false;
        stale = false;
        sellStepNow = false;
        step = 0;
        targetTicks = 0;
        stopTicks = 0;
        lastTargetTicks = 0;
    }

    void save(StateWriter out) {
        out.number(takeProfitId).number(stopId).number(stepSaleId).flag(takeProfitRecalled).flag(stopRecalled);
        out.flag(stale).flag(sellStepNow).number(step).number(targetTicks).number(stopTicks).number(lastTargetTicks);
        out.number(links);
    }

    void load(StateReader in) {
        takeProfitId = in.number();
        stopId = in.number();
        stepSaleId = in.number();
        takeProfitRecalled = in.flag();
        stopRecalled = in.flag();
        stale = in.flag();
        sellStepNow = in.flag();
        step = in.integer();
        targetTicks = in.number();
        stopTicks = in.number();
        lastTargetTicks = in.number();
        links = in.number();
    }

    /** Coins or targets have changed. */
    void outdate() {
        stale = true;
    }

    /** The next step is to be sold at market. */
    void sellStep() {
        sellStepNow = true;
        stale = true;
    }

    boolean alive() {
        return takeProfitId != 0 || stopId != 0 || stepSaleId != 0;
    }

    boolean owns(long id) {
        return id != 0 && (id == takeProfitId || id == stopId || id == stepSaleId);
    }

    long takeProfitId() {
        return takeProfitId;
    }

    long stopId() {
        return stopId;
    }

    int step() {
        return step;
    }

    /** {@return the price the present step sells at or trails from, 0 without coins} */
    long targetTicks() {
        return targetTicks;
    }

    /** {@return the stop's price, 0 without one} */
    long stopTicks() {
        return stopTicks;
    }

    boolean lastStep(DcaSettings settings) {
        return step >= settings.stepTargetE8.length - 1;
    }

    boolean trails(DcaSettings settings) {
        return settings.trailingE8 > 0 && lastStep(settings);
    }

    /** Brings what rests at the venue in line with what is held. */
    void place(BotContext context, DcaLadder ladder, long baseTicks, long baseNotionalAtoms) {
        if (!stale) {
            return;
        }
        if (alive()) {
            recall(context);
            return;
        }
        DcaSettings settings = ladder.settings;
        BotAccount account = context.account();
        long lots = account.sellableLots();
        stale = false;
        if (lots == 0) {
            targetTicks = 0;
            stopTicks = 0;
            context.protect(StopPolicy.NONE, 0);
            return;
        }
        aim(context, ladder, baseTicks, baseNotionalAtoms);
        if (!BotDesk.tradeable(context.instrument(), lots, targetTicks)) {
            context.decide(Reason.TOO_SMALL, targetTicks, lots);
        } else if (sellStepNow) {
            sellStepNow = false;
            stepSaleId = desk.place(
                    context, Side.SELL, OrderType.MARKET, stepLots(context, settings, lots), 0, 0, DcaTags.CLOSE, 0);
            stale = stepSaleId == 0;
        } else {
            rest(context, settings, lots);
        }
    }

    private void aim(BotContext context, DcaLadder ladder, long baseTicks, long baseNotionalAtoms) {
        DcaSettings settings = ladder.settings;
        BotAccount account = context.account();
        FeeRate fee = trails(settings) ? context.takerFee() : context.makerFee();
        long target = settings.stepTargetE8[Math.min(step, settings.stepTargetE8.length - 1)];
        targetTicks = settings.targetOnBase
                ? ladder.targetTicks(
                        account.costAtoms(), Exact.mulDivCeil(baseNotionalAtoms, target, DcaSettings.ONE),
                        account.baseAtoms(), 0, fee)
                : ladder.targetTicks(account.costAtoms(), 0, account.baseAtoms(), target, fee);
        stopTicks = 0;
        if (settings.stopE8 > 0) {
            stopTicks = settings.stopOnAverage
                    ? ladder.belowAverageTicks(account.costAtoms(), account.baseAtoms(), settings.stopE8)
                    : DcaLadder.belowTicks(baseTicks, settings.stopE8);
        }
        if (settings.breakEvenStep > 0 && step >= settings.breakEvenStep) {
            stopTicks = Math.max(
                    stopTicks,
                    ladder.targetTicks(account.costAtoms(), 0, account.baseAtoms(), 0, context.takerFee()));
        }
        boolean here = settings.watchesStop() && settings.stopTimeoutNanos > 0;
        StopPolicy policy = here ? StopPolicy.HERE : StopPolicy.EXCHANGE;
        context.protect(stopTicks == 0 ? StopPolicy.NONE : policy, stopTicks);
    }

    private void rest(BotContext context, DcaSettings settings, long lots) {
        boolean limit = !trails(settings);
        boolean stop = stopTicks > 0 && settings.stopTimeoutNanos == 0;
        long link = limit && stop ? ++links : 0;
        if (stop) {
            stopId = desk.place(context, Side.SELL, OrderType.STOP_MARKET, lots, 0, stopTicks, DcaTags.STOP, link);
            stale |= stopId == 0;
            stopRecalled = false;
            if (stopId != 0) {
                context.decide(Reason.STOP_LOSS_PLACED, stopTicks, lots);
            }
        }
        if (limit) {
            takeProfitId = desk.place(
                    context, Side.SELL, OrderType.LIMIT, stepLots(context, settings, lots), targetTicks, 0,
                    DcaTags.TAKE_PROFIT, link);
            stale |= takeProfitId == 0;
            takeProfitRecalled = false;
            if (takeProfitId != 0) {
                context.decide(
                        lastTargetTicks == 0 ? Reason.TAKE_PROFIT_PLACED : Reason.TAKE_PROFIT_MOVED, targetTicks, lots);
                lastTargetTicks = targetTicks;
            }
        }
    }

    /** The step's share of what is left; all of it where it or the rest would be too small to sell. */
    private long stepLots(BotContext context, DcaSettings settings, long lots) {
        if (lastStep(settings)) {
            return lots;
        }
        long left = DcaSettings.ONE;
        for (int i = 0; i < step; i++) {
            left -= settings.stepShareE8[i];
        }
        long part = left <= settings.stepShareE8[step]
                ? lots
                : Exact.mulDivFloor(lots, settings.stepShareE8[step], left);
        boolean both = BotDesk.tradeable(context.instrument(), part, targetTicks)
                && BotDesk.tradeable(context.instrument(), lots - part, targetTicks);
        return both ? part : lots;
    }

    /** Asks the venue to give up what rests. */
    void recall(BotContext context) {
        if (takeProfitId != 0 && !takeProfitRecalled) {
            takeProfitRecalled = true;
            context.cancel(takeProfitId);
        }
        if (stopId != 0 && !stopRecalled) {
            stopRecalled = true;
            context.cancel(stopId);
        }
    }

    /** An exit order reached its end. */
    void finished(BotContext context, DcaSettings settings, OrderUpdate update) {
        long id = update.clientOrderId();
        boolean sold = update.state() == OrderState.FILLED;
        boolean recalled = id == takeProfitId ? takeProfitRecalled : id == stopId && stopRecalled;
        if (id == stopId) {
            stopId = 0;
        } else {
            takeProfitId = id == takeProfitId ? 0 : takeProfitId;
            stepSaleId = id == stepSaleId ? 0 : stepSaleId;
            if (sold && !lastStep(settings)) {
                step++;
                stale = true;
            }
        }
        if (update.state() == OrderState.REJECTED) {
            stale = true;
            desk.rejected(context, Side.SELL, update.tag(), update.reason());
        } else if (!recalled && !alive() && context.account().sellableLots() > 0) {
            // the other leg ended it, or somebody else did: cover what is left
            stale = true;
        }
    }
}
