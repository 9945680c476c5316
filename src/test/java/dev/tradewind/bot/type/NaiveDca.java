package dev.tradewind.bot.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DCA deal bot and its market in one plain loop of decimals, written from design/trading.md §2 and §5 and not from the
 * bot: no engine, no ticks, no lots, no reports. Base order at market, safety orders as resting limit buys, one take profit
 * on what is held, an optional stop below the base price; a cooldown; nothing else.
 */
final class NaiveDca {

    /** One fill. */
    record Fill(boolean buy, BigDecimal price, BigDecimal quantity) {

        @Override
        public String toString() {
            return (buy ? "buy " : "sell ") + quantity.stripTrailingZeros().toPlainString() + " @ "
                    + price.stripTrailingZeros().toPlainString();
        }
    }

    /** What is asked for; percentages in percent. */
    record Plan(
            double base, double safety, int count, int live, double deviation, double stepScale, double volumeScale,
            double takeProfit, boolean onBase, double stopLoss, long cooldownSeconds) {}

    private enum Kind {
        SAFETY,
        TARGET,
        STOP
    }

    private static final class Resting {
        final Kind kind;
        final BigDecimal price;
        BigDecimal left;

        Resting(Kind kind, BigDecimal price, BigDecimal left) {
            this.kind = kind;
            this.price = price;
            this.left = left;
        }
    }

    private static final MathContext MATH = new MathContext(50);
    private static final int ATOMS = 10;

    final List<Fill> fills = new ArrayList<>();
    int deals;
    BigDecimal held = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    private final Plan plan;
    private final BigDecimal tick;
    private final BigDecimal lot;
    private final BigDecimal fee;
    private final boolean feeInBase;
    private final List<Resting> resting = new ArrayList<>();
    private BigDecimal heard = BigDecimal.ZERO;
    private BigDecimal start = BigDecimal.ZERO;
    private BigDecimal baseVolume = BigDecimal.ZERO;
    private int nextSafety;
    private boolean inDeal;
    private boolean wants;
    private boolean frozen;
    private BigDecimal sizing = BigDecimal.ZERO;
    private boolean stopped;
    private long opensAt = -1;

    NaiveDca(Plan plan, BigDecimal tick, BigDecimal lot, double feePercent, boolean feeInBase) {
        this.plan = plan;
        this.tick = tick;
        this.lot = lot;
        this.fee = BigDecimal.valueOf(feePercent).movePointLeft(2);
        this.feeInBase = feeInBase;
    }

    // candles: open, the extreme nearer the open first, the other, close

    void candle(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        boolean highFirst = high.subtract(open).compareTo(open.subtract(low)) < 0
                || (high.subtract(open).compareTo(open.subtract(low)) == 0 && close.compareTo(open) < 0);
        at(open, false);
        sizing = BigDecimal.ZERO;
        walk(open, highFirst ? high : low, null);
        walk(highFirst ? high : low, highFirst ? low : high, null);
        walk(highFirst ? low : high, close, close);
        heard = close;
        if (!inDeal) {
            wants = true;
        }
    }

    private void walk(BigDecimal from, BigDecimal to, @Nullable BigDecimal end) {
        boolean up = to.compareTo(from) > 0;
        BigDecimal here = from;
        while (true) {
            BigDecimal next = null;
            for (Resting order : resting) {
                boolean ahead = up
                        ? order.kind == Kind.TARGET && order.price.compareTo(here) > 0 && order.price.compareTo(to) <= 0
                        : order.kind != Kind.TARGET && order.price.compareTo(here) < 0 && order.price.compareTo(to) >= 0;
                if (ahead && (next == null || (order.price.compareTo(next) < 0) == up)) {
                    next = order.price;
                }
            }
            if (next == null) {
                return;
            }
            here = next;
            if (at(here, here.equals(end))) {
                return;
            }
        }
    }

