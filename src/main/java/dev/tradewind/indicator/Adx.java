package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * Directional movement: {@code plus = 100 × up / range}, {@code minus = 100 × down / range}, all Wilder sums ({@code
 * sum − sum / n + value}, begun with the sum of the first {@code n − 1}); {@code up} is the rise of the high where it
 * is above 0 and above the fall of the low, {@code down} the reverse, {@code range} the true range. {@code adx} is
 * Wilder's average of {@code 100 × |plus − minus| / (plus + minus)}. Source: Wilder, New Concepts in Technical Trading
 * Systems, 1978; TA-Lib's {@code ADX}, {@code PLUS_DI}, {@code MINUS_DI}.
 */
public final class Adx extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "adx", "Directional movement", TREND, "Strength of a trend, and which way it goes.",
                    p -> 2 * p.integer("period"), p -> new Adx(p.integer("period")))
            .lines("adx", "plus", "minus")
            .with(Specs.period(14, 2));

    private final int period;
    private final Cell bars;
    private final Cell high;
    private final Cell low;
    private final Cell close;
    private final Cell up;
    private final Cell down;
    private final Cell range;
    private final Rma strength;

    Adx(int period) {
        super(3);
        this.period = period;
        bars = part(new Cell(0));
        high = part(new Cell(Double.NaN));
        low = part(new Cell(Double.NaN));
        close = part(new Cell(Double.NaN));
        up = part(new Cell(0));
        down = part(new Cell(0));
        range = part(new Cell(0));
        strength = part(new Rma(period));
    }

    @Override
    void next(Bar bar) {
        double rise = bar.high - high.swap(bar.high);
        double fall = low.swap(bar.low) - bar.low;
        double span = bar.trueRange(close.swap(bar.close));
        if (Double.isNaN(rise)) {
            return;
        }
        if (bars.value < period) {
            bars.value++;
        }
        double keep = bars.value < period ? 1 : 1 - 1.0 / period;
        up.value = up.value * keep + (rise > 0 && rise > fall ? rise : 0);
        down.value = down.value * keep + (fall > 0 && fall > rise ? fall : 0);
        range.value = range.value * keep + span;
        if (bars.value >= period) {
            publish();
        }
    }

    private void publish() {
        double plus = range.value > 0 ? 100 * up.value / range.value : 0;
        double minus = range.value > 0 ? 100 * down.value / range.value : 0;
        double both = plus + minus;
        publish(0, strength.next(both > 0 ? 100 * Math.abs(plus - minus) / both : 0));
        publish(1, plus);
        publish(2, minus);
    }
}
