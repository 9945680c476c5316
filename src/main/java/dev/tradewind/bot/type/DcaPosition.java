package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport.FeeAsset;

/** What the open deal has bought so far; the account holds what of it is left. */
final class DcaPosition {

    private long baseTicks;
    private long baseLots;
    private long basePriceLots;
    private long baseNotionalAtoms;
    private long openedNanos;
    private long investedAtoms;
    private long realisedBefore;

    /** A new deal. */
    void reset(long realisedAtoms) {
        baseTicks = 0;
        baseLots = 0;
        basePriceLots = 0;
        baseNotionalAtoms = 0;
        openedNanos = 0;
        investedAtoms = 0;
        realisedBefore = realisedAtoms;
    }

    void save(StateWriter out) {
        out.number(baseTicks).number(baseLots).number(basePriceLots).number(baseNotionalAtoms).number(openedNanos);
        out.number(investedAtoms).number(realisedBefore);
    }

    void load(StateReader in) {
        baseTicks = in.number();
        baseLots = in.number();
        basePriceLots = in.number();
        baseNotionalAtoms = in.number();
        openedNanos = in.number();
        investedAtoms = in.number();
        realisedBefore = in.number();
    }

    /** Books a buy. {@return whether it was the deal's first} */
    boolean bought(BotContext context, OrderUpdate update, boolean base) {
        long notional = context.instrument().notionalAtoms(update.priceTicks(), update.filledLots());
        long fee = update.feeAsset() == FeeAsset.QUOTE ? update.feeAtoms() : 0;
        investedAtoms = Math.addExact(investedAtoms, Math.addExact(notional, fee));
        if (base) {
            baseLots += update.filledLots();
            basePriceLots = Math.addExact(basePriceLots, Math.multiplyExact(update.priceTicks(), update.filledLots()));
            baseNotionalAtoms = Math.addExact(baseNotionalAtoms, notional);
            baseTicks = basePriceLots / baseLots;
        }
        boolean first = openedNanos == 0;
        if (first) {
            openedNanos = context.nowNanos();
        }
        return first;
    }

    /** Sets the deal's time-out anew, measured from its first fill; 0 drops it. */
    void retime(BotContext context, int timer, long timeoutNanos) {
        if (timeoutNanos == 0) {
            context.stopTimer(timer);
        } else if (openedNanos > 0) {
            context.startTimer(timer, Math.max(0, openedNanos + timeoutNanos - context.nowNanos()));
        }
    }

    /** {@return whether the base order has bought anything} */
    boolean held() {
        return baseTicks > 0;
    }

    /** {@return the base order's average price, rounded down; the ladder hangs from it} */
    long baseTicks() {
        return baseTicks;
    }

    long baseLots() {
        return baseLots;
    }

    long baseNotionalAtoms() {
        return baseNotionalAtoms;
    }

    /** {@return when the first order filled, 0 before} */
    long openedNanos() {
        return openedNanos;
    }

    /** {@return quote paid, fees included} */
    long investedAtoms() {
        return investedAtoms;
    }

    /** {@return what the deal's sales have earned so far} */
    long resultAtoms(BotContext context) {
        return context.account().realisedAtoms() - realisedBefore;
    }
}
