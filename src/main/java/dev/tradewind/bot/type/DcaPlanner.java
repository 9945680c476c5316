package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.bot.RiskSheet.Verdict;
import dev.tradewind.bot.type.DcaPlan.Row;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Works out the DCA bot's risk sheet: every order it can place, what it may cost and what would mend a plan that cannot. */
final class DcaPlanner {

    private static final int RULES_PER_ORDER = 5;

    private final DcaPlan plan;
    private final PlanTerms terms;
    private final Instrument instrument;
    private final BigDecimal capital;
    private final boolean limited;

    private DcaPlanner(Params params, PlanTerms terms) {
        this.plan = new DcaPlan(new DcaSettings(params), terms);
        this.terms = terms;
        this.instrument = terms.instrument();
        this.limited = terms.capitalAtoms() != Long.MAX_VALUE;
        this.capital = instrument.quote().toDecimal(terms.capitalAtoms());
    }

    /** {@return the sheet; pure} */
    static RiskSheet plan(Params params, PlanTerms terms) {
        return new DcaPlanner(params, terms).sheet();
    }

    private RiskSheet sheet() {
        List<Line> lines = new ArrayList<>();
        for (Row row : plan.rows) {
            lines.add(line(row));
        }
        Row last = plan.last();
        BigDecimal[] full = plan.fullDeal();
        Row worst = plan.rows.get(plan.reachable() - 1);
        BigDecimal stop = plan.stop(worst);
        BigDecimal loss = stop.signum() == 0 ? last.cost().negate() : plan.resultAt(worst, stop);
        return new RiskSheet(
                lines, checks(), atoms(last.cost(), RoundingMode.CEILING), atoms(loss, RoundingMode.FLOOR), worstText(stop),
                plan.breakEven().doubleValue(), bounce(last), atoms(last.fees().add(full[1]), RoundingMode.CEILING),
                atoms(full[0], RoundingMode.FLOOR));
    }

    private Line line(Row row) {
        BigDecimal takeProfit = plan.settings.targetOnBase ? row.base() : row.total();
        return new Line(
                row.label(), row.deviation().doubleValue() * 100, row.price().doubleValue(), row.quantity().doubleValue(),
                row.volume().doubleValue(), row.cost().doubleValue(), row.average().doubleValue(),
                takeProfit.doubleValue(), row.total().doubleValue(), row.base().doubleValue(), bounce(row), verdict(row));
    }

    private static double bounce(Row row) {
        return (row.total().doubleValue() / row.price().doubleValue() - 1) * 100;
    }

    private Verdict verdict(Row row) {
        Verdict filters = filters(row);
        if (filters.level() == Level.PASS && overCapital(row)) {
            return new Verdict(
                    Level.BLOCK, "CAPITAL",
                    "needs " + money(row.cost()) + " in all; the bot may use " + money(capital));
        }
        return filters;
    }

    private boolean overCapital(Row row) {
        return limited && row.cost().compareTo(capital) > 0;
    }

    private Verdict filters(Row row) {
        if (!terms.rounded()) {
            return new Verdict(Level.PASS, "", "no exchange rules asked for");
        }
        InstrumentFilters rules = instrument.filters();
        long least = Math.max(1, rules.minQuantityLots());
        boolean market = row.label().equals("Base") && !plan.settings.baseLimit;
        long most = market && rules.marketMaxQuantityLots() > 0 ? rules.marketMaxQuantityLots() : rules.maxQuantityLots();
        BigDecimal leastNotional = instrument.quote().toDecimal(rules.minNotionalAtoms());
        if (row.lots() < least) {
            return blocked("MIN_QUANTITY", quantity(row.lots()) + " is below the smallest order of " + quantity(least));
        }
        if (most > 0 && row.lots() > most) {
            return blocked("MAX_QUANTITY", quantity(row.lots()) + " is above the largest order of " + quantity(most));
        }
        if (row.volume().compareTo(leastNotional) < 0) {
            return blocked(
                    "MIN_NOTIONAL", money(row.volume()) + " is below the smallest order of " + money(leastNotional));
        }
        if (row.ticks() < rules.minPriceTicks()) {
            return blocked(
                    "MIN_PRICE", row.price().toPlainString() + " is below the lowest price of "
                            + instrument.toPrice(rules.minPriceTicks()).toPlainString());
        }
        if (rules.maxPriceTicks() > 0 && row.ticks() > rules.maxPriceTicks()) {
            return blocked(
                    "MAX_PRICE", row.price().toPlainString() + " is above the highest price of "
                            + instrument.toPrice(rules.maxPriceTicks()).toPlainString());
        }
        return new Verdict(Level.PASS, "", RULES_PER_ORDER + " of " + RULES_PER_ORDER);
    }

