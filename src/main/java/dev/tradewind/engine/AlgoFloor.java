package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.AlgoPort;
import dev.tradewind.oms.Order;
import dev.tradewind.risk.Verdict;
import org.jspecify.annotations.Nullable;

/** Where execution algorithms stand: their orders take the way of any order, under their owner's account. Engine thread only. */
final class AlgoFloor implements AlgoPort {

    private final Instrument instrument;
    private final OrderDesk desk;
    private final MarketState market;
    private final CandleBook candles;
    private final TimerQueue timers;

    AlgoFloor(Instrument instrument, OrderDesk desk, MarketState market, CandleBook candles, TimerQueue timers) {
        this.instrument = instrument;
        this.desk = desk;
        this.market = market;
        this.candles = candles;
        this.timers = timers;
    }

    @Override
    public long nowNanos() {
        return desk.nowNanos();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long lastTicks() {
        return market.lastTicks();
    }

    @Override
    public long touchTicks(Side side) {
        return market.touchTicks(side);
    }

    @Override
    public long markTicks() {
        return market.markTicks();
    }

    @Override
    public boolean hasBook() {
        return market.hasBook();
    }

    @Override
    public boolean hasMarks() {
        return market.hasMarks();
    }

    @Override
    public long place(
            int owner,
            int algoId,
            int tag,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long priceTicks,
            long stopTicks,
            long linkId,
            OrderTerms terms) {
        return desk.submit(
                desk.owner(owner), side, type, timeInForce, lots, priceTicks, stopTicks, tag, linkId, terms, algoId);
    }

    @Override
    public String refusal() {
        Verdict verdict = desk.verdict();
        return verdict.rule() + ": " + verdict.message();
    }

    @Override
    public void cancel(long orderId) {
        Order order = desk.orders().find(orderId);
        if (order != null) {
            desk.cancel(order);
        }
    }

    @Override
    public long amend(long orderId, long lots, long priceTicks, long stopTicks) {
        Order order = desk.orders().find(orderId);
        if (order == null) {
            desk.refuse(Verdict.refuse("AMEND", "order " + orderId + " is not working any more"));
            return 0;
        }
        return desk.changes().amend(desk.owner(order.request().botId()), order, lots, priceTicks, stopTicks);
    }

    @Override
    public @Nullable Order order(long orderId) {
        return desk.orders().find(orderId);
    }

    @Override
    public void startTimer(long timerId, long dueNanos) {
        timers.start(timerId, dueNanos);
    }

    @Override
    public void stopTimer(long timerId) {
        timers.stop(timerId);
    }

    @Override
    public void keepCandles(Timeframe timeframe) {
        candles.keep(timeframe);
    }

    @Override
    public void decide(int owner, Reason reason, long first, long second) {
        desk.decide(owner, reason, first, second);
    }
}
