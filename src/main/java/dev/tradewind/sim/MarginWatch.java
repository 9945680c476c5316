package dev.tradewind.sim;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;

/**
 * What the exchange does to a margin account by itself. It measures by the mark price, or by the last price as long as it
 * was never told a mark price.
 *
 * <p><b>Margin call</b>: once the maintenance margin is 80 % of what answers for a position, told once until it is less
 * again. <b>Liquidation</b>: at the liquidation price all working orders are cancelled and the whole position is closed
 * there, or at the market's price where that has jumped beyond it, but never beyond the bankruptcy price (the exchange's
 * insurance fund bears the rest); the fee is the instrument's liquidation fee, at most what is left. <b>Funding</b>: {@code
 * −s·Q·mark·rate} at each boundary, rounded against the account. <b>Reduce-only</b> orders never outgrow their position: what
 * is too much of them is cancelled as it shrinks.
 */
final class MarginWatch {

    static final long NONE_ABOVE = Long.MAX_VALUE;
    static final long NONE_BELOW = Long.MIN_VALUE;

    private static final long ONE_E8 = 100_000_000L;
    private static final int CALL_PERCENT = 80;
    private static final PositionSide[] POSITIONS = PositionSide.values();

    private final Instrument instrument;
    private final MarginAccount account;
    private final Fills fills;
    private final Matcher matcher;
    private final FeeRate liquidationFee;
    private final boolean hedged;
    private final boolean[] called = new boolean[MarginAccount.SIDES];
    private boolean marked;
    private long below = NONE_BELOW;
    private long above = NONE_ABOVE;

    MarginWatch(Instrument instrument, MarginAccount account, Fills fills, Matcher matcher) {
        this.instrument = instrument;
        this.account = account;
        this.fills = fills;
        this.matcher = matcher;
        liquidationFee = instrument.margins().liquidationFee();
        hedged = account.config().positions() == PositionMode.HEDGE;
    }

    /** {@return the last price at or below which a position is closed by force, none where mark prices decide} */
    long below() {
        return marked ? NONE_BELOW : below;
    }

    /** {@return the last price at or above which a position is closed by force, none where mark prices decide} */
    long above() {
        return marked ? NONE_ABOVE : above;
    }

    /** The market trades at a price. */
    void price(long ticks, long timeNanos) {
        if (!marked && ticks > 0) {
            measure(ticks, timeNanos);
        }
    }

    /** The exchange says its mark price. */
    void mark(long ticks, long timeNanos) {
        marked = true;
        measure(ticks, timeNanos);
    }

    private void measure(long ticks, long timeNanos) {
        account.mark(ticks);
        if (account.isFlat()) {
            return;
        }
        if (hedged) {
            // the other position's profit is part of what answers for one
            changed();
        }
        if (ticks <= below || ticks >= above) {
            reached(ticks, timeNanos);
        }
        for (int side = 0; side < MarginAccount.SIDES; side++) {
            lookAt(side, timeNanos);
        }
    }

    /** A fill changed a position: orders that may only reduce it shrink with it. */
    void traded(SimOrder filled, long timeNanos) {
        changed();
        SimOrder next;
        for (SimOrder order = matcher.line().first(); order != null; order = next) {
            next = order.after;
            if (order == filled || !Fills.onlyReduces(order)) {
                continue;
            }
            int side = order.request.terms().positionSide().ordinal();
            long excess = order.remainingLots - account.closableLots(order.isBuy(), side);
            if (excess > 0) {
                matcher.shrink(order, excess, timeNanos);
            }
        }
    }

    /** Positions or what answers for them changed. */
    void changed() {
        below = NONE_BELOW;
        above = NONE_ABOVE;
        for (int side = 0; side < MarginAccount.SIDES; side++) {
            long ticks = account.lots(side) == 0 ? 0 : account.liquidationTicks(side);
            if (ticks > 0 && account.lots(side) > 0) {
                below = Math.max(below, ticks);
            } else if (ticks > 0) {
                above = Math.min(above, ticks);
            }
        }
    }

