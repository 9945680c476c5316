package dev.tradewind.oms;

import static dev.tradewind.oms.AlgoParams.priceSpec;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.indicator.Atr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Follows the market with a stop. To sell: {@code stop = peak × (1 − offset)}, {@code peak − offset} or
 * {@code peak − offset × ATR}, rounded up to a tick; it only ever rises, and once the price is there the quantity is sold. To
 * buy: mirrored from the trough.
 */
final class TrailingStop extends Algo {

    static final AlgoType TYPE = new AlgoType(
            "trailing-stop",
            "Trailing stop",
            "A stop that follows the market at a distance and never goes back.",
            AlgoParams.with(
                    "SELL",
                    "BUY",
                    ParamSpec.choice("offsetKind", "Distance in", "Trail", "What the distance is measured in.", "percent",
                            "price", "atr"),
                    ParamSpec.decimal("offset", "Distance", "Trail", "", "1", "0.0001", AlgoParams.MOST,
                            "Percent of the peak, a price, or a multiple of the average true range."),
                    ParamSpec.choice("atrTimeframe", "ATR candles", "Trail", "Candles of the average true range.", "1m", "5m",
                                    "15m", "1h", "4h", "1D")
                            .asAdvanced(),
                    ParamSpec.integer("atrPeriod", "ATR period", "Trail", "", 14, 1, 1000, "Candles it looks back over.")
                            .asAdvanced(),
                    priceSpec("activation", "Activation price", "Trail", "It begins once the price is there; 0 begins at once."),
                    ParamSpec.choice("source", "Price", "Trail", "Which price it follows.", "last", "bid-ask", "mark"),
                    ParamSpec.toggle("confirm", "Two ticks", "Trail", false,
                            "Trigger only when two prices in a row are at the stop or beyond."),
                    ParamSpec.decimal("limitOffset", "Limit distance", "Order", "%", "0", "0", "50",
                            "How far beyond the trigger a limit order is set; 0 trades at market."),
                    AlgoParams.reduceOnly()));

    private static final long ONE_E8 = 100_000_000L;
    private static final int NOTES_PER_OFFSET = 4;

    private final boolean sells;
    private final long activationTicks;
    private final long percentE8;
    private final long priceOffset;
    private final boolean confirms;
    private final @Nullable Atr atr;
    private final Timeframe timeframe;
    private long atrOffset;
    private long peak;
    private long stop;
    private long noted;
    private boolean touched;
    private @Nullable Child exit;

    TrailingStop(Setup setup) {
        super(setup);
        sells = side == Side.SELL;
        BigDecimal offset = params.decimal("offset");
        String kind = params.text("offsetKind");
        percentE8 = kind.equals("percent") ? offset.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact() : 0;
        priceOffset = kind.equals("price") ? port.instrument().toTicks(offset, RoundingMode.DOWN) : 0;
        timeframe = Timeframe.ofLabel(params.text("atrTimeframe"));
        atr = kind.equals("atr") ? new Atr(params.integer("atrPeriod")) : null;
        if (percentE8 >= ONE_E8 || kind.equals("price") && priceOffset == 0) {
            throw new IllegalArgumentException("a distance of " + params.text("offset") + " " + kind
                    + " leaves no stop; below 100 percent and at least one tick pass");
        }
        activationTicks = ticks("activation", RoundingMode.HALF_UP);
        confirms = params.isOn("confirm");
        channel = switch (params.text("source")) {
            case "bid-ask" -> sells ? Channel.BID : Channel.ASK;
            case "mark" -> Channel.MARK;
            default -> Channel.LAST;
        };
    }

    @Override
    void saveMore(StateWriter out) {
        if (atr != null) {
            out.part(atr);
        }
        out.number(atrOffset).number(peak).number(stop).number(noted).flag(touched);
        saveChild(exit, out);
    }

    @Override
    void loadMore(StateReader in) {
        if (atr != null) {
            in.part(atr);
        }
        atrOffset = in.number();
        peak = in.number();
        stop = in.number();
        noted = in.number();
        touched = in.flag();
        exit = loadChild(in);
    }

    @Override
    void start() {
        if (atr != null) {
            port.keepCandles(timeframe);
        }
        state(AlgoState.ARMED);
        long now = switch (channel) {
            case LAST -> port.lastTicks();
            case BID -> port.touchTicks(Side.BUY);
            case ASK -> port.touchTicks(Side.SELL);
            case MARK -> port.markTicks();
        };
        if (now > 0) {
            onPrice(now);
        } else {
            listen();
        }
    }

    /** {@return whether the first price is better to trail from than the second} */
    private boolean further(long one, long other) {
        return sells ? one > other : one < other;
    }

    @Override
    void onPrice(long ticks) {
        if (exit != null) {
            return;
        }
        if (peak == 0) {
            if (activationTicks != 0 && further(activationTicks, ticks)) {
                listen();
                return;
            }
            peak = ticks;
            noted = ticks;
            state(AlgoState.WORKING);
            decide(Reason.ALGO_ARMED, ticks, 0);
            move();
        } else if (stop != 0 && !further(ticks, stop)) {
            if (touched || !confirms) {
                trigger(ticks);
                return;
            }
            touched = true;
        } else {
            touched = false;
            if (further(ticks, peak)) {
                peak = ticks;
                move();
            }
        }
        listen();
    }

