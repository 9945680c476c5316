package dev.tradewind.bot.type;

import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;

/**
 * When a grid starts, moves, widens and ends. Immutable; prices are 0 where the rule is off.
 *
 * @param liveLevels levels resting on the exchange at once, 0 for all
 * @param sellAbove  whether the stop above also ends what is held
 * @param sellBelow  whether the stop below also ends what is held
 */
record GridRules(
        BigDecimal trigger,
        int liveLevels,
        boolean trailingUp,
        boolean trailingDown,
        BigDecimal expandUp,
        BigDecimal expandDown,
        BigDecimal stopAbove,
        boolean sellAbove,
        BigDecimal stopBelow,
        boolean sellBelow) {

    /**
     * Reads the rules.
     *
     * @throws ParamException where they contradict each other or the frame
     */
    static GridRules of(Params params, GridFrame frame) {
        GridRules rules = new GridRules(
                params.decimal("trigger"), params.integer("liveLevels"), params.isOn("trailingUp"),
                params.isOn("trailingDown"), params.decimal("expandUp"), params.decimal("expandDown"),
                params.decimal("stopAbove"), !params.text("stopAboveAction").equals("keep"), params.decimal("stopBelow"),
                !params.text("stopBelowAction").equals("keep"));
        rules.check(frame);
        return rules;
    }

    private void check(GridFrame frame) {
        beyond(frame, "stopAbove", stopAbove, true);
        beyond(frame, "stopBelow", stopBelow, false);
        beyond(frame, "expandUp", expandUp, true);
        beyond(frame, "expandDown", expandDown, false);
        if (trailingUp && expandUp.signum() > 0) {
            throw new ParamException("expandUp", expandUp.toPlainString(), "0 while trailing up is on");
        }
        if (trailingDown && expandDown.signum() > 0) {
            throw new ParamException("expandDown", expandDown.toPlainString(), "0 while trailing down is on");
        }
    }

    private static void beyond(GridFrame frame, String id, BigDecimal price, boolean above) {
        BigDecimal edge = above ? frame.upper() : frame.lower();
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
}
