package dev.tradewind.risk;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import java.math.RoundingMode;

/** The pre-trade gate. Pure: the same request and view give the same verdict, and nothing is changed. */
public final class RiskGate {

    /** No order may be worth more: a quarter of what a long holds. */
    private static final long COUNTABLE_ATOMS = Long.MAX_VALUE / 4;

    private final Instrument instrument;
    private final RiskLimits limits;

    /** A gate for one instrument. */
    public RiskGate(Instrument instrument, RiskLimits limits) {
        this.instrument = instrument;
        this.limits = limits;
    }

    /** {@return the limits in force} */
    public RiskLimits limits() {
        return limits;
    }

    /** {@return whether the order may leave, and if not, which rule says so and what would pass} */
    public Verdict check(OrderRequest request, RiskView view) {
        boolean buy = request.side() == Side.BUY;
        if (buy && view.tradingState() != TradingState.ACTIVE) {
            return Verdict.refuse("TRADING_STATE", "trading is " + view.tradingState() + "; only sales of what is held pass");
        }
        Verdict shape = checkShape(request);
        if (!shape.passes()) {
            return shape;
        }
        long price = referenceTicks(request, view);
        if (price <= 0) {
            return Verdict.refuse("NO_MARKET", "there is no price yet; try again after the first trade");
        }
        Verdict countable = checkCountable(request, price);
        if (!countable.passes()) {
            return countable;
        }
        Verdict filters = checkFilters(request, price, view);
        if (!filters.passes()) {
            return filters;
        }
        return buy ? checkBuy(request, price, view) : checkSell(request, view);
    }

    private static Verdict checkShape(OrderRequest request) {
        boolean limit = request.type().hasLimit();
        boolean stop = request.type().hasTrigger();
        if (request.quantityLots() <= 0) {
            return Verdict.refuse("LOT_SIZE", "the quantity is less than one lot");
        }
        if (limit && request.priceTicks() <= 0) {
            return Verdict.refuse("PRICE_FILTER", "a limit order needs a price of at least one tick");
        }
        if (stop && request.stopTicks() <= 0) {
            return Verdict.refuse("PRICE_FILTER", "a stop order needs a stop price of at least one tick");
        }
        return Verdict.PASS;
    }

    /** The price an order is judged at: its limit, its stop, or the market. */
    private static long referenceTicks(OrderRequest request, RiskView view) {
        return switch (request.type()) {
            case LIMIT, STOP_LIMIT, TAKE_PROFIT_LIMIT -> request.priceTicks();
            case STOP_MARKET, TAKE_PROFIT_MARKET -> request.stopTicks();
            case MARKET -> view.lastTicks();
        };
    }

    /** Prices and sizes that atoms of one long cannot count, with room to spare for fees and sums. */
    private Verdict checkCountable(OrderRequest request, long price) {
        long highest = Math.max(request.stopTicks(), price);
        long mostTicks = COUNTABLE_ATOMS / instrument.tickLotAtoms();
        if (highest > mostTicks) {
            return Verdict.refuse("PRICE_FILTER", "price " + instrument.toPrice(highest).toPlainString()
                    + " cannot be counted; the highest is " + instrument.toPrice(mostTicks).toPlainString());
        }
        long mostLots = Math.min(mostTicks / highest, COUNTABLE_ATOMS / instrument.lotAtoms());
        if (request.quantityLots() > mostLots) {
            return Verdict.refuse("LOT_SIZE", "quantity " + instrument.toQuantity(request.quantityLots()).toPlainString()
                    + " cannot be counted at this price; the most is " + instrument.toQuantity(mostLots).toPlainString());
        }
        return Verdict.PASS;
    }

