package dev.tradewind.domain;

import java.math.BigDecimal;

/** A figure of an order that a rule may judge and a person may change. */
public enum OrderField {
    /** None: what stands in the way lies outside the order. */
    NONE("order"),
    /** The size in lots. */
    SIZE("quantity"),
    /** The size of a market order in quote atoms. */
    WORTH("worth"),
    /** The limit in ticks. */
    PRICE("price"),
    /** The trigger in ticks. */
    STOP("stop price"),
    /** The lots shown at a time. */
    DISPLAY("display size"),
    /** A trailing order's distance in basis points; no figure of a plain order. */
    TRAILING("trailing distance");

    private final String label;

    OrderField(String label) {
        this.label = label;
    }

    /** {@return what people call it, in the middle of a sentence} */
    public String label() {
        return label;
    }

    /** {@return the order's figure in the field's own unit; 0 where the order has none} */
    public long of(OrderRequest order) {
        return switch (this) {
            case NONE, TRAILING -> 0;
            case SIZE -> order.quantityLots();
            case WORTH -> order.terms().quoteAtoms();
            case PRICE -> order.priceTicks();
            case STOP -> order.stopTicks();
            case DISPLAY -> order.terms().displayLots();
        };
    }

    /** {@return a copy of the order with another figure in this field} */
    public OrderRequest in(OrderRequest order, long value) {
        OrderRequest copy = order.copy();
        OrderTerms terms = order.terms();
        return switch (this) {
            case NONE, TRAILING -> copy;
            case SIZE -> copy.amend(value, order.priceTicks(), order.stopTicks());
            case PRICE -> copy.amend(order.quantityLots(), value, order.stopTicks());
            case STOP -> copy.amend(order.quantityLots(), order.priceTicks(), value);
            case WORTH -> copy.with(terms.worth(value), order.algoId());
            case DISPLAY -> copy.with(terms.showing(value), order.algoId());
        };
    }

    /** {@return a figure of this field as people write it} */
    public BigDecimal toDecimal(Instrument instrument, long value) {
        return switch (this) {
            case NONE, TRAILING -> BigDecimal.valueOf(value);
            case SIZE, DISPLAY -> instrument.toQuantity(value);
            case WORTH -> plain(instrument.quote().toDecimal(value));
            case PRICE, STOP -> instrument.toPrice(value);
        };
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
