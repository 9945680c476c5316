package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * Force index: EMA of {@code (close − close before) × volume}. Source: Alexander Elder, Trading for a Living, 1993.
 */
public final class Force extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "force", "Force index", VOLUME, "Change of the close times volume, smoothed.",
                    p -> p.integer("period") + 1, p -> new Force(p.integer("period")))
            .with(Specs.period(13));

    private final Cell close;
    private final Ema smooth;

    Force(int period) {
        super(1);
        close = part(new Cell(Double.NaN));
        smooth = part(new Ema(period));
    }

    @Override
    void next(Bar bar) {
        publish(0, smooth.pass((bar.close - close.swap(bar.close)) * bar.volume));
    }
}
