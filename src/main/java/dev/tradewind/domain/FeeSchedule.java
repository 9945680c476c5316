package dev.tradewind.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange charges by how much one trades and holds. The best tier whose two demands are met counts. Immutable;
 * allocates nothing when asked.
 *
 * @param tiers lowest first; the first demands nothing
 * @param third the asset that may pay fees, null where there is none
 */
public record FeeSchedule(List<Tier> tiers, @Nullable ThirdAsset third) {

    /**
     * One step of the schedule.
     *
     * @param volumeAtoms turnover of the last 30 days it demands, in quote atoms
     * @param thirdAtoms  balance of the third asset it demands, in its atoms
     */
    public record Tier(long volumeAtoms, long thirdAtoms, FeeRate maker, FeeRate taker) {
        public Tier {
            if (volumeAtoms < 0 || thirdAtoms < 0) {
                throw new IllegalArgumentException("a fee tier demands no negative volume or balance");
            }
        }
    }

    public FeeSchedule {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().volumeAtoms() != 0 || tiers.getFirst().thirdAtoms() != 0) {
            throw new IllegalArgumentException("a fee schedule begins with a tier that demands nothing");
        }
    }

    /** {@return one rate for makers and one for takers, whatever is traded} */
    public static FeeSchedule flat(FeeRate maker, FeeRate taker) {
        return new FeeSchedule(List.of(new Tier(0, 0, maker, taker)), null);
    }

    /** {@return the rate of a fill before any discount} */
    public FeeRate rate(boolean maker, long monthVolumeAtoms, long thirdAtoms) {
        Tier found = tiers.getFirst();
        for (int i = 1; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            if (monthVolumeAtoms >= tier.volumeAtoms() && thirdAtoms >= tier.thirdAtoms()) {
                found = tier;
            }
        }
        return maker ? found.maker() : found.taker();
    }
}
