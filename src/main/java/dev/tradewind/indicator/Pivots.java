package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.LEVELS;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Timeframe;

/**
 * Levels from the session before, which must be over; none in the first session. With its high H, low L, close C and
 * range R = H − L the pivot is P = (H + L + C) / 3 and
 * <ul>
 * <li>classic: r1 = 2P − L, s1 = 2P − H, r2 = P + R, s2 = P − R, r3 = H + 2 (P − L), s3 = L − 2 (H − P);
 * <li>fibonacci: P plus and minus 0.382 R, 0.618 R, R;
 * <li>camarilla: C plus and minus 1.1 R / 12, / 6, / 4.
 * </ul>
 * Sessions are days, weeks or months, UTC. Source: Person, A Complete Guide to Technical Trading Tactics, 2004; ta4j's
 * pivot points.
 */
public final class Pivots extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "pivots", "Pivot points", LEVELS, "Support and resistance from the session before.",
                    p -> 2, p -> new Pivots(Vwap.session(p), p.text("kind")))
            .lines("pivot", "r1", "s1", "r2", "s2", "r3", "s3")
            .with(
                    Vwap.session(),
                    Specs.choice("kind", "Kind", "How levels are worked out.", "classic", "fibonacci", "camarilla"))
            .waiting();

    private static final double[] FIBONACCI = {0.382, 0.618, 1};
    private static final double[] CAMARILLA = {1.1 / 12, 1.1 / 6, 1.1 / 4};

    private final Timeframe session;
    private final String kind;
    private final Cell high;
    private final Cell low;
    private final Cell close;
    private long begun = Long.MIN_VALUE;

    Pivots(Timeframe session, String kind) {
        super(7);
        this.session = session;
        this.kind = kind;
        high = part(new Cell(Double.NaN));
        low = part(new Cell(Double.NaN));
        close = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        long open = session.openOf(bar.timeNanos);
        if (open == begun) {
            high.value = Math.max(high.value, bar.high);
            low.value = Math.min(low.value, bar.low);
        } else {
            if (begun != Long.MIN_VALUE) {
                levels(high.value, low.value, close.value);
            }
            begun = open;
            high.value = bar.high;
            low.value = bar.low;
        }
        close.value = bar.close;
    }

    private void levels(double top, double bottom, double last) {
        double pivot = (top + bottom + last) / 3;
        double range = top - bottom;
        publish(0, pivot);
        switch (kind) {
            case "fibonacci" -> around(pivot, range, FIBONACCI);
            case "camarilla" -> around(last, range, CAMARILLA);
            default -> {
                publish(1, 2 * pivot - bottom);
                publish(2, 2 * pivot - top);
                publish(3, pivot + range);
                publish(4, pivot - range);
                publish(5, top + 2 * (pivot - bottom));
                publish(6, bottom - 2 * (top - pivot));
            }
        }
    }

    private void around(double middle, double range, double[] shares) {
        for (int i = 0; i < shares.length; i++) {
            publish(1 + 2 * i, middle + shares[i] * range);
            publish(2 + 2 * i, middle - shares[i] * range);
        }
    }

    @Override
    void clear() {
        begun = Long.MIN_VALUE;
    }

    @Override
    void write(StateWriter out) {
        out.number(begun);
    }

    @Override
    void read(StateReader in) {
        begun = in.number();
    }
}
