package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.widget.ParamForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed into the algorithms' own fields, kept per algorithm. JavaFX thread only. */
final class AlgoValues {

    /** The ticket asks for these itself. */
    private static final Set<String> THE_TICKETS = Set.of("side", "quantity", "positionSide");

    private final Map<String, Fields> byType = new LinkedHashMap<>();
    private final Runnable changed;

    AlgoValues(Runnable changed) {
        this.changed = changed;
    }

    /** The fields of one algorithm. */
    static final class Fields implements ParamForm.Values {

        private final List<ParamSpec> specs;
        private final Map<String, StringProperty> values = new LinkedHashMap<>();
        private final Map<String, StringProperty> errors = new LinkedHashMap<>();

        private Fields(AlgoType type, Runnable changed) {
            specs = type.params().stream().filter(spec -> !THE_TICKETS.contains(spec.id())).toList();
            for (ParamSpec spec : specs) {
                boolean none = spec.kind() == ParamSpec.Kind.DECIMAL && spec.defaultValue().equals("0");
                StringProperty value = new SimpleStringProperty(none ? "" : spec.defaultValue());
                value.addListener((property, before, now) -> changed.run());
                values.put(spec.id(), value);
                errors.put(spec.id(), new SimpleStringProperty(""));
            }
        }

        /** {@return the parameters the ticket does not ask for itself} */
        List<ParamSpec> specs() {
            return specs;
        }

        @Override
        public StringProperty value(String id) {
            return find(values, id);
        }

        @Override
        public StringProperty error(String id) {
            return find(errors, id);
        }

        private static StringProperty find(Map<String, StringProperty> map, String id) {
            StringProperty found = map.get(id);
            if (found == null) {
                throw new IllegalArgumentException("no parameter " + id);
            }
            return found;
        }
    }

    Fields of(AlgoType type) {
        return byType.computeIfAbsent(type.id(), id -> new Fields(type, changed));
    }

    /** {@return what is typed by id; empty for one order} */
    Map<String, String> texts(TicketKind kind) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (kind instanceof TicketKind.Algo algo) {
            of(algo.type()).values.forEach((id, value) -> texts.put(id, value.get()));
        }
        return texts;
    }

    /** Fills a field that is empty, where the algorithm has it. */
    void fill(AlgoType type, String id, String text) {
        StringProperty value = of(type).values.get(id);
        if (value != null && value.get().isBlank()) {
            value.set(text);
        }
    }

    /** Sets the algorithm's limit, if it has one. */
    void pick(AlgoType type, String text) {
        Map<String, StringProperty> values = of(type).values;
        StringProperty value = values.getOrDefault("entryPrice", values.get("limit"));
        if (value != null) {
            value.set(text);
        }
    }

    /** Shows what is wrong beside the field it is about. */
    void trouble(TicketOutcome outcome) {
        for (Fields fields : byType.values()) {
            fields.errors.forEach((id, error) -> error.set(
                    outcome.field() == Field.VALUE && outcome.valueId().equals(id) ? outcome.problem() : ""));
        }
    }
}
