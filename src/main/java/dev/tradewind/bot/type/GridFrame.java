package dev.tradewind.bot.type;

import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;

/**
 * Where a grid lies and how its levels differ in size. Immutable.
 *
 * @param lower     price of level 0
 * @param upper     price of the last level
 * @param levels    steps between the two
 * @param geometric whether steps are equal in percent rather than in price
 * @param shape     how sizes differ from step to step
 */
record GridFrame(BigDecimal lower, BigDecimal upper, int levels, boolean geometric, Shape shape) {

    /** How sizes differ from level to level. */
    enum Shape {
        NEUTRAL,
        MOUNTAIN,
        VALLEY,
        SLOPE
    }

    /** @throws ParamException if the lower price is not below the upper one */
    GridFrame {
        if (lower.compareTo(upper) >= 0) {
            throw new ParamException("lower", lower.toPlainString(), "a price below upper, " + upper.toPlainString());
        }
    }

    static GridFrame of(Params params) {
        Shape shape = switch (params.text("shape")) {
            case "mountain" -> Shape.MOUNTAIN;
            case "valley" -> Shape.VALLEY;
            case "slope" -> Shape.SLOPE;
            default -> Shape.NEUTRAL;
        };
        return new GridFrame(
                params.decimal("lower"), params.decimal("upper"), params.integer("levels"),
                params.text("spacing").equals("geometric"), shape);
    }

    /** {@return how much larger than the average a step is} */
    BigDecimal weight(int step) {
        int n = levels - 1;
        if (n == 0 || shape == Shape.NEUTRAL) {
            return BigDecimal.ONE;
        }
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            sum += rawWeight(i, n);
        }
        return BigDecimal.valueOf(rawWeight(step, n)).multiply(BigDecimal.valueOf(levels))
                .divide(BigDecimal.valueOf(sum), GridLevels.MATH);
    }

    private int rawWeight(int step, int n) {
        return switch (shape) {
            case NEUTRAL -> n;
            case MOUNTAIN -> 2 * n - Math.abs(2 * step - n);
            case VALLEY -> n + Math.abs(2 * step - n);
            case SLOPE -> 2 * n - step;
        };
    }
}