    /**
     * The price is here: whatever it reaches trades in full, and the bot reacts at once; but what it asks for in the instant a
     * candle ends meets the next open. {@return whether it was left to the next open}
     */
    private boolean at(BigDecimal price, boolean candleEnds) {
        boolean again = true;
        while (again) {
            again = false;
            for (Resting order : List.copyOf(resting)) {
                boolean reached = order.kind == Kind.TARGET
                        ? order.price.compareTo(price) <= 0
                        : order.price.compareTo(price) >= 0;
                if (reached && resting.contains(order)) {
                    take(order, order.left, price);
                    again = true;
                }
            }
            if (candleEnds) {
                // the next deal is sized now, unless it first has to hear that safety orders are cancelled
                sizing = count(Kind.SAFETY) == 0 ? heard : BigDecimal.ZERO;
                frozen = inDeal && sellable().signum() == 0;
                return true;
            }
            again |= react(price);
        }
        return false;
    }

    // trades: a limit order fills at its price, up to the trade's quantity, when the trade prints through it

    void trade(long second, BigDecimal price, BigDecimal quantity) {
        if (opensAt >= 0 && opensAt < second) {
            opensAt = -1;
            wants = true;
            settle(heard);
        }
        BigDecimal left = quantity;
        for (Resting order : List.copyOf(resting)) {
            if (order.kind == Kind.STOP && price.compareTo(order.price) <= 0 && resting.contains(order)) {
                take(order, order.left, price);
            }
        }
        while (left.signum() > 0) {
            Resting best = null;
            for (Resting order : resting) {
                boolean through = order.kind == Kind.SAFETY
                        ? order.price.compareTo(price) > 0
                        : order.kind == Kind.TARGET && order.price.compareTo(price) < 0;
                if (through && (best == null || order.price.compareTo(best.price) > 0)) {
                    best = order;
                }
            }
            if (best == null) {
                break;
            }
            BigDecimal part = left.min(best.left);
            left = left.subtract(part);
            take(best, part, best.price);
        }
        closedAt = second;
        settle(price);
        if (opensAt == second) {
            opensAt = -1;
            wants = true;
            settle(price);
        }
        heard = price;
        if (!inDeal && opensAt < 0) {
            wants = true;
            settle(price);
        }
    }

    private long closedAt;

    private void settle(BigDecimal price) {
        boolean again = true;
        while (again) {
            again = react(price);
        }
    }

    // the account

    private void take(Resting order, BigDecimal quantity, BigDecimal price) {
        if (order.kind == Kind.SAFETY) {
            buy(quantity, price);
        } else {
            sell(quantity, price);
            for (Resting other : resting) {
                if (other != order && other.kind != Kind.SAFETY) {
                    other.left = other.left.subtract(quantity.min(other.left));
                }
            }
            stopped |= order.kind == Kind.STOP;
        }
        order.left = order.left.subtract(quantity);
        resting.removeIf(o -> o.left.signum() == 0);
    }

    private void buy(BigDecimal quantity, BigDecimal price) {
        BigDecimal volume = price.multiply(quantity);
        if (feeInBase) {
            held = held.add(quantity).subtract(up(quantity.multiply(fee)));
            cost = cost.add(volume);
        } else {
            held = held.add(quantity);
            cost = cost.add(volume).add(up(volume.multiply(fee)));
        }
        fills.add(new Fill(true, price, quantity));
        changed = true;
    }

    private void sell(BigDecimal quantity, BigDecimal price) {
        BigDecimal share = quantity.divide(held, MATH);
        cost = held.compareTo(quantity) == 0 ? BigDecimal.ZERO : cost.subtract(cost.multiply(share, MATH));
        held = held.subtract(quantity);
        fills.add(new Fill(false, price, quantity));
    }

    private boolean changed;

    private static BigDecimal up(BigDecimal amount) {
        return amount.setScale(ATOMS, RoundingMode.CEILING);
    }

    // the bot

