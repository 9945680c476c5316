package dev.tradewind.oms;

import static dev.tradewind.oms.AlgoParams.priceSpec;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Rng;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A large limit order of which the market sees a part at a time, never more than the display size. The next part comes when
 * one has filled, or after a while. Pegged parts follow the best price of their own side up to a limit.
 */
final class Iceberg extends Algo {

    static final AlgoType TYPE = new AlgoType(
            "iceberg",
            "Iceberg",
            "Shows a large order to the market in small parts.",
            AlgoParams.with(
                    "BUY",
                    "SELL",
                    priceSpec("price", "Price", "Order", "Where it trades; of a pegged one the worst price, 0 for none."),
                    ParamSpec.decimal("display", "Shown at a time", "Parts", "base", "0", "0", AlgoParams.MOST,
                            "The most the market sees."),
                    ParamSpec.integer("variance", "Variance", "Parts", "%", 0, 0, 90,
                            "By how much a part may be smaller than that, by chance."),
                    ParamSpec.choice("pricing", "Pricing", "Order", "At one price, or following the best of its side.",
                            "fixed", "pegged"),
                    ParamSpec.integer("refreshSeconds", "Refresh after", "Parts", "s", 0, 0, 86_400,
                            "Replace a part that has not filled by then; 0 waits until it fills."),
                    ParamSpec.toggle("postOnly", "Maker only", "Order", false, "Never take liquidity.").asAdvanced()));

    private static final int REFRESH = 0;
    private static final int RETRY = 1;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final long limitTicks;
    private final long displayLots;
    private final boolean pegged;
    private final long refreshNanos;
    private final Rng rng;
    private @Nullable Child part;
    private long pegTicks;
    private boolean renewing;
    private long doneLots;

    Iceberg(Setup setup) {
        super(setup);
        limitTicks = limit("price", side);
        displayLots = port.instrument().toLots(params.decimal("display"), RoundingMode.DOWN);
        pegged = params.text("pricing").equals("pegged");
        refreshNanos = params.integer("refreshSeconds") * 1_000_000_000L;
        rng = new Rng(setup.seed());
        if (!pegged && limitTicks == 0) {
            throw new IllegalArgumentException("an iceberg at a fixed price needs a price");
        }
        long at = limitTicks == 0 ? firstTicks : limitTicks;
        if (displayLots < smallestLots(at)) {
            throw new IllegalArgumentException("showing " + quantity(displayLots) + " at a time is below the smallest order, "
                    + quantity(smallestLots(at)));
        }
        channel = side == Side.BUY ? Channel.BID : Channel.ASK;
    }

    @Override
    void saveMore(StateWriter out) {
        out.part(rng).number(pegTicks).flag(renewing).number(doneLots);
        saveChild(part, out);
    }

    @Override
    void loadMore(StateReader in) {
        in.part(rng);
        pegTicks = in.number();
        renewing = in.flag();
        doneLots = in.number();
        part = loadChild(in);
    }

    @Override
    void start() {
        if (pegged && port.touchTicks(side) == 0) {
            throw new IllegalArgumentException("there is no price to peg to yet; try again after the first trade");
        }
        if (!show()) {
            throw new IllegalArgumentException("its first part was refused: " + port.refusal());
        }
    }

    /** {@return where the next part goes} */
    private long where() {
        if (!pegged) {
            return limitTicks;
        }
        long touch = passiveTicks();
        return limitTicks == 0 ? touch : side == Side.BUY ? Math.min(touch, limitTicks) : Math.max(touch, limitTicks);
    }

    /** Places the next part. {@return whether that was not refused} */
    private boolean show() {
        long at = where();
        long left = totalLots - doneLots;
        long lots = Slices.next(Math.min(displayLots, left), left, smallestLots(at), params.integer("variance"), rng);
        if (lots == 0) {
            end(AlgoState.DONE, "done but for " + quantity(left) + ", less than the smallest order");
            return true;
        }
        part = place(0, side, OrderType.LIMIT, TimeInForce.GTC, lots, at, 0, 0, terms(params.isOn("postOnly"), false));
        if (part == null) {
            return false;
        }
        pegTicks = at;
        decide(Reason.ALGO_SLICE_PLACED, at, lots);
        follow();
        if (refreshNanos > 0) {
            timer(REFRESH, port.nowNanos() + refreshNanos);
        }
        return true;
    }

    private void follow() {
        if (pegged) {
            wakeAbove = pegTicks + 1;
            wakeBelow = pegTicks - 1;
        }
    }

    @Override
    void onPrice(long ticks) {
        Child shown = part;
        long at = where();
        if (shown == null || at == pegTicks || !settled(shown)) {
            return;
        }
        if (amend(shown, shown.lots, at, 0)) {
            pegTicks = at;
        }
        follow();
    }

    @Override
    void onTimer(int number) {
        if (number == RETRY) {
            goOn();
        } else if (part != null && part.working) {
            renewing = true;
            cancel(part);
        }
    }

    @Override
    void onChild(Child child, VenueReport report) {
        if (report.kind() == VenueReport.Kind.FILLED) {
            doneLots += report.quantityLots();
        }
        if (child.working || ending()) {
            return;
        }
        boolean renewed = renewing;
        renewing = false;
        stopTimer(REFRESH);
        if (doneLots >= totalLots) {
            end(AlgoState.DONE, "traded " + quantity(doneLots));
        } else if (report.reason() == VenueReport.Reason.WOULD_TRADE) {
            // the market is on the wrong side of its price; at once it would be refused again
            timer(RETRY, port.nowNanos() + RETRY_NANOS);
        } else if (child.leftLots() > 0 && !renewed) {
            boolean rejected = report.kind() == VenueReport.Kind.REJECTED;
            end(rejected ? AlgoState.FAILED : AlgoState.CANCELLED,
                    (rejected ? "the exchange refused a part: " + report.reason() : "a part was " + report.kind())
                            + ", " + quantity(totalLots - doneLots) + " left");
        } else {
            goOn();
        }
    }

    private void goOn() {
        if (!show()) {
            end(AlgoState.FAILED, "the next part was refused: " + port.refusal() + "; " + quantity(totalLots - doneLots)
                    + " left");
        }
    }

    @Override
    String next() {
        Child shown = part;
        return shown == null
                ? ""
                : "shows " + quantity(shown.leftLots()) + " of " + quantity(totalLots - doneLots) + " left at "
                        + price(pegTicks);
    }

    @Override
    long doneLots() {
        return doneLots;
    }
}
