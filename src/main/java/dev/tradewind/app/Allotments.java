package dev.tradewind.app;

import dev.tradewind.domain.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What each bot of a setup is given of the capital: what it was promised, or an equal share of what is promised to nobody. The rest
 * stays cash.
 *
 * @param bots      quote atoms of each bot, lane by lane
 * @param restAtoms quote atoms nobody was given
 */
record Allotments(List<List<Long>> bots, long restAtoms) {

    /**
     * {@return the allotments of a setup}
     *
     * @throws IllegalArgumentException if more is promised than there is, or an amount cannot be counted
     */
    static Allotments of(RunSetup setup, Asset quote) {
        long capital = atoms("capital", setup.terms().capital(), quote);
        long promised = 0;
        int equal = 0;
        for (RunSetup.Lane lane : setup.lanes()) {
            for (RunSetup.Entry entry : lane.bots()) {
                if (entry.capital().isPresent()) {
                    promised = Math.addExact(promised, atoms("capital of a bot", entry.capital().get(), quote));
                } else {
                    equal++;
                }
            }
        }
        long left = capital - promised;
        long share = equal == 0 ? 0 : left / equal;
        if (left < 0 || equal > 0 && share == 0) {
            throw new IllegalArgumentException("the bots are given " + text(promised, quote) + " of a capital of "
                    + text(capital, quote) + (left < 0 ? "" : ", so nothing is left for those without one of their own")
                    + "; give them less, or raise the capital above " + text(promised, quote));
        }
        List<List<Long>> bots = new ArrayList<>();
        for (RunSetup.Lane lane : setup.lanes()) {
            bots.add(lane.bots().stream()
                    .map(entry -> entry.capital().map(own -> atoms("capital of a bot", own, quote)).orElse(share))
                    .toList());
        }
        return new Allotments(bots, left - share * equal);
    }

    private static String text(long atoms, Asset quote) {
        return quote.toDecimal(atoms).stripTrailingZeros().toPlainString() + " " + quote.code();
    }

    private static long atoms(String what, BigDecimal amount, Asset quote) {
        try {
            long atoms = quote.toAtoms(amount);
            if (atoms > 0) {
                return atoms;
            }
        } catch (ArithmeticException tooLarge) {
            // said below with the value
        }
        throw new IllegalArgumentException(what + " " + amount.toPlainString() + " must be from "
                + quote.toDecimal(1).toPlainString() + " to " + quote.toDecimal(Long.MAX_VALUE).toBigInteger() + " "
                + quote.code());
    }

    /** {@return quote atoms of a lane's bots together} */
    long lane(int at) {
        return bots.get(at).stream().mapToLong(Long::longValue).sum();
    }
}
