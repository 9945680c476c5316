package dev.tradewind.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a bot, indicator, rule or model, declared once: the form, the validation, JSON, command line flags and
 * optimiser ranges all come from it.
 *
 * @param id           stable id, camel case, for instance {@code safetyOrders}
 * @param label        what a form shows
 * @param section      the question it belongs under, for instance {@code Entry}
 * @param kind         what values it takes
 * @param unit         shown beside the field: {@code %}, {@code ×}, {@code s}, or {@code quote} / {@code base}, which a
 *                     form replaces by the asset's code; may be empty
 * @param defaultValue canonical text
 * @param min          lowest number, inclusive; of a ladder the lowest {@code at}; ignored for choices and switches
 * @param max          highest number, inclusive; of a ladder the highest {@code at}
 * @param choices      allowed values of a choice, in order
 * @param help         one sentence
 * @param advanced     whether a form folds it away at first
 */
public record ParamSpec(
        String id,
        String label,
        String section,
        Kind kind,
        String unit,
        String defaultValue,
        BigDecimal min,
        BigDecimal max,
        List<String> choices,
        String help,
        boolean advanced) {

    /** What values a parameter takes. */
    public enum Kind {
        DECIMAL,
        INTEGER,
        CHOICE,
        SWITCH,
        /**
         * Steps {@code at:amount}, separated by commas, each {@code at} above the one before; may be empty. A form shows a
         * text field.
         */
        LADDER
    }

    public ParamSpec {
        choices = List.copyOf(choices);
    }

    /** {@return a decimal parameter} */
    public static ParamSpec decimal(
            String id, String label, String section, String unit, String defaultValue, String min, String max, String help) {
        return new ParamSpec(
                id, label, section, Kind.DECIMAL, unit, defaultValue, new BigDecimal(min), new BigDecimal(max), List.of(),
                help, false);
    }

    /** {@return an integer parameter} */
    public static ParamSpec integer(
            String id, String label, String section, String unit, long defaultValue, long min, long max, String help) {
        return new ParamSpec(
                id, label, section, Kind.INTEGER, unit, Long.toString(defaultValue), BigDecimal.valueOf(min),
                BigDecimal.valueOf(max), List.of(), help, false);
    }

    /** {@return a choice; the first is the default} */
    public static ParamSpec choice(String id, String label, String section, String help, String... choices) {
        return new ParamSpec(
                id, label, section, Kind.CHOICE, "", choices[0], BigDecimal.ZERO, BigDecimal.ZERO, List.of(choices), help,
                false);
    }

    /** {@return an on/off parameter} */
    public static ParamSpec toggle(String id, String label, String section, boolean defaultValue, String help) {
        return new ParamSpec(
                id, label, section, Kind.SWITCH, "", Boolean.toString(defaultValue), BigDecimal.ZERO, BigDecimal.ZERO,
                List.of("true", "false"), help, false);
    }

    /** {@return a ladder of steps {@code at:amount}, empty by default} */
    public static ParamSpec ladder(
            String id, String label, String section, String unit, String min, String max, String help) {
        return new ParamSpec(
                id, label, section, Kind.LADDER, unit, "", new BigDecimal(min), new BigDecimal(max), List.of(), help, false);
    }

    /** {@return the same parameter, folded away at first} */
    public ParamSpec asAdvanced() {
        return new ParamSpec(id, label, section, kind, unit, defaultValue, min, max, choices, help, true);
    }

    /**
     * {@return the value in canonical form}
     *
     * @throws ParamException naming the parameter, the value and what would pass
     */
    public String canonical(String value) {
        String text = value.strip();
        return switch (kind) {
            case CHOICE, SWITCH -> {
                if (!choices.contains(text)) {
                    throw new ParamException(id, value, "one of " + String.join(", ", choices));
                }
                yield text;
            }
            case INTEGER, DECIMAL -> canonicalNumber(value, text);
            case LADDER -> canonicalLadder(value, text);
        };
    }

    private String canonicalLadder(String value, String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringJoiner steps = new StringJoiner(",");
        @Nullable BigDecimal before = null;
        for (String step : text.split(",", -1)) {
            String[] parts = step.strip().split(":", -1);
            if (parts.length != 2) {
                throw new ParamException(id, value, range());
            }
            String at = canonicalNumber(value, parts[0].strip());
            BigDecimal amount = number(value, parts[1].strip());
            BigDecimal here = new BigDecimal(at);
            if (amount.signum() <= 0 || (before != null && here.compareTo(before) <= 0)) {
                throw new ParamException(id, value, range());
            }
            before = here;
            steps.add(at + ":" + amount.stripTrailingZeros().toPlainString());
        }
        return steps.toString();
    }

    private BigDecimal number(String value, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new ParamException(id, value, range());
        }
    }

    private String canonicalNumber(String value, String text) {
        BigDecimal number = number(value, text);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (number.compareTo(min) < 0 || number.compareTo(max) > 0 || (kind == Kind.INTEGER && !whole)) {
            throw new ParamException(id, value, range());
        }
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.toPlainString();
    }

    /** {@return the allowed values in words} */
    public String range() {
        return switch (kind) {
            case CHOICE, SWITCH -> "one of " + String.join(", ", choices);
            case INTEGER -> "a whole number from " + min.toPlainString() + " to " + max.toPlainString();
            case DECIMAL -> "a number from " + min.toPlainString() + " to " + max.toPlainString();
            case LADDER -> "steps at:amount separated by commas, rising, each at from " + min.toPlainString() + " to "
                    + max.toPlainString() + " and each amount above 0, for instance 1:100,2.5:200; or nothing";
        };
    }
}
