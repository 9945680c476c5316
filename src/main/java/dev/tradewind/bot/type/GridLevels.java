package dev.tradewind.bot.type;

import dev.tradewind.domain.Instrument;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prices of a grid's levels: {@code p_i = L + iΔ} or {@code p_i = L·rⁱ}, for any whole {@code i}; the
 * grid's own are 0 to N. Immutable.
 */
final class GridLevels {

    /** Precision of everything that is not yet a tick or a lot. */
    static final MathContext MATH = new MathContext(40);

    private static final int ROOT_STEPS = 6;

    private final BigDecimal lower;
    private final BigDecimal step;
    private final boolean geometric;

    GridLevels(GridFrame frame) {
        lower = frame.lower();
        geometric = frame.geometric();
        step = geometric
                ? root(frame.upper().divide(lower, MATH), frame.levels())
                : frame.upper().subtract(lower).divide(BigDecimal.valueOf(frame.levels()), MATH);
    }

    /** Newton's method from a first guess in floating point, which six steps make exact to far beyond any tick. */
    private static BigDecimal root(BigDecimal number, int degree) {
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal root = BigDecimal.valueOf(StrictMath.pow(number.doubleValue(), 1.0 / degree));
        for (int i = 0; i < ROOT_STEPS; i++) {
            BigDecimal power = root.pow(degree - 1, MATH);
            BigDecimal error = root.multiply(power, MATH).subtract(number);
            root = root.subtract(error.divide(power.multiply(n, MATH), MATH), MATH);
        }
        return root;
    }

    /** {@return Δ, or r} */
    BigDecimal step() {
        return step;
    }

    /** {@return a level's price} */
    BigDecimal price(int level) {
        return geometric
                ? lower.multiply(step.pow(level, MATH), MATH)
                : lower.add(step.multiply(BigDecimal.valueOf(level)), MATH);
    }

    /**
     * {@return a level's price to the nearest tick, 0 or less where there is none}. A level is bought and sold at the same
     * price, so neither side's rounding fits both
     */
    long ticks(int level, Instrument instrument) {
        return instrument.toTicks(price(level), RoundingMode.HALF_UP);
    }
}
