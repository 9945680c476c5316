package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLATILITY;

/**
 * Span of a candle and the close before it; of the first candle only its own. Source: Wilder, 1978; TA-Lib's
 * {@code TRANGE}, which has none for the first.
 */
public final class TrueRange extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
            "true-range", "True range", VOLATILITY, "Span of a candle, a gap before it included.",
            p -> 1, p -> new TrueRange());

    private final Cell close;

    TrueRange() {
        super(1);
        close = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        publish(0, bar.trueRange(close.swap(bar.close)));
    }
}
