package dev.tradewind.risk;

import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import java.time.Instant;
import java.util.function.Consumer;

/** Whether an order makes sense by itself: its parts belong together. Pure; an order in shape allocates nothing. */
final class OrderShape {

    private OrderShape() {}

    /** {@return {@link Verdict#PASS} or the first thing wrong} */
    static Verdict first(OrderRequest order, RiskView view) {
        Verdict figures = figures(order, view);
        if (!figures.passes() || isPlain(order, view)) {
            return figures;
        }
        Verdict time = time(order, view);
        if (!time.passes()) {
            return time;
        }
        Verdict display = display(order);
        if (!display.passes()) {
            return display;
        }
        Verdict maker = postOnly(order);
        return maker.passes() ? position(order, view) : maker;
    }

    private static boolean isPlain(OrderRequest order, RiskView view) {
        return order.terms() == OrderTerms.NONE && order.timeInForce() != TimeInForce.GTD && !view.hedged();
    }

    /** Tells everything that is wrong, rule by rule. */
    static void all(OrderRequest order, RiskView view, Consumer<Verdict> listener) {
        for (Verdict verdict : new Verdict[] {
            figures(order, view), time(order, view), display(order), postOnly(order), position(order, view)
        }) {
            if (!verdict.passes()) {
                listener.accept(verdict);
            }
        }
    }

    private static Verdict figures(OrderRequest order, RiskView view) {
        long worth = order.terms().quoteAtoms();
        if (worth > 0 && order.type() != OrderType.MARKET) {
            return Verdict.refuse("ORDER_SIZE_UNIT", "only a market order is sized in quote; give a " + order.type()
                    + " order its size in base");
        }
        if (worth > 0 && order.quantityLots() != 0) {
            return Verdict.refuse("ORDER_SIZE_UNIT", "the size is given in base and in quote; give one of them");
        }
        if (worth == 0 && order.quantityLots() <= 0) {
            return missing("LOT_SIZE", "the quantity is less than one lot", OrderField.SIZE, order, view);
        }
        if (order.type().hasLimit() && order.priceTicks() <= 0) {
            return missing("PRICE_FILTER", "a limit order needs a price of at least one tick", OrderField.PRICE, order, view);
        }
        if (order.type().hasTrigger() && order.stopTicks() <= 0) {
            return missing(
                    "PRICE_FILTER", "a stop order needs a stop price of at least one tick", OrderField.STOP, order, view);
        }
        return Verdict.PASS;
    }

    private static Verdict missing(String rule, String message, OrderField field, OrderRequest order, RiskView view) {
        long least = view.instrument().filters().nearestUp(field, 1, order, view);
        return Verdict.refuse(rule, message, field, field.of(order), 0, least);
    }

    private static Verdict time(OrderRequest order, RiskView view) {
        long expires = order.terms().expireNanos();
        if (order.timeInForce() != TimeInForce.GTD) {
            return expires == 0
                    ? Verdict.PASS
                    : Verdict.refuse("TIME_IN_FORCE", "only a GTD order has an expiry, this one is " + order.timeInForce());
        }
        if (order.type() == OrderType.MARKET) {
            return Verdict.refuse("TIME_IN_FORCE", "a market order does not wait; GTD is for orders with a price");
        }
        if (expires == 0) {
            return Verdict.refuse("TIME_IN_FORCE", "a GTD order needs an expiry after " + time(view.nowNanos()));
        }
        return expires <= view.nowNanos()
                ? Verdict.refuse("TIME_IN_FORCE", "the expiry " + time(expires) + " is past; it is "
                        + time(view.nowNanos()) + " now, anything later would pass")
                : Verdict.PASS;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    private static Verdict display(OrderRequest order) {
        long shown = order.terms().displayLots();
        if (shown == 0) {
            return Verdict.PASS;
        }
        if (!order.type().hasLimit()) {
            return Verdict.refuse("ICEBERG", "only an order with a limit can show less than it is");
        }
        if (order.timeInForce() == TimeInForce.IOC || order.timeInForce() == TimeInForce.FOK) {
            return Verdict.refuse("ICEBERG", "an order that never rests shows nothing; use GTC or GTD, not "
                    + order.timeInForce());
        }
        return shown > order.quantityLots()
                ? Verdict.refuse(
                        "ICEBERG", "shows more than the order is; at most its whole quantity", OrderField.DISPLAY, shown,
                        order.quantityLots(), 0)
                : Verdict.PASS;
    }

    private static Verdict postOnly(OrderRequest order) {
        if (!order.terms().postOnly()) {
            return Verdict.PASS;
        }
        if (order.type() != OrderType.LIMIT) {
            return Verdict.refuse("POST_ONLY", "only a limit order can be post-only, not " + order.type());
        }
        return order.timeInForce() == TimeInForce.IOC || order.timeInForce() == TimeInForce.FOK
                ? Verdict.refuse("POST_ONLY", "a post-only order rests; use GTC or GTD, not " + order.timeInForce())
                : Verdict.PASS;
    }

    private static Verdict position(OrderRequest order, RiskView view) {
        PositionSide side = order.terms().positionSide();
        if (side == PositionSide.NET && view.hedged()) {
            return Verdict.refuse("POSITION_SIDE", "this account keeps long and short apart; say LONG or SHORT");
        }
        if (side != PositionSide.NET && !view.hedged()) {
            return Verdict.refuse("POSITION_SIDE", "this account has one position; " + side + " has no place, NET would pass");
        }
        if (!order.terms().reduceOnly()) {
            return Verdict.PASS;
        }
        boolean buy = order.side() == Side.BUY;
        if (side == PositionSide.LONG && buy || side == PositionSide.SHORT && !buy) {
            return Verdict.refuse("REDUCE_ONLY", "a " + (buy ? "buy" : "sale") + " enlarges a " + side + " position");
        }
        long reducible = buy ? view.shortLots() : view.sellableLots();
        return reducible <= 0
                ? Verdict.refuse("REDUCE_ONLY", "there is no " + (buy ? "short" : "long") + " position to reduce")
                : Verdict.PASS;
    }
}
