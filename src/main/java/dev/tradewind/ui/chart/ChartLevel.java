package dev.tradewind.ui.chart;

import dev.tradewind.domain.Side;

/**
 * A horizontal price line with what stands on it.
 *
 * @param kind          how it is drawn
 * @param side          which way it trades
 * @param label         short name, for instance {@code SO 3}
 * @param size          its size in words; empty where it has none
 * @param note          what it would earn or how far it is; empty where there is nothing to say
 * @param noteSign      colour of the note: above 0 gain, below 0 loss, 0 neutral
 * @param clientOrderId the order a click on ✕ cancels, 0 where there is none
 */
public record ChartLevel(
        Kind kind, Side side, long priceTicks, String label, String size, String note, int noteSign,
                long clientOrderId) {

    /** How a level is drawn. */
    public enum Kind {
        /** A bot's entry that will be placed later: accent, dashed, faint. */
        PLANNED,
        /** A bot's entry that rests: accent, dashed. */
        ENTRY,
        /** The user's own order: its side's colour, dashed. */
        ORDER,
        /** A filled entry of the open deal: dotted, faint. */
        FILLED,
        /** Average cost: accent, solid, named at the left. */
        AVERAGE,
        /** An exit with profit: its side's colour, dashed. */
        TAKE_PROFIT,
        /** An exit that limits the loss: its side's colour, dashed. */
        STOP
    }

    /** {@return whether a chip right of the last bar names it} */
    boolean hasChip() {
        return switch (kind) {
            case PLANNED, ENTRY, ORDER, TAKE_PROFIT, STOP -> true;
            case FILLED, AVERAGE -> false;
        };
    }

    /** {@return whether the axis carries its price} */
    boolean hasTag() {
        return kind != Kind.FILLED;
    }
}
