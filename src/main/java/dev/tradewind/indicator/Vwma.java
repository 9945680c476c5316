package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Volume weighted moving average: {@code Σ value × volume / Σ volume} over {@code period} candles; none where nothing
 * was traded in all of them. Source: Tulip's {@code vwma}.
 */
public final class Vwma extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "vwma", "Volume weighted average", AVERAGE, "Mean in which candles count by their volume.",
                    p -> p.integer("period"), p -> new Vwma(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final Source source;
    private final RollingSum worth;
    private final RollingSum volume;

    Vwma(int period, Source source) {
        super(1);
        this.source = source;
        worth = part(new RollingSum(period));
        volume = part(new RollingSum(period));
    }

    @Override
    void next(Bar bar) {
        double traded = volume.next(bar.volume);
        double value = worth.next(source.of(bar) * bar.volume) / traded;
        publish(0, traded > 0 ? value : Double.NaN);
    }
}
