package dev.tradewind.sim;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable MarginAccount margin;
    private final FeeBooks fees;
    private long lastFillId;
    private @Nullable FillTrail trail;
    private @Nullable TakerCosts costs;
    Fills(
            Instrument instrument,
            SimTerms terms,
            SimAccount account,
            ReportQueue reports,
            MadeModels models,
            RecentVolume recent,
            @Nullable MarginAccount margin,
            FeeBooks fees) {
        this.margin = margin;
        this.fees = fees;
        this.instrument = instrument;
        this.terms = terms;
        this.account = account;
        this.reports = reports;
        latency = models.latency();
        this.recent = recent;
        slippage = models.slippage();
        dearerFee = terms.takerFee().e8() > terms.makerFee().e8() ? terms.takerFee() : terms.makerFee();
    }

    void save(StateWriter out) {
        out.section("Fills", 1).number(lastFillId);
    }

    void load(StateReader in) {
        lastFillId = in.section("Fills", 1).number();
    }

    /** From now on fills are remembered. */
    void keep(FillTrail fills) {
        trail = fills;
    }

    /** From now on what taking cost is remembered. */
    void keep(TakerCosts taken) {
        costs = taken;
    }

    /** A taker meets the market at a price, to be told apart from the prices it gets. */
    void meets(long ticks) {
        if (costs != null) {
            costs.meets(ticks);
        }
    }

    /** {@return whether an arriving order was refused, which is then reported} */
    boolean refuses(SimOrder order, long marketTicks, RestingOrders resting, RestingLine line, long timeNanos) {
        if (marketTicks <= 0) {
            report(VenueReport.Kind.REJECTED, VenueReport.Reason.NO_MARKET, order.request.clientOrderId(), timeNanos);
            return true;
        }
        MarginAccount books = margin;
        if (books != null) {
            VenueReport.Reason why = marginRefusal(order, marketTicks, books, line);
            if (why != VenueReport.Reason.NONE) {
                report(VenueReport.Kind.REJECTED, why, order.request.clientOrderId(), timeNanos);
            }
            return why != VenueReport.Reason.NONE;
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

    /** {@return why a margin account cannot take an order, {@code NONE} if it can; a reducing order is cut to its position} */
    private VenueReport.Reason marginRefusal(SimOrder order, long marketTicks, MarginAccount books, RestingLine line) {
        PositionSide position = order.request.terms().positionSide();
        if (position == PositionSide.NET != (books.config().positions() == PositionMode.ONE_WAY)) {
            return VenueReport.Reason.FILTER;
        }
        int side = position.ordinal();
        long closable = books.closableLots(order.isBuy(), side);
        if (onlyReduces(order)) {
            order.lose(Math.max(0, order.remainingLots - closable));
            return order.remainingLots == 0 ? VenueReport.Reason.REDUCE_ONLY : VenueReport.Reason.NONE;
        }
        if (books.markTicks() == 0) {
            books.mark(marketTicks);
        }
        long free = Math.max(0, closable - workingLots(order, line));
        order.openingLots = Math.max(0, order.remainingLots - free);
        if (order.openingLots == 0) {
            return VenueReport.Reason.NONE;
        }
        if (!books.allows(order.isBuy(), side, order.openingLots, marketTicks)) {
            return VenueReport.Reason.MARGIN;
        }
        return orderMargin(order, marketTicks) > books.availableAtoms()
                ? VenueReport.Reason.INSUFFICIENT_BALANCE
                : VenueReport.Reason.NONE;
    }

    /** {@return whether an order may never open or enlarge a position} */
    static boolean onlyReduces(SimOrder order) {
        return order.request.terms().reduceOnly() || switch (order.request.terms().positionSide()) {
            case NET -> false;
            case LONG -> !order.isBuy();
            case SHORT -> order.isBuy();
        };
    }

    /** {@return lots of resting orders that close what this one would; those of its link not, other links' once} */
    private static long workingLots(SimOrder order, RestingLine line) {
        long working = 0;
        for (SimOrder other = line.first(); other != null; other = other.after) {
            boolean counts = other.isBuy() == order.isBuy() && !RestingOrders.isLinked(other, order);
            for (SimOrder before = line.first(); counts && before != other && before != null; before = before.after) {
                counts = before.isBuy() != other.isBuy() || !RestingOrders.isLinked(before, other);
            }
            working += counts ? other.remainingLots : 0;
        }
        return working;
    }

    /** {@return what an order's opening part may need: initial margin and the dearer fee} */
    private long orderMargin(SimOrder order, long marketTicks) {
        long notional = instrument.notionalAtoms(price(order, marketTicks), Math.min(order.openingLots, order.remainingLots));
        MarginAccount books = margin;
        return (books == null ? notional : books.config().initialMargin(notional)) + dearerFee.feeOn(notional);
    }

    /** Gives back what was set aside for an order. */
    void unreserve(SimOrder order) {
        if (margin == null) {
            account.reserve(order, 0);
        } else {
            margin.reserve(order, 0);
        }
    }

    /** Sets the balance aside and says that the order rests. */
    void accept(SimOrder order, long timeNanos) {
        if (margin != null) {
            margin.reserve(order, order.openingLots == 0 ? 0 : orderMargin(order, 0));
        } else if (order.isBuy()) {
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
        FeeRate rate = fees.rate(maker, timeNanos);
        if (margin != null) {
            return fillMargin(margin, order, lots, priceTicks, rate.feeOn(notional), maker, timeNanos);
        }
        long base = Math.multiplyExact(lots, instrument.lotAtoms());
        FeeAsset feeAsset = order.isBuy() ? terms.buyFeeAsset() : FeeAsset.QUOTE;
        long fee = rate.feeOn(feeAsset == FeeAsset.QUOTE ? notional : base);
        boolean third = fees.paysInThird(feeAsset == FeeAsset.QUOTE ? fee : rate.feeOn(notional));
        if (third) {
            feeAsset = FeeAsset.THIRD;
            fee = 0;
        }
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
        filled(order, lots, priceTicks, third ? fees.paidThirdAtoms() : fee, feeAsset, maker, timeNanos);
        return true;
    }

    private boolean fillMargin(
            MarginAccount books, SimOrder order, long lots, long priceTicks, long fee, boolean maker, long timeNanos) {
        boolean third = fees.paysInThird(fee);
        int side = order.request.terms().positionSide().ordinal();
        books.trade(side, order.isBuy() ? lots : -lots, priceTicks, third ? 0 : fee);
        filled(
                order, lots, priceTicks, third ? fees.paidThirdAtoms() : fee, third ? FeeAsset.THIRD : FeeAsset.QUOTE, maker,
                timeNanos);
        return true;
    }

    private void filled(
            SimOrder order, long lots, long priceTicks, long fee, FeeAsset feeAsset, boolean maker, long timeNanos) {
        fees.traded(instrument.notionalAtoms(priceTicks, lots), timeNanos);
        if (costs != null && !maker) {
            long worse = order.isBuy() ? priceTicks - costs.metTicks() : costs.metTicks() - priceTicks;
            costs.add(lastFillId + 1, instrument.notionalAtoms(worse, lots));
        }
        order.remainingLots -= lots;
        reserveAgain(order);
        VenueReport report = reports.add(timeNanos + latency.nanos(), order.request.botId(), order.request.linkId())
                .filled(
                        order.request.clientOrderId(),
                        timeNanos,
                        ++lastFillId,
                        priceTicks,
                        lots,
                        fee,
                        feeAsset,
                        maker);
        if (margin != null || feeAsset == FeeAsset.THIRD) {
            report.with(
                    order.request.terms().positionSide(), 0, feeAsset == FeeAsset.THIRD ? fees.paidValueAtoms() : 0, 0);
        }
        if (trail != null) {
            trail.add(report, !order.isBuy());
        }
    }

    /** Says that a position was closed by force. */
    void liquidated(PositionSide side, long priceTicks, long lots, long fee, long timeNanos) {
        reports.add(timeNanos + latency.nanos())
                .setFill(
                        VenueReport.Kind.LIQUIDATED, VenueReport.Reason.NONE, 0, timeNanos, ++lastFillId, priceTicks, lots, fee,
                        FeeAsset.QUOTE, false)
                .with(side, 0, 0, 0);
    }

    /** Says that margin is running out; the amount is the margin ratio in ten-thousandths. */
    void called(PositionSide side, long markTicks, long ratioE4, long timeNanos) {
        reports.add(timeNanos + latency.nanos())
                .setFill(
                        VenueReport.Kind.MARGIN_CALL, VenueReport.Reason.NONE, 0, timeNanos, 0, markTicks, 0, 0, FeeAsset.QUOTE,
                        false)
                .with(side, ratioE4, 0, 0);
    }

    /** Says what funding brought. */
    void funded(PositionSide side, long markTicks, long lots, long amount, long timeNanos) {
        reports.add(timeNanos + latency.nanos())
                .setFill(
                        VenueReport.Kind.FUNDING, VenueReport.Reason.NONE, 0, timeNanos, 0, markTicks, lots, 0, FeeAsset.QUOTE,
                        false)
                .with(side, amount, 0, 0);
    }

    /** Answers a transfer, or a move of margin. */
    void moved(VenueReport.Kind kind, VenueReport.Reason reason, PositionSide side, long amount, long timeNanos) {
        reports.add(timeNanos + latency.nanos()).set(kind, reason, 0, timeNanos).with(side, amount, 0, 0);
    }

    /** Sets aside what is left of a resting buy, after some of it was filled or went to a linked order. */
    void reserveAgain(SimOrder order) {
        if (margin != null && order.reservedQuoteAtoms > 0) {
            margin.reserve(order, order.remainingLots == 0 ? 0 : orderMargin(order, 0));
        } else if (order.isBuy() && order.reservedQuoteAtoms > 0) {
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
        if (margin != null) {
            return affordsMargin(margin, order, change);
        }
        return reservation(change, 0) - order.reservedQuoteAtoms <= account.availableQuoteAtoms();
    }

    boolean hasMargin() {
        return margin != null;
    }

    /** A resting order is another size or price: what is set aside follows. */
    void amended(SimOrder order, long openingLots) {
        if (margin == null) {
            reserveAgain(order);
            return;
        }
        order.openingLots = openingLots;
        margin.reserve(order, openingLots == 0 ? 0 : orderMargin(order, 0));
    }

    /** A reducing order does not outgrow its position by a change either. */
    void cutToPosition(SimOrder order, SimOrder change) {
        MarginAccount books = margin;
        if (books != null && onlyReduces(order)) {
            long closable = books.closableLots(order.isBuy(), order.request.terms().positionSide().ordinal());
            change.lose(Math.max(0, change.remainingLots - closable));
        }
    }

    private boolean affordsMargin(MarginAccount books, SimOrder order, SimOrder change) {
        long closing = order.remainingLots - Math.min(order.openingLots, order.remainingLots);
        if (onlyReduces(order)) {
            change.openingLots = 0;
            return true;
        }
        change.openingLots = Math.max(0, change.remainingLots - closing);
        return (change.openingLots == 0 ? 0 : orderMargin(change, 0)) - order.reservedQuoteAtoms <= books.availableAtoms();
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
        if (trail != null) {
            trail.tell(clientOrderId, () -> reports.add(timeNanos + latency.nanos()));
        }
        reports.add(timeNanos + latency.nanos()).answer(kind, clientOrderId, timeNanos, filledLots);
    }

    /** {@return the price a taker gets: the market's, worsened by the slippage, rounded against us} */
    long slipped(SimOrder order, long priceTicks) {
        meets(priceTicks);
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
        long notional = instrument.notionalAtoms(price(order, marketTicks), order.remainingLots);
        return terms.buyFeeAsset() == FeeAsset.BASE
                ? notional
                : notional + dearerFee.feeOn(notional);
    }

    /** {@return the price an order is counted at: its limit, or what it would meet} */
    private long price(SimOrder order, long marketTicks) {
        return order.request.type() == OrderType.MARKET
                ? slipped(order, marketTicks)
                : order.request.priceTicks() > 0
                        ? order.request.priceTicks()
                        : slipped(order, order.request.stopTicks());
    }
}
