package dev.tradewind.optimise;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.ParamSpec.Kind;
import dev.tradewind.optimise.Constraint.Amount;
import dev.tradewind.optimise.Constraint.Comparison;
import dev.tradewind.optimise.Constraint.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a condition between parameters: comparisons of sums.
 *
 * <pre>
 * condition  = side ( &lt; | &lt;= | &gt; | &gt;= | == | != ) side …
 * side       = term ( + | - ) term …            or a choice, or a text in quotes: mode == 'long'
 * term       = factor ( * | / ) factor …
 * factor     = - factor | number | parameter | ( side )
 * </pre>
 */
final class ConstraintText {

    /** Where a parameter's values come from: its place among the searched ones, or fixed. */
    interface Names {
        /** {@return the specification of a parameter, or says which there are} */
        ParamSpec spec(String name);

        /** {@return its place among the searched parameters, -1 where it is fixed} */
        int place(String name);

        /** {@return its values, a single one where it is fixed} */
        List<String> values(String name);
    }

    private static final int DEEPEST = 64;

    private final String text;
    private final Names names;
    private int at;
    private int depth;

    private ConstraintText(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /**
     * {@return the condition of a text}
     *
     * @throws IllegalArgumentException naming the text, the place in it and what would pass
     */
    static Constraint read(String text, Names names) {
        ConstraintText reader = new ConstraintText(text, names);
        List<Constraint.Link> links = new ArrayList<>();
        Side left = reader.side();
        do {
            Comparison comparison = reader.comparison();
            Side right = reader.side();
            links.add(reader.link(left, comparison, right));
            left = right;
        } while (reader.more());
        return new Constraint(text.strip(), links);
    }

    /** A number or a text, and where it stands. */
    private sealed interface Side {}

    private record Number(Amount amount) implements Side {}

    private record Text(Word word, String name) implements Side {}

    private Constraint.Link link(Side left, Comparison comparison, Side right) {
        if (left instanceof Number first && right instanceof Number second) {
            return new Constraint.Amounts(first.amount, comparison, second.amount);
        }
        if (left instanceof Text first && right instanceof Text second) {
            if (comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL) {
                throw wrong("compares texts with " + comparison.sign() + "; only == and != can");
            }
            requireValue(first, second);
            requireValue(second, first);
            return new Constraint.Words(first.word, comparison, second.word);
        }
        throw wrong("compares a number with a text; put texts in quotes and compare them with choices");
    }

    /** A text in quotes has to be one the choice beside it can be. */
    private void requireValue(Text named, Text quoted) {
        if (!named.name.isEmpty() && quoted.name.isEmpty()) {
            names.spec(named.name).canonical(quoted.word.at(new int[0]));
        }
    }

    private boolean more() {
        skip();
        return at < text.length();
    }

    private Comparison comparison() {
        skip();
        // the longer signs first
        for (Comparison comparison : List.of(
                Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.EQUAL, Comparison.UNEQUAL, Comparison.BELOW,
                Comparison.ABOVE)) {
            if (text.startsWith(comparison.sign(), at)) {
                at += comparison.sign().length();
                return comparison;
            }
        }
        throw wrong(at < text.length() && text.charAt(at) == '='
                ? "compares with a single ="
                : "needs a comparison (<, <=, >, >=, == or !=)");
    }

    private Side side() {
        skip();
        if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            String value = quoted(text.charAt(at));
            return new Text(all -> value, "");
        }
        int start = at;
        String name = name();
        if (!name.isEmpty() && !numeric(names.spec(known(name, start)))) {
            int place = names.place(name);
            List<String> values = names.values(name);
            return new Text(place < 0 ? all -> values.getFirst() : all -> values.get(all[place]), name);
        }
        at = start;
        return new Number(sum());
    }

    private String quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw wrong("lacks the closing " + quote);
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private Amount sum() {
        Amount sum = product();
        while (true) {
            Amount left = sum;
            if (taken('+')) {
                Amount right = product();
                sum = all -> left.at(all).add(right.at(all));
            } else if (taken('-')) {
                Amount right = product();
                sum = all -> left.at(all).subtract(right.at(all));
            } else {
                return sum;
            }
        }
    }

    private Amount product() {
        Amount product = factor();
        while (true) {
            Amount left = product;
            if (taken('*')) {
                Amount right = factor();
                product = all -> left.at(all).multiply(right.at(all));
            } else if (taken('/')) {
                Amount right = factor();
                product = all -> left.at(all).divide(right.at(all), MathContext.DECIMAL128);
            } else {
                return product;
            }
        }
    }

    private Amount factor() {
        if (++depth > DEEPEST) {
            throw wrong("is nested too deeply");
        }
        try {
            if (taken('-')) {
                Amount inner = factor();
                return all -> inner.at(all).negate();
            }
            if (taken('(')) {
                Amount inner = sum();
                if (!taken(')')) {
                    throw wrong("lacks a )");
                }
                return inner;
            }
            return leaf();
        } finally {
            depth--;
        }
    }

    private Amount leaf() {
        skip();
        int start = at;
        String name = name();
        if (!name.isEmpty()) {
            if (!numeric(names.spec(known(name, start)))) {
                throw wrong("calculates with " + name + ", which is no number");
            }
            return amount(name);
        }
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == start) {
            throw wrong(start >= text.length()
                    ? "ends where a parameter or a number is missing"
                    : "needs a parameter or a number");
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, at));
            return all -> number;
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("has a number that is none");
        }
    }

    private Amount amount(String name) {
        BigDecimal[] values = names.values(name).stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
        int place = names.place(name);
        return place < 0 ? all -> values[0] : all -> values[all[place]];
    }

    private String known(String name, int start) {
        try {
            names.spec(name);
            return name;
        } catch (IllegalArgumentException unknown) {
            at = start;
            throw wrong("does not fit: " + unknown.getMessage());
        }
    }

    private static boolean numeric(ParamSpec spec) {
        return spec.kind() == Kind.INTEGER || spec.kind() == Kind.DECIMAL;
    }

    private String name() {
        int start = at;
        while (at < text.length() && (at == start
                ? Character.isJavaIdentifierStart(text.charAt(at))
                : Character.isJavaIdentifierPart(text.charAt(at)))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean taken(char sign) {
        skip();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        String place = at < text.length() ? "at '" + text.substring(at) + "' " : "";
        return new IllegalArgumentException("the constraint '" + text.strip() + "' " + place + what
                + "; write for instance fast < slow, or takeProfit * 2 <= stopLoss");
    }
}