    /** {@return whether something traded} */
    private boolean react(BigDecimal price) {
        boolean traded = false;
        if (inDeal && stopped && sellable().signum() > 0) {
            resting.clear();
            sell(sellable(), price);
            traded = true;
        }
        if (inDeal && start.signum() > 0 && sellable().signum() == 0) {
            resting.clear();
            inDeal = false;
            stopped = false;
            changed = false;
            deals++;
            if (plan.cooldownSeconds > 0) {
                opensAt = closedAt + plan.cooldownSeconds;
            } else {
                wants = true;
            }
        }
        if (!inDeal && wants && heard.signum() > 0) {
            wants = false;
            inDeal = true;
            frozen = false;
            BigDecimal known = sizing.signum() > 0 ? sizing : heard;
            BigDecimal quantity = down(BigDecimal.valueOf(plan.base).divide(known, MATH), lot);
            start = price;
            baseVolume = price.multiply(quantity);
            nextSafety = 0;
            buy(quantity, price);
            traded = true;
        }
        if (inDeal && changed) {
            changed = false;
            // exits are placed anew once their cancels are confirmed: behind a new safety order; the first ones before it
            if (resting.removeIf(o -> o.kind != Kind.SAFETY)) {
                traded |= placeSafety(price);
            }
            rest();
        }
        return placeSafety(price) || traded;
    }

    private void rest() {
        BigDecimal profit = BigDecimal.valueOf(plan.takeProfit).movePointLeft(2);
        BigDecimal goal = plan.onBase
                ? cost.add(profit.multiply(baseVolume))
                : cost.multiply(BigDecimal.ONE.add(profit));
        BigDecimal target = goal.divide(held.multiply(BigDecimal.ONE.subtract(fee)), MATH);
        if (plan.stopLoss > 0) {
            resting.add(new Resting(Kind.STOP, stop(), sellable()));
        }
        BigDecimal ticks = target.divide(tick, MATH).round(new MathContext(40)).setScale(0, RoundingMode.CEILING);
        resting.add(new Resting(Kind.TARGET, ticks.multiply(tick), sellable()));
    }

    private BigDecimal stop() {
        BigDecimal price = start.multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(plan.stopLoss).movePointLeft(2)));
        return price.divide(tick, 0, RoundingMode.CEILING).multiply(tick);
    }

    private boolean placeSafety(BigDecimal price) {
        boolean traded = false;
        if (frozen) {
            resting.removeIf(o -> o.kind == Kind.SAFETY);
            return false;
        }
        while (inDeal && nextSafety < plan.count && count(Kind.SAFETY) < plan.live) {
            BigDecimal deviation = BigDecimal.ZERO;
            BigDecimal step = BigDecimal.valueOf(plan.deviation).movePointLeft(2);
            BigDecimal volume = BigDecimal.valueOf(plan.safety);
            for (int k = 0; k <= nextSafety; k++) {
                deviation = deviation.add(step);
                step = step.multiply(BigDecimal.valueOf(plan.stepScale));
                volume = k == nextSafety ? volume : volume.multiply(BigDecimal.valueOf(plan.volumeScale));
            }
            BigDecimal level = start.multiply(BigDecimal.ONE.subtract(deviation)).divide(tick, 0, RoundingMode.HALF_UP)
                    .multiply(tick);
            if (plan.stopLoss > 0 && level.compareTo(stop()) <= 0) {
                return traded;
            }
            BigDecimal quantity = down(volume.divide(level, MATH), lot);
            nextSafety++;
            if (level.compareTo(price) >= 0) {
                buy(quantity, price);
                traded = true;
            } else {
                resting.add(new Resting(Kind.SAFETY, level, quantity));
            }
        }
        return traded;
    }

    private int count(Kind kind) {
        int count = 0;
        for (Resting order : resting) {
            count += order.kind == kind ? 1 : 0;
        }
        return count;
    }

    private BigDecimal sellable() {
        return down(held, lot);
    }

    private static BigDecimal down(BigDecimal amount, BigDecimal step) {
        return amount.divide(step, 0, RoundingMode.DOWN).multiply(step);
    }
}
