package dev.tradewind.risk;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.TradingState;
import java.util.List;

/**
 * What the gate looks at, held still: to ask about an order away from the engine, or before there is one. Immutable; safe on
 * any thread. Of whoever asks; linked orders are not told apart, so an order asked about stands alone.
 *
 * @param averages          the average price in ticks over the last 1, 2, 3 … minutes, as many as there are
 * @param freeQuoteAtoms    quote atoms the asker may spend
 * @param sellableLots      whole lots the asker holds
 * @param workingSellLots   lots of the asker's working sells
 * @param heldAndBoughtLots lots of base of the whole account and of all its working buys
 * @param exposureAtoms     value of all base held and of all working buys
 * @param buyFee            fee to set aside for a buy, zero where it is taken in base
 * @param workingBuyLots    lots of the asker's working buys, on a perpetual
 * @param margin            leverage and modes of the account
 * @param netAtoms          notional of its net position at the mark price, negative when short
 */
public record RiskFacts(
        Instrument instrument,
        TradingState tradingState,
        long nowNanos,
        long lastTicks,
        long markTicks,
        List<Long> averages,
        int openOrders,
        int openStops,
        int openIcebergs,
        int openLists,
        long freeQuoteAtoms,
        long sellableLots,
        long workingSellLots,
        long shortLots,
        boolean hedged,
        long usualLots,
        long heldAndBoughtLots,
        long exposureAtoms,
        FeeRate buyFee,
        long workingBuyLots,
        MarginConfig margin,
        long netAtoms)
        implements RiskView {

    /** The same for spot. */
    public RiskFacts(
            Instrument instrument,
            TradingState tradingState,
            long nowNanos,
            long lastTicks,
            long markTicks,
            List<Long> averages,
            int openOrders,
            int openStops,
            int openIcebergs,
            int openLists,
            long freeQuoteAtoms,
            long sellableLots,
            long workingSellLots,
            long shortLots,
            boolean hedged,
            long usualLots,
            long heldAndBoughtLots,
            long exposureAtoms,
            FeeRate buyFee) {
        this(
                instrument, tradingState, nowNanos, lastTicks, markTicks, averages, openOrders, openStops, openIcebergs,
                openLists, freeQuoteAtoms, sellableLots, workingSellLots, shortLots, hedged, usualLots, heldAndBoughtLots,
                exposureAtoms, buyFee, 0, MarginConfig.NONE, 0);
    }

    public RiskFacts {
        averages = List.copyOf(averages);
    }

    /**
     * {@return a view held still, as its asker is now}
     *
     * @param buyFee fee to set aside for a buy, zero where it is taken in base
     */
    public static RiskFacts of(RiskView view, FeeRate buyFee) {
        int minutes = view.instrument().filters().averageMinutes();
        Long[] averages = new Long[minutes];
        for (int i = 0; i < minutes; i++) {
            averages[i] = view.averageTicks(i + 1);
        }
        return new RiskFacts(
                view.instrument(),
                view.tradingState(),
                view.nowNanos(),
                view.lastTicks(),
                view.markTicks(),
                List.of(averages),
                view.openOrders(),
                view.openStops(),
                view.openIcebergs(),
                view.openLists(),
                view.freeQuoteAtoms(),
                view.sellableLots(),
                view.workingSellLots(),
                view.shortLots(),
                view.hedged(),
                view.usualLots(),
                view.heldAndBoughtLots(),
                view.exposureAtoms(),
                buyFee,
                view.workingBuyLots(),
                view.margin(),
                view.netAtoms());
    }

    @Override
    public long averageTicks(int minutes) {
        return minutes <= 0 || minutes > averages.size() ? lastTicks : averages.get(minutes - 1);
    }

    @Override
    public long linkedSellLots(long linkId) {
        return 0;
    }

    @Override
    public long reservationAtoms(long priceTicks, long quantityLots) {
        long notional = instrument.notionalAtoms(priceTicks, quantityLots);
        long fee = buyFee.feeOn(notional);
        return instrument.isPerpetual() ? margin.initialMargin(notional) + fee : notional + fee;
    }
}
