package dev.tradewind.optimise;

import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.ParamSpec.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a range as {@link SearchSpec} describes it. */
final class AxisText {

    /** Values of one parameter at most. */
    static final int MOST_VALUES = 100_000;

    private static final int MOST_DIGITS = 60;
    private static final String ALL = "all";
    private static final String LOG = "log";
    private static final MathContext LOG_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private final ParamSpec spec;
    private final String text;

    private AxisText(ParamSpec spec, String text) {
        this.spec = spec;
        this.text = text;
    }

    /**
     * {@return the values a text stands for}
     *
     * @throws IllegalArgumentException naming the range and what would pass
     */
    static SearchAxis read(ParamSpec spec, String text) {
        boolean numeric = spec.kind() == Kind.INTEGER || spec.kind() == Kind.DECIMAL;
        return new SearchAxis(spec.id(), spec.label(), numeric, new AxisText(spec, text.strip()).values(numeric));
    }

    private List<String> values(boolean numeric) {
        if (text.isEmpty()) {
            throw wrong("is empty and makes no trial");
        }
        if (!numeric && text.equals(ALL) && !spec.choices().isEmpty()) {
            return spec.choices();
        }
        if (!numeric || !text.contains(":")) {
            return listed(text.split(spec.kind() == Kind.LADDER ? ";" : ",", -1));
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 2 && parts[2].strip().equals(LOG)) {
            return logarithmic(parts);
        }
        if (parts.length > 3) {
            throw wrong("has too many parts");
        }
        return stepped(number(parts[0]), number(parts[1]), step(parts));
    }

    private List<String> listed(String[] parts) {
        Set<String> values = new LinkedHashSet<>();
        for (String part : parts) {
            if (part.isBlank() && spec.kind() != Kind.LADDER) {
                throw wrong("has an empty place in its list");
            }
            String value = spec.canonical(part);
            if (!values.add(value)) {
                throw wrong("has " + value + " twice");
            }
        }
        return List.copyOf(values);
    }

    private BigDecimal step(String[] parts) {
        if (parts.length == 2) {
            if (spec.kind() != Kind.INTEGER) {
                throw wrong("needs a step");
            }
            return BigDecimal.ONE;
        }
        BigDecimal step = number(parts[2]);
        if (step.signum() <= 0) {
            throw wrong("has the step " + parts[2].strip() + ", which must be above 0");
        }
        if (spec.kind() == Kind.INTEGER && step.stripTrailingZeros().scale() > 0) {
            throw wrong("has the step " + parts[2].strip() + ", which must be whole");
        }
        return step;
    }

    private List<String> stepped(BigDecimal from, BigDecimal to, BigDecimal step) {
        requireForwards(from, to);
        BigDecimal steps = to.subtract(from).divideToIntegralValue(step);
        if (steps.compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            throw wrong("has more than " + MOST_VALUES + " values; a larger step makes fewer");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            values.add(spec.canonical(from.add(step.multiply(BigDecimal.valueOf(i))).toPlainString()));
        }
        return values;
    }

    private void requireForwards(BigDecimal from, BigDecimal to) {
        if (from.compareTo(to) > 0) {
            throw wrong("runs backwards and makes no trial");
        }
    }

    private List<String> logarithmic(String[] parts) {
        BigDecimal from = number(parts[0]);
        BigDecimal to = number(parts[1]);
        requireForwards(from, to);
        if (from.signum() <= 0) {
            throw wrong("cannot be logarithmic from " + parts[0].strip() + ", which must be above 0");
        }
        String typed = parts.length == 4 ? parts[3].strip() : "";
        int count = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        if (count < 2 || count > MOST_VALUES) {
            throw wrong("needs how many values there are after log, from 2 to " + MOST_VALUES);
        }
        Set<String> values = new LinkedHashSet<>();
        double low = StrictMath.log(from.doubleValue());
        double span = StrictMath.log(to.doubleValue()) - low;
        for (int i = 0; i < count; i++) {
            BigDecimal between = new BigDecimal(StrictMath.exp(low + span * i / (count - 1)), LOG_DIGITS);
            BigDecimal value = i == 0 ? from : i == count - 1 ? to : between.max(from).min(to);
            // whole numbers that fall together are tried once
            values.add(spec.canonical(
                    (spec.kind() == Kind.INTEGER ? value.setScale(0, RoundingMode.HALF_EVEN) : value).toPlainString()));
        }
        return List.copyOf(values);
    }

    private BigDecimal number(String part) {
        BigDecimal number;
        try {
            number = new BigDecimal(part.strip());
        } catch (NumberFormatException e) {
            throw wrong("has '" + part.strip() + "', which is no number");
        }
        if (number.precision() + Math.abs(number.scale()) > MOST_DIGITS) {
            throw new ParamException(spec.id(), part.strip(), spec.range());
        }
        return number;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the range " + spec.id() + "=" + text + " " + what + "; " + example());
    }

    private String example() {
        return switch (spec.kind()) {
            case INTEGER -> "write from:to:step, for instance " + spec.id() + "=5:50:5, from:to:log:count, or a list"
                    + " 5,10,20";
            case DECIMAL -> "write from:to:step, for instance " + spec.id() + "=0.5:2:0.1, from:to:log:count, or a list"
                    + " 0.5,1,2";
            case CHOICE, SWITCH -> "write all, or a list of " + String.join(", ", spec.choices());
            case LADDER -> "write ladders separated by ;, for instance " + spec.id() + "=1:100,2.5:200;1:50";
        };
    }
}
