package dev.tradewind.risk;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FilterVerdict;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilter;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pre-trade gate. Pure: the same request and view give the same verdict. {@link #check} stops at the first objection and
 * allocates nothing where there is none; {@link #explain} tells what every rule says. Both send nothing.
 */
public final class RiskGate {

    /** The rule that only sessions that are ACTIVE pass entries by. */
    public static final String TRADING_STATE = "TRADING_STATE";

    /** No order may be worth more: a quarter of what a long holds. */
    private static final long COUNTABLE_ATOMS = Long.MAX_VALUE / 4;

    /** An order has few figures; each is mended at most twice. */
    private static final int MENDS = 8;

    private final Instrument instrument;
    private final RiskLimits limits;
    private final FilterWords words;
    private final CollarRule collar;

    /** The highest price of one lot, and the most lots, that atoms can count. */
    private final long mostTicks;

    private final long mostLots;

    /** A gate for one instrument. */
    public RiskGate(Instrument instrument, RiskLimits limits) {
        this.instrument = instrument;
        this.limits = limits;
        words = new FilterWords(instrument);
        collar = new CollarRule(instrument, limits.collar());
        mostTicks = COUNTABLE_ATOMS / instrument.tickLotAtoms();
        mostLots = COUNTABLE_ATOMS / instrument.lotAtoms();
    }

    /** {@return the limits in force} */
    public RiskLimits limits() {
        return limits;
    }

    /** {@return whether the order may leave, and if not, which rule says so and what would pass} */
    public Verdict check(OrderRequest request, RiskView view) {
        if (view.tradingState() != TradingState.ACTIVE && view.enteringLots(request) > 0) {
            return state(view);
        }
        Verdict shape = OrderShape.first(request, view);
        if (!shape.passes()) {
            return shape;
        }
        long price = referenceTicks(request, view);
        if (price <= 0) {
            return noMarket();
        }
        if (request.terms().quoteAtoms() > 0) {
            OrderRequest sized = sized(request, price, view);
            return sized.quantityLots() == 0
                    ? lessThanALot(request, sized, price, view)
                    : inQuote(judge(sized, price, view), request, price, view);
        }
        return judge(request, price, view);
    }

    private Verdict judge(OrderRequest request, long price, RiskView view) {
        Verdict countable = checkCountable(request, price);
        if (!countable.passes()) {
            return countable;
        }
        FilterVerdict found = instrument.filters().check(request, view);
        InstrumentFilter filter = found.filter();
        if (filter != null) {
            return words.refusal(found, filter, request, view);
        }
        Verdict near = collar.first(request, view);
        if (!near.passes()) {
            return near;
        }
        if (instrument.isPerpetual()) {
            return checkMargin(request, price, view);
        }
        return request.side() == Side.BUY ? checkBuy(request, price, view) : checkSell(request, view);
    }

    /** On a perpetual: only what opens or enlarges a position needs room and margin. */
    private Verdict checkMargin(OrderRequest request, long price, RiskView view) {
        long opening = view.openingLots(request);
        if (opening == 0) {
            return MarginRule.closing(request, view);
        }
        OrderRequest part = opening == request.quantityLots()
                ? request
                : request.copy().amend(opening, request.priceTicks(), request.stopTicks());
        Verdict leverage = MarginRule.leverage(request, price, opening, view);
        if (!leverage.passes()) {
            return leverage;
        }
        return view.enteringLots(request) > 0 ? checkBuy(part, price, view) : buyBalance(part, price, view);
    }

    /**
     * {@return what every rule that concerns the order says of it, in the order {@link #check} asks them, those that pass
     * too; the order may leave exactly if all of them pass}
     */
    public List<Verdict> explain(OrderRequest request, RiskView view) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(
                view.tradingState() != TradingState.ACTIVE && view.enteringLots(request) > 0
                        ? state(view)
                        : Verdict.pass(TRADING_STATE, "trading is " + view.tradingState()));
        OrderShape.all(request, view, verdicts::add);
        long price = referenceTicks(request, view);
        boolean figures = request.quantityLots() > 0 || request.terms().quoteAtoms() > 0;
        if (verdicts.stream().anyMatch(verdict -> verdict.rule().equals("ORDER_SIZE_UNIT")) || !figures) {
            return verdicts;
        }
        if (price <= 0) {
            if (verdicts.stream().allMatch(Verdict::passes)) {
                verdicts.add(noMarket());
            }
            return verdicts;
        }
        if (request.terms().quoteAtoms() == 0) {
            explain(request, price, view, verdicts);
            return verdicts;
        }
        OrderRequest sized = sized(request, price, view);
        if (sized.quantityLots() == 0) {
            verdicts.add(lessThanALot(request, sized, price, view));
            return verdicts;
        }
        List<Verdict> inLots = new ArrayList<>();
        explain(sized, price, view, inLots);
        inLots.forEach(verdict -> verdicts.add(inQuote(verdict, request, price, view)));
        return verdicts;
    }

    private void explain(OrderRequest request, long price, RiskView view, List<Verdict> verdicts) {
        Verdict countable = checkCountable(request, price);
        if (!countable.passes()) {
            verdicts.add(countable);
            return;
        }
        for (InstrumentFilter filter : instrument.filters().all()) {
            if (filter.concerns(request)) {
                FilterVerdict found = filter.check(request, view);
                verdicts.add(
                        found.passes()
                                ? Verdict.pass(filter.id(), words.allows(filter, request, view))
                                : words.refusal(found, filter, request, view));
            }
        }
        collar.all(request, view, verdicts::add);
        if (instrument.isPerpetual()) {
            explainMargin(request, price, view, verdicts);
            return;
        }
        if (request.side() == Side.BUY) {
            ownRules(request, price, view, verdicts);
        }
        Verdict balance = request.side() == Side.BUY ? buyBalance(request, price, view) : checkSell(request, view);
        verdicts.add(balance.passes() ? Verdict.pass("BALANCE", balanceWords(request, view)) : balance);
    }

    private void explainMargin(OrderRequest request, long price, RiskView view, List<Verdict> verdicts) {
        long opening = view.openingLots(request);
        if (opening == 0) {
            Verdict closing = MarginRule.closing(request, view);
            verdicts.add(closing.passes() ? Verdict.pass("BALANCE", "it opens nothing and needs no margin") : closing);
            return;
        }
        OrderRequest part = request.copy().amend(opening, request.priceTicks(), request.stopTicks());
        Verdict leverage = MarginRule.leverage(request, price, opening, view);
        verdicts.add(
                leverage.passes()
                        ? Verdict.pass(MarginRule.LEVERAGE, view.margin().leverage() + "× is allowed at this size")
                        : leverage);
        if (view.enteringLots(request) > 0) {
            ownRules(part, price, view, verdicts);
        }
        Verdict balance = buyBalance(part, price, view);
        verdicts.add(
                balance.passes()
                        ? Verdict.pass("BALANCE", "margin of " + money(view.reservationAtoms(price, opening)) + " with fee, of "
                                + money(Math.max(0, view.freeQuoteAtoms())))
                        : balance);
    }

    private void ownRules(OrderRequest request, long price, RiskView view, List<Verdict> verdicts) {
        if (limits.maxOrderNotionalAtoms() > 0) {
            Verdict order = orderSize(request, price, view);
            verdicts.add(
                    order.passes()
                            ? Verdict.pass("ORDER_SIZE", "the rule allows " + money(limits.maxOrderNotionalAtoms()))
                            : order);
        }
        if (limits.maxPositionNotionalAtoms() > 0) {
            Verdict position = positionSize(request, price, view);
            verdicts.add(
                    position.passes()
                            ? Verdict.pass("POSITION_SIZE", "the rule allows " + money(limits.maxPositionNotionalAtoms()))
                            : position);
        }
    }

    private String balanceWords(OrderRequest request, RiskView view) {
        return request.side() == Side.BUY
                ? "of " + money(Math.max(0, view.freeQuoteAtoms()))
                : "of " + instrument.toQuantity(Math.max(0, view.sellableLots())).toPlainString() + " "
                        + instrument.base().code();
    }

    /**
     * {@return the order with the nearest figures that let it pass, smaller ones first; empty where figures alone would not
     * help}
     */
    public Optional<OrderRequest> mend(OrderRequest request, RiskView view) {
        OrderRequest mended = request;
        for (int round = 0; round < MENDS; round++) {
            Verdict verdict = check(mended, view);
            if (verdict.passes()) {
                return Optional.of(mended);
            }
            long figure = verdict.below() > 0 ? verdict.below() : verdict.above();
            if (figure <= 0) {
                return Optional.empty();
            }
            mended = verdict.field().in(mended, figure);
        }
        return Optional.empty();
    }

    /**
     * {@return what the venue's bounds of trailing orders say of a distance}
     *
     * @param deltaBps the distance in basis points
     */
    public Verdict checkTrailing(OrderRequest request, long deltaBps, RiskView view) {
        var bounds = instrument.filters().trailing();
        if (bounds == null) {
            return Verdict.PASS;
        }
        FilterVerdict found = bounds.check(request.side(), request.type().takesProfit(), deltaBps);
        return found.passes()
                ? Verdict.pass(bounds.id(), "trails by " + deltaBps + " basis points")
                : words.refusal(found, bounds, request, view);
    }

    private static Verdict state(RiskView view) {
        return Verdict.refuse(TRADING_STATE, "trading is " + view.tradingState() + "; only "
                + (view.instrument().isPerpetual() ? "what reduces a position passes" : "sales of what is held pass"));
    }

    private static Verdict noMarket() {
        return Verdict.refuse("NO_MARKET", "there is no price yet; try again after the first trade");
    }

    /** {@return the price an order is judged at, in ticks: its limit, its stop, or the market} */
    public static long referenceTicks(OrderRequest request, RiskView view) {
        return switch (request.type()) {
            case LIMIT, STOP_LIMIT, TAKE_PROFIT_LIMIT -> request.priceTicks();
            case STOP_MARKET, TAKE_PROFIT_MARKET -> request.stopTicks();
            case MARKET -> view.lastTicks();
        };
    }

    /** {@return whether the parts of an order belong together, or the first that does not} */
    public static Verdict shape(OrderRequest request, RiskView view) {
        return OrderShape.first(request, view);
    }

    /** {@return lots that an order sized in quote comes to, on the venue's steps: of a buy, with its fee} */
    public static long lotsWorth(OrderRequest request, RiskView view, long priceTicks) {
        Instrument instrument = view.instrument();
        long most = Math.min(request.terms().quoteAtoms(), COUNTABLE_ATOMS);
        if (priceTicks <= 0 || priceTicks > COUNTABLE_ATOMS / instrument.tickLotAtoms()) {
            return 0;
        }
        long lots = instrument.lotsFor(most, priceTicks);
        if (request.side() == Side.BUY && lots > 0) {
            long cost = view.reservationAtoms(priceTicks, lots);
            if (cost > most) {
                long fewer = Math.min(lots, Exact.mulDivFloor(lots, most, cost));
                lots = view.reservationAtoms(priceTicks, fewer + 1) <= most ? fewer + 1 : fewer;
            }
        }
        return instrument.filters().stepDown(OrderField.SIZE, lots, request);
    }

    /** An order sized in quote, as the engine sends it: with the lots it comes to. */
    private static OrderRequest sized(OrderRequest request, long price, RiskView view) {
        OrderTerms terms = request.terms();
        OrderTerms rest = terms.worth(0);
        return request.copy()
                .amend(lotsWorth(request, view, price), request.priceTicks(), request.stopTicks())
                .with(rest.equals(OrderTerms.NONE) ? OrderTerms.NONE : rest, request.algoId());
    }

    private Verdict lessThanALot(OrderRequest request, OrderRequest sized, long price, RiskView view) {
        long least = instrument.filters().nearestUp(OrderField.SIZE, 1, sized, view);
        long above = least == 0 ? 0 : worth(request, price, least, view);
        return Verdict.refuse(
                "LOT_SIZE",
                money(request.terms().quoteAtoms()) + " is less than one lot"
                        + (above == 0 ? "" : "; nearest " + OrderField.WORTH.toDecimal(instrument, above).toPlainString()),
                OrderField.WORTH,
                request.terms().quoteAtoms(),
                0,
                above);
    }

    /** A verdict on lots, for somebody who gave the size in quote. */
    private Verdict inQuote(Verdict verdict, OrderRequest request, long price, RiskView view) {
        return verdict.field() != OrderField.SIZE
                ? verdict
                : new Verdict(
                        verdict.passes(), verdict.rule(), verdict.message(), verdict.balance(), OrderField.WORTH,
                        request.terms().quoteAtoms(), worth(request, price, verdict.below(), view),
                        worth(request, price, verdict.above(), view));
    }

    private long worth(OrderRequest request, long price, long lots, RiskView view) {
        if (lots == 0 || lots > COUNTABLE_ATOMS / instrument.tickLotAtoms() / price) {
            return 0;
        }
        return request.side() == Side.BUY
                ? view.reservationAtoms(price, lots)
                : instrument.notionalAtoms(price, lots);
    }

    /** Prices and sizes that atoms of one long cannot count, with room to spare for fees and sums. */
    private Verdict checkCountable(OrderRequest request, long price) {
        long highest = Math.max(request.stopTicks(), price);
        if (highest > mostTicks) {
            OrderField field = request.stopTicks() == highest ? OrderField.STOP : OrderField.PRICE;
            return Verdict.refuse(
                    "PRICE_FILTER",
                    "price " + instrument.toPrice(highest).toPlainString() + " cannot be counted; the highest is "
                            + instrument.toPrice(mostTicks).toPlainString(),
                    field, highest, mostTicks, 0);
        }
        if (!countable(highest, request.quantityLots())) {
            long most = Math.min(mostTicks / highest, mostLots);
            return Verdict.refuse(
                    "LOT_SIZE",
                    "quantity " + instrument.toQuantity(request.quantityLots()).toPlainString()
                            + " cannot be counted at this price; the most is "
                            + instrument.toQuantity(most).toPlainString(),
                    OrderField.SIZE, request.quantityLots(), most, 0);
        }
        return Verdict.PASS;
    }

    /** Multiplies instead of dividing: that takes a tenth of the time, and every order is asked. */
    private boolean countable(long ticks, long lots) {
        return lots <= mostLots
                && Math.multiplyHigh(ticks, lots) == 0
                && Long.compareUnsigned(ticks * lots, mostTicks) <= 0;
    }

    private Verdict checkBuy(OrderRequest request, long price, RiskView view) {
        Verdict order = orderSize(request, price, view);
        if (!order.passes()) {
            return order;
        }
        Verdict position = positionSize(request, price, view);
        return position.passes() ? buyBalance(request, price, view) : position;
    }

    private Verdict orderSize(OrderRequest request, long price, RiskView view) {
        long most = limits.maxOrderNotionalAtoms();
        if (most == 0) {
            return Verdict.PASS;
        }
        long notional = instrument.notionalAtoms(price, request.quantityLots());
        return notional > most
                ? tooLarge("ORDER_SIZE", money(notional) + " in one order; the rule allows " + money(most), request, view,
                        instrument.lotsFor(most, price))
                : Verdict.PASS;
    }

    private Verdict positionSize(OrderRequest request, long price, RiskView view) {
        long most = limits.maxPositionNotionalAtoms();
        if (most == 0) {
            return Verdict.PASS;
        }
        long exposure = Math.addExact(view.exposureAtoms(), instrument.notionalAtoms(price, request.quantityLots()));
        return exposure > most
                ? tooLarge("POSITION_SIZE", "held and ordered would come to " + money(exposure) + "; the rule allows "
                        + money(most), request, view, instrument.lotsFor(Math.max(0, most - view.exposureAtoms()), price))
                : Verdict.PASS;
    }

    private Verdict tooLarge(String rule, String message, OrderRequest request, RiskView view, long mostLots) {
        return Verdict.refuse(
                rule, message, OrderField.SIZE, request.quantityLots(), fitting(request, view, mostLots), 0);
    }

    /** The largest size up to a bound that the filters pass. */
    private long fitting(OrderRequest request, RiskView view, long mostLots) {
        return mostLots <= 0 ? 0 : instrument.filters().nearestDown(OrderField.SIZE, mostLots, request, view);
    }

    private Verdict buyBalance(OrderRequest request, long price, RiskView view) {
        long lots = request.quantityLots();
        long needed = view.reservationAtoms(price, lots);
        long free = view.freeQuoteAtoms();
        if (needed <= free) {
            return Verdict.PASS;
        }
        if (instrument.isPerpetual()) {
            return MarginRule.lacks(request, price, needed, view, money(needed) + " margin with fee, free " + money(Math.max(0, free)));
        }
        long most = instrument.lotsFor(Math.max(0, free), price);
        while (most > 0 && view.reservationAtoms(price, most) > free) {
            long over = view.reservationAtoms(price, most) - free;
            most -= Math.max(1, Math.min(most, instrument.lotsFor(over, price)));
        }
        return Verdict.lacksBalance(
                "needs " + money(needed) + ", free " + money(Math.max(0, free)), OrderField.SIZE, lots,
                fitting(request, view, most));
    }

    private Verdict checkSell(OrderRequest request, RiskView view) {
        long shared = request.linkId() == 0 ? 0 : view.linkedSellLots(request.linkId());
        long more = Math.max(0, request.quantityLots() - shared);
        long sellable = view.sellableLots() - view.workingSellLots();
        return more > sellable
                ? Verdict.lacksBalance("sells " + instrument.toQuantity(request.quantityLots()).toPlainString() + " "
                        + instrument.base().code() + ", but only "
                        + instrument.toQuantity(Math.max(0, sellable + shared)).toPlainString() + " is free to sell",
                        OrderField.SIZE, request.quantityLots(), fitting(request, view, sellable + shared))
                : Verdict.PASS;
    }

    private String money(long atoms) {
        return instrument.quote().toDecimal(atoms).setScale(2, RoundingMode.HALF_UP).toPlainString() + " "
                + instrument.quote().code();
    }
}
