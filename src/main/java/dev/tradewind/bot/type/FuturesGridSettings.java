package dev.tradewind.bot.type;

import dev.tradewind.bot.type.GridSettings.Sizing;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;

/** The futures grid's parameters, read once and checked against each other. Immutable. */
record FuturesGridSettings(
        Params params,
        GridFrame frame,
        GridRules rules,
        Direction direction,
        int leverage,
        MarginMode mode,
        Sizing sizing,
        BigDecimal share,
        BigDecimal levelSize) {

    /** What the grid holds while the price stands still. */
    enum Direction {
        /** Nothing at first: buys below, sells above. */
        NEUTRAL,
        /** What its upper levels sell. */
        LONG,
        /** The opposite of what its lower levels buy. */
        SHORT;

        /** {@return whether a step on that side of the price opens by selling} */
        boolean opensBySelling(boolean above) {
            return this == SHORT || (this == NEUTRAL && above);
        }
    }

    static FuturesGridSettings of(Params params) {
        GridFrame frame = GridFrame.of(params);
        Direction direction = switch (params.text("direction")) {
            case "long" -> Direction.LONG;
            case "short" -> Direction.SHORT;
            default -> Direction.NEUTRAL;
        };
        return new FuturesGridSettings(
                params, frame, GridRules.of(params, frame), direction, params.integer("leverage"),
                params.text("marginMode").equals("cross") ? MarginMode.CROSS : MarginMode.ISOLATED, Sizing.of(params),
                params.decimal("investment").movePointLeft(2), params.decimal("levelSize"));
    }

    /** {@return whether going over to other settings needs no new levels} */
    boolean sameLevels(FuturesGridSettings other) {
        return frame.equals(other.frame) && direction == other.direction && leverage == other.leverage && mode == other.mode
                && sizing == other.sizing && share.equals(other.share) && levelSize.equals(other.levelSize);
    }
}