    /** The stop follows the peak, never the other way. */
    private void move() {
        long next = candidate();
        if (next == 0 || stop != 0 && !further(next, stop)) {
            return;
        }
        stop = next;
        if (Math.abs(stop - noted) * NOTES_PER_OFFSET >= Math.abs(peak - stop)) {
            noted = stop;
            decide(Reason.ALGO_STOP_MOVED, stop, totalLots);
        }
    }

    /** {@return where the peak puts the stop, rounded towards the market; 0 while the average true range is not known} */
    private long candidate() {
        if (percentE8 > 0) {
            long at = sells
                    ? Exact.mulDivCeil(peak, ONE_E8 - percentE8, ONE_E8)
                    : Exact.mulDivFloor(peak, ONE_E8 + percentE8, ONE_E8);
            return sells ? Math.min(at, peak - 1) : Math.max(at, peak + 1);
        }
        long offset = atr == null ? priceOffset : atrOffset;
        if (offset == 0) {
            return 0;
        }
        return sells ? Math.max(1, peak - offset) : peak + offset;
    }

    private void listen() {
        if (exit != null) {
            deaf();
        } else if (touched) {
            wakeAbove = Long.MIN_VALUE;
            wakeBelow = Long.MAX_VALUE;
        } else if (peak == 0) {
            wakeAbove = sells ? activationTicks : Long.MAX_VALUE;
            wakeBelow = sells ? Long.MIN_VALUE : activationTicks == 0 ? Long.MAX_VALUE : activationTicks;
        } else {
            wakeAbove = sells ? peak + 1 : stop == 0 ? Long.MAX_VALUE : stop;
            wakeBelow = sells ? stop == 0 ? Long.MIN_VALUE : stop : peak - 1;
        }
    }

    @Override
    void onCandle(Timeframe of, CandleEvent candle) {
        Atr range = atr;
        if (range == null || of != timeframe) {
            return;
        }
        range.add(candle.highTicks(), candle.lowTicks(), candle.closeTicks());
        if (range.ready()) {
            // towards the market: less than a tick of the distance is given away
            atrOffset = Math.max(1, (long) (range.value() * params.decimal("offset").doubleValue()));
            if (peak != 0 && exit == null) {
                move();
                listen();
            }
        }
    }

    private void trigger(long ticks) {
        decide(Reason.ALGO_TRIGGERED, ticks, totalLots);
        BigDecimal beyond = params.decimal("limitOffset");
        boolean market = beyond.signum() == 0;
        long e8 = beyond.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
        long limit = market
                ? 0
                : sells
                        ? Exact.mulDivCeil(ticks, ONE_E8 - e8, ONE_E8)
                        : Exact.mulDivFloor(ticks, ONE_E8 + e8, ONE_E8);
        exit = place(0, side, market ? OrderType.MARKET : OrderType.LIMIT, TimeInForce.GTC, totalLots, limit, 0, 0,
                terms(false, reduces()));
        deaf();
        if (exit == null) {
            end(AlgoState.FAILED, "triggered at " + price(ticks) + ", but its order was refused: " + port.refusal()
                    + "; nothing protects the position");
        }
    }

    @Override
    void onChild(Child child, VenueReport report) {
        if (ending()) {
            return;
        }
        if (child.working) {
            return;
        }
        if (child.leftLots() == 0) {
            end(AlgoState.DONE, (sells ? "sold " : "bought ") + quantity(child.filledLots));
        } else {
            end(report.kind() == VenueReport.Kind.REJECTED ? AlgoState.FAILED : AlgoState.CANCELLED,
                    "its order was " + report.kind() + " with " + quantity(child.leftLots()) + " left"
                            + (report.reason() == VenueReport.Reason.NONE ? "" : ": " + report.reason()));
        }
    }

    /** {@return whether its order may only reduce: on spot a sale does unless it is told not to} */
    private boolean reduces() {
        return port.instrument().isPerpetual()
                ? onlyReduces()
                : sells && !params.text("reduceOnly").equals("false");
    }

    @Override
    void cancelEntry(String reason) {
        boolean exits = port.instrument().isPerpetual() ? onlyReduces() : sells || !params.text("reduceOnly").equals("false");
        if (!exits) {
            endAfterCancels(AlgoState.CANCELLED, reason);
        }
    }

    @Override
    String next() {
        String verb = sells ? "sells " : "buys ";
        String way = sells ? " or below" : " or above";
        if (exit != null) {
            return verb + quantity(exit.leftLots()) + " now";
        }
        if (peak == 0) {
            return activationTicks == 0
                    ? "begins at the first price"
                    : "begins at " + price(activationTicks) + (sells ? " or above" : " or below");
        }
        return stop == 0
                ? "waits for " + (atr == null ? 0 : atr.missing()) + " more candles of " + timeframe.label()
                : verb + quantity(totalLots) + " at " + price(stop) + way + ", " + (sells ? "peak " : "trough ") + price(peak)
                        + (touched ? "; one more price there" : "");
    }

    @Override
    long doneLots() {
        return exit == null ? 0 : exit.filledLots;
    }
}
