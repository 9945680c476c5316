package dev.tradewind.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A complete, valid set of values for a list of {@link ParamSpec}s, in the list's order. Immutable. */
public final class Params {

    private final List<ParamSpec> specs;
    private final Map<String, String> values;

    private Params(List<ParamSpec> specs, Map<String, String> values) {
        this.specs = specs;
        this.values = values;
    }

    /**
     * {@return the given values over the defaults}
     *
     * @throws ParamException for an unknown id or a value out of range
     */
    public static Params of(List<ParamSpec> specs, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ParamSpec spec : specs) {
            String value = given.get(spec.id());
            values.put(spec.id(), spec.canonical(value == null ? spec.defaultValue() : value));
        }
        for (Map.Entry<String, String> entry : given.entrySet()) {
            if (!values.containsKey(entry.getKey())) {
                throw new ParamException(
                        entry.getKey(), entry.getValue(), "no value: the parameters are " + String.join(", ", values.keySet()));
            }
        }
        return new Params(List.copyOf(specs), values);
    }

    /** {@return the same set with some values replaced} */
    public Params with(Map<String, String> changes) {
        Map<String, String> merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        return of(specs, merged);
    }

    /** Writes the values, in the order of the declarations. */
    public void save(StateWriter out) {
        out.number(values.size());
        values.values().forEach(out::text);
    }

    /**
     * {@return a set of the same declarations with the values written by {@link #save}}
     *
     * @throws StateException if they are not values of these declarations
     */
    public Params loaded(StateReader in) {
        if (in.count() != specs.size()) {
            throw in.wrong("another number of parameters than the " + specs.size() + " declared");
        }
        Map<String, String> read = new LinkedHashMap<>();
        for (ParamSpec spec : specs) {
            read.put(spec.id(), in.text());
        }
        if (read.equals(values)) {
            return this;
        }
        try {
            return of(specs, read);
        } catch (ParamException e) {
            throw in.wrong(e.getMessage());
        }
    }

    /** {@return the declarations} */
    public List<ParamSpec> specs() {
        return specs;
    }

    /** {@return a decimal value} */
    public BigDecimal decimal(String id) {
        return new BigDecimal(text(id));
    }

    /** {@return a whole-number value} */
    public int integer(String id) {
        return decimal(id).intValueExact();
    }

    /** {@return whether a switch is on} */
    public boolean isOn(String id) {
        return Boolean.parseBoolean(text(id));
    }

    /** {@return the steps of a ladder, empty if none are given} */
    public List<Step> ladder(String id) {
        String text = text(id);
        List<Step> steps = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String step : text.split(",")) {
                int colon = step.indexOf(':');
                steps.add(new Step(new BigDecimal(step.substring(0, colon)), new BigDecimal(step.substring(colon + 1))));
            }
        }
        return List.copyOf(steps);
    }

    /**
     * One step of a ladder.
     *
     * @param at     where, in the parameter's unit
     * @param amount how much, positive
     */
    public record Step(BigDecimal at, BigDecimal amount) {}

    /**
     * {@return a value's canonical text}
     *
     * @throws IllegalArgumentException if no such parameter is declared
     */
    public String text(String id) {
        String value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + id + " is declared");
        }
        return value;
    }

    /** {@return all values by id, in declaration order} */
    public Map<String, String> asMap() {
        return new LinkedHashMap<>(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Params params && values.equals(params.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner joiner = new StringJoiner(" ");
        values.forEach((id, value) -> joiner.add(id + "=" + value));
        return joiner.toString();
    }
}
