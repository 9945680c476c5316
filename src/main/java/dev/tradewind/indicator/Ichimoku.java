package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.TREND;

/**
 * Ichimoku: {@code conversion} and {@code base} are middles of the range of their candles; {@code spanA}, the mean of
 * the two, and {@code spanB}, the middle of its own range, are those of {@code displacement − 1} candles ago, which a
 * chart shows as the cloud under this candle; {@code lagging} is this close, which a chart draws that many candles
 * back. No line knows a later candle. Source: Goichi Hosoda, 1969; the displacement counts this candle, as most charts
 * do.
 */
public final class Ichimoku extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "ichimoku", "Ichimoku", TREND, "Middles of three ranges, two of them moved forward as a cloud.",
                    p -> Math.max(p.integer("spanB"), Math.max(p.integer("conversion"), p.integer("base")))
                            + p.integer("displacement") - 1,
                    p -> new Ichimoku(
                            p.integer("conversion"), p.integer("base"), p.integer("spanB"), p.integer("displacement")))
            .lines("conversion", "base", "spanA", "spanB", "lagging")
            .with(
                    Specs.window("conversion", "Conversion", 9, "Candles of the conversion line."),
                    Specs.window("base", "Base", 26, "Candles of the base line."),
                    Specs.window("spanB", "Span B", 52, "Candles of the cloud's second edge."),
                    Specs.window("displacement", "Displacement", 26, "Candles the cloud is moved, this one counted."));

    private final Donchian conversion;
    private final Donchian base;
    private final Donchian slow;
    private final Ring cloudA;
    private final Ring cloudB;
    private final int back;

    Ichimoku(int conversion, int base, int slow, int displacement) {
        super(5);
        this.conversion = part(new Donchian(conversion));
        this.base = part(new Donchian(base));
        this.slow = part(new Donchian(slow));
        back = displacement - 1;
        cloudA = part(new Ring(displacement));
        cloudB = part(new Ring(displacement));
    }

    @Override
    void next(Bar bar) {
        conversion.next(bar);
        base.next(bar);
        slow.next(bar);
        double quick = conversion.line(1);
        double calm = base.line(1);
        cloudA.push((quick + calm) / 2);
        cloudB.push(slow.line(1));
        publish(0, quick);
        publish(1, calm);
        publish(2, cloudA.full() ? cloudA.get(back) : Double.NaN);
        publish(3, cloudB.full() ? cloudB.get(back) : Double.NaN);
        publish(4, bar.close);
    }
}
