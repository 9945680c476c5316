package dev.tradewind.bot.type;

import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The grid bot's parameters, read once and checked against each other. */
final class GridSettings {

    /** How sizes are given. */
    enum Sizing {
        CAPITAL,
        QUOTE,
        BASE
    }

    /** How sizes differ from level to level. */
    enum Shape {
        NEUTRAL,
        MOUNTAIN,
        VALLEY,
        SLOPE
    }

    final Params params;
    final BigDecimal upper;
    final BigDecimal lower;
    final int levels;
    final boolean geometric;
    final Sizing sizing;
    final BigDecimal share;
    final BigDecimal levelSize;
    final Shape shape;
    final boolean profitInBase;
    final long reinvestE8;
    final BigDecimal trigger;
    final int liveLevels;
    final boolean trailingUp;
    final boolean trailingDown;
    final BigDecimal expandUp;
    final BigDecimal expandDown;
    final BigDecimal stopAbove;
    final boolean sellAbove;
    final BigDecimal stopBelow;
    final boolean sellBelow;

    GridSettings(Params params) {
        this.params = params;
        upper = params.decimal("upper");
        lower = params.decimal("lower");
        levels = params.integer("levels");
        geometric = params.text("spacing").equals("geometric");
        sizing = switch (params.text("sizing")) {
            case "quote" -> Sizing.QUOTE;
            case "base" -> Sizing.BASE;
            default -> Sizing.CAPITAL;
        };
        share = params.decimal("investment").movePointLeft(2);
        levelSize = params.decimal("levelSize");
        shape = switch (params.text("shape")) {
            case "mountain" -> Shape.MOUNTAIN;
            case "valley" -> Shape.VALLEY;
            case "slope" -> Shape.SLOPE;
            default -> Shape.NEUTRAL;
        };
        profitInBase = params.text("profitIn").equals("base");
        reinvestE8 = params.decimal("reinvest").movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
        trigger = params.decimal("trigger");
        liveLevels = params.integer("liveLevels");
        trailingUp = params.isOn("trailingUp");
        trailingDown = params.isOn("trailingDown");
        expandUp = params.decimal("expandUp");
        expandDown = params.decimal("expandDown");
        stopAbove = params.decimal("stopAbove");
        sellAbove = params.text("stopAboveAction").equals("sell");
        stopBelow = params.decimal("stopBelow");
        sellBelow = params.text("stopBelowAction").equals("sell");
        check();
    }

    private void check() {
        if (lower.compareTo(upper) >= 0) {
            throw new ParamException("lower", lower.toPlainString(), "a price below upper, " + upper.toPlainString());
        }
        beyond("stopAbove", stopAbove, true);
        beyond("stopBelow", stopBelow, false);
        beyond("expandUp", expandUp, true);
        beyond("expandDown", expandDown, false);
        if (trailingUp && expandUp.signum() > 0) {
            throw new ParamException("expandUp", expandUp.toPlainString(), "0 while trailing up is on");
        }
        if (trailingDown && expandDown.signum() > 0) {
            throw new ParamException("expandDown", expandDown.toPlainString(), "0 while trailing down is on");
        }
    }

    private void beyond(String id, BigDecimal price, boolean above) {
        BigDecimal edge = above ? upper : lower;
        if (price.signum() > 0 && (above ? price.compareTo(edge) <= 0 : price.compareTo(edge) >= 0)) {
            throw new ParamException(
                    id, price.toPlainString(), (above ? "a price above upper, " : "a price below lower, ")
                            + edge.toPlainString() + ", or 0");
        }
    }

    /** {@return whether the bot has to hear prices while it trades} */
    boolean watches() {
        return trailingUp || trailingDown || expandUp.signum() > 0 || expandDown.signum() > 0 || stopAbove.signum() > 0
                || stopBelow.signum() > 0;
    }

    /** {@return whether going over to other settings needs new levels} */
    boolean sameLevels(GridSettings other) {
        return upper.equals(other.upper) && lower.equals(other.lower) && levels == other.levels
                && geometric == other.geometric && sizing == other.sizing && share.equals(other.share)
                && levelSize.equals(other.levelSize) && shape == other.shape && profitInBase == other.profitInBase;
    }

    /** {@return how much larger than the average a level is} */
    BigDecimal weight(int level) {
        int n = levels - 1;
        if (n == 0 || shape == Shape.NEUTRAL) {
            return BigDecimal.ONE;
        }
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            sum += rawWeight(i, n);
        }
        return BigDecimal.valueOf(rawWeight(level, n)).multiply(BigDecimal.valueOf(levels))
                .divide(BigDecimal.valueOf(sum), GridLevels.MATH);
    }

    private int rawWeight(int level, int n) {
        return switch (shape) {
            case NEUTRAL -> n;
            case MOUNTAIN -> 2 * n - Math.abs(2 * level - n);
            case VALLEY -> n + Math.abs(2 * level - n);
            case SLOPE -> 2 * n - level;
        };
    }
}
