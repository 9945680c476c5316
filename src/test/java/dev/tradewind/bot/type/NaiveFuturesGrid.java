package dev.tradewind.bot.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A futures grid in one plain loop of decimals, written from design/trading.md §2 and §4 and not from the bot. It keeps its own
 * margin by the words of docs/perpetual.md, and remembers the least that was free after any order.
 */
final class NaiveFuturesGrid extends NaiveMarket<NaiveFuturesGrid.Step> {

    /** What is asked for; {@code side} is +1 long, −1 short, 0 neutral. */
    record Plan(
            double lower, double upper, int levels, boolean geometric, int live, int side, int leverage, double share,
            boolean trailUp, boolean trailDown,
            boolean cross) {}

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
    /** The least that was free when an order had left while the last price lay inside the range, null before the first. */
    @Nullable BigDecimal leastFree;
    private final Plan plan;
    private BigDecimal entry = BigDecimal.ZERO;
    private final Map<Order<Step>, BigDecimal> opening = new IdentityHashMap<>();
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
        BigDecimal signed = buy ? lots : lots.negate();
        boolean against = base.signum() * signed.signum() < 0;
        BigDecimal closing = against ? lots.min(base.abs()) : BigDecimal.ZERO;
        if (closing.signum() > 0) {
            entry = entry.subtract(entry.multiply(closing).divide(base.abs(), MATH));
        }
        BigDecimal more = lots.subtract(closing).multiply(price);
        entry = buy ? entry.add(more) : entry.subtract(more);
        base = base.add(signed);
    }

    private BigDecimal margin(BigDecimal notional) {
        return notional.abs().divide(BigDecimal.valueOf(plan.leverage), MATH);
    }

    /** What is beyond the opposite position that other orders of its side already take needs margin, and keeps it. */
    private Order<Step> placeWithMargin(Step step, boolean buy, BigDecimal price, BigDecimal lots) {
        BigDecimal closable = (buy ? base.negate() : base).max(BigDecimal.ZERO);
        for (Order<Step> order : known.keySet()) {
            if (order.buy == buy && !order.recalled) {
                closable = closable.subtract(left(order));
            }
        }
        Order<Step> order = place(step, buy, price, lots);
        opening.put(order, lots.subtract(closable.max(BigDecimal.ZERO)).max(BigDecimal.ZERO));
        BigDecimal free = free();
        boolean inside = last.doubleValue() >= plan.lower && last.doubleValue() <= plan.upper;
        if (inside && (leastFree == null || free.compareTo(leastFree) < 0)) {
            leastFree = free;
        }
        return order;
    }

    private BigDecimal free() {
        opening.keySet().removeIf(order -> left(order).signum() == 0);
        BigDecimal free = quote.add(entry).subtract(margin(entry));
        for (Map.Entry<Order<Step>, BigDecimal> resting : opening.entrySet()) {
            BigDecimal worth = resting.getValue().min(left(resting.getKey())).multiply(resting.getKey().price);
            free = free.subtract(margin(worth)).subtract(worth.multiply(fee));
        }
        return plan.cross ? free.add(base.multiply(last).subtract(entry).min(BigDecimal.ZERO)) : free;
    }

    /** What one unit a step needs: the most of any state, each come to by walking there from the start. */
    private BigDecimal need(BigDecimal price) {
        BigDecimal most = BigDecimal.ZERO;
        for (int end = 0; end <= plan.levels; end++) {
            most = most.max(walk(price, end));
        }
        return most;
    }

    /** The need once the price has gone from the nearest level to another. */
    private BigDecimal walk(BigDecimal price, int end) {
        int full = plan.side > 0 ? plan.levels - nearest : plan.side < 0 ? -nearest : 0;
        int position = full;
        int[] opens = new int[plan.levels];
        int buys = 0;
        int sells = 0;
        for (int i = 0; i < plan.levels; i++) {
            boolean buy = i < nearest;
            opens[i] = (buy ? -position - buys : position - sells) > 0 ? 0 : 1;
            buys += buy ? 1 : 0;
            sells += buy ? 0 : 1;
        }
        BigDecimal spent = full == 0
                ? BigDecimal.ZERO
                : cash(full > 0, BigDecimal.valueOf(Math.abs(full)), price).negate();
        for (int at = nearest; at != end; at += at < end ? 1 : -1) {
            boolean buy = at > end;
            int step = buy ? at - 1 : at;
            spent = spent.subtract(cash(buy, BigDecimal.ONE, level(at + (buy ? -1 : 1))));
            position += buy ? 1 : -1;
            buys += buy ? -1 : 0;
            sells += buy ? 0 : -1;
            opens[step] = (buy ? position - sells : -position - buys) > 0 ? 0 : 1;
            buys += buy ? 0 : 1;
            sells += buy ? 1 : 0;
        }
        BigDecimal need = spent.add(held(price, end, position));
        for (int i = 0; i < plan.levels; i++) {
            BigDecimal worth = level(i < end ? i : i + 1).multiply(BigDecimal.valueOf(opens[i]));
            need = need.add(margin(worth)).add(worth.multiply(fee));
        }
        return need;
    }

    /** Margin of a position less its entry notional (what was spent for it comes on top), at the worst average it can have. */
    private BigDecimal held(BigDecimal price, int end, int position) {
        BigDecimal units = BigDecimal.valueOf(Math.abs(position));
        if (position <= 0) {
            BigDecimal worst = (plan.side < 0 ? price : BigDecimal.ZERO).max(level(plan.levels)).multiply(units);
            return worst.add(margin(worst));
        }
        BigDecimal least = (plan.side > 0 && nearest < plan.levels ? price.min(level(0)) : level(0)).multiply(units);
        BigDecimal most = BigDecimal.ZERO;
        for (int i = end; i < (plan.side > 0 ? plan.levels : nearest); i++) {
            most = most.add(plan.side > 0 && i >= nearest ? price.max(level(i)) : level(i));
        }
        return margin(plan.cross ? most : least).subtract(least);
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
        BigDecimal size = down(quote.multiply(BigDecimal.valueOf(plan.share)).movePointLeft(2).divide(need(price), MATH), lot);
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
        if (told.over()) {
            known.remove(told.order());
            opening.remove(told.order());
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
        return wanted.signum() > 0 && slotFree() ? placeWithMargin(step, buy, price, wanted) : null;
    }

    private boolean slotFree() {
        int alive = 0;
        for (Step step : steps) {
            alive += (step.buy == null ? 0 : 1) + (step.sell == null ? 0 : 1);
        }
        return plan.live == 0 || alive < plan.live;
    }
}