    private static Verdict blocked(String rule, String message) {
        return new Verdict(Level.BLOCK, rule, message);
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        DcaMends mends = new DcaMends(plan);
        if (limited) {
            boolean over = overCapital(plan.last());
            checks.add(new Check(
                    "Capital", plan.rows.size() + " orders and their fees",
                    money(plan.last().cost()) + " of " + money(capital), over ? Level.BLOCK : Level.PASS,
                    over ? mends.capital() : List.of()));
        }
        if (terms.rounded()) {
            checks.add(filterCheck(mends));
            checks.add(takeProfitCheck(mends));
            checks.add(slotCheck(mends));
        }
        checks.add(stopCheck(mends));
        checks.addAll(new DcaDoubts(plan).checks());
        return checks;
    }

    private Check filterCheck(DcaMends mends) {
        int passed = 0;
        for (Row row : plan.rows) {
            passed += filters(row).level() == Level.PASS ? RULES_PER_ORDER : RULES_PER_ORDER - 1;
        }
        int all = plan.rows.size() * RULES_PER_ORDER;
        InstrumentFilters rules = instrument.filters();
        String detail = "price tick " + instrument.tickSize().toPlainString() + ", lot "
                + instrument.lotSize().toPlainString() + ", minimum "
                + money(instrument.quote().toDecimal(rules.minNotionalAtoms()));
        return new Check(
                "Exchange filters", detail, passed + " of " + all, passed == all ? Level.PASS : Level.BLOCK,
                passed == all ? List.of() : mends.filters());
    }

    /** The first take profit sells the base order net of its fee: that must be a valid order too. */
    private Check takeProfitCheck(DcaMends mends) {
        Row base = plan.rows.getFirst();
        BigDecimal sellable = plan.sellable(base);
        BigDecimal notional = sellable.multiply(plan.settings.targetOnBase ? base.base() : base.total());
        InstrumentFilters rules = instrument.filters();
        boolean passes = sellable.compareTo(instrument.toQuantity(Math.max(1, rules.minQuantityLots()))) >= 0
                && notional.compareTo(instrument.quote().toDecimal(rules.minNotionalAtoms())) >= 0;
        return new Check(
                "Take profit size", "the base order net of its fee, in whole lots",
                sellable.toPlainString() + " " + instrument.base().code(), passes ? Level.PASS : Level.BLOCK,
                passes ? List.of() : mends.sellable());
    }

    private Check slotCheck(DcaMends mends) {
        DcaSettings settings = plan.settings;
        int own = Math.min(settings.activeSafetyOrders, plan.rows.size() - 1) + 1 + (settings.restingStop() ? 1 : 0);
        int used = own + terms.otherOpenOrders();
        int limit = instrument.filters().maxOpenOrders();
        boolean passes = limit == 0 || used <= limit;
        return new Check(
                "Order slots", "others hold " + terms.otherOpenOrders() + " on " + instrument.symbol() + ", this plan " + own,
                limit == 0 ? used + ", no limit" : used + " of " + limit, passes ? Level.PASS : Level.BLOCK,
                passes ? List.of() : mends.slots(used - limit));
    }

    private Check stopCheck(DcaMends mends) {
        Row last = plan.last();
        if (plan.settings.stopE8 == 0) {
            return new Check("Stop covers", "no stop is set: nothing limits the loss", "none", Level.LOOK, List.of());
        }
        int reachable = plan.reachable();
        String price = price(plan.stop(plan.rows.get(reachable - 1)));
        if (reachable < plan.rows.size()) {
            return new Check(
                    "Stop covers",
                    "it lies above " + plan.rows.get(reachable).label() + ", so " + (plan.rows.size() - reachable)
                            + " safety orders down to " + last.label() + " can never fill",
                    price, Level.LOOK, mends.reachable());
        }
        return new Check(
                "Stop covers",
                plan.settings.restingStop() ? "re-sized after each fill" : "watched by the bot until its time-out",
                price, Level.PASS, List.of());
    }

    private String worstText(BigDecimal stop) {
        int reachable = plan.reachable();
        String filled = reachable == 1 ? "the base order filled" : "base and " + (reachable - 1) + " safety orders filled";
        return stop.signum() == 0 ? filled + ", no stop set: all of it is at risk" : filled + ", then stop at " + price(stop);
    }

    private long atoms(BigDecimal amount, RoundingMode rounding) {
        return amount.movePointRight(instrument.quote().scale()).setScale(0, rounding).longValueExact();
    }

    private String price(BigDecimal price) {
        return price.setScale(terms.rounded() ? instrument.priceDecimals() : 6, RoundingMode.HALF_UP).toPlainString();
    }

    private String quantity(long lots) {
        return instrument.toQuantity(lots).toPlainString();
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
