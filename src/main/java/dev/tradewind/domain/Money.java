package dev.tradewind.domain;

import java.math.BigDecimal;

/**
 * A signed amount of one asset.
 *
 * @param asset what it is an amount of
 * @param atoms the amount in the asset's atoms
 */
public record Money(Asset asset, long atoms) {

    /**
     * {@return the sum}
     *
     * @throws IllegalArgumentException if the assets differ
     * @throws ArithmeticException on overflow
     */
    public Money plus(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot add " + other.asset.code() + " to " + asset.code());
        }
        return new Money(asset, Math.addExact(atoms, other.atoms));
    }

    /** {@return the amount as a decimal} */
    public BigDecimal toDecimal() {
        return asset.toDecimal(atoms);
    }
}
