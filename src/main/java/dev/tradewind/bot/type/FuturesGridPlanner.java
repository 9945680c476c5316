package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.bot.RiskSheet.Mend;
import dev.tradewind.bot.RiskSheet.Verdict;
import dev.tradewind.bot.type.FuturesGridPlan.State;
import dev.tradewind.bot.type.FuturesGridSettings.Direction;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Works out the futures grid's risk sheet: the first order, every level's order, and where the worst states on either side
 * would be closed by force. Of a line, {@code takeProfit} is the price the level's round ends at, {@code invested} margin and
 * fees of what has opened so far, the average that of the opened notional.
 */
final class FuturesGridPlanner {

    private static final int RULES_PER_ORDER = 5;
    private static final String NEED = "margin of what is open and of what rests, fees, and the loss at the range's end";

    private final FuturesGridPlan plan;
    private final FuturesGridSettings settings;
    private final PlanTerms terms;
    private final Instrument instrument;
    private final List<Line> lines = new ArrayList<>();
    private int failing;
    private BigDecimal opened = BigDecimal.ZERO;
    private BigDecimal openedQuantity = BigDecimal.ZERO;

    private FuturesGridPlanner(Params params, PlanTerms terms) {
        this.terms = terms;
        settings = FuturesGridSettings.of(params);
        plan = new FuturesGridPlan(settings, terms);
        instrument = terms.instrument();
    }

    /** {@return the sheet; pure} */
    static RiskSheet plan(Params params, PlanTerms terms) {
        return new FuturesGridPlanner(params, terms).sheet();
    }

    private RiskSheet sheet() {
        BigDecimal start = plan.startQuantity();
        if (start.signum() != 0) {
            open(plan.laid.price, start.abs());
            add("Start", plan.laid.price, start.abs(), plan.laid.price);
        }
        for (int i = plan.laid.nearest; i < settings.frame().levels(); i++) {
            if (settings.direction() != Direction.LONG) {
                open(plan.laid.prices[i + 1], plan.quantities[i]);
            }
            add("Sell " + (i + 1), plan.laid.prices[i + 1], plan.quantities[i], plan.laid.prices[i]);
        }
        for (int i = plan.laid.nearest - 1; i >= 0; i--) {
            if (settings.direction() != Direction.SHORT) {
                open(plan.laid.prices[i], plan.quantities[i]);
            }
            add("Buy " + (i + 1), plan.laid.prices[i], plan.quantities[i], plan.laid.prices[i + 1]);
        }
        boolean longSide = settings.direction() != Direction.SHORT;
        State main = plan.worst(longSide);
        BigDecimal breakEven = main.quantity().signum() == 0 ? BigDecimal.ZERO : breakEven(main, longSide);
        BigDecimal end = longSide ? settings.frame().lower() : settings.frame().upper();
        int least = plan.leanest();
        BigDecimal worth = plan.quantities[least].multiply(plan.laid.prices[least]);
        BigDecimal fees = plan.quantities[least].multiply(plan.laid.prices[least].add(plan.laid.prices[least + 1]))
                .multiply(plan.makerFee);
        BigDecimal worst = result(true).min(result(false));
        return new RiskSheet(
                lines, checks(least), atoms(plan.capital(), RoundingMode.CEILING), atoms(worst, RoundingMode.FLOOR),
                worstText(), breakEven.doubleValue(), (breakEven.doubleValue() / end.doubleValue() - 1) * 100,
                atoms(fees, RoundingMode.CEILING), atoms(worth.multiply(plan.profit(least)), RoundingMode.FLOOR));
    }

    private BigDecimal breakEven(State state, boolean longSide) {
        BigDecimal more = BigDecimal.ONE.add(plan.fee);
        BigDecimal less = BigDecimal.ONE.subtract(plan.fee);
        return longSide
                ? state.entry().multiply(more).divide(less, GridLevels.MATH)
                : state.entry().multiply(less).divide(more, GridLevels.MATH);
    }

    private void open(BigDecimal price, BigDecimal quantity) {
        opened = opened.add(price.multiply(quantity));
        openedQuantity = openedQuantity.add(quantity);
    }

    private void add(String label, BigDecimal price, BigDecimal quantity, BigDecimal target) {
        Verdict verdict = verdict(price, quantity);
        failing += verdict.level() == Level.BLOCK ? 1 : 0;
        double away = (1 - price.doubleValue() / plan.laid.price.doubleValue()) * 100;
        double average = openedQuantity.signum() == 0 ? 0 : opened.divide(openedQuantity, GridLevels.MATH).doubleValue();
        double aim = target.doubleValue();
        lines.add(new Line(
                label, away, price.doubleValue(), quantity.doubleValue(), price.multiply(quantity).doubleValue(),
                plan.marginOf(opened).doubleValue(), average, aim, aim, aim, (aim / price.doubleValue() - 1) * 100, verdict));
    }

