package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * Chande momentum oscillator with Wilder's averages: {@code 100 × (gain − loss) / (gain + loss)}, which is
 * {@code 2 × rsi − 100}. Source: TA-Lib's {@code CMO}; Chande's own takes plain sums.
 */
public final class Cmo extends Line {

    static final IndicatorType TYPE = IndicatorType.of(
                    "cmo", "Chande momentum", MOMENTUM, "Rises against falls, −100 to 100.",
                    p -> p.integer("period") + 1, p -> new Cmo(p.integer("period"), Source.of(p)))
            .with(Specs.period(14), Specs.source());

    private final Rsi strength;

    Cmo(int period, Source source) {
        super(source);
        strength = part(new Rsi(period));
    }

    @Override
    public double next(double value) {
        return 2 * strength.next(value) - 100;
    }
}
