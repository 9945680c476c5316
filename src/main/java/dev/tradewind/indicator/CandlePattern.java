package dev.tradewind.indicator;

import java.util.function.ToIntFunction;

/**
 * A candle pattern: 100 in the candle that completes a bullish one, −100 for a bearish one, else 0. It sees closed
 * candles only. Source: Nison, Japanese Candlestick Charting Techniques, 1991; the measures of TA-Lib's {@code CDL}
 * functions.
 */
public final class CandlePattern extends Indicator {

    private final int warmUp;
    private final ToIntFunction<CandleWindow> rule;
    private final CandleWindow window;
    private final Cell bars;

    CandlePattern(int warmUp, ToIntFunction<CandleWindow> rule) {
        super(1);
        this.warmUp = warmUp;
        this.rule = rule;
        window = part(new CandleWindow());
        bars = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        window.add(bar);
        if (bars.value < warmUp) {
            bars.value++;
        }
        if (bars.value >= warmUp) {
            publish(0, 100.0 * rule.applyAsInt(window));
        }
    }
}