    private Verdict verdict(BigDecimal price, BigDecimal quantity) {
        if (!terms.rounded()) {
            return new Verdict(Level.PASS, "", "no exchange rules asked for");
        }
        InstrumentFilters rules = instrument.filters();
        long lots = instrument.toLots(quantity, RoundingMode.DOWN);
        long ticks = instrument.toTicks(price, RoundingMode.HALF_UP);
        long least = Math.max(1, rules.minQuantityLots());
        BigDecimal notional = instrument.quote().toDecimal(rules.minNotionalAtoms());
        if (lots < least) {
            return blocked("MIN_QUANTITY", quantity.toPlainString() + " is below the smallest order of "
                    + instrument.toQuantity(least).toPlainString());
        }
        if (quantity.multiply(price).compareTo(notional) < 0) {
            return blocked("MIN_NOTIONAL",
                    money(quantity.multiply(price)) + " is below the smallest order of " + money(notional));
        }
        if (ticks < rules.minPriceTicks() || (rules.maxPriceTicks() > 0 && ticks > rules.maxPriceTicks())) {
            return blocked("PRICE", price.toPlainString() + " is outside the exchange's range");
        }
        return new Verdict(Level.PASS, "", RULES_PER_ORDER + " of " + RULES_PER_ORDER);
    }

    private static Verdict blocked(String rule, String message) {
        return new Verdict(Level.BLOCK, rule, message);
    }

    private List<Check> checks(int least) {
        List<Check> checks = new ArrayList<>();
        BigDecimal profit = plan.profit(least);
        checks.add(new Check(
                "Profit per level",
                profit.signum() > 0
                        ? "the least, at " + show(plan.laid.prices[least]) + ", after both fees"
                        : plan.laid.lossText(least, profit),
                profit.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString() + " %",
                profit.signum() > 0 ? Level.PASS : Level.BLOCK, profit.signum() > 0 ? List.of() : fewer()));
        if (terms.rounded() && !instrument.isPerpetual()) {
            checks.add(new Check(
                    "Market", "a futures grid needs a perpetual; " + instrument.symbol() + " is a spot pair", "spot",
                    Level.BLOCK, List.of()));
        }
        checks.add(marginCheck());
        checks.add(leverageCheck());
        checks.add(liquidationCheck());
        if (terms.rounded()) {
            checks.add(new Check(
                    "Exchange filters",
                    "price tick " + instrument.tickSize().toPlainString() + ", lot " + instrument.lotSize().toPlainString(),
                    lines.size() - failing + " of " + lines.size() + " orders", failing == 0 ? Level.PASS : Level.BLOCK,
                    failing == 0 ? List.of() : fewer()));
            checks.add(slotCheck());
        }
        checks.add(stopCheck());
        return checks;
    }

    private Check marginCheck() {
        if (terms.capitalAtoms() == Long.MAX_VALUE) {
            boolean unsized = settings.sizing() == GridSettings.Sizing.CAPITAL;
            return new Check(
                    "Capital", unsized ? "sizes are a share of the capital, and none is given" : NEED,
                    unsized ? "unknown" : money(plan.capital()), unsized ? Level.BLOCK : Level.PASS,
                    unsized ? List.of(new Mend("Size by quote", Map.of("sizing", "quote"))) : List.of());
        }
        BigDecimal capital = instrument.quote().toDecimal(terms.capitalAtoms());
        boolean over = plan.capital().compareTo(capital) > 0;
        return new Check(
                "Capital", NEED + " at " + settings.leverage() + "×",
                money(plan.capital()) + " of " + money(capital), over ? Level.BLOCK : Level.PASS,
                over ? List.of(new Mend("Size by capital", Map.of("sizing", "capital"))) : List.of());
    }

    private Check leverageCheck() {
        int most = plan.mostLeverage();
        boolean passes = settings.leverage() <= most;
        return new Check(
                "Leverage", "offered for a position worth "
                        + money(plan.worst(true).notional().max(plan.worst(false).notional())),
                settings.leverage() + "× of " + most + "×", passes ? Level.PASS : Level.BLOCK, passes ? List.of() : calmer());
    }

    private Check liquidationCheck() {
        BigDecimal below = plan.liquidation(plan.worst(true));
        BigDecimal above = plan.liquidation(plan.worst(false));
        String figure = side("long", below) + (below.signum() > 0 && above.signum() > 0 ? ", " : "") + side("short", above);
        BigDecimal stopBelow = settings.rules().stopBelow();
        BigDecimal stopAbove = settings.rules().stopAbove();
        boolean beforeStop = below.signum() > 0 && stopBelow.signum() > 0 && below.compareTo(stopBelow) >= 0
                || above.signum() > 0 && stopAbove.signum() > 0 && above.compareTo(stopAbove) <= 0;
        if (plan.liquidatedInside()) {
            return new Check(
                    "Liquidation", "the worst state would be closed by force inside the range", figure, Level.BLOCK, calmer());
        }
        return new Check(
                "Liquidation",
                beforeStop ? "the worst state would be closed by force before its stop" : "of the worst state, outside the range",
                figure.isEmpty() ? "none" : figure, beforeStop ? Level.LOOK : Level.PASS, beforeStop ? calmer() : List.of());
    }

