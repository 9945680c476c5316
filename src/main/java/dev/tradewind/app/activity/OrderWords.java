package dev.tradewind.app.activity;

import dev.tradewind.domain.Decimals;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.Locale;
import java.util.Optional;

/** Orders, prices and sizes for people, at the instrument's precision; in ticks and lots where that is not known. */
record OrderWords(Optional<Instrument> instrument) {

    String price(long ticks) {
        return instrument.map(known -> Decimals.price(known, ticks)).orElse(ticks + " ticks");
    }

    String size(long lots) {
        return instrument
                .map(known -> Decimals.quantity(known, lots) + " " + known.base().code())
                .orElse(lots + " lots");
    }

    String quote(long atoms) {
        return instrument
                .map(known -> Decimals.money(known.quote(), atoms) + " " + known.quote().code())
                .orElse(atoms + " atoms");
    }

    /** {@return a fee in the asset it was taken in} */
    String fee(long atoms, FeeAsset in) {
        return switch (in) {
            case QUOTE -> instrument
                    .map(known -> Decimals.fixed(known.quote().toDecimal(atoms), known.quote().scale()) + " "
                            + known.quote().code())
                    .orElse(atoms + " atoms");
            case BASE -> instrument
                    .map(known -> Decimals.fixed(known.base().toDecimal(atoms), known.base().scale()) + " "
                            + known.base().code())
                    .orElse(atoms + " atoms");
            case THIRD -> atoms + " atoms of the exchange's own asset";
        };
    }

    /** {@return {@code Buy 0.0300 BTC at 53,600.00, limit}} */
    String order(OrderRequest request) {
        return order(
                request.side(), request.type(), request.quantityLots(), request.priceTicks(), request.stopTicks(),
                request.terms());
    }

    String order(Side side, OrderType type, long lots, long priceTicks, long stopTicks, OrderTerms terms) {
        StringBuilder words = new StringBuilder(side == Side.BUY ? "Buy " : "Sell ");
        words.append(lots == 0 && terms.quoteAtoms() > 0 ? "for " + quote(terms.quoteAtoms()) : size(lots));
        words.append(where(type, priceTicks, stopTicks));
        words.append(terms.postOnly() ? ", post only" : "").append(terms.reduceOnly() ? ", reduce only" : "");
        return words.toString();
    }

    private String where(OrderType type, long priceTicks, long stopTicks) {
        String kind = type.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        String stop = type.hasTrigger() ? " once at " + price(stopTicks) : "";
        return type.hasLimit() ? stop + " at " + price(priceTicks) + ", " + kind : stop + ", " + kind;
    }

    /** {@return an order's size and prices, for a comparison of before and after} */
    String terms(long lots, long priceTicks, long stopTicks) {
        return size(lots) + (priceTicks == 0 ? "" : " at " + price(priceTicks))
                + (stopTicks == 0 ? "" : ", stop " + price(stopTicks));
    }
}
