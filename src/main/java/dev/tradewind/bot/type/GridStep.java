package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import org.jspecify.annotations.Nullable;

/** One step of a grid: between two neighbouring levels, with the buy at its foot and the sell at its head. */
abstract class GridStep {

    final int slot;
    long lowTicks;
    long highTicks;
    /** What one round trades. */
    long lots;
    long buyId;
    long buyLeftLots;
    boolean buyRecalled;
    long sellId;
    long sellLeftLots;
    boolean sellRecalled;
    /** Others cancelled an order of it: it waits for a person. */
    boolean lost;
    /** Its orders are being taken back so that it can move to the other end. */
    boolean moving;

    GridStep(int slot, long lowTicks, long highTicks, long lots) {
        this.slot = slot;
        this.lowTicks = lowTicks;
        this.highTicks = highTicks;
        this.lots = lots;
    }

    void save(StateWriter out) {
        out.number(slot).number(lowTicks).number(highTicks).number(lots);
        out.number(buyId).number(buyLeftLots).flag(buyRecalled).number(sellId).number(sellLeftLots).flag(sellRecalled);
        out.flag(lost).flag(moving);
    }

    /** Takes over all but its slot and its place, which it was made with. */
    void load(StateReader in) {
        buyId = in.number();
        buyLeftLots = in.number();
        buyRecalled = in.flag();
        sellId = in.number();
        sellLeftLots = in.number();
        sellRecalled = in.flag();
        lost = in.flag();
        moving = in.flag();
    }

    static void saveSide(StateWriter out, @Nullable Side side) {
        out.number(side == null ? 0 : side == Side.BUY ? 1 : -1);
    }

    static @Nullable Side side(StateReader in) {
        long side = in.number();
        return side == 0 ? null : side > 0 ? Side.BUY : Side.SELL;
    }

    /** {@return orders at the venue} */
    final int alive() {
        return (buyId == 0 ? 0 : 1) + (sellId == 0 ? 0 : 1);
    }

    /** {@return the middle between foot and head, doubled} */
    final long middle() {
        return lowTicks + highTicks;
    }

    final boolean owns(long id) {
        return buyId == id || sellId == id;
    }

    final void placed(Side side, long id, long size) {
        if (side == Side.BUY) {
            buyId = id;
            buyLeftLots = size;
        } else {
            sellId = id;
            sellLeftLots = size;
        }
    }

    /** Its order is over. {@return whether the grid had asked for that} */
    final boolean ended(Side side) {
        boolean asked;
        if (side == Side.BUY) {
            asked = buyRecalled;
            buyId = 0;
            buyLeftLots = 0;
            buyRecalled = false;
        } else {
            asked = sellRecalled;
            sellId = 0;
            sellLeftLots = 0;
            sellRecalled = false;
        }
        return asked;
    }

    final void recallBuy(BotContext context) {
        if (buyId != 0 && !buyRecalled) {
            buyRecalled = true;
            context.cancel(buyId);
        }
    }

    final void recallSell(BotContext context) {
        if (sellId != 0 && !sellRecalled) {
            sellRecalled = true;
            context.cancel(sellId);
        }
    }

    final long priceTicks(Side side) {
        return side == Side.BUY ? lowTicks : highTicks;
    }
}
