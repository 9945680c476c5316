package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * {@code plus = Σ |high − low before| / Σ true range}, {@code minus = Σ |low − high before| / Σ true range} over
 * {@code period} candles. Source: Botes and Siepman, Technical Analysis of Stocks and Commodities, 2010.
 */
public final class Vortex extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "vortex", "Vortex", TREND, "Upward against downward flow between candles.",
                    p -> p.integer("period") + 1, p -> new Vortex(p.integer("period")))
            .lines("plus", "minus")
            .with(Specs.period(14));

    private final RollingSum up;
    private final RollingSum down;
    private final RollingSum ranges;
    private final Cell high;
    private final Cell low;
    private final Cell close;

    Vortex(int period) {
        super(2);
        up = part(new RollingSum(period));
        down = part(new RollingSum(period));
        ranges = part(new RollingSum(period));
        high = part(new Cell(Double.NaN));
        low = part(new Cell(Double.NaN));
        close = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        double highBefore = high.swap(bar.high);
        double lowBefore = low.swap(bar.low);
        double closeBefore = close.swap(bar.close);
        if (Double.isNaN(closeBefore)) {
            return;
        }
        double range = ranges.next(bar.trueRange(closeBefore));
        double plus = up.next(Math.abs(bar.high - lowBefore));
        double minus = down.next(Math.abs(bar.low - highBefore));
        publish(0, range > 0 ? plus / range : Double.NaN);
        publish(1, range > 0 ? minus / range : Double.NaN);
    }
}
