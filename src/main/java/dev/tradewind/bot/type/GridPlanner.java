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
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Works out the grid's risk sheet: the start order, then every level's order. Of a line, {@code takeProfit} is the price the
 * level's round ends at; the average and what is invested are those of the worst way there: every buy down to the line
 * filled.
 */
final class GridPlanner {

    private static final int RULES_PER_ORDER = 5;

    private final GridPlan plan;
    private final PlanTerms terms;
    private final Instrument instrument;
    private final boolean limited;
    private final boolean unsized;
    private final List<Line> lines = new ArrayList<>();
    private final BigDecimal one;
    private int failing;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;

    private GridPlanner(Params params, PlanTerms terms) {
        GridSettings settings = new GridSettings(params);
        this.terms = terms;
        limited = terms.capitalAtoms() != Long.MAX_VALUE;
        unsized = !limited && settings.sizing == GridSettings.Sizing.CAPITAL;
        plan = new GridPlan(settings, terms);
        instrument = terms.instrument();
        one = BigDecimal.ONE;
    }

    /** {@return the sheet; pure} */
    static RiskSheet plan(Params params, PlanTerms terms) {
        return new GridPlanner(params, terms).sheet();
    }

    private RiskSheet sheet() {
        if (plan.startQuantity().signum() > 0) {
            buy("Start", plan.price, plan.startQuantity(), plan.price, true);
        }
        for (int i = plan.nearest; i < plan.settings.frame.levels(); i++) {
            sell(i);
        }
        for (int i = plan.nearest - 1; i >= 0; i--) {
            buy("Buy " + (i + 1), plan.prices[i], plan.quantities[i], plan.prices[i + 1], false);
        }
        BigDecimal stop = plan.settings.rules.stopBelow();
        BigDecimal worst = stop.signum() > 0 && plan.settings.rules.sellBelow()
                ? held.multiply(stop).multiply(one.subtract(plan.fee)).subtract(cost)
                : cost.negate();
        BigDecimal breakEven = held.signum() == 0
                ? BigDecimal.ZERO
                : cost.divide(held.multiply(one.subtract(plan.fee)), GridLevels.MATH);
        int least = plan.leanest();
        BigDecimal roundFees = plan.quantities[least].multiply(plan.prices[least].add(plan.prices[least + 1]))
                .multiply(plan.makerFee);
        BigDecimal roundProfit = plan.quantities[least].multiply(plan.prices[least]).multiply(plan.profit(least));
        double bounce = (breakEven.doubleValue() / plan.prices[0].doubleValue() - 1) * 100;
        return new RiskSheet(
                lines, checks(least), atoms(plan.capital(), RoundingMode.CEILING), atoms(worst, RoundingMode.FLOOR),
                worstText(stop), breakEven.doubleValue(), bounce, atoms(roundFees, RoundingMode.CEILING),
                atoms(roundProfit, RoundingMode.FLOOR));
    }

    private void buy(String label, BigDecimal price, BigDecimal quantity, BigDecimal target, boolean market) {
        BigDecimal volume = price.multiply(quantity);
        cost = cost.add(plan.feeInBase ? volume : volume.multiply(one.add(plan.fee)));
        held = held.add(plan.feeInBase ? quantity.multiply(one.subtract(plan.fee)) : quantity);
        add(label, price, quantity, target, market);
    }

    private void sell(int level) {
        add("Sell " + (level + 1), plan.prices[level + 1], plan.quantities[level], plan.prices[level], false);
    }

    private void add(String label, BigDecimal price, BigDecimal quantity, BigDecimal target, boolean market) {
        Verdict verdict = verdict(price, quantity, market);
        failing += verdict.level() == Level.BLOCK ? 1 : 0;
        double average = held.signum() == 0 ? 0 : cost.divide(held, GridLevels.MATH).doubleValue();
        double away = (1 - price.doubleValue() / plan.price.doubleValue()) * 100;
        double aim = target.doubleValue();
        lines.add(new Line(
                label, away, price.doubleValue(), quantity.doubleValue(), price.multiply(quantity).doubleValue(),
                cost.doubleValue(), average, aim, aim, aim, (aim / price.doubleValue() - 1) * 100, verdict));
    }

    private Verdict verdict(BigDecimal price, BigDecimal quantity, boolean market) {
        if (!terms.rounded()) {
            return new Verdict(Level.PASS, "", "no exchange rules asked for");
        }
        InstrumentFilters rules = instrument.filters();
        long least = Math.max(1, rules.minQuantityLots());
        long lots = instrument.toLots(quantity, RoundingMode.DOWN);
        long ticks = instrument.toTicks(price, RoundingMode.HALF_UP);
        BigDecimal notional = instrument.quote().toDecimal(rules.minNotionalAtoms());
        BigDecimal net = plan.feeInBase && !market ? quantity.multiply(one.subtract(plan.fee)) : quantity;
        BigDecimal sellable = instrument.toQuantity(instrument.toLots(net, RoundingMode.DOWN));
        if (sellable.compareTo(instrument.toQuantity(least)) < 0) {
            return blocked("MIN_QUANTITY", sellable.toPlainString() + ", net of its fee, is below the smallest order of "
                    + instrument.toQuantity(least).toPlainString());
        }
        if (!market && rules.maxQuantityLots() > 0 && lots > rules.maxQuantityLots()) {
            return blocked("MAX_QUANTITY", quantity.toPlainString() + " is above the largest order of "
                    + instrument.toQuantity(rules.maxQuantityLots()).toPlainString());
        }
        if (sellable.multiply(price).compareTo(notional) < 0) {
            return blocked("MIN_NOTIONAL", money(sellable.multiply(price)) + ", net of its fee, is below the smallest order of "
                    + money(notional));
        }
        if (ticks < rules.minPriceTicks() || (rules.maxPriceTicks() > 0 && ticks > rules.maxPriceTicks())) {
            return blocked("PRICE", price.toPlainString() + " is outside the exchange's range of "
                    + instrument.toPrice(rules.minPriceTicks()).toPlainString() + " to "
                    + instrument.toPrice(Math.max(1, rules.maxPriceTicks())).toPlainString());
        }
        return new Verdict(Level.PASS, "", RULES_PER_ORDER + " of " + RULES_PER_ORDER);
    }

