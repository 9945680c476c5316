package dev.tradewind.indicator;

import dev.tradewind.domain.Params;
import java.util.Locale;

/** Which number of a candle an indicator looks at. */
public enum Source {
    CLOSE,
    OPEN,
    HIGH,
    LOW,
    /** Median price, (high + low) / 2. */
    HL2,
    /** Typical price, (high + low + close) / 3. */
    HLC3,
    /** Average price, (open + high + low + close) / 4. */
    OHLC4,
    VOLUME;

    double of(Bar bar) {
        return switch (this) {
            case CLOSE -> bar.close;
            case OPEN -> bar.open;
            case HIGH -> bar.high;
            case LOW -> bar.low;
            case HL2 -> (bar.high + bar.low) / 2;
            case HLC3 -> bar.typical();
            case OHLC4 -> (bar.open + bar.high + bar.low + bar.close) / 4;
            case VOLUME -> bar.volume;
        };
    }

    /** {@return the source a parameter of that id names} */
    static Source of(Params params, String id) {
        return valueOf(params.text(id).toUpperCase(Locale.ROOT));
    }

    /** {@return the source of the parameter {@code source}} */
    static Source of(Params params) {
        return of(params, "source");
    }
}
