package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A tradable pair on one venue, and the only bridge between decimals and the exact integers the core works on: prices
 * are whole ticks, quantities whole lots, balances whole atoms. Immutable; safe on any thread.
 */
public final class Instrument {

    private final String symbol;
    private final String venue;
    private final Asset base;
    private final Asset quote;
    private final BigDecimal tickSize;
    private final BigDecimal lotSize;
    private final InstrumentFilters filters;
    private final long lotAtoms;
    private final long tickLotAtoms;
    private final @Nullable PerpetualTerms perpetual;

    /**
     * A spot pair.
     *
     * @param symbol   the venue's own symbol, for instance {@code BTCUSDT}
     * @param tickSize smallest price step in quote units, positive
     * @param lotSize  smallest quantity step in base units, positive
     * @throws IllegalArgumentException if a lot or a tick times a lot is not a whole number of atoms
     */
    public Instrument(
            String symbol,
            String venue,
            Asset base,
            Asset quote,
            BigDecimal tickSize,
            BigDecimal lotSize,
            InstrumentFilters filters) {
        this(symbol, venue, base, quote, tickSize, lotSize, filters, null);
    }

    private Instrument(
            String symbol,
            String venue,
            Asset base,
            Asset quote,
            BigDecimal tickSize,
            BigDecimal lotSize,
            InstrumentFilters filters,
            @Nullable PerpetualTerms perpetual) {
        if (tickSize.signum() <= 0 || lotSize.signum() <= 0) {
            throw new IllegalArgumentException(
                    symbol + ": tick size " + tickSize + " and lot size " + lotSize + " must be positive");
        }
        this.symbol = symbol;
        this.venue = venue;
        this.base = base;
        this.quote = quote;
        this.tickSize = tickSize.stripTrailingZeros();
        this.lotSize = lotSize.stripTrailingZeros();
        this.filters = filters;
        this.perpetual = perpetual;
        this.lotAtoms = wholeAtoms(symbol, "lot size", lotSize, base);
        this.tickLotAtoms = wholeAtoms(symbol, "tick size × lot size", tickSize.multiply(lotSize), quote);
    }

    /** {@return the same instrument under other filters} */
    public Instrument withFilters(InstrumentFilters other) {
        return new Instrument(symbol, venue, base, quote, tickSize, lotSize, other, perpetual);
    }

    /** {@return the same pair as a perpetual} */
    public Instrument withPerpetual(PerpetualTerms terms) {
        return new Instrument(symbol, venue, base, quote, tickSize, lotSize, filters, terms);
    }

    /** {@return what makes it a perpetual, null on spot} */
    public @Nullable PerpetualTerms perpetual() {
        return perpetual;
    }

    /** {@return whether it is a perpetual} */
    public boolean isPerpetual() {
        return perpetual != null;
    }

    /**
     * {@return the terms of a perpetual}
     *
     * @throws IllegalStateException on spot
     */
    public PerpetualTerms margins() {
        PerpetualTerms terms = perpetual;
        if (terms == null) {
            throw new IllegalStateException(symbol + " is a spot pair and has no margin");
        }
        return terms;
    }

    private static long wholeAtoms(String symbol, String what, BigDecimal amount, Asset asset) {
        try {
            long atoms = amount.movePointRight(asset.scale()).longValueExact();
            if (atoms > 0) {
                return atoms;
            }
        } catch (ArithmeticException e) {
            // reported below with the value
        }
        throw new IllegalArgumentException(symbol + ": " + what + " " + amount.toPlainString()
                + " is not a whole number of " + asset.code() + " atoms (10^-" + asset.scale() + ")");
    }

    /** {@return the venue's symbol} */
    public String symbol() {
        return symbol;
    }

    /** {@return the venue's name as shown} */
    public String venue() {
        return venue;
    }

    /** {@return the asset bought and sold} */
    public Asset base() {
        return base;
    }

    /** {@return the asset prices are in} */
    public Asset quote() {
        return quote;
    }

    /** {@return the smallest price step} */
    public BigDecimal tickSize() {
        return tickSize;
    }

    /** {@return the smallest quantity step} */
    public BigDecimal lotSize() {
        return lotSize;
    }

    /** {@return the venue's demands} */
    public InstrumentFilters filters() {
        return filters;
    }

    /** {@return base atoms in one lot} */
    public long lotAtoms() {
        return lotAtoms;
    }

    /** {@return quote atoms of one lot at a price of one tick} */
    public long tickLotAtoms() {
        return tickLotAtoms;
    }

    /** {@return decimals a price is shown with} */
    public int priceDecimals() {
        return Math.max(0, tickSize.scale());
    }

    /** {@return decimals a quantity is shown with} */
    public int quantityDecimals() {
        return Math.max(0, lotSize.scale());
    }

    /**
     * {@return price × quantity in atoms of the quote asset}
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public long notionalAtoms(long priceTicks, long quantityLots) {
        return Math.multiplyExact(Math.multiplyExact(priceTicks, quantityLots), tickLotAtoms);
    }

    /** {@return price × quantity} */
    public Money notional(Price price, Quantity quantity) {
        return new Money(quote, notionalAtoms(price.ticks(), quantity.lots()));
    }

    /**
     * {@return the value of base atoms at a price, in quote atoms, rounded down}
     *
     * @param baseAtoms not negative
     */
    public long valueOfBaseAtoms(long priceTicks, long baseAtoms) {
        long perLot = Math.multiplyExact(priceTicks, tickLotAtoms);
        return baseAtoms >= 0
                ? Exact.mulDivFloor(baseAtoms, perLot, lotAtoms)
                : -Exact.mulDivCeil(-baseAtoms, perLot, lotAtoms);
    }

    /** {@return whole lots that {@code quoteAtoms} buy at a price, rounded down; fees not counted} */
    public long lotsFor(long quoteAtoms, long priceTicks) {
        return quoteAtoms / Math.multiplyExact(priceTicks, tickLotAtoms);
    }

    /** {@return a price in ticks as a decimal at the tick's own scale} */
    public BigDecimal toPrice(long ticks) {
        return tickSize.multiply(BigDecimal.valueOf(ticks)).setScale(priceDecimals(), RoundingMode.HALF_UP);
    }

    /** {@return a quantity in lots as a decimal at the lot's own scale} */
    public BigDecimal toQuantity(long lots) {
        return lotSize.multiply(BigDecimal.valueOf(lots)).setScale(quantityDecimals(), RoundingMode.HALF_UP);
    }

    /**
     * {@return a decimal price in whole ticks}
     *
     * @throws ArithmeticException if rounding is needed and {@code rounding} is {@link RoundingMode#UNNECESSARY}
     */
    public long toTicks(BigDecimal price, RoundingMode rounding) {
        return price.divide(tickSize, 0, rounding).longValueExact();
    }

    /** {@return a decimal quantity in whole lots} */
    public long toLots(BigDecimal quantity, RoundingMode rounding) {
        return quantity.divide(lotSize, 0, rounding).longValueExact();
    }

    /** {@return a price in ticks as a double, for indicators and drawing only} */
    public double priceAsDouble(long ticks) {
        return ticks * tickSize.doubleValue();
    }

    /** {@return a quantity in lots as a double, for indicators and drawing only} */
    public double quantityAsDouble(long lots) {
        return lots * lotSize.doubleValue();
    }

    @Override
    public String toString() {
        return symbol + " on " + venue;
    }
}
