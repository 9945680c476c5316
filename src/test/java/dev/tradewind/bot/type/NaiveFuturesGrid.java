package dev.tradewind.bot.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A futures grid in one plain loop of decimals, written from design/trading.md §2 and §4 and not from the bot. Margin is taken
 * to be enough.
 */
final class NaiveFuturesGrid extends NaiveMarket<NaiveFuturesGrid.Step> {

    /** What is asked for; {@code side} is +1 long, −1 short, 0 neutral. */
    record Plan(
            double lower, double upper, int levels, boolean geometric, int live, int side, int leverage, double share,
            boolean trailUp, boolean trailDown) {}

    static final class Step {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal turnover = BigDecimal.ZERO;
        BigDecimal cash = BigDecimal.ZERO;
        boolean moving;
        @Nullable Order<Step> buy;
        @Nullable Order<Step> sell;
    }

    /** Sum of the completed pairs' profits, and how many there were. */
    BigDecimal earned = BigDecimal.ZERO;
    int pairs;
    private final Plan plan;
    private final List<Step> steps = new ArrayList<>();
    private boolean begun;
    private boolean running;
    private int nearest;
    private int first;
    private BigDecimal last = BigDecimal.ZERO;
    private BigDecimal reference = BigDecimal.ZERO;

    NaiveFuturesGrid(Plan plan, BigDecimal tick, BigDecimal lot, double feePercent, BigDecimal capital) {
        super(tick, lot, feePercent, capital);
        this.plan = plan;
    }

    @Override
    void book(boolean buy, BigDecimal lots, BigDecimal price) {
        quote = quote.add(cash(buy, lots, price));
        base = buy ? base.add(lots) : base.subtract(lots);
    }

    private BigDecimal cash(boolean buy, BigDecimal lots, BigDecimal price) {
        BigDecimal volume = price.multiply(lots);
        return (buy ? volume.negate() : volume).subtract(up(volume.multiply(fee)));
    }

    /** A holder of a position pays price × rate for each unit, a short one receives it. */
    void funding(BigDecimal rate, BigDecimal mark) {
        quote = quote.subtract(base.multiply(mark).multiply(rate));
    }

    @Override
    void heard(BigDecimal price) {
        last = price;
        if (!begun) {
            begin(price);
        } else if (running && (plan.trailUp || plan.trailDown)) {
            follow();
            sweep();
        }
    }

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
        for (int i = 0; i <= plan.levels; i++) {
            if (level(i).subtract(price).abs().compareTo(level(nearest).subtract(price).abs()) < 0) {
                nearest = i;
            }
        }
        BigDecimal opens = BigDecimal.ZERO;
        for (int i = 0; i < plan.levels; i++) {
            boolean above = i >= nearest;
            opens = opens.add(above ? plan.side > 0 ? price : level(i + 1) : plan.side < 0 ? price : level(i));
        }
        BigDecimal need = opens.divide(BigDecimal.valueOf(plan.leverage), MATH).add(opens.multiply(fee));
        BigDecimal size = down(quote.multiply(BigDecimal.valueOf(plan.share)).movePointLeft(2).divide(need, MATH), lot);
        for (int i = 0; i < plan.levels; i++) {
            Step step = new Step();
            step.low = level(i);
            step.high = level(i + 1);
            step.size = size;
            step.held = i < nearest ? BigDecimal.ZERO : size;
            steps.add(step);
        }
        int full = plan.side > 0 ? plan.levels - nearest : plan.side < 0 ? nearest : 0;
        if (full > 0) {
            inbox.add(new Sent<>(
                    new Order<>(null, plan.side > 0, BigDecimal.ZERO, size.multiply(BigDecimal.valueOf(full))), false));
        } else {
            running = true;
            sweep();
        }
    }

    @Override
    void tell() {
        while (!reports.isEmpty()) {
            Told<Step> told = reports.poll();
            Step step = told.order().step;
            if (step == null) {
                running = true;
            } else {
                hear(step, told);
                follow();
            }
            sweep();
        }
    }

    private void hear(Step step, Told<Step> told) {
        boolean buy = told.order().buy;
        if (told.lots().signum() > 0) {
            reference = told.price();
            BigDecimal change = buy ? told.lots() : told.lots().negate();
            step.held = step.held.add(change);
            step.turnover = step.turnover.add(change);
            step.cash = step.cash.add(cash(buy, told.lots(), told.price()));
            if (step.turnover.signum() == 0) {
                pairs++;
                earned = earned.add(step.cash);
                step.cash = BigDecimal.ZERO;
            }
            known.computeIfPresent(told.order(), (o, left) -> left.subtract(told.lots()));
        }
        if (told.over() && buy) {
            step.buy = null;
        } else if (told.over()) {
            step.sell = null;
        }
    }

    private void follow() {
        while (running && (beyond(true) || beyond(false))) {
            // again
        }
    }

    private boolean beyond(boolean up) {
        if (!(up ? plan.trailUp : plan.trailDown)) {
            return false;
        }
        BigDecimal edge = up ? steps.getLast().high : steps.getFirst().low;
        BigDecimal outer = level(up ? first + steps.size() + 1 : first - 1);
        BigDecimal low = edge.min(outer);
        BigDecimal high = edge.max(outer);
        Step far = up ? steps.getFirst() : steps.getLast();
        boolean reached = outer.signum() > 0
                && high.multiply(BigDecimal.ONE.subtract(fee)).compareTo(low.multiply(BigDecimal.ONE.add(fee))) > 0
                && (up ? last.compareTo(outer) >= 0 : last.compareTo(outer) <= 0);
        if (!reached) {
            far.moving = false;
            return false;
        }
        if (up ? far.held.signum() > 0 : far.held.compareTo(far.size) < 0) {
            return false;
        }
        far.moving = far.buy != null || far.sell != null;
        if (far.moving) {
            recall(far.buy);
            recall(far.sell);
            return false;
        }
        far.turnover = BigDecimal.ZERO;
        far.cash = BigDecimal.ZERO;
        far.low = low;
        far.high = high;
        steps.remove(far);
        steps.add(up ? steps.size() : 0, far);
        first += up ? 1 : -1;
        return true;
    }

    private void sweep() {
        List<Step> nearestFirst = new ArrayList<>(steps);
        BigDecimal twice = reference.add(reference);
        nearestFirst.sort(
                Comparator.comparing((Step s) -> s.low.add(s.high).subtract(twice).abs()).thenComparing(s -> s.low));
        List<Step> shown = plan.live == 0 ? nearestFirst : nearestFirst.subList(0, Math.min(plan.live, steps.size()));
        for (Step step : steps) {
            if (!shown.contains(step)) {
                recall(step.buy);
                recall(step.sell);
            }
        }
        for (Step step : shown) {
            if (!step.moving) {
                step.sell = settle(step, false, step.high, step.held, step.sell, step.buy);
                step.buy = settle(step, true, step.low, step.size.subtract(step.held), step.buy, step.sell);
            }
        }
    }

    private @Nullable Order<Step> settle(
            Step step, boolean buy, BigDecimal price, BigDecimal wanted, @Nullable Order<Step> own,
            @Nullable Order<Step> other) {
        if (own != null) {
            if (wanted.compareTo(left(own)) > 0 && other == null) {
                recall(own);
            }
            return own;
        }
        return wanted.signum() > 0 && slotFree() ? place(step, buy, price, wanted) : null;
    }

    private boolean slotFree() {
        int alive = 0;
        for (Step step : steps) {
            alive += (step.buy == null ? 0 : 1) + (step.sell == null ? 0 : 1);
        }
        return plan.live == 0 || alive < plan.live;
    }
}
