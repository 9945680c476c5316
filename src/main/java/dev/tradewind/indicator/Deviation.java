package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.STATISTICS;

/** Standard deviation of the population over {@code period} values. Source: any textbook; ta4j's standard deviation. */
public final class Deviation extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "deviation", "Standard deviation", STATISTICS, "How far values usually are from their mean.",
                    p -> p.integer("period"), p -> new Deviation(p.integer("period"), Source.of(p)))
            .with(Specs.period(20, 2), Specs.source());

    private final Moments moments;

    Deviation(int period, Source source) {
        super(source);
        moments = part(new Moments(period));
    }

    @Override
    public double next(double value) {
        return moments.next(value) ? moments.deviation() : Double.NaN;
    }
}
