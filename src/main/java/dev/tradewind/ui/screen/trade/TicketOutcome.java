package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Command;
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
 * @param verdicts what was checked
 * @param button   what the button says
 * @param problem  why it cannot be pressed; empty if it can
 * @param command  what it sends; empty if it cannot be pressed
 */
record TicketOutcome(
        String cost,
        String fee,
        String feeLabel,
        String free,
        String position,
        List<Verdict> verdicts,
        String button,
        String problem,
        Optional<Command.PlaceOrder> command) {

    /** How a check came out. */
    enum Level {
        PASS,
        LOOK,
        BLOCK
    }

    /** One check: what, and what came of it. */
    record Verdict(Level level, String label, String detail) {}

    TicketOutcome {
        verdicts = List.copyOf(verdicts);
    }
}
