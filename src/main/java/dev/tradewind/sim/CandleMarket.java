package dev.tradewind.sim;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * Fill tiers T0 and T1: the price walks the path of {@link PricePath} through each candle; a limit order fills at its price
 * when the path touches it, a stop at its stop price, both at the open when the candle opens beyond them; an order that
 * arrives between two candles meets the next open.
 */
final class CandleMarket {

    private final Matcher matcher;
    private final RestingOrders resting;
    private final RestingLine line;
    private final RecentVolume recent;
    private final PathRule rule;
    private final PricePath path = new PricePath();
    private CandleEvent candle = new CandleEvent();
    private long lastTicks;
    private final boolean volumeCounts;
    /** The way of the price from the open on has been worked out. */
    private boolean laid = true;
    private boolean unclear;
    private long unclearCandles;
    /** Its price has been at the open. */
    private boolean opened = true;
    private boolean quiet = true;

    CandleMarket(Matcher matcher, PathRule rule, RecentVolume recent) {
        this.matcher = matcher;
        this.resting = matcher.resting();
        this.line = matcher.line();
        this.rule = rule;
        this.recent = recent;
        this.volumeCounts = recent.ofCandles();
    }

    /** {@return whether no resting order acts in the candle} */
    boolean begin(CandleEvent next) {
        quiet = isQuietFor(next);
        // a quiet candle's path is only worked out if an order arrives inside it
        if (candle != next) {
            candle = next;
        }
        lastTicks = next.closeTicks();
        laid = false;
        opened = false;
        if (volumeCounts) {
            recent.candleBegins(next.volumeLots());
        }
        return quiet;
    }

    private boolean isQuietFor(CandleEvent next) {
        return next.lowTicks() > resting.nearestBelow()
                && next.highTicks() < resting.nearestAbove()
                && !matcher.forces(next.lowTicks(), next.highTicks());
    }

    /** {@return the close of the candle shown last, 0 before the first: to be asked once it is lived through} */
    long lastTicks() {
        return lastTicks;
    }

    /** {@return candles in which a stop and a profit order lay, so that their order decided} */
    long unclearCandles() {
        return unclearCandles;
    }

    /** {@return whether no resting order acts in this candle} */
    boolean isQuiet() {
        return quiet;
    }

    /** Lives on to the next thing that happens. {@return whether there was one no later than {@code untilNanos}} */
    boolean progress(long untilNanos) {
        if (!opened) {
            if (candle.openTimeNanos() > untilNanos) {
                return false;
            }
            path.open(candle);
            matcher.expireUntil(path.nowNanos());
            opened = true;
            actAll(path.nowTicks());
            return true;
        }
        if (!laid) {
            if (line.stops() == 0 && meetsOpen(untilNanos)) {
                take(path.nowNanos());
                return true;
            }
            path.lay(candle);
            laid = true;
            unclear = false;
        }
        while (!path.ended()) {
            if (line.stops() > 0 && path.atOpen()) {
                lookForStopAndProfit();
            }
            long horizon = Math.min(untilNanos, path.targetNanos());
            long arrival = Math.max(matcher.nextArrivalNanos(), path.nowNanos());
            long acts = nextActing();
            long actsNanos = acts == 0 ? Long.MAX_VALUE : path.timeAt(acts);
            if (arrival <= horizon && arrival <= actsNanos && arrival < path.endNanos()) {
                path.moveToTime(arrival);
                take(arrival);
                return true;
            }
            if (actsNanos <= horizon) {
                path.moveToPrice(acts, actsNanos);
                actAll(acts);
                return true;
            }
            if (horizon < path.targetNanos()) {
                return false;
            }
            path.endLeg();
        }
        return false;
    }

    /** {@return whether what arrives next does so before the price leaves the open: mostly it is all that happens} */
    private boolean meetsOpen(long untilNanos) {
        long now = path.nowNanos();
        return matcher.nextArrivalNanos() <= now && now <= untilNanos && now < path.endNanos();
    }

    /** Before the price leaves the open: where a stop and a profit order lie on either side, the rule says which is first. */
    private void lookForStopAndProfit() {
        if (candle.highTicks() < resting.nearestAbove() || candle.lowTicks() > resting.nearestBelow()) {
            return;
        }
        boolean stopAbove = false;
        boolean stopBelow = false;
        boolean profitAbove = false;
        boolean profitBelow = false;
        for (SimOrder order = line.first(); order != null; order = order.after) {
            long acts = order.actsAtTicks();
            boolean above = order.actsOnRise();
            if (above ? acts <= candle.highTicks() : acts >= candle.lowTicks()) {
                boolean stop = RestingLine.isStop(order);
                stopAbove |= stop && above;
                stopBelow |= stop && !above;
                profitAbove |= !stop && above;
                profitBelow |= !stop && !above;
            }
        }
        boolean stopIsHigh = stopAbove && profitBelow;
        boolean bothLie = stopIsHigh != (stopBelow && profitAbove);
        if (bothLie && !unclear) {
            unclear = true;
            unclearCandles++;
        }
        PathRule way = bothLie ? rule : PathRule.NEAREST;
        path.turn(candle, switch (way) {
            case NEAREST -> PricePath.nearestIsHigh(candle);
            case PESSIMISTIC -> stopIsHigh;
            case OPTIMISTIC -> !stopIsHigh;
        });
    }

    /** {@return the next price on the present leg at which an order acts, 0 if there is none} */
    private long nextActing() {
        long target = path.targetTicks();
        if (target > path.nowTicks()) {
            long above = Math.min(resting.nearestAbove(), Math.max(path.nowTicks(), matcher.forcedAbove()));
            return above <= target ? above : 0;
        }
        if (target < path.nowTicks()) {
            long below = Math.max(resting.nearestBelow(), Math.min(path.nowTicks(), matcher.forcedBelow()));
            return below >= target ? below : 0;
        }
        return 0;
    }

    /** Every resting order that acts at a price does so, in the order they came to rest. */
    private void actAll(long ticks) {
        for (SimOrder order = resting.firstActingAt(ticks); order != null; order = resting.firstActingAt(ticks)) {
            if (order.waitsForStop()) {
                matcher.trigger(order, ticks, path.nowNanos());
            } else {
                matcher.fill(order, order.remainingLots, ticks, true, path.nowNanos());
            }
        }
        matcher.priced(ticks, path.nowNanos());
    }

    private void take(long arrival) {
        SimOrder order = matcher.arrived(arrival, path.nowTicks());
        if (order != null) {
            matcher.meet(order, path.nowTicks(), arrival);
        }
        // where nothing of it came to rest within the candle, the rest of the way need not be walked
        quiet = quiet && isQuietFor(candle);
    }

    void save(StateWriter out) {
        out.section("CandleMarket", 1).number(lastTicks).flag(laid).flag(unclear).number(unclearCandles);
        out.flag(opened).flag(quiet);
        candle.save(out);
        path.save(out);
    }

    void load(StateReader in) {
        lastTicks = in.section("CandleMarket", 1).number();
        laid = in.flag();
        unclear = in.flag();
        unclearCandles = in.number();
        opened = in.flag();
        quiet = in.flag();
        candle.load(in);
        path.load(in);
    }
}
