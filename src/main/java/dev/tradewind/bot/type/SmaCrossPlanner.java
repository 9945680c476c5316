package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.bot.RiskSheet.Mend;
import dev.tradewind.bot.RiskSheet.Verdict;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The crossover's risk sheet: its one entry at the price given. */
final class SmaCrossPlanner {

    private static final MathContext MATH = MathContext.DECIMAL128;

    private SmaCrossPlanner() {}

    /** {@return the sheet; pure} */
    static RiskSheet plan(Params params, PlanTerms terms) {
        SmaCrossBot.checked(params);
        Instrument instrument = terms.instrument();
        BigDecimal price = instrument.toPrice(terms.priceTicks());
        BigDecimal size = params.decimal("size");
        if (terms.rounded()) {
            size = instrument.toQuantity(instrument.toLots(size, RoundingMode.DOWN));
        }
        BigDecimal rate = BigDecimal.valueOf(terms.takerFee().e8(), 8);
        BigDecimal kept = BigDecimal.ONE.subtract(rate);
        BigDecimal volume = price.multiply(size);
        BigDecimal fee = volume.multiply(rate);
        boolean inBase = terms.buyFeeAsset() == FeeAsset.BASE;
        BigDecimal invested = inBase ? volume : volume.add(fee);
        BigDecimal held = inBase ? size.multiply(kept) : size;
        BigDecimal average = held.signum() == 0 ? BigDecimal.ZERO : invested.divide(held, MATH);
        BigDecimal breakEven = average.divide(kept, MATH);
        Verdict verdict = verdict(terms, size, volume);
        Line line = new Line(
                "Entry", 0, price.doubleValue(), size.doubleValue(), volume.doubleValue(), invested.doubleValue(),
                average.doubleValue(), 0, 0, 0, 0, verdict);
        long capital = atoms(instrument, invested);
        double bounce = (breakEven.doubleValue() / price.doubleValue() - 1) * 100;
        return new RiskSheet(
                List.of(line), checks(terms, capital, size), capital, -capital, "holding, no stop set: all of it is at risk",
                breakEven.doubleValue(), bounce, atoms(instrument, fee.add(held.multiply(price).multiply(rate))), 0);
    }

    private static Verdict verdict(PlanTerms terms, BigDecimal size, BigDecimal volume) {
        if (!terms.rounded()) {
            return new Verdict(Level.PASS, "", "no exchange rules asked for");
        }
        Instrument instrument = terms.instrument();
        InstrumentFilters rules = instrument.filters();
        BigDecimal least = instrument.toQuantity(Math.max(1, rules.minQuantityLots()));
        BigDecimal leastNotional = instrument.quote().toDecimal(rules.minNotionalAtoms());
        if (size.compareTo(least) < 0) {
            return new Verdict(
                    Level.BLOCK, "MIN_QUANTITY",
                    size.toPlainString() + " is below the smallest order of " + least.toPlainString());
        }
        if (rules.marketMaxQuantityLots() > 0
                && size.compareTo(instrument.toQuantity(rules.marketMaxQuantityLots())) > 0) {
            return new Verdict(
                    Level.BLOCK, "MAX_QUANTITY",
                    size.toPlainString() + " is above the largest market order of "
                            + instrument.toQuantity(rules.marketMaxQuantityLots()).toPlainString());
        }
        if (volume.compareTo(leastNotional) < 0) {
            return new Verdict(
                    Level.BLOCK, "MIN_NOTIONAL", money(volume) + " is below the smallest order of " + money(leastNotional));
        }
        return new Verdict(Level.PASS, "", "passes");
    }

    private static List<Check> checks(PlanTerms terms, long needed, BigDecimal size) {
        List<Check> checks = new ArrayList<>();
        Instrument instrument = terms.instrument();
        if (terms.capitalAtoms() != Long.MAX_VALUE) {
            boolean passes = needed <= terms.capitalAtoms();
            BigDecimal free = instrument.quote().toDecimal(terms.capitalAtoms());
            BigDecimal total = instrument.quote().toDecimal(needed);
            BigDecimal fitting = total.signum() == 0
                    ? size
                    : size.multiply(free).divide(total, MATH).setScale(instrument.quantityDecimals(), RoundingMode.DOWN);
            List<Mend> mends = passes || fitting.signum() == 0
                    ? List.of()
                    : List.of(new Mend(
                            "Size " + plain(size) + " → " + plain(fitting), Map.of("size", plain(fitting))));
            checks.add(new Check(
                    "Capital", "one entry and its fee at this price", money(total) + " of " + money(free),
                    passes ? Level.PASS : Level.BLOCK, mends));
        }
        checks.add(new Check("Stop covers", "no stop: the position is held until the averages cross", "none", Level.LOOK,
                List.of()));
        return checks;
    }

    private static long atoms(Instrument instrument, BigDecimal amount) {
        return amount.movePointRight(instrument.quote().scale()).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
