package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.AVERAGE;

/**
 * Zero lag exponential moving average: an EMA of {@code 2 × value − value[lag]} with {@code lag = (period − 1) / 2}
 * rounded down. Source: Ehlers and Way, Zero Lag (Well, Almost), 2010. Tulip's and ta4j's differ in how they begin
 * only.
 */
public final class Zlema extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "zlema", "Zero lag EMA", AVERAGE, "EMA of values pushed forward by what they moved of late.",
                    p -> p.integer("period") + (p.integer("period") - 1) / 2,
                    p -> new Zlema(p.integer("period"), Source.of(p)))
            .with(Specs.period(20), Specs.source());

    private final Ring window;
    private final Ema ema;

    Zlema(int period, Source source) {
        super(source);
        window = part(new Ring((period - 1) / 2 + 1));
        ema = part(new Ema(period));
    }

    @Override
    public double next(double value) {
        window.push(value);
        return window.full() ? ema.next(2 * value - window.get(Math.max(0, window.count() - 1))) : Double.NaN;
    }
}