    private String side(String side, BigDecimal price) {
        return price.signum() == 0 ? "" : side + " " + show(price);
    }

    /** The highest lower leverage whose worst states lie outside the range and that is offered. */
    private List<Mend> calmer() {
        for (int leverage = settings.leverage() - 1; leverage >= 1; leverage--) {
            Map<String, String> change = Map.of("leverage", Integer.toString(leverage));
            FuturesGridPlan tried = new FuturesGridPlan(FuturesGridSettings.of(settings.params().with(change)), terms);
            if (!tried.liquidatedInside() && leverage <= tried.mostLeverage()) {
                return List.of(new Mend("Leverage " + settings.leverage() + " → " + leverage, change));
            }
        }
        return List.of();
    }

    /** The largest number of levels, below the one asked for, that pays and passes the filters. */
    private List<Mend> fewer() {
        int asked = settings.frame().levels();
        for (int levels = asked - 1; levels >= 1; levels--) {
            Map<String, String> change = Map.of("levels", Integer.toString(levels));
            if (passes(change)) {
                return List.of(new Mend("Levels " + asked + " → " + levels, change));
            }
        }
        return List.of();
    }

    private boolean passes(Map<String, String> change) {
        try {
            FuturesGridPlan tried = new FuturesGridPlan(FuturesGridSettings.of(settings.params().with(change)), terms);
            boolean passes = tried.profit(tried.leanest()).signum() > 0;
            for (int i = 0; i < tried.quantities.length && passes; i++) {
                passes = verdict(tried.laid.prices[i], tried.quantities[i]).level() == Level.PASS;
            }
            return passes;
        } catch (ParamException e) {
            return false;
        }
    }

    private Check slotCheck() {
        int live = settings.rules().liveLevels();
        int own = live == 0 ? settings.frame().levels() : Math.min(live, settings.frame().levels());
        int used = own + terms.otherOpenOrders();
        int limit = instrument.filters().maxOpenOrders();
        boolean passes = limit == 0 || used <= limit;
        int fits = limit - terms.otherOpenOrders();
        return new Check(
                "Order slots", "others hold " + terms.otherOpenOrders() + " on " + instrument.symbol() + ", this plan " + own,
                limit == 0 ? used + ", no limit" : used + " of " + limit, passes ? Level.PASS : Level.BLOCK,
                passes || fits < 1
                        ? List.of()
                        : List.of(new Mend(
                                "Live levels " + own + " → " + fits, Map.of("liveLevels", Integer.toString(fits)))));
    }

    private Check stopCheck() {
        boolean covered = (settings.direction() == Direction.SHORT || settings.rules().stopBelow().signum() > 0)
                && (settings.direction() == Direction.LONG || settings.rules().stopAbove().signum() > 0);
        return new Check(
                "Stop covers",
                covered ? "watched by the bot" : "no stop on a side the grid can lose on: liquidation is the end of it",
                covered ? "set" : "none", covered ? Level.PASS : Level.LOOK, List.of());
    }

    /** What the worst state on one side comes to: at its stop, or all that answers for it. */
    private BigDecimal result(boolean longSide) {
        State state = plan.worst(longSide);
        if (state.quantity().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal fees = state.notional().multiply(plan.fee);
        BigDecimal stop = longSide ? settings.rules().stopBelow() : settings.rules().stopAbove();
        BigDecimal liquidation = plan.liquidation(state);
        boolean closes = longSide ? settings.rules().sellBelow() : settings.rules().sellAbove();
        boolean first = liquidation.signum() == 0
                || (longSide ? stop.compareTo(liquidation) > 0 : stop.compareTo(liquidation) < 0);
        if (stop.signum() > 0 && closes && first) {
            BigDecimal worth = stop.multiply(state.quantity().abs());
            BigDecimal move = longSide ? worth.subtract(state.notional()) : state.notional().subtract(worth);
            return move.subtract(fees).subtract(worth.multiply(plan.fee));
        }
        return plan.wallet(state).add(fees).negate();
    }

    private String worstText() {
        boolean longSide = result(true).compareTo(result(false)) <= 0;
        BigDecimal liquidation = plan.liquidation(plan.worst(longSide));
        String all = longSide ? "every buy filled" : "every sell filled";
        String what = settings.mode() == MarginMode.ISOLATED ? "its margin" : "all of the account";
        return all + (liquidation.signum() == 0
                ? ", which nothing liquidates"
                : ", liquidated at " + show(liquidation) + ": " + what + " is at risk");
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
