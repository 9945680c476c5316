package dev.tradewind.sim;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;

/** What the venue books and says: acceptance against its balances, fills with fees, reports with latency. */
final class Fills {

    private final Instrument instrument;
    private final SimTerms terms;
    private final SimAccount account;
    private final ReportQueue reports;
    private final FeeRate dearerFee;
    private final LatencyModel latency;
    private final SlippageModel slippage;
    private final RecentVolume recent;
    private long lastFillId;

    Fills(
            Instrument instrument,
            SimTerms terms,
            SimAccount account,
            ReportQueue reports,
            LatencyModel latency,
            RecentVolume recent) {
        this.instrument = instrument;
        this.terms = terms;
        this.account = account;
        this.reports = reports;
        this.latency = latency;
        this.recent = recent;
        slippage = terms.models().slippage(terms);
        dearerFee = terms.takerFee().e8() > terms.makerFee().e8() ? terms.takerFee() : terms.makerFee();
    }

    /** {@return whether an arriving order was refused, which is then reported} */
    boolean refuses(SimOrder order, long marketTicks, RestingOrders resting, long timeNanos) {
        if (marketTicks <= 0) {
            report(VenueReport.Kind.REJECTED, VenueReport.Reason.NO_MARKET, order.request.clientOrderId(), timeNanos);
            return true;
        }
        boolean affordable;
        if (order.isBuy()) {
            affordable = reservation(order, marketTicks) <= account.availableQuoteAtoms();
        } else {
            long wanted = Math.max(0, order.remainingLots - resting.linkedSellLots(order));
            long held = account.baseAtoms() / instrument.lotAtoms() - resting.reservedSellLots();
            affordable = wanted <= held;
        }
        if (!affordable) {
            report(
                    VenueReport.Kind.REJECTED,
                    VenueReport.Reason.INSUFFICIENT_BALANCE,
                    order.request.clientOrderId(),
                    timeNanos);
        }
        return !affordable;
    }

    /** Sets the balance aside and says that the order rests. */
    void accept(SimOrder order, long timeNanos) {
        if (order.isBuy()) {
            account.reserve(order, reservation(order, 0));
        }
        report(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, order.request.clientOrderId(), timeNanos);
    }

    /**
     * Books and reports a fill.
     *
     * @return whether it could be paid for; if not, the order is cancelled instead
     */
    boolean fill(SimOrder order, long lots, long priceTicks, boolean maker, long timeNanos) {
        long notional = instrument.notionalAtoms(priceTicks, lots);
        long base = Math.multiplyExact(lots, instrument.lotAtoms());
        FeeRate rate = maker ? terms.makerFee() : terms.takerFee();
        FeeAsset feeAsset = order.isBuy() ? terms.buyFeeAsset() : FeeAsset.QUOTE;
        long fee = rate.feeOn(feeAsset == FeeAsset.QUOTE ? notional : base);
        if (order.isBuy()) {
            long paid = feeAsset == FeeAsset.QUOTE ? notional + fee : notional;
            if (paid > account.availableQuoteAtoms() + order.reservedQuoteAtoms) {
                account.reserve(order, 0);
                report(
                        VenueReport.Kind.CANCELED,
                        VenueReport.Reason.INSUFFICIENT_BALANCE,
                        order.request.clientOrderId(),
                        timeNanos);
                return false;
            }
            account.bought(paid, feeAsset == FeeAsset.BASE ? base - fee : base);
        } else {
            account.sold(base, notional - fee);
        }
        order.remainingLots -= lots;
        reserveAgain(order);
        reports.add(timeNanos + latency.nanos(), order.request.botId(), order.request.linkId())
                .filled(
                        order.request.clientOrderId(),
                        timeNanos,
                        ++lastFillId,
                        priceTicks,
                        lots,
                        fee,
                        feeAsset,
                        maker);
        return true;
    }

    /** Sets aside what is left of a resting buy, after some of it was filled or went to a linked order. */
    void reserveAgain(SimOrder order) {
        if (order.isBuy() && order.reservedQuoteAtoms > 0) {
            account.reserve(order, order.remainingLots == 0 ? 0 : reservation(order, 0));
        }
    }

    /** Says that an order has changed. */
    void replaced(SimOrder order, long timeNanos) {
        OrderRequest request = order.request;
        reports.add(timeNanos + latency.nanos())
                .setFill(
                        VenueReport.Kind.REPLACED,
                        VenueReport.Reason.NONE,
                        request.clientOrderId(),
                        timeNanos,
                        0,
                        request.priceTicks(),
                        request.quantityLots(),
                        0,
                        FeeAsset.QUOTE,
                        false)
                .with(PositionSide.NET, 0, 0, request.stopTicks());
    }

    /** {@return whether a buy that rests could be paid for if it came to this much more} */
    boolean affords(SimOrder order, SimOrder change) {
        return reservation(change, 0) - order.reservedQuoteAtoms <= account.availableQuoteAtoms();
    }

    /** {@return whether so many lots of resting sells are covered by what is held} */
    boolean covers(long sellLots) {
        return sellLots <= account.baseAtoms() / instrument.lotAtoms();
    }

    /** Says something that is not a fill. */
    void report(VenueReport.Kind kind, VenueReport.Reason reason, long clientOrderId, long timeNanos) {
        reports.add(timeNanos + latency.nanos()).set(kind, reason, clientOrderId, timeNanos);
    }

    /** Answers a query. */
    void answer(VenueReport.Kind kind, long clientOrderId, long filledLots, long timeNanos) {
        reports.add(timeNanos + latency.nanos()).answer(kind, clientOrderId, timeNanos, filledLots);
    }

    /** {@return the price a taker gets: the market's, worsened by the slippage, rounded against us} */
    long slipped(SimOrder order, long priceTicks) {
        long worse = slippage.worseTicks(priceTicks, order.remainingLots, recent.periodLots());
        return order.isBuy() ? priceTicks + worse : Math.max(1, priceTicks - worse);
    }

    /** {@return the price a limit order gets as a taker: slipped, but never beyond its limit} */
    long slippedToLimit(SimOrder order, long priceTicks) {
        long slipped = slipped(order, priceTicks);
        return order.isBuy()
                ? Math.min(order.request.priceTicks(), slipped)
                : Math.max(order.request.priceTicks(), slipped);
    }

    /** {@return what a buy may cost, fee in quote included} */
    private long reservation(SimOrder order, long marketTicks) {
        long price = order.request.type() == OrderType.MARKET
                ? slipped(order, marketTicks)
                : order.request.priceTicks() > 0
                        ? order.request.priceTicks()
                        : slipped(order, order.request.stopTicks());
        long notional = instrument.notionalAtoms(price, order.remainingLots);
        return terms.buyFeeAsset() == FeeAsset.BASE
                ? notional
                : notional + dearerFee.feeOn(notional);
    }
}
