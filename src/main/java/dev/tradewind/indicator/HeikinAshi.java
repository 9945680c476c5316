package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.CANDLES;

/**
 * Heikin-Ashi candles: {@code close = (open + high + low + close) / 4}; {@code open} the middle of the Heikin-Ashi body
 * before, of the first candle its own body's; {@code high} and {@code low} the extremes of candle and body. Source:
 * Munehisa Homma, after Dan Valcu, Technical Analysis of Stocks and Commodities, 2004.
 */
public final class HeikinAshi extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "heikin-ashi", "Heikin-Ashi", CANDLES, "Smoothed candles.", p -> 1, p -> new HeikinAshi())
            .lines("open", "high", "low", "close");

    private final Cell open;
    private final Cell close;

    HeikinAshi() {
        super(4);
        open = part(new Cell(Double.NaN));
        close = part(new Cell(Double.NaN));
    }

    @Override
    void next(Bar bar) {
        boolean first = Double.isNaN(open.value);
        open.value = first ? (bar.open + bar.close) / 2 : (open.value + close.value) / 2;
        close.value = Source.OHLC4.of(bar);
        publish(0, open.value);
        publish(1, Math.max(bar.high, Math.max(open.value, close.value)));
        publish(2, Math.min(bar.low, Math.min(open.value, close.value)));
        publish(3, close.value);
    }
}