    private static Verdict blocked(String rule, String message) {
        return new Verdict(Level.BLOCK, rule, message);
    }

    private List<Check> checks(int least) {
        List<Check> checks = new ArrayList<>();
        checks.add(profitCheck(least));
        if (unsized) {
            checks.add(new Check(
                    "Capital", "sizes are a share of the capital, and none is given", "unknown", Level.BLOCK,
                    List.of(new Mend("Size by quote", Map.of("sizing", "quote")))));
        } else if (limited) {
            BigDecimal capital = instrument.quote().toDecimal(terms.capitalAtoms());
            boolean over = plan.capital().compareTo(capital) > 0;
            checks.add(new Check(
                    "Capital", "the start order, all buys and their fees",
                    money(plan.capital()) + " of " + money(capital), over ? Level.BLOCK : Level.PASS,
                    over ? List.of(new Mend("Size by capital", Map.of("sizing", "capital"))) : List.of()));
        }
        if (terms.rounded()) {
            checks.add(new Check(
                    "Exchange filters",
                    "price tick " + instrument.tickSize().toPlainString() + ", lot " + instrument.lotSize().toPlainString(),
                    lines.size() - failing + " of " + lines.size() + " orders", failing == 0 ? Level.PASS : Level.BLOCK,
                    failing == 0 ? List.of() : fewer()));
            checks.add(slotCheck());
        }
        boolean stopped = plan.settings.rules.stopBelow().signum() > 0;
        checks.add(new Check(
                "Stop covers", stopped ? "watched by the bot" : "no stop is set: nothing limits the loss",
                stopped ? plan.settings.rules.stopBelow().toPlainString() : "none", stopped ? Level.PASS : Level.LOOK, List.of()));
        return checks;
    }

    private Check profitCheck(int least) {
        BigDecimal profit = plan.profit(least);
        boolean pays = profit.signum() > 0;
        String percent = profit.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString() + " %";
        return new Check(
                "Profit per level",
                pays ? "the least, at " + show(plan.prices[least]) + ", after both fees" : plan.lossText(least), percent,
                pays ? Level.PASS : Level.BLOCK, pays ? List.of() : fewer());
    }

    private Check slotCheck() {
        int live = plan.settings.rules.liveLevels();
        int own = live == 0 ? plan.settings.frame.levels() : Math.min(live, plan.settings.frame.levels());
        int used = own + terms.otherOpenOrders();
        int limit = instrument.filters().maxOpenOrders();
        boolean passes = limit == 0 || used <= limit;
        int fits = limit - terms.otherOpenOrders();
        List<Mend> mends = passes || fits < 1
                ? List.of()
                : List.of(new Mend("Live levels " + own + " → " + fits, Map.of("liveLevels", Integer.toString(fits))));
        return new Check(
                "Order slots", "others hold " + terms.otherOpenOrders() + " on " + instrument.symbol() + ", this plan " + own,
                limit == 0 ? used + ", no limit" : used + " of " + limit, passes ? Level.PASS : Level.BLOCK, mends);
    }

    /** The largest number of levels, below the one asked for, that pays and passes the filters. */
    private List<Mend> fewer() {
        int low = 0;
        int high = plan.settings.frame.levels() - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (passes(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0
                ? List.of()
                : List.of(new Mend(
                        "Levels " + plan.settings.frame.levels() + " → " + low, Map.of("levels", Integer.toString(low))));
    }

    private boolean passes(int levels) {
        try {
            Params fewer = plan.settings.params.with(Map.of("levels", Integer.toString(levels)));
            GridPlan tried = new GridPlan(new GridSettings(fewer), terms);
            boolean passes = tried.profit(tried.leanest()).signum() > 0;
            for (int i = 0; i < levels && passes; i++) {
                passes = verdict(tried.prices[i], tried.quantities[i], false).level() == Level.PASS;
            }
            return passes;
        } catch (ParamException e) {
            return false;
        }
    }

    private String worstText(BigDecimal stop) {
        return stop.signum() == 0
                ? "every buy filled, no stop set: all of it is at risk"
                : "every buy filled, then stop at " + show(stop)
                        + (plan.settings.rules.sellBelow() ? "" : ", which keeps the coins: all of it is at risk");
    }

    private long atoms(BigDecimal amount, RoundingMode rounding) {
        return amount.movePointRight(instrument.quote().scale()).setScale(0, rounding).longValueExact();
    }

    private String show(BigDecimal price) {
        return price.setScale(terms.rounded() ? instrument.priceDecimals() : 6, RoundingMode.HALF_UP).toPlainString();
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
