package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * Volume weighted average price since a moment: {@code Σ typical × volume / Σ volume} of the candles that opened at the
 * anchor or later; none before it nor before anything was traded. Source: as {@link Vwap}; Brian Shannon, Maximum
 * Trading Gains with Anchored VWAP, 2023.
 */
public final class AnchoredVwap extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "vwap-anchored", "Anchored VWAP", VOLUME, "What was paid on average since a chosen moment.",
                    p -> 1, p -> new AnchoredVwap(p.decimal("anchor").longValueExact() * 1_000_000))
            .with(Specs.whole(
                    "anchor", "Anchor", "ms", 0, 0, 9_000_000_000_000L,
                    "Milliseconds since 1970 UTC; 0 is the first candle."))
            .waiting();

    private final long anchorNanos;
    private final Cell worth;
    private final Cell volume;

    AnchoredVwap(long anchorNanos) {
        super(1);
        this.anchorNanos = anchorNanos;
        worth = part(new Cell(0));
        volume = part(new Cell(0));
    }

    @Override
    void next(Bar bar) {
        if (bar.timeNanos < anchorNanos) {
            return;
        }
        worth.value += bar.typical() * bar.volume;
        volume.value += bar.volume;
        publish(0, volume.value > 0 ? worth.value / volume.value : Double.NaN);
    }
}
