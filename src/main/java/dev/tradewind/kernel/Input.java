package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.VenueReport;

/** Everything that can make the engine move. */
public sealed interface Input {

    /** The market did something. */
    record MarketInput(MarketEvent event) implements Input {}

    /** The venue says something about an order. */
    record ReportInput(VenueReport report) implements Input {}

    /** A person or another outside actor asks for something. */
    record CommandInput(Command command) implements Input {}

    /** A timer set earlier is due. */
    record TimerInput(long timerId) implements Input {}
}
