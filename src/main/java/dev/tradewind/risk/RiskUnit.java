package dev.tradewind.risk;

import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a rule's limit is counted in, and as which whole numbers the engine compares it. */
public enum RiskUnit {
    /** Quote units, written plainly: {@code 100}; compared in quote atoms. */
    MONEY(""),
    /** Hundredths, written {@code 10%}; compared as a fraction times 10⁸. */
    PERCENT("%"),
    /** A plain number, {@code 5}. */
    COUNT(""),
    /** A multiple, {@code 3x}; compared times 10⁸. */
    TIMES("x"),
    /** A length of time, {@code 30m}; compared in nanoseconds. */
    DURATION("");

    /** One, as a fraction or a multiple. */
    public static final long ONE_E8 = 100_000_000L;

    private final String suffix;

    RiskUnit(String suffix) {
        this.suffix = suffix;
    }

    /** {@return what stands behind the number in a rule's text} */
    public String suffix() {
        return suffix;
    }

    /**
     * {@return a limit as the engine compares it}
     *
     * @param limit quote units, percent, a count, a multiple, or nanoseconds
     * @throws IllegalArgumentException if it is more than can be counted
     */
    public long raw(BigDecimal limit, Instrument instrument) {
        try {
            return switch (this) {
                case MONEY -> instrument.quote().toAtoms(limit);
                case PERCENT -> limit.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
                case TIMES -> limit.movePointRight(8).setScale(0, RoundingMode.HALF_UP).longValueExact();
                case COUNT, DURATION -> limit.longValueExact();
            };
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a limit of " + limit.toPlainString() + suffix
                    + " cannot be counted exactly" + (this == MONEY ? " in " + instrument.quote().code() : ""), e);
        }
    }

    /** {@return a compared number in words, for instance {@code 12.5 USD}, {@code 4.2%} or {@code 30m}} */
    public String text(long raw, Instrument instrument) {
        return switch (this) {
            case MONEY -> plain(instrument.quote().toDecimal(raw).setScale(2, RoundingMode.HALF_UP)) + " "
                    + instrument.quote().code();
            case PERCENT -> plain(BigDecimal.valueOf(raw, 6).setScale(2, RoundingMode.HALF_UP)) + suffix;
            case TIMES -> plain(BigDecimal.valueOf(raw, 8).setScale(2, RoundingMode.HALF_UP)) + suffix;
            case COUNT -> Long.toString(raw);
            case DURATION -> RiskTime.text(raw);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
