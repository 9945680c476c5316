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
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Trades a quantity in equal slices over a time: {@code n = min(n, ⌊total / smallest order⌋)} slices, the first at once, the
 * last takes the rest. What a slice leaves is dropped (catch-up none), goes into the next (next) or is taken at the slice's
 * end (aggressive). It never places more than is left, so it never trades more than its total.
 */
final class Twap extends Algo {

    static final AlgoType TYPE = new AlgoType(
            "twap",
            "TWAP",
            "Trades a quantity evenly over a time, so that the average price is the time's.",
            AlgoParams.with(
                    "BUY",
                    "SELL",
                    ParamSpec.integer("duration", "Duration", "Time", "s", 3_600, 1, 31_536_000,
                            "From the first slice to the end of the last."),
                    ParamSpec.integer("slices", "Slices", "Time", "", 12, 0, 100_000, "How many; 0 takes the interval."),
                    ParamSpec.integer("interval", "Interval", "Time", "s", 0, 0, 31_536_000,
                            "Seconds from slice to slice where no number of slices is given."),
                    priceSpec("limit", "Price limit", "Order", "Never buys above or sells below it; 0 for none."),
                    ParamSpec.choice("style", "Style", "Order", "Takes at market, or waits at the best price of its side.",
                            "taker", "maker"),
                    ParamSpec.choice("catchUp", "Catch up", "Order", "What becomes of what a slice leaves.", "next", "none",
                            "aggressive"),
                    ParamSpec.integer("timeJitter", "Jitter in time", "Chance", "%", 0, 0, 90,
                                    "By how much of the interval a slice may come late, by chance.")
                            .asAdvanced(),
                    ParamSpec.integer("sizeJitter", "Jitter in size", "Chance", "%", 0, 0, 90,
                                    "By how much a slice may differ from the even size, by chance.")
                            .asAdvanced(),
                    ParamSpec.integer("maxShare", "Share of volume", "Order", "%", 0, 0, 100,
                                    "A slice is at most this share of what the market traded since the one before; 0 for any.")
                            .asAdvanced()));

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int STEPS = 1_000_000;
    private static final int SLICE = 0;
    private static final int CATCH_UP = 1;

    private final int slices;
    private final long durationNanos;
    private final long limitTicks;
    private final boolean maker;
    private final String catchUp;
    private final int maxShare;
    private final Rng rng;
    /** Slices begun. */
    private int begun;
    /** Lots the schedule has asked for so far. */
    private long scheduledLots;
    private long doneLots;
    private long volumeLots;
    private long nextNanos;
    private boolean over;
    private @Nullable Child slice;
    private String refused = "";

    Twap(Setup setup) {
        super(setup);
        durationNanos = params.integer("duration") * SECOND_NANOS;
        int wanted = params.integer("slices");
        long interval = params.integer("interval") * SECOND_NANOS;
        if (wanted == 0 && interval == 0) {
            throw new IllegalArgumentException("a TWAP needs a number of slices or an interval");
        }
        long asked = wanted > 0 ? wanted : Math.max(1, durationNanos / interval);
        limitTicks = limit("limit", side);
        long smallest = smallestLots(limitTicks == 0 ? firstTicks : limitTicks);
        slices = (int) Math.min(asked, totalLots / smallest);
        if (slices == 0) {
            throw new IllegalArgumentException(
                    quantity(totalLots) + " is below the smallest order, " + quantity(smallest));
        }
        maker = params.text("style").equals("maker");
        catchUp = params.text("catchUp");
        maxShare = params.integer("maxShare");
        rng = new Rng(setup.seed());
    }

    @Override
    void saveMore(StateWriter out) {
        out.part(rng).number(begun).number(scheduledLots).number(doneLots).number(volumeLots).number(nextNanos).flag(over);
        out.text(refused);
        saveChild(slice, out);
    }

    @Override
    void loadMore(StateReader in) {
        in.part(rng);
        begun = in.integer();
        scheduledLots = in.number();
        doneLots = in.number();
        volumeLots = in.number();
        nextNanos = in.number();
        over = in.flag();
        refused = in.text();
        slice = loadChild(in);
    }

