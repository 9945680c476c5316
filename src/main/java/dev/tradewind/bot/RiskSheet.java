package dev.tradewind.bot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan may come to, before anything is placed. Prices and averages are doubles for showing: the bot itself works
 * on ticks and lots.
 *
 * @param lines          every order the plan can place, in order
 * @param checks         what was checked beyond single lines: capital, filters, order slots …
 * @param capitalAtoms   quote atoms needed in all, fees included
 * @param worstAtoms     result of the worst state in quote atoms (negative), and {@link #worstText} what that state is
 * @param worstText      the worst state in words
 * @param breakEven      price at which everything filled nets zero after fees
 * @param bouncePercent  rise from the last line's price to its take profit, in percent
 * @param feesAtoms      fees of a full deal in quote atoms
 * @param profitAtoms    profit of a full deal after fees in quote atoms
 */
public record RiskSheet(
        List<Line> lines,
        List<Check> checks,
        long capitalAtoms,
        long worstAtoms,
        String worstText,
        double breakEven,
        double bouncePercent,
        long feesAtoms,
        long profitAtoms) {

    public RiskSheet {
        lines = List.copyOf(lines);
        checks = List.copyOf(checks);
    }

    /**
     * One order of the plan and the state once it has filled.
     *
     * @param label            for instance {@code Base} or {@code SO 3}
     * @param deviationPercent distance from the first price, in percent
     * @param price            after rounding to the tick
     * @param quantity         after rounding to the lot
     * @param volume           price × quantity, in quote units
     * @param invested         quote units paid so far, fees included
     * @param average          average cost per unit held
     * @param takeProfit       take profit from this state (on the base the parameters choose)
     * @param takeProfitTotal  take profit measured on the whole position
     * @param takeProfitBase   take profit measured on the base order
     * @param bouncePercent    rise needed from this line's price to the take profit on the whole position
     * @param verdict          whether this order passes the venue's filters and the capital
     */
    public record Line(
            String label,
            double deviationPercent,
            double price,
            double quantity,
            double volume,
            double invested,
            double average,
            double takeProfit,
            double takeProfitTotal,
            double takeProfitBase,
            double bouncePercent,
            Verdict verdict) {}

    /**
     * A verdict: passes, passes but look, or blocks the start.
     *
     * @param level   how bad
     * @param rule    filter or rule, for instance {@code MIN_NOTIONAL}; empty on a pass
     * @param message the value and what would pass; on a pass a short confirmation
     */
    public record Verdict(Level level, String rule, String message) {}

    /** How bad a verdict is. */
    public enum Level {
        PASS,
        LOOK,
        BLOCK
    }

    /**
     * A check over the whole plan.
     *
     * @param label  what was checked
     * @param detail how
     * @param figure the outcome, short
     * @param level  how bad
     * @param mends  changes of parameters that would make it pass, best first; empty on a pass
     */
    public record Check(String label, String detail, String figure, Level level, List<Mend> mends) {

        public Check {
            mends = List.copyOf(mends);
        }
    }

    /** One change that would make a failing line pass: what a button says and what it sets. */
    public record Mend(String label, Map<String, String> changes) {

        /** Keeps them in the order of their ids. */
        public Mend {
            changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        }
    }

    /** {@return how many lines and checks block the start} */
    public int blocking() {
        int count = 0;
        for (Line line : lines) {
            count += line.verdict().level() == Level.BLOCK ? 1 : 0;
        }
        for (Check check : checks) {
            count += check.level() == Level.BLOCK ? 1 : 0;
        }
        return count;
    }
}
