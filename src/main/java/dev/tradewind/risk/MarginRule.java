package dev.tradewind.risk;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;

/** What margin says of an order on a perpetual. Pure; a pass allocates nothing. */
final class MarginRule {

    /** The leverage the account uses is not offered for a position of that size. */
    static final String LEVERAGE = "LEVERAGE";

    private MarginRule() {}

    /** {@return whether the net position with the opening part stays in a bracket that offers the account's leverage} */
    static Verdict leverage(OrderRequest request, long price, long openingLots, RiskView view) {
        Instrument instrument = view.instrument();
        MarginBrackets brackets = instrument.margins().brackets();
        int leverage = view.margin().leverage();
        long most = brackets.maxNotionalAtoms(leverage);
        long added = instrument.notionalAtoms(price, openingLots);
        long net = Math.addExact(view.netAtoms(), request.side() == Side.BUY ? added : -added);
        if (Math.abs(net) <= most || Math.abs(net) < Math.abs(view.netAtoms())) {
            return Verdict.PASS;
        }
        long room = Math.max(0, most - Math.abs(view.netAtoms()));
        return Verdict.refuse(
                LEVERAGE,
                "a position worth " + text(instrument, Math.abs(net)) + " allows at most "
                        + brackets.maxLeverage(Math.abs(net)) + "×, the account uses " + leverage + "×, which ends at "
                        + text(instrument, most),
                OrderField.SIZE, request.quantityLots(), instrument.lotsFor(room, price), 0);
    }

    /** {@return whether what is to be closed is there: an order of hedge mode never turns a position, nor does one that
     * only reduces where the exchange cannot see whose position it is} */
    static Verdict closing(OrderRequest request, RiskView view) {
        PositionSide side = request.terms().positionSide();
        if (side == PositionSide.NET && !(request.terms().reduceOnly() && view.shared())) {
            return Verdict.PASS;
        }
        long all = request.side() == Side.SELL ? view.sellableLots() : view.shortLots();
        long held = Math.max(0, all - view.closingLots(request));
        if (request.quantityLots() <= held) {
            return Verdict.PASS;
        }
        Instrument instrument = view.instrument();
        return Verdict.lacksBalance(
                "closes " + instrument.toQuantity(request.quantityLots()).toPlainString() + " of the " + side
                        + " position, of which " + instrument.toQuantity(held).toPlainString() + " is free to close",
                OrderField.SIZE, request.quantityLots(), held);
    }

    /** {@return the refusal for want of margin, naming the largest size there is margin for} */
    static Verdict lacks(OrderRequest request, long price, long needed, RiskView view, String words) {
        Instrument instrument = view.instrument();
        long free = Math.max(0, view.freeQuoteAtoms());
        long perLot = Math.max(1, needed / Math.max(1, request.quantityLots()));
        long most = Math.min(request.quantityLots(), free / perLot);
        while (most > 0 && view.reservationAtoms(price, most) > free) {
            most--;
        }
        long fits = most <= 0 ? 0 : instrument.filters().nearestDown(OrderField.SIZE, most, request, view);
        return Verdict.lacksBalance("needs " + words, OrderField.SIZE, request.quantityLots(), fits);
    }

    private static String text(Instrument instrument, long atoms) {
        return instrument.quote().toDecimal(atoms).stripTrailingZeros().toPlainString() + " " + instrument.quote().code();
    }
}