    @Override
    void start() {
        if (port.lastTicks() == 0) {
            throw new IllegalArgumentException("there is no price yet; try again after the first trade");
        }
        begin();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("its first slice was refused: " + refused);
        }
    }

    @Override
    void onVolume(long lots) {
        volumeLots += lots;
    }

    /** The time of a slice has come, or of the end. */
    @Override
    void onTimer(int number) {
        Child resting = slice;
        if (resting != null && resting.working) {
            // what it leaves is known once its cancel is confirmed
            cancel(resting);
            over = true;
            return;
        }
        goOn();
    }

    private void goOn() {
        over = false;
        if (catchUp.equals("aggressive") && takeLeftOver()) {
            over = true;
            return;
        }
        if (begun == slices) {
            finish();
        } else {
            skipMissed();
            begin();
            failIfRefused();
        }
    }

    /** Where answers take longer than slices, those whose time has passed go into the next one, or are dropped. */
    private void skipMissed() {
        long elapsed = port.nowNanos() - startedNanos;
        int passed = BigDecimal.valueOf(elapsed)
                .multiply(BigDecimal.valueOf(slices))
                .divide(BigDecimal.valueOf(durationNanos), 0, RoundingMode.DOWN)
                .intValueExact();
        if (Math.min(passed, slices - 1) > begun) {
            begun = Math.min(passed, slices - 1);
            scheduledLots = Math.max(scheduledLots, evenLots());
        }
    }

    /** {@return what is due with the slices begun} */
    private long evenLots() {
        return BigDecimal.valueOf(totalLots)
                .multiply(BigDecimal.valueOf(begun))
                .divide(BigDecimal.valueOf(slices), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** Takes at market what the schedule is behind. {@return whether an order left} */
    private boolean takeLeftOver() {
        long behind = scheduledLots - doneLots;
        long lots = behind <= 0 ? 0 : sized(behind, false);
        if (lots == 0 || beyondLimit()) {
            return false;
        }
        place(CATCH_UP, lots, false);
        if (slice == null) {
            failIfRefused();
            return false;
        }
        return true;
    }

    private void finish() {
        long left = totalLots - doneLots;
        end(AlgoState.DONE, left == 0 ? "traded " + quantity(doneLots) : "its time is over, " + quantity(left) + " left");
    }

    private void failIfRefused() {
        if (!refused.isEmpty()) {
            end(AlgoState.FAILED, "a slice was refused: " + refused + "; " + quantity(totalLots - doneLots) + " left");
        }
    }

    /** Begins the next slice and sets the time of the one after it. */
    private void begin() {
        begun++;
        long before = scheduledLots;
        scheduledLots = begun == slices ? totalLots : Math.min(totalLots, jittered(before));
        schedule();
        long behind = catchUp.equals("none") ? scheduledLots - before : scheduledLots - doneLots;
        long lots = sized(Math.min(behind, totalLots - doneLots), maker);
        if (lots == 0 || beyondLimit()) {
            decide(Reason.ALGO_SLICE_SKIPPED, port.lastTicks(), behind);
            slice = null;
            return;
        }
        place(SLICE, lots, maker);
    }

    private long jittered(long before) {
        long even = evenLots();
        long spread = (even - before) * params.integer("sizeJitter") / 100;
        long jitter = spread <= 0 ? 0 : spread * (2L * rng.nextInt(STEPS) - STEPS) / STEPS;
        return Math.max(before + 1, even + jitter);
    }

    private void schedule() {
        long interval = durationNanos / slices;
        long due = startedNanos + BigDecimal.valueOf(durationNanos)
                .multiply(BigDecimal.valueOf(begun))
                .divide(BigDecimal.valueOf(slices), 0, RoundingMode.DOWN)
                .longValueExact();
        if (begun < slices) {
            long spread = interval * params.integer("timeJitter") / 100;
            due += spread == 0 ? 0 : spread / STEPS * rng.nextInt(STEPS);
        }
        nextNanos = Math.max(due, port.nowNanos());
        timer(0, nextNanos);
    }

    /** {@return how much of that the volume and the venue's smallest order allow now} */
    private long sized(long lots, boolean rests) {
        long left = totalLots - doneLots;
        long most = maxShare == 0 || begun == 1 && volumeLots == 0 ? left : volumeLots * maxShare / 100;
        volumeLots = 0;
        long at = rests || limitTicks != 0 ? where(rests) : port.lastTicks();
        long smallest = smallestLots(at);
        return lots <= 0 ? 0 : Slices.fit(Math.max(lots, smallest), Math.min(most, left), left, smallest);
    }

    private boolean beyondLimit() {
        long price = maker ? limitTicks : port.touchTicks(side.opposite());
        return limitTicks != 0 && (side == Side.BUY ? price > limitTicks : price < limitTicks);
    }

    /** {@return the limit of an order that rests, or of one that takes no worse than the limit} */
    private long where(boolean rests) {
        long touch = passiveTicks();
        return !rests
                ? limitTicks
                : limitTicks == 0
                        ? touch
                        : side == Side.BUY ? Math.min(touch, limitTicks) : Math.max(touch, limitTicks);
    }

    private void place(int role, long lots, boolean rests) {
        boolean market = !rests && limitTicks == 0;
        slice = place(
                role,
                side,
                market ? OrderType.MARKET : OrderType.LIMIT,
                rests || market ? TimeInForce.GTC : TimeInForce.IOC,
                lots,
                market ? 0 : where(rests),
                0,
                0,
                terms(rests, false));
        refused = slice == null ? port.refusal() : "";
        if (slice != null) {
            decide(Reason.ALGO_SLICE_PLACED, market ? 0 : where(rests), lots);
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
        if (report.kind() == VenueReport.Kind.REJECTED && report.reason() != VenueReport.Reason.WOULD_TRADE) {
            end(AlgoState.FAILED, "the exchange refused a slice: " + report.reason() + "; "
                    + quantity(totalLots - doneLots) + " left");
            return;
        }
        if (doneLots == totalLots) {
            stopTimer(0);
            finish();
        } else if (over) {
            goOnAfterCatchUp(child.role);
        }
    }

    private void goOnAfterCatchUp(int role) {
        if (role == SLICE) {
            goOn();
            return;
        }
        over = false;
        if (begun == slices) {
            finish();
        } else {
            skipMissed();
            begin();
            failIfRefused();
        }
    }

    @Override
    String next() {
        return begun == slices
                ? "last slice; ends " + seconds(nextNanos)
                : "slice " + (begun + 1) + " of " + slices + " " + seconds(nextNanos) + ", " + quantity(totalLots - doneLots)
                        + " left";
    }

    private String seconds(long nanos) {
        return "in " + Math.max(0, (nanos - port.nowNanos()) / SECOND_NANOS) + " s";
    }

    @Override
    long doneLots() {
        return doneLots;
    }
}
