package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * On balance volume: the volume is added where the close rose and taken away where it fell; 0 after the first candle.
 * Source: Joseph Granville, 1963; Tulip's and ta4j's. TA-Lib's begins at the first candle's volume.
 */
public final class Obv extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
            "obv", "On balance volume", VOLUME, "Volume of rising candles less that of falling ones, summed up.",
            p -> 1, p -> new Obv());

    private final Cell close;
    private final Cell sum;

    Obv() {
        super(1);
        close = part(new Cell(Double.NaN));
        sum = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        double before = close.swap(bar.close);
        if (bar.close > before) {
            sum.value += bar.volume;
        } else if (bar.close < before) {
            sum.value -= bar.volume;
        }
        publish(0, sum.value);
    }
}
