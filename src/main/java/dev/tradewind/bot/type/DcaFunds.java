package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The user's own additions to an open deal: one market buy at a time. */
final class DcaFunds {

    private long id;
    private boolean recalled;

    void save(StateWriter out) {
        out.number(id).flag(recalled);
    }

    void load(StateReader in) {
        id = in.number();
        recalled = in.flag();
    }

    boolean owns(long orderId) {
        return id != 0 && orderId == id;
    }

    boolean alive() {
        return id != 0;
    }

    void finished() {
        id = 0;
    }

    /** Asks the venue to give up what has not been bought yet. */
    void recall(BotContext context) {
        if (id != 0 && !recalled) {
            recalled = true;
            context.cancel(id);
        }
    }

    /**
     * Buys for an amount of quote at market.
     *
     * @throws IllegalArgumentException if the amount is not one, is too small, or the order is refused
     */
    void add(BotContext context, String amount) {
        if (id != 0) {
            throw new IllegalArgumentException("funds added before are still being spent");
        }
        long last = context.lastTicks();
        BigDecimal price = context.instrument().toPrice(last);
        long lots = context.instrument().toLots(quote(amount).divide(price, 20, RoundingMode.DOWN), RoundingMode.DOWN);
        if (!BotDesk.tradeable(context.instrument(), lots, last)) {
            throw new IllegalArgumentException(amount + " buys " + lots + " lots, less than the smallest order");
        }
        long placed = context.submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0, DcaTags.ADDED, 0);
        if (placed == 0) {
            throw new IllegalArgumentException(context.refusal().message());
        }
        id = placed;
        recalled = false;
        context.decide(Reason.FUNDS_ADDED, last, lots);
    }

    private static BigDecimal quote(String amount) {
        try {
            BigDecimal quote = new BigDecimal(amount.strip());
            if (quote.signum() > 0) {
                return quote;
            }
        } catch (NumberFormatException e) {
            // said below with the value
        }
        throw new IllegalArgumentException("'" + amount + "' is not an amount of quote; a number above 0 is");
    }
}
