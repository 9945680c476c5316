package dev.tradewind.bot.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spot grid and its market in one plain loop of decimals, written from design/trading.md §2 and §5 and not from the bot: no
 * engine, no ticks, no lots, no reports.
 */
final class NaiveGrid extends NaiveMarket<NaiveGrid.Step> {

    /** What is asked for. */
    record Plan(
            double lower, double upper, int levels, boolean geometric, int live, boolean profitInBase, double share,
            double reinvest, boolean trailUp, boolean trailDown, double expandUp, double expandDown) {

        Plan(double lower, double upper, int levels, boolean geometric, int live, boolean profitInBase) {
            this(lower, upper, levels, geometric, live, profitInBase, 100, 0, false, false, 0, 0);
        }
    }

    static final class Step {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal bought = BigDecimal.ZERO;
        BigDecimal grown = BigDecimal.ZERO;
        BigDecimal saved = BigDecimal.ZERO;
        boolean traded;
        boolean sellFirst;
        boolean moving;
        @Nullable Order<Step> buy;
        @Nullable Order<Step> sell;
    }

    private final Plan plan;
    private final boolean feeInBase;
    private final List<Step> steps = new ArrayList<>();
    private boolean begun;
    private boolean running;
    private int first;
    private BigDecimal last = BigDecimal.ZERO;
    private BigDecimal toldQuote;
    /** Sum of the completed pairs' profits in quote. */
    BigDecimal earned = BigDecimal.ZERO;
    int pairs;
    private int nearest;
    private BigDecimal reference = BigDecimal.ZERO;

    NaiveGrid(Plan plan, BigDecimal tick, BigDecimal lot, double feePercent, boolean feeInBase, BigDecimal capital) {
        super(tick, lot, feePercent, capital);
        this.plan = plan;
        this.feeInBase = feeInBase;
        this.toldQuote = capital;
    }

    // the grid

    @Override
    void book(boolean buy, BigDecimal lots, BigDecimal price) {
        quote = quote.add(cash(buy, lots, price));
        BigDecimal net = buy && feeInBase ? lots.subtract(up(lots.multiply(fee))) : lots;
        base = buy ? base.add(net) : base.subtract(net);
    }

    @Override
    void heard(BigDecimal price) {
        last = price;
        if (!begun) {
            begin(price);
        } else if (running && watches()) {
            follow();
            sweep();
        }
    }

    // the grid

