package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Command;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import java.util.List;
import java.util.Optional;

/**
 * What pressing the ticket's button would do, in words, and whether it may be pressed.
 *
 * @param cost     price times size
 * @param fee      what the venue takes
 * @param feeLabel who takes it, with the rate
 * @param free     quote left after the fill
 * @param position base held and its average price after the fill
 * @param exits    result at the stop and at the target; empty where neither is asked for
 * @param margin   margin a perpetual asks for; empty on spot
 * @param liquidation where the exchange would close the position after the fill; empty on spot
 * @param verdicts what was checked
 * @param button   what the button says
 * @param problem  why it cannot be pressed; empty if it can
 * @param field    the field at fault, if one is
 * @param valueId  the algorithm's value at fault where {@code field} says so
 * @param command  what it sends; empty if it cannot be pressed
 */
record TicketOutcome(
        String cost,
        String fee,
        String feeLabel,
        String free,
        String position,
        String exits,
        String margin,
        String liquidation,
        List<Line> verdicts,
        String button,
        String problem,
        Field field,
        String valueId,
        Optional<Command> command) {

    /** How a check came out. */
    enum Level {
        PASS,
        LOOK,
        BLOCK
    }

    /** A figure that would pass, for a field. */
    record Fix(Field field, String valueId, String text) {}

    /**
     * One check: what, and what came of it.
     *
     * @param more  the whole of it, for a tooltip or, where it blocks, below
     * @param fixes figures that would pass
     */
    record Line(Level level, String label, String detail, String more, List<Fix> fixes) {

        Line {
            fixes = List.copyOf(fixes);
        }
    }

    TicketOutcome {
        verdicts = List.copyOf(verdicts);
    }
}
