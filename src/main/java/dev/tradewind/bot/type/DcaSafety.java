package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** The safety orders of one deal: which are planned, resting, done; at most a given number rest at once. */
final class DcaSafety {

    /** Where a safety order is. */
    enum Level {
        PLANNED,
        LIVE,
        /** A cancel is on its way; then it is planned again. */
        RECALLED,
        /** A cancel is on its way; then it is skipped. */
        DROPPED,
        FILLED,
        /** By the user, or since it is too small to place: not placed again in this deal. */
        SKIPPED,
        /** Somebody else cancelled it: planned again when the user asks to go on. */
        LOST
    }

    private static final Level[] LEVELS = Level.values();

    private final BotDesk desk;
    private final Level[] levels = new Level[DcaParams.MOST_SAFETY_ORDERS];
    private final long[] ids = new long[DcaParams.MOST_SAFETY_ORDERS];
    private int filled;
    private int alive;

    DcaSafety(BotDesk desk) {
        this.desk = desk;
        reset();
    }

    /** A new deal: everything is planned. */
    void reset() {
        for (int k = 0; k < levels.length; k++) {
            levels[k] = Level.PLANNED;
            ids[k] = 0;
        }
        filled = 0;
        alive = 0;
    }

    void save(StateWriter out) {
        out.number(filled).number(alive);
        for (int k = 0; k < levels.length; k++) {
            out.number(levels[k].ordinal()).number(ids[k]);
        }
    }

    void load(StateReader in) {
        filled = in.integer();
        alive = in.integer();
        for (int k = 0; k < levels.length; k++) {
            int level = in.integer();
            if (level < 0 || level >= LEVELS.length) {
                throw in.wrong("there is no safety order state " + level);
            }
            levels[k] = LEVELS[level];
            ids[k] = in.number();
        }
    }

    Level level(int k) {
        return levels[k];
    }

    long id(int k) {
        return ids[k];
    }

    /** {@return how many have filled, in full or in part} */
    int filled() {
        return filled;
    }

    /** {@return how many are at the venue} */
    int alive() {
        return alive;
    }

    boolean owns(int tag, long id) {
        int k = tag - DcaTags.SAFETY;
        return k >= 0 && k < ids.length && ids[k] == id;
    }

    /** Places planned orders until as many rest as may; none at or below {@code floorTicks}, where the stop lies. */
    void place(BotContext context, DcaLadder ladder, long baseTicks, long scaleE8, long floorTicks) {
        int most = ladder.settings.activeSafetyOrders;
        for (int k = 0; k < ladder.size() && alive < most && desk.buysOpen(); k++) {
            if (levels[k] != Level.PLANNED) {
                continue;
            }
            long price = ladder.priceTicks(k, baseTicks);
            if (price <= floorTicks) {
                return;
            }
            long lots = ladder.lots(k, price, scaleE8);
            if (!BotDesk.tradeable(context.instrument(), lots, price)) {
                levels[k] = Level.SKIPPED;
                context.decide(Reason.TOO_SMALL, price, lots);
                continue;
            }
            long id = desk.place(context, Side.BUY, OrderType.LIMIT, lots, price, 0, DcaTags.SAFETY + k, 0);
            if (id == 0) {
                return;
            }
            ids[k] = id;
            levels[k] = Level.LIVE;
            alive++;
            context.decide(Reason.SAFETY_ORDER_PLACED, price, lots);
        }
    }

    /** Asks the venue to give up every resting order; they are planned again once it has. */
    void recall(BotContext context) {
        for (int k = 0; k < levels.length && alive > 0; k++) {
            if (levels[k] == Level.LIVE) {
                levels[k] = Level.RECALLED;
                context.cancel(ids[k]);
            }
        }
    }

    /** {@return whether there was one left to skip} */
    boolean skipNext(BotContext context, DcaLadder ladder, long baseTicks) {
        for (int k = 0; k < ladder.size(); k++) {
            if (levels[k] == Level.PLANNED || levels[k] == Level.LIVE) {
                context.decide(Reason.SAFETY_ORDERS_SKIPPED, ladder.priceTicks(k, baseTicks), k + 1);
                if (levels[k] == Level.LIVE) {
                    levels[k] = Level.DROPPED;
                    context.cancel(ids[k]);
                } else {
                    levels[k] = Level.SKIPPED;
                }
                return true;
            }
        }
        return false;
    }

    /** Orders somebody else cancelled are planned again: the user asked to go on. */
    void restore() {
        for (int k = 0; k < levels.length; k++) {
            if (levels[k] == Level.LOST) {
                levels[k] = Level.PLANNED;
            }
        }
    }

    /** An order of the ladder reached its end. */
    void finished(BotContext context, OrderUpdate update) {
        int k = update.tag() - DcaTags.SAFETY;
        ids[k] = 0;
        alive--;
        if (update.totalFilledLots() > 0) {
            levels[k] = Level.FILLED;
            filled++;
            if (update.state() == OrderState.FILLED) {
                context.decide(Reason.SAFETY_ORDER_FILLED, update.priceTicks(), update.totalFilledLots());
            }
            return;
        }
        boolean rejected = update.state() == OrderState.REJECTED;
        levels[k] = switch (levels[k]) {
            case DROPPED, SKIPPED -> Level.SKIPPED;
            case RECALLED, PLANNED -> Level.PLANNED;
            case LIVE, FILLED, LOST -> rejected ? Level.PLANNED : Level.LOST;
        };
        if (rejected) {
            desk.rejected(context, Side.BUY, update.tag(), update.reason());
        }
    }
}
