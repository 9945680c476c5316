package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Something one can hold a balance of.
 *
 * @param code  the field's usual short name, for instance {@code BTC}
 * @param scale decimals of one atom: a balance of {@code n} atoms is {@code n × 10^−scale}
 */
public record Asset(String code, int scale) {

    /** The scale every asset gets unless its venue says otherwise: finer than any lot, since fees are. */
    public static final int DEFAULT_SCALE = 10;

    public Asset {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an asset needs a code");
        }
        if (scale < 0 || scale > 12) {
            throw new IllegalArgumentException("asset " + code + ": scale " + scale + " is outside 0..12");
        }
    }

    /** {@return the asset with the default scale} */
    public static Asset of(String code) {
        return new Asset(code, DEFAULT_SCALE);
    }

    /** {@return a balance in atoms as a decimal} */
    public BigDecimal toDecimal(long atoms) {
        return BigDecimal.valueOf(atoms, scale);
    }

    /**
     * {@return {@code amount} in atoms, rounded towards zero}
     *
     * @throws ArithmeticException if it does not fit a long
     */
    public long toAtoms(BigDecimal amount) {
        return amount.movePointRight(scale).setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
