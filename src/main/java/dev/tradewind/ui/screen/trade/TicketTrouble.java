package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketOutcome.Fix;
import java.util.List;

/** What a person typed is no order: which field, why, and what would do. */
final class TicketTrouble extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Field field;
    private final String valueId;
    private final transient List<Fix> fixes;

    TicketTrouble(Field field, String message, Fix... fixes) {
        this(field, "", message, fixes);
    }

    TicketTrouble(Field field, String valueId, String message, Fix... fixes) {
        super(message, null, false, false);
        this.field = field;
        this.valueId = valueId;
        this.fixes = List.of(fixes);
    }

    String words() {
        return String.valueOf(getMessage());
    }

    Field field() {
        return field;
    }

    String valueId() {
        return valueId;
    }

    List<Fix> fixes() {
        return fixes;
    }
}
