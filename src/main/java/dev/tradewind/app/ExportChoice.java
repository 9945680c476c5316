package dev.tradewind.app;

import dev.tradewind.domain.Timeframe;
import java.util.Optional;

/**
 * Which part of a series is exported.
 *
 * @param fromNanos first time, included; {@link Long#MIN_VALUE} from the beginning
 * @param toNanos   end, not included; {@link Long#MAX_VALUE} to the end
 * @param timeframe candles to build; empty for the series' own
 */
public record ExportChoice(long fromNanos, long toNanos, Optional<Timeframe> timeframe) {

    /** The whole series as it is. */
    public static final ExportChoice WHOLE = new ExportChoice(Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty());

    public ExportChoice {
        if (toNanos <= fromNanos) {
            throw new IllegalArgumentException("the range to export is empty: its end must lie after its beginning");
        }
    }
}