    private BigDecimal level(int i) {
        BigDecimal low = BigDecimal.valueOf(plan.lower);
        BigDecimal high = BigDecimal.valueOf(plan.upper);
        BigDecimal price = plan.geometric
                ? new BigDecimal(plan.lower * Math.pow(plan.upper / plan.lower, (double) i / plan.levels))
                : low.add(high.subtract(low).multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(plan.levels), MATH));
        return price.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
    }

    private void begin(BigDecimal price) {
        begun = true;
        reference = price;
        nearest = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i <= plan.levels; i++) {
            if (level(i).subtract(price).abs().compareTo(level(nearest).subtract(price).abs()) < 0) {
                nearest = i;
            }
        }
        for (int i = 0; i < nearest; i++) {
            sum = sum.add(level(i));
        }
        BigDecimal m = BigDecimal.valueOf(plan.levels - nearest);
        BigDecimal one = BigDecimal.ONE;
        BigDecimal spent = quote.multiply(BigDecimal.valueOf(plan.share)).movePointLeft(2);
        BigDecimal q = feeInBase
                ? spent.divide(sum.add(m.multiply(price).divide(one.subtract(fee), MATH)), MATH)
                : spent.divide(sum.add(m.multiply(price)).multiply(one.add(fee)), MATH);
        for (int i = 0; i < plan.levels; i++) {
            Step step = new Step();
            step.low = level(i);
            step.high = level(i + 1);
            step.size = down(q, lot);
            steps.add(step);
        }
        BigDecimal needed = down(q, lot).multiply(m);
        BigDecimal gross = feeInBase ? needed.divide(one.subtract(fee), MATH) : needed;
        BigDecimal start = gross.divide(lot, 0, RoundingMode.CEILING).multiply(lot);
        BigDecimal most = down(quote.divide(feeInBase ? one : one.add(fee), MATH).divide(price, MATH), lot);
        if (start.signum() > 0) {
            inbox.add(new Sent<>(new Order<>(null, true, BigDecimal.ZERO, start.min(most)), false));
        } else {
            started();
            sweep();
        }
    }

    private void started() {
        running = true;
        BigDecimal left = base;
        for (int i = nearest; i < plan.levels; i++) {
            Step step = steps.get(i);
            BigDecimal share = down(left.min(step.size), lot);
            if (share.signum() == 0) {
                break;
            }
            step.size = share;
            step.held = share;
            step.gross = share;
            left = left.subtract(share);
        }
        BigDecimal need = BigDecimal.ZERO;
        for (Step step : steps) {
            BigDecimal volume = step.low.multiply(step.size.subtract(step.gross));
            need = need.add(feeInBase ? volume : volume.add(up(volume.multiply(fee))));
        }
        BigDecimal free = quote.subtract(BigDecimal.valueOf(plan.levels, ATOMS)).max(BigDecimal.ZERO);
        if (need.compareTo(free) > 0) {
            for (Step step : steps) {
                if (step.gross.signum() == 0) {
                    step.size = down(step.size.multiply(free).divide(need, MATH), lot);
                }
            }
        }
    }

    @Override
    void tell() {
        while (!reports.isEmpty()) {
            Told<Step> told = reports.poll();
            Step step = told.order().step;
            if (told.lots().signum() > 0) {
                toldQuote = toldQuote.add(cash(told.order().buy, told.lots(), told.price()));
            }
            if (step == null) {
                started();
            } else {
                hear(step, told);
                follow();
            }
            sweep();
        }
    }

    private void hear(Step step, Told<Step> told) {
        if (told.lots().signum() > 0) {
            reference = told.price();
            if (told.order().buy) {
                BigDecimal net = feeInBase ? told.lots().subtract(up(told.lots().multiply(fee))) : told.lots();
                step.held = step.held.add(net);
                step.gross = step.gross.add(told.lots());
                step.paid = step.paid.subtract(cash(true, told.lots(), told.price()));
                step.bought = step.bought.add(told.lots());
            } else {
                sold(step, told.lots());
                step.received = step.received.add(cash(false, told.lots(), told.price()));
            }
            // the bot knows of an order only what it has been told
            known.computeIfPresent(told.order(), (o, left) -> left.subtract(told.lots()));
            step.sellFirst = step.traded ? step.sellFirst : !told.order().buy;
            step.traded = true;
            round(step);
        }
        if (told.over()) {
            if (told.order().buy) {
                step.buy = null;
            } else {
                step.sell = null;
            }
        }
    }

    private BigDecimal cash(boolean buy, BigDecimal lots, BigDecimal price) {
        BigDecimal volume = price.multiply(lots);
        BigDecimal cost = up(volume.multiply(fee));
        return buy ? volume.add(feeInBase ? BigDecimal.ZERO : cost).negate() : volume.subtract(cost);
    }

    /** A round is over when what it began with has been undone; its profit is kept, and some of it makes the step larger. */
    private void round(Step step) {
        boolean over = step.sellFirst
                ? step.bought.signum() > 0 && step.gross.compareTo(step.size) >= 0
                : step.received.signum() > 0 && step.gross.signum() == 0;
        if (over) {
            BigDecimal paid = step.paid;
            if (step.sellFirst && step.grown.signum() > 0) {
                paid = up(paid.multiply(step.size.subtract(step.grown)).divide(step.size, MATH));
            }
            BigDecimal profit = step.received.subtract(paid);
            earned = earned.add(profit);
            pairs++;
            step.saved = step.saved.add(profit.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(plan.reinvest))
                    .movePointLeft(2).setScale(ATOMS, RoundingMode.DOWN));
            forget(step);
        }
        if (step.gross.signum() == 0 && step.saved.signum() > 0) {
            BigDecimal more = affordable(step.saved.min(spare().add(step.saved)), step.low);
            step.size = step.size.add(more);
            step.grown = step.grown.add(more);
            step.saved = step.saved.subtract(more.signum() == 0 ? BigDecimal.ZERO : cost(step.low, more));
        }
    }

    private static void forget(Step step) {
        step.traded = false;
        step.sellFirst = false;
        step.paid = BigDecimal.ZERO;
        step.received = BigDecimal.ZERO;
        step.bought = BigDecimal.ZERO;
        step.grown = BigDecimal.ZERO;
    }

    private BigDecimal cost(BigDecimal price, BigDecimal lots) {
        return cash(true, lots, price).negate();
    }

    /** What no step has put by or needs for its next purchase, whether that rests already or not. */
    private BigDecimal spare() {
        BigDecimal spare = toldQuote;
        for (Step step : steps) {
            spare = spare.subtract(needs(step));
            spare = step.buy == null ? spare : spare.subtract(cost(step.buy.price, left(step.buy)));
        }
        return spare;
    }

    private BigDecimal needs(Step step) {
        BigDecimal resting = step.buy == null ? BigDecimal.ZERO : left(step.buy);
        BigDecimal waiting = step.size.subtract(step.gross).subtract(resting).max(BigDecimal.ZERO);
        return step.saved.add(waiting.signum() == 0 ? BigDecimal.ZERO : cost(step.low, waiting));
    }

    private BigDecimal affordable(BigDecimal money, BigDecimal price) {
        BigDecimal spend = money.subtract(BigDecimal.ONE.movePointLeft(ATOMS)).max(BigDecimal.ZERO);
        BigDecimal net = feeInBase ? spend : spend.divide(BigDecimal.ONE.add(fee), MATH);
        return down(net.setScale(ATOMS, RoundingMode.DOWN).divide(price, MATH), lot);
    }

    private boolean watches() {
        return plan.trailUp || plan.trailDown || plan.expandUp > 0 || plan.expandDown > 0;
    }

    /** One level after the other, as far as the price has gone beyond the next. */
    private void follow() {
        while (running && watches() && (beyond(true) || beyond(false))) {
            // again
        }
    }

    private boolean beyond(boolean up) {
        Step end = up ? steps.getLast() : steps.getFirst();
        BigDecimal edge = up ? end.high : end.low;
        BigDecimal outer = level(up ? first + steps.size() + 1 : first - 1);
        BigDecimal low = edge.min(outer);
        BigDecimal high = edge.max(outer);
        boolean trail = up ? plan.trailUp : plan.trailDown;
        double limit = up ? plan.expandUp : plan.expandDown;
        boolean within = trail || (limit > 0 && steps.size() < 1000
                && (up ? outer.doubleValue() <= limit : outer.doubleValue() >= limit));
        boolean reached = within && outer.signum() > 0 && low.compareTo(high) < 0
                && high.multiply(BigDecimal.ONE.subtract(fee)).compareTo(low.multiply(BigDecimal.ONE.add(fee))) > 0
                && (up ? last.compareTo(outer) >= 0 : last.compareTo(outer) <= 0);
        Step far = up ? steps.getFirst() : steps.getLast();
        if (!reached) {
            far.moving = trail ? false : far.moving;
            return false;
        }
        return trail ? trail(far, up, low, high) : expand(end, up, low, high);
    }

    private boolean trail(Step far, boolean up, BigDecimal low, BigDecimal high) {
        if (up && far.gross.signum() > 0) {
            return false;
        }
        if (far.buy != null || far.sell != null) {
            far.moving = true;
            recall(far.buy);
            recall(far.sell);
            return false;
        }
        far.moving = false;
        BigDecimal size = up ? far.size.min(affordable(spare().add(needs(far)), low)) : far.size;
        if (size.signum() == 0) {
            return false;
        }
        forget(far);
        far.size = size;
        far.low = low;
        far.high = high;
        steps.remove(far);
        steps.add(up ? steps.size() : 0, far);
        first += up ? 1 : -1;
        return true;
    }

    private boolean expand(Step end, boolean up, BigDecimal low, BigDecimal high) {
        BigDecimal size = end.size.min(affordable(spare(), low));
        if (size.signum() == 0) {
            return false;
        }
        Step step = new Step();
        step.low = low;
        step.high = high;
        step.size = size;
        steps.add(up ? steps.size() : 0, step);
        first -= up ? 0 : 1;
        return true;
    }

    private void sold(Step step, BigDecimal lots) {
        BigDecimal before = step.held;
        BigDecimal kept = BigDecimal.ZERO;
        if (plan.profitInBase) {
            BigDecimal closing = closing(step);
            kept = before.subtract(closing).max(BigDecimal.ZERO).multiply(lots)
                    .divide(closing, ATOMS, RoundingMode.DOWN).min(before.subtract(lots));
        }
        step.held = before.subtract(lots).subtract(kept);
        step.gross = step.held.compareTo(lot) < 0
                ? BigDecimal.ZERO
                : step.gross.multiply(step.held).divide(before, MATH).divide(lot, 0, RoundingMode.CEILING).multiply(lot);
    }

    private BigDecimal closing(Step step) {
        BigDecimal all = down(step.held, lot);
        if (!plan.profitInBase) {
            return all;
        }
        BigDecimal volume = step.low.multiply(step.gross);
        BigDecimal cost = feeInBase ? volume : volume.add(up(volume.multiply(fee)));
        BigDecimal needed = up(cost.divide(BigDecimal.ONE.subtract(fee), MATH));
        return needed.divide(step.high.multiply(lot), 0, RoundingMode.CEILING).multiply(lot).min(all);
    }

    private void sweep() {
        List<Step> nearest = new ArrayList<>(steps);
        BigDecimal twice = reference.add(reference);
        nearest.sort(Comparator.comparing((Step s) -> s.low.add(s.high).subtract(twice).abs()).thenComparing(s -> s.low));
        List<Step> shown = plan.live == 0 ? nearest : nearest.subList(0, Math.min(plan.live, nearest.size()));
        for (Step step : steps) {
            if (!shown.contains(step)) {
                recall(step.buy);
                recall(step.sell);
            }
        }
        for (Step step : shown) {
            if (!step.moving) {
                settle(step);
            }
        }
    }

    private void settle(Step step) {
        BigDecimal sell = closing(step);
        if (step.sell == null) {
            if (sell.signum() > 0 && slotFree()) {
                step.sell = place(step, false, step.high, sell);
            }
        } else if (sell.compareTo(left(step.sell)) > 0 && step.buy == null) {
            recall(step.sell);
        }
        BigDecimal buy = step.size.subtract(step.gross);
        if (buy.signum() <= 0) {
            buy = sell.signum() == 0 ? step.size : BigDecimal.ZERO;
        }
        if (step.buy == null) {
            if (buy.signum() > 0 && slotFree()) {
                step.buy = place(step, true, step.low, buy);
            }
        } else if (buy.compareTo(left(step.buy)) > 0 && step.sell == null) {
            recall(step.buy);
        }
    }

    private boolean slotFree() {
        int alive = 0;
        for (Step step : steps) {
            alive += (step.buy == null ? 0 : 1) + (step.sell == null ? 0 : 1);
        }
        return plan.live == 0 || alive < plan.live;
    }
}