    /** The price by which margin is measured came to a liquidation price or jumped beyond it. */
    void reached(long ticks, long timeNanos) {
        for (int side = 0; side < MarginAccount.SIDES; side++) {
            long lots = account.lots(side);
            long at = lots == 0 ? 0 : account.liquidationTicks(side);
            if (at > 0 && (lots > 0 ? ticks <= at : ticks >= at)) {
                matcher.closeAll(timeNanos);
                liquidate(side, lots > 0 ? Math.min(at, ticks) : Math.max(at, ticks), timeNanos);
            }
        }
    }

    private void liquidate(int side, long ticks, long timeNanos) {
        long lots = account.lots(side);
        long bankrupt = account.bankruptcyTicks(side);
        long price = lots > 0 ? Math.max(ticks, bankrupt) : Math.min(ticks, bankrupt);
        long worth = instrument.notionalAtoms(price, lots);
        long left = account.behindAtoms(side) + worth - account.entryAtoms(side);
        long fee = Math.max(0, Math.min(liquidationFee.feeOn(Math.abs(worth)), left));
        account.trade(side, -lots, price, fee);
        fills.liquidated(POSITIONS[side], price, Math.abs(lots), fee, timeNanos);
        called[side] = false;
        changed();
    }

    private void lookAt(int side, long timeNanos) {
        if (account.lots(side) == 0) {
            called[side] = false;
            return;
        }
        long behind = account.behindAtoms(side) + account.unrealisedAtoms(side);
        long maintenance = account.maintenanceAtoms(side);
        boolean near = behind <= 0 || maintenance >= Exact.mulDivCeil(behind, CALL_PERCENT, 100);
        if (near && !called[side]) {
            long ratio = behind <= maintenance ? 10_000 : Exact.mulDivCeil(maintenance, 10_000, behind);
            fills.called(POSITIONS[side], account.markTicks(), ratio, timeNanos);
        }
        called[side] = near;
    }

    /** Longs pay shorts, or the reverse. */
    void funding(FundingEvent event, long timeNanos) {
        long mark = event.markTicks() == 0 ? account.markTicks() : event.markTicks();
        for (int side = 0; side < MarginAccount.SIDES; side++) {
            long lots = account.lots(side);
            if (lots != 0 && event.rateE8() != 0 && mark > 0) {
                long worth = Math.abs(instrument.notionalAtoms(mark, lots));
                boolean pays = lots > 0 == event.rateE8() > 0;
                long rate = Math.abs(event.rateE8());
                long amount = pays
                        ? -Exact.mulDivCeil(worth, rate, ONE_E8)
                        : Exact.mulDivFloor(worth, rate, ONE_E8);
                account.pay(amount);
                fills.funded(POSITIONS[side], mark, Math.abs(lots), amount, timeNanos);
            }
        }
        changed();
    }

    void save(StateWriter out) {
        out.section("MarginWatch", 1).flag(marked).number(below).number(above);
        for (boolean told : called) {
            out.flag(told);
        }
    }

    void load(StateReader in) {
        marked = in.section("MarginWatch", 1).flag();
        below = in.number();
        above = in.number();
        for (int side = 0; side < called.length; side++) {
            called[side] = in.flag();
        }
    }

    /** Moves margin of an isolated position. {@return whether that is allowed} */
    boolean adjust(PositionSide positionSide, long atoms) {
        int side = positionSide.ordinal();
        boolean allowed = account.config().mode() == MarginMode.ISOLATED
                && account.lots(side) != 0
                && (atoms > 0 ? atoms <= account.availableAtoms() : -atoms <= account.removableAtoms(side));
        if (allowed) {
            account.addMargin(side, atoms);
            changed();
        }
        return allowed;
    }
}
