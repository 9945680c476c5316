package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.RiskView;
import dev.tradewind.risk.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order of the user would meet and do, worked out without sending it. Immutable. Money in quote atoms; all figures
 * are 0 where the order cannot be counted.
 *
 * @param verdicts       what every rule that concerns it says, those that pass too
 * @param priceTicks     the price it is counted at: its limit, its stop, or the market
 * @param quantityLots   its size; of one sized in quote, what that buys
 * @param notionalAtoms  price × size
 * @param taker          whether it would take at once, or once triggered
 * @param feeAtoms       the fee, in base atoms where {@code feeInBase}
 * @param feeInBase      whether the fee is taken in base
 * @param reservedAtoms  quote set aside while it works
 * @param freeAfterAtoms the user's free quote once it is filled
 * @param heldAfterLots  whole lots the user holds once it is filled, less sold; negative for more than is held, on a
 *     perpetual for a short position
 * @param margin         on a perpetual what it does to the account; null on spot and where it cannot be counted
 */
public record OrderPreview(
        List<Verdict> verdicts,
        long priceTicks,
        long quantityLots,
        long notionalAtoms,
        boolean taker,
        long feeAtoms,
        boolean feeInBase,
        long reservedAtoms,
        long freeAfterAtoms,
        long heldAfterLots,
        @Nullable MarginPreview margin) {

    /** Without margin. */
    public OrderPreview(
            List<Verdict> verdicts,
            long priceTicks,
            long quantityLots,
            long notionalAtoms,
            boolean taker,
            long feeAtoms,
            boolean feeInBase,
            long reservedAtoms,
            long freeAfterAtoms,
            long heldAfterLots) {
        this(
                verdicts, priceTicks, quantityLots, notionalAtoms, taker, feeAtoms, feeInBase, reservedAtoms,
                freeAfterAtoms, heldAfterLots, null);
    }

    /**
     * What fills cost.
     *
     * @param taker       of an order that takes
     * @param maker       of an order that rests
     * @param buyFeeAsset what a buy's fee is taken in
     */
    public record Fees(FeeRate taker, FeeRate maker, FeeAsset buyFeeAsset) {

        /** {@return what is set aside for a buy's fee: the dearer, or none where it is taken in base} */
        public FeeRate reserved() {
            return buyFeeAsset == FeeAsset.BASE ? FeeRate.ZERO : taker.e8() > maker.e8() ? taker : maker;
        }
    }

    public OrderPreview {
        verdicts = List.copyOf(verdicts);
    }

    /** {@return the same on margin} */
    OrderPreview with(MarginPreview onMargin, long freeAfter, long heldAfter) {
        return new OrderPreview(
                verdicts, priceTicks, quantityLots, notionalAtoms, taker, feeAtoms, feeInBase, reservedAtoms, freeAfter,
                heldAfter, onMargin);
    }

    /** {@return whether it would be let through now} */
    public boolean passes() {
        return verdicts.stream().allMatch(Verdict::passes);
    }

    /** {@return what the order would meet under a gate and a view held still} */
    public static OrderPreview of(Command.PlaceOrder order, RiskGate gate, RiskView view, Fees fees) {
        OrderRequest request = new OrderRequest()
                .set(0, 0, order.instrument(), order.side(), order.type(), order.timeInForce(), order.quantityLots(),
                        order.priceTicks(), order.stopTicks(), 0, 0)
                .with(order.terms(), 0);
        List<Verdict> verdicts = gate.explain(request, view);
        long price = RiskGate.referenceTicks(request, view);
        try {
            return sums(request, verdicts, price, view, fees);
        } catch (ArithmeticException tooLarge) {
            return uncounted(verdicts);
        }
    }

    private static OrderPreview uncounted(List<Verdict> verdicts) {
        return new OrderPreview(verdicts, 0, 0, 0, false, 0, false, 0, 0, 0);
    }

    private static OrderPreview sums(
            OrderRequest request, List<Verdict> verdicts, long price, RiskView view, Fees fees) {
        Instrument instrument = view.instrument();
        long worth = request.terms().quoteAtoms();
        long lots = price > 0 && worth > 0 ? RiskGate.lotsWorth(request, view, price) : request.quantityLots();
        if (price <= 0 || lots <= 0) {
            return uncounted(verdicts);
        }
        boolean buy = request.side() == Side.BUY;
        boolean taker = takes(request, view);
        boolean feeInBase = buy && fees.buyFeeAsset() == FeeAsset.BASE;
        FeeRate rate = taker ? fees.taker() : fees.maker();
        long notional = instrument.notionalAtoms(price, lots);
        long base = Math.multiplyExact(lots, instrument.lotAtoms());
        long fee = rate.feeOn(feeInBase ? base : notional);
        long quoteFee = feeInBase ? 0 : fee;
        long free = view.freeQuoteAtoms();
        long feeLots = feeInBase ? Math.ceilDiv(fee, instrument.lotAtoms()) : 0;
        return new OrderPreview(
                verdicts, price, lots, notional, taker, fee, feeInBase,
                buy ? view.reservationAtoms(price, lots) : 0,
                buy
                        ? Math.subtractExact(free, Math.addExact(notional, quoteFee))
                        : Math.addExact(free, notional - quoteFee),
                buy ? Math.addExact(view.sellableLots(), lots) - feeLots : view.sellableLots() - lots);
    }

    /** A limit takes where it crosses the last price; what waits for a trigger and has no limit takes then. */
    private static boolean takes(OrderRequest request, RiskView view) {
        if (request.terms().postOnly()) {
            return false;
        }
        if (request.type() != OrderType.LIMIT) {
            return !request.type().hasLimit();
        }
        long last = view.lastTicks();
        return last > 0
                && (request.side() == Side.BUY ? request.priceTicks() >= last : request.priceTicks() <= last);
    }
}
