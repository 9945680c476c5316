package dev.tradewind.risk;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilter;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;

/** Judges orders by a {@link Collar}. Pure; a pass allocates nothing. */
final class CollarRule {

    private static final long ONE = 100_000_000L;
    private static final String PRICE = "PRICE_COLLAR";
    private static final String SIZE = "SIZE_COLLAR";

    private final Instrument instrument;
    private final Collar collar;

    CollarRule(Instrument instrument, Collar collar) {
        this.instrument = instrument;
        this.collar = collar;
    }

    /** {@return {@link Verdict#PASS} or the first objection} */
    Verdict first(OrderRequest order, RiskView view) {
        if (!collar.on() || spared(order, view)) {
            return Verdict.PASS;
        }
        Verdict limit = order.type().hasLimit() ? price(OrderField.PRICE, order, view) : Verdict.PASS;
        if (!limit.passes()) {
            return limit;
        }
        Verdict stop = order.type().hasTrigger() ? price(OrderField.STOP, order, view) : Verdict.PASS;
        return stop.passes() ? size(order, view) : stop;
    }

    /** Tells what each bound that is on says. */
    void all(OrderRequest order, RiskView view, Consumer<Verdict> listener) {
        if (!collar.on() || spared(order, view)) {
            return;
        }
        if (collar.crossE8() > 0 || collar.awayE8() > 0) {
            Verdict limit = order.type().hasLimit() ? price(OrderField.PRICE, order, view) : Verdict.PASS;
            Verdict stop = order.type().hasTrigger() ? price(OrderField.STOP, order, view) : Verdict.PASS;
            if (limit.passes() && stop.passes()) {
                listener.accept(Verdict.pass(PRICE, "near the market at " + text(OrderField.PRICE, view.lastTicks())));
            }
            tell(limit, listener);
            tell(stop, listener);
        }
        if (collar.timesUsualE2() > 0) {
            Verdict size = size(order, view);
            listener.accept(
                    !size.passes()
                            ? size
                            : Verdict.pass(
                                    SIZE,
                                    view.usualLots() == 0
                                            ? "too few orders yet to know a usual size"
                                            : "usual is " + text(OrderField.SIZE, view.usualLots())));
        }
    }

    private static void tell(Verdict verdict, Consumer<Verdict> listener) {
        if (!verdict.passes()) {
            listener.accept(verdict);
        }
    }

    /** A bot's way out of a position is not held back. */
    private static boolean spared(OrderRequest order, RiskView view) {
        return order.botId() != 0
                && (order.terms().reduceOnly()
                        || (order.side() == Side.BUY ? view.shortLots() > 0 : view.sellableLots() > 0));
    }

    private Verdict price(OrderField field, OrderRequest order, RiskView view) {
        long value = field.of(order);
        long least = least(field, order, view);
        long most = most(field, order, view);
        if (value >= least && value <= most) {
            return Verdict.PASS;
        }
        long below = value > most ? instrument.filters().nearestDown(field, most, order, view) : 0;
        long above = value < least ? instrument.filters().nearestUp(field, least, order, view) : 0;
        below = below >= least ? below : 0;
        above = above <= most ? above : 0;
        long last = view.lastTicks();
        String distance = value == last
                ? "at"
                : percent(value - last, last) + (value < last ? " below" : " above");
        return Verdict.refuse(
                PRICE,
                field.label() + " " + text(field, value) + " is " + distance + " the market at " + text(field, last)
                        + "; the collar allows " + text(field, least) + " to "
                        + (most == InstrumentFilter.UNBOUNDED ? "no limit" : text(field, most))
                        + (below + above == 0 ? "" : "; nearest " + text(field, below + above)),
                field,
                value,
                below,
                above);
    }

    /** A limit may cross a little and wait farther off; of a stop with a limit, the limit is measured from the stop. */
    private long least(OrderField field, OrderRequest order, RiskView view) {
        long last = view.lastTicks();
        if (last <= 0) {
            return 1;
        }
        boolean buy = order.side() == Side.BUY;
        if (field == OrderField.STOP) {
            return above(order) ? collar.crossE8() > 0 ? last + 1 : 1 : scaledUp(last, collar.awayE8());
        }
        boolean waits = order.type().hasTrigger();
        long from = waits ? order.stopTicks() : last;
        return buy ? waits ? 1 : scaledUp(from, collar.awayE8()) : scaledUp(from, collar.crossE8());
    }

    private long most(OrderField field, OrderRequest order, RiskView view) {
        long last = view.lastTicks();
        if (last <= 0) {
            return InstrumentFilter.UNBOUNDED;
        }
        boolean buy = order.side() == Side.BUY;
        if (field == OrderField.STOP) {
            return above(order)
                    ? scaledDown(last, collar.awayE8())
                    : collar.crossE8() > 0 ? last - 1 : InstrumentFilter.UNBOUNDED;
        }
        boolean waits = order.type().hasTrigger();
        long from = waits ? order.stopTicks() : last;
        return buy
                ? scaledDown(from, collar.crossE8())
                : waits ? InstrumentFilter.UNBOUNDED : scaledDown(from, collar.awayE8());
    }

    /** Whether the trigger belongs above the market. */
    private static boolean above(OrderRequest order) {
        return (order.side() == Side.BUY) != order.type().takesProfit();
    }

    /** The lowest price that is at most a share below another. */
    private static long scaledUp(long ticks, long shareE8) {
        return shareE8 == 0 || shareE8 >= ONE ? 1 : Math.max(1, Exact.mulDivCeil(ticks, ONE - shareE8, ONE));
    }

    /** The highest price that is at most a share above another. */
    private static long scaledDown(long ticks, long shareE8) {
        return shareE8 == 0 ? InstrumentFilter.UNBOUNDED : Exact.mulDivFloor(ticks, ONE + shareE8, ONE);
    }

    private Verdict size(OrderRequest order, RiskView view) {
        long usual = collar.timesUsualE2() == 0 ? 0 : view.usualLots();
        if (usual == 0) {
            return Verdict.PASS;
        }
        long most = Exact.mulDivFloor(usual, collar.timesUsualE2(), 100);
        long lots = order.quantityLots();
        if (lots <= most) {
            return Verdict.PASS;
        }
        long below = instrument.filters().nearestDown(OrderField.SIZE, most, order, view);
        BigDecimal times = BigDecimal.valueOf(lots).divide(BigDecimal.valueOf(usual), 1, RoundingMode.HALF_UP);
        return Verdict.refuse(
                SIZE,
                "quantity " + text(OrderField.SIZE, lots) + " is " + times.toPlainString() + " times the usual "
                        + text(OrderField.SIZE, usual) + "; the collar allows " + text(OrderField.SIZE, most)
                        + (below == 0 ? "" : "; nearest " + text(OrderField.SIZE, below)),
                OrderField.SIZE,
                lots,
                below,
                0);
    }

    private static String percent(long difference, long from) {
        return BigDecimal.valueOf(Math.abs(difference))
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(from), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }

    private String text(OrderField field, long value) {
        return field.toDecimal(instrument, value).toPlainString();
    }
}
