package dev.tradewind.oms;

import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import org.jspecify.annotations.Nullable;

/**
 * A take profit and a stop of which one cancels the other, or either of them alone. The stop is placed first: it protects.
 * At a venue without links the orders' desk makes up for them.
 */
final class ExitPair {

    static final int STOP = 1;
    static final int PROFIT = 2;

    private final Algo algo;
    private final Side side;
    private final long profitTicks;
    private final long stopTicks;
    private final long stopLimitTicks;
    private final long link;
    private final OrderTerms terms;
    private @Nullable Child stop;
    private @Nullable Child profit;
    private long lots;
    private String trouble = "";

    /**
     * @param profitTicks    limit of the take profit, 0 for none
     * @param stopTicks      stop price, 0 for none
     * @param stopLimitTicks limit of the stop once triggered, 0 trades at market
     */
    ExitPair(Algo algo, Side side, long profitTicks, long stopTicks, long stopLimitTicks, long link, OrderTerms terms) {
        this.algo = algo;
        this.side = side;
        this.profitTicks = profitTicks;
        this.stopTicks = stopTicks;
        this.stopLimitTicks = stopLimitTicks;
        this.link = profitTicks == 0 || stopTicks == 0 ? 0 : link;
        this.terms = terms;
    }

    long link() {
        return link;
    }

    void save(StateWriter out) {
        out.number(lots).text(trouble);
        algo.saveChild(stop, out);
        algo.saveChild(profit, out);
    }

    void load(StateReader in) {
        lots = in.number();
        trouble = in.text();
        stop = algo.loadChild(in);
        profit = algo.loadChild(in);
    }

    /** Places both legs. {@return whether none was refused; if one was, {@link #trouble()} says which and the other stays} */
    boolean place(long size) {
        lots = size;
        if (stopTicks != 0) {
            OrderType type = stopLimitTicks == 0 ? OrderType.STOP_MARKET : OrderType.STOP_LIMIT;
            stop = algo.place(STOP, side, type, TimeInForce.GTC, size, stopLimitTicks, stopTicks, link, terms);
            if (stop == null) {
                trouble = "the stop at " + algo.price(stopTicks) + " was refused: " + algo.port.refusal();
                return false;
            }
        }
        if (profitTicks != 0) {
            profit = algo.place(PROFIT, side, OrderType.LIMIT, TimeInForce.GTC, size, profitTicks, 0, link, terms);
            if (profit == null) {
                trouble = "the take profit at " + algo.price(profitTicks) + " was refused: " + algo.port.refusal()
                        + (stop == null ? "" : "; the stop at " + algo.price(stopTicks) + " stays");
                return false;
            }
        }
        algo.decide(Reason.ALGO_LEGS_PLACED, stopTicks, size);
        return true;
    }

    /** {@return whether it can be made larger now: every leg rests undisturbed} */
    boolean grows() {
        return (stop != null || profit != null) && rests(stop) && rests(profit);
    }

    private boolean rests(@Nullable Child leg) {
        return leg == null || algo.settled(leg);
    }

    /** Makes both legs larger. {@return whether none was refused} */
    boolean grow(long more) {
        boolean grown = enlarge(stop, more, stopLimitTicks, stopTicks) & enlarge(profit, more, profitTicks, 0);
        if (grown) {
            lots += more;
            algo.decide(Reason.ALGO_LEGS_GROWN, stopTicks, lots);
        } else {
            trouble = "a leg could not be grown: " + algo.port.refusal();
        }
        return grown;
    }

    private boolean enlarge(@Nullable Child leg, long more, long price, long stopPrice) {
        Order order = leg == null ? null : algo.port.order(leg.orderId);
        if (leg == null || order == null) {
            return true;
        }
        // what its linked order took away is not part of it any more
        return algo.amend(leg, leg.filledLots + order.workingLots() + more, price, stopPrice);
    }

    /** {@return whether the order is one of its legs} */
    boolean has(Child child) {
        return child == stop || child == profit;
    }

    /** Says what a leg that ended means. {@return trouble in words, empty if there is none} */
    String ended(Child child, VenueReport report) {
        if (report.kind() != VenueReport.Kind.REJECTED) {
            return "";
        }
        boolean isStop = child == stop;
        Child other = isStop ? profit : stop;
        return "the exchange refused the " + (isStop ? "stop at " + algo.price(stopTicks) : "take profit at "
                        + algo.price(profitTicks))
                + ": " + report.reason()
                + (other != null && other.working
                        ? isStop
                                ? "; the take profit stays, nothing else protects the position"
                                : "; the stop at " + algo.price(stopTicks) + " stays"
                        : isStop ? "; nothing protects the position" : "");
    }

    String trouble() {
        return trouble;
    }

    boolean working() {
        return stop != null && stop.working || profit != null && profit.working;
    }

    long lots() {
        return lots;
    }

    long filledLots() {
        return (stop == null ? 0 : stop.filledLots) + (profit == null ? 0 : profit.filledLots);
    }

    long stopFilledLots() {
        return stop == null ? 0 : stop.filledLots;
    }

    long stopTicks() {
        return stopTicks;
    }

    void cancel() {
        if (stop != null) {
            algo.cancel(stop);
        }
        if (profit != null) {
            algo.cancel(profit);
        }
    }

    /** {@return what it waits for, in words} */
    String words() {
        String at = profitTicks == 0 ? "" : "take profit " + algo.price(profitTicks);
        String under = stopTicks == 0 ? "" : "stop " + algo.price(stopTicks);
        return algo.quantity(lots - filledLots()) + ": " + at + (at.isEmpty() || under.isEmpty() ? "" : " or ") + under;
    }
}
