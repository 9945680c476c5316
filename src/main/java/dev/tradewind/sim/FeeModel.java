package dev.tradewind.sim;

import dev.tradewind.domain.FeeRate;

/** What the simulated venue charges for a fill. */
@FunctionalInterface
public interface FeeModel {

    /**
     * {@return the rate of a fill, before any discount for the asset it is paid in}
     *
     * @param maker            whether the order rested
     * @param monthVolumeAtoms turnover of the last 30 days in quote atoms
     * @param thirdAtoms       balance of the asset that pays fees, in its atoms
     */
    FeeRate rate(boolean maker, long monthVolumeAtoms, long thirdAtoms);
}