    private Verdict checkFilters(OrderRequest request, long price, RiskView view) {
        InstrumentFilters filters = instrument.filters();
        long lots = request.quantityLots();
        if (price < filters.minPriceTicks() || (filters.maxPriceTicks() > 0 && price > filters.maxPriceTicks())) {
            return Verdict.refuse("PRICE_FILTER", "price " + instrument.toPrice(price) + " is outside "
                    + instrument.toPrice(filters.minPriceTicks()) + " to "
                    + (filters.maxPriceTicks() > 0 ? instrument.toPrice(filters.maxPriceTicks()) : "no limit"));
        }
        long most = request.type() == OrderType.MARKET && filters.marketMaxQuantityLots() > 0
                ? filters.marketMaxQuantityLots()
                : filters.maxQuantityLots();
        if (lots < filters.minQuantityLots() || (most > 0 && lots > most)) {
            return Verdict.refuse("LOT_SIZE", "quantity " + instrument.toQuantity(lots) + " is outside "
                    + instrument.toQuantity(filters.minQuantityLots()) + " to "
                    + (most > 0 ? instrument.toQuantity(most) : "no limit"));
        }
        if (filters.minNotionalAtoms() > 0) {
            long notional = instrument.notionalAtoms(price, lots);
            if (notional < filters.minNotionalAtoms()) {
                return Verdict.refuse("MIN_NOTIONAL", belowNotional(notional, price));
            }
        }
        if (filters.maxOpenOrders() > 0
                && view.openOrders() >= filters.maxOpenOrders()
                && request.type() != OrderType.MARKET) {
            return Verdict.refuse("MAX_NUM_ORDERS", view.openOrders() + " orders are open on " + instrument.symbol()
                    + ", the limit; cancel one first");
        }
        return Verdict.PASS;
    }

    private String belowNotional(long notional, long price) {
        long least = -Math.floorDiv(-instrument.filters().minNotionalAtoms(), price * instrument.tickLotAtoms());
        return "worth " + instrument.quote().toDecimal(notional).stripTrailingZeros().toPlainString() + " "
                + instrument.quote().code() + ", minimum "
                + instrument.quote().toDecimal(instrument.filters().minNotionalAtoms()).stripTrailingZeros().toPlainString()
                + "; smallest here: " + instrument.toQuantity(least).toPlainString();
    }

    private Verdict checkBuy(OrderRequest request, long price, RiskView view) {
        long notional = instrument.notionalAtoms(price, request.quantityLots());
        if (limits.maxOrderNotionalAtoms() > 0 && notional > limits.maxOrderNotionalAtoms()) {
            return Verdict.refuse("ORDER_SIZE", money(notional) + " in one order; the rule allows "
                    + money(limits.maxOrderNotionalAtoms()));
        }
        if (limits.maxPositionNotionalAtoms() > 0) {
            long exposure = Math.addExact(view.exposureAtoms(), notional);
            if (exposure > limits.maxPositionNotionalAtoms()) {
                return Verdict.refuse("POSITION_SIZE", "held and ordered would come to " + money(exposure)
                        + "; the rule allows " + money(limits.maxPositionNotionalAtoms()));
            }
        }
        long needed = view.reservationAtoms(price, request.quantityLots());
        long free = view.account().freeQuoteAtoms();
        return needed > free
                ? Verdict.lacksBalance("needs " + money(needed) + ", free " + money(Math.max(0, free)))
                : Verdict.PASS;
    }

    private Verdict checkSell(OrderRequest request, RiskView view) {
        long shared = request.linkId() == 0 ? 0 : view.linkedSellLots(request.linkId());
        long more = Math.max(0, request.quantityLots() - shared);
        long sellable = view.account().sellableLots() - view.workingSellLots();
        return more > sellable
                ? Verdict.lacksBalance("sells " + instrument.toQuantity(request.quantityLots()).toPlainString() + " "
                        + instrument.base().code() + ", but only "
                        + instrument.toQuantity(Math.max(0, sellable + shared)).toPlainString() + " is free to sell")
                : Verdict.PASS;
    }

    private String money(long atoms) {
        return instrument.quote().toDecimal(atoms).setScale(2, RoundingMode.HALF_UP).toPlainString() + " "
                + instrument.quote().code();
    }
}
