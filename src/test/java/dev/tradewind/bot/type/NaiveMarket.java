package dev.tradewind.bot.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A market of decimals that fills the orders of one plain program, written from design/trading.md §5 and not from the venue:
 * no engine, no ticks, no lots, no reports. Orders and cancels arrive at the next price, what happened is told at once.
 *
 * @param <S> what an order belongs to
 */
abstract class NaiveMarket<S> {

    static final class Order<S> {
        final @Nullable S step;
        final boolean buy;
        final BigDecimal price;
        BigDecimal left;
        boolean recalled;

        Order(@Nullable S step, boolean buy, BigDecimal price, BigDecimal left) {
            this.step = step;
            this.buy = buy;
            this.price = price;
            this.left = left;
        }
    }

    record Sent<S>(Order<S> order, boolean cancel) {}

    record Told<S>(Order<S> order, BigDecimal lots, BigDecimal price, boolean over) {}

    static final MathContext MATH = new MathContext(60);
    static final int ATOMS = 10;

    final List<String> fills = new ArrayList<>();
    final BigDecimal tick;
    final BigDecimal lot;
    final BigDecimal fee;
    BigDecimal quote;
    BigDecimal base = BigDecimal.ZERO;
    final Deque<Sent<S>> inbox = new ArrayDeque<>();
    final Deque<Told<S>> reports = new ArrayDeque<>();
    final Map<Order<S>, BigDecimal> known = new IdentityHashMap<>();
    private final List<Order<S>> resting = new ArrayList<>();

    NaiveMarket(BigDecimal tick, BigDecimal lot, double feePercent, BigDecimal capital) {
        this.tick = tick;
        this.lot = lot;
        this.fee = BigDecimal.valueOf(feePercent).movePointLeft(2);
        this.quote = capital;
    }

    /** A trade or a candle has happened at this last price. */
    abstract void heard(BigDecimal price);

    /** Tells the program what happened, one thing after the other. */
    abstract void tell();

    /** Books money and coins of a fill. */
    abstract void book(boolean buy, BigDecimal lots, BigDecimal price);

    static BigDecimal up(BigDecimal amount) {
        return amount.setScale(ATOMS, RoundingMode.CEILING);
    }

    static BigDecimal down(BigDecimal amount, BigDecimal step) {
        return amount.divide(step, 0, RoundingMode.DOWN).multiply(step);
    }

    final BigDecimal left(Order<S> order) {
        return known.getOrDefault(order, BigDecimal.ZERO);
    }

    final Order<S> place(@Nullable S step, boolean buy, BigDecimal price, BigDecimal lots) {
        Order<S> order = new Order<>(step, buy, price, lots);
        known.put(order, lots);
        inbox.add(new Sent<>(order, false));
        return order;
    }

    final void recall(@Nullable Order<S> order) {
        if (order != null && !order.recalled) {
            order.recalled = true;
            inbox.add(new Sent<>(order, true));
        }
    }

    void candle(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        int shape = high.subtract(open).compareTo(open.subtract(low));
        boolean highFirst = shape < 0 || (shape == 0 && close.compareTo(open) < 0);
        at(open, false);
        walk(open, highFirst ? high : low, null);
        walk(highFirst ? high : low, highFirst ? low : high, null);
        walk(highFirst ? low : high, close, close);
        heard(close);
    }

    private void walk(BigDecimal from, BigDecimal to, @Nullable BigDecimal end) {
        boolean up = to.compareTo(from) > 0;
        BigDecimal here = from;
        while (true) {
            BigDecimal next = null;
            for (Order<S> order : resting) {
                boolean ahead = order.buy != up
                        && (up ? order.price.compareTo(here) > 0 && order.price.compareTo(to) <= 0
                                : order.price.compareTo(here) < 0 && order.price.compareTo(to) >= 0);
                if (ahead && (next == null || (order.price.compareTo(next) < 0) == up)) {
                    next = order.price;
                }
            }
            if (next == null) {
                return;
            }
            here = next;
            at(here, end != null && here.compareTo(end) == 0);
        }
    }

    private void at(BigDecimal price, boolean candleEnds) {
        for (Order<S> order : List.copyOf(resting)) {
            if (order.buy ? order.price.compareTo(price) >= 0 : order.price.compareTo(price) <= 0) {
                fill(order, order.left, price);
            }
        }
        tell();
        if (!candleEnds) {
            arrivals(price);
        }
    }

    void trade(BigDecimal price, BigDecimal quantity) {
        BigDecimal left = quantity;
        while (left.signum() > 0) {
            @Nullable Order<S> best = null;
            for (Order<S> order : resting) {
                boolean through = order.buy ? order.price.compareTo(price) > 0 : order.price.compareTo(price) < 0;
                if (through && (best == null || (order.price.compareTo(best.price) > 0) == order.buy)) {
                    best = order;
                }
            }
            if (best == null) {
                break;
            }
            BigDecimal part = left.min(best.left);
            left = left.subtract(part);
            fill(best, part, best.price);
        }
        tell();
        arrivals(price);
        heard(price);
        arrivals(price);
    }

    private void arrivals(BigDecimal price) {
        while (!inbox.isEmpty()) {
            Sent<S> sent = inbox.poll();
            Order<S> order = sent.order;
            if (sent.cancel) {
                if (resting.remove(order)) {
                    reports.add(new Told<>(order, BigDecimal.ZERO, price, true));
                }
            } else if (order.price.signum() == 0
                    || (order.buy ? order.price.compareTo(price) >= 0 : order.price.compareTo(price) <= 0)) {
                fill(order, order.left, price);
            } else {
                resting.add(order);
            }
            tell();
        }
    }

    private void fill(Order<S> order, BigDecimal lots, BigDecimal price) {
        book(order.buy, lots, price);
        fills.add(text(order.buy, lots, price));
        order.left = order.left.subtract(lots);
        boolean over = order.left.signum() == 0;
        if (over) {
            resting.remove(order);
        }
        reports.add(new Told<>(order, lots, price, over));
    }

    static String text(boolean buy, BigDecimal lots, BigDecimal price) {
        return (buy ? "buy " : "sell ") + lots.stripTrailingZeros().toPlainString() + " @ "
                + price.stripTrailingZeros().toPlainString();
    }
}
