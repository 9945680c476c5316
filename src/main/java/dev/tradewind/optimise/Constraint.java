package dev.tradewind.optimise;

import java.math.BigDecimal;
import java.util.List;

/**
 * A condition between parameters, exact on decimals. Immutable; made by {@link ConstraintText}.
 *
 * <p>A chain of comparisons {@code a < b <= c} holds when each of its links does. A division by zero holds nowhere.
 */
final class Constraint {

    private final String text;
    private final List<Link> links;

    Constraint(String text, List<Link> links) {
        this.text = text;
        this.links = List.copyOf(links);
    }

    /** {@return whether it holds for a combination} */
    boolean holds(int[] at) {
        try {
            for (Link link : links) {
                if (!link.holds(at)) {
                    return false;
                }
            }
            return true;
        } catch (ArithmeticException nowhere) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** How two sides are compared. */
    enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        UNEQUAL("!=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
            };
        }
    }

    /** One comparison. */
    sealed interface Link {
        boolean holds(int[] at);
    }

    /** Two amounts. */
    record Amounts(Amount left, Comparison comparison, Amount right) implements Link {
        @Override
        public boolean holds(int[] at) {
            return comparison.holds(left.at(at).compareTo(right.at(at)));
        }
    }

    /** A choice, a switch or a ladder against one of its values, or against another. */
    record Words(Word left, Comparison comparison, Word right) implements Link {
        @Override
        public boolean holds(int[] at) {
            return left.at(at).equals(right.at(at)) == (comparison == Comparison.EQUAL);
        }
    }

    /** Something with a number for each combination. */
    @FunctionalInterface
    interface Amount {
        BigDecimal at(int[] at);
    }

    /** Something with a text for each combination. */
    @FunctionalInterface
    interface Word {
        String at(int[] at);
    }
}
