package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The price at which closing a perpetual position brings back all it cost: entry and exit fees and funding. Pure. */
public final class BreakEven {

    private BreakEven() {}

    /**
     * {@return {@code X = (EP·(s + f_in) − F/Q) / (s − f_out)}}
     *
     * @param entryPrice  average entry
     * @param quantity    signed: negative is short; not 0
     * @param feeIn       rate paid to open
     * @param feeOut      rate to be paid to close
     * @param received    funding received so far, negative when paid
     */
    public static BigDecimal price(
            BigDecimal entryPrice, BigDecimal quantity, FeeRate feeIn, FeeRate feeOut, BigDecimal received) {
        BigDecimal side = BigDecimal.valueOf(quantity.signum());
        BigDecimal perUnit = received.divide(quantity.abs(), MathContext.DECIMAL64);
        BigDecimal above = entryPrice.multiply(side.add(rate(feeIn))).subtract(perUnit);
        return above.divide(side.subtract(rate(feeOut)), MathContext.DECIMAL64);
    }

    /**
     * {@return the same in whole ticks, rounded to the dearer side; 0 without a position}
     *
     * @param lots          signed, {@code entryAtoms} their signed entry notional
     * @param receivedAtoms funding received so far
     */
    public static long ticks(
            Instrument instrument, long lots, long entryAtoms, FeeRate feeIn, FeeRate feeOut, long receivedAtoms) {
        if (lots == 0) {
            return 0;
        }
        BigDecimal quantity = instrument.lotSize().multiply(BigDecimal.valueOf(lots));
        BigDecimal entry = instrument.quote().toDecimal(entryAtoms).divide(quantity, MathContext.DECIMAL64);
        BigDecimal price = price(entry, quantity, feeIn, feeOut, instrument.quote().toDecimal(receivedAtoms));
        return Math.max(0, instrument.toTicks(price, lots > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    private static BigDecimal rate(FeeRate fee) {
        return BigDecimal.valueOf(fee.e8(), 8);
    }
}
