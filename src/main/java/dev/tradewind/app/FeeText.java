package dev.tradewind.app;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.ThirdAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fee schedule's part of a paper session's first row, in exact atoms. */
final class FeeText {

    private static final String TIERS = "feeTiers";
    private static final String THIRD = "thirdAsset";
    private static final String BETWEEN = " ";

    private FeeText() {}

    static void write(Map<String, String> values, FeeSchedule schedule) {
        List<String> tiers = new ArrayList<>();
        for (FeeSchedule.Tier tier : schedule.tiers()) {
            tiers.add(tier.volumeAtoms() + ":" + tier.thirdAtoms() + ":" + tier.maker().e8() + ":" + tier.taker().e8());
        }
        values.put(TIERS, String.join(BETWEEN, tiers));
        ThirdAsset third = schedule.third();
        if (third != null) {
            values.put(THIRD, third.asset().code() + BETWEEN + third.asset().scale() + BETWEEN + third.balanceAtoms()
                    + BETWEEN + third.priceE8() + BETWEEN + third.discountE8());
        }
    }

    /** {@return the schedule; one rate each in sessions of versions that knew no other} */
    static FeeSchedule read(PlanReader from, FeeRate maker, FeeRate taker) {
        if (!from.has(TIERS)) {
            return FeeSchedule.flat(maker, taker);
        }
        List<FeeSchedule.Tier> tiers = new ArrayList<>();
        for (String row : from.text(TIERS).split(BETWEEN)) {
            String[] parts = row.split(":");
            if (parts.length != 4) {
                throw new IllegalArgumentException("a fee tier has four numbers, not '" + row + "'");
            }
            tiers.add(new FeeSchedule.Tier(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    new FeeRate(Long.parseLong(parts[2])),
                    new FeeRate(Long.parseLong(parts[3]))));
        }
        return new FeeSchedule(tiers, third(from));
    }

    private static @Nullable ThirdAsset third(PlanReader from) {
        if (!from.has(THIRD)) {
            return null;
        }
        String[] parts = from.text(THIRD).split(BETWEEN);
        if (parts.length != 5) {
            throw new IllegalArgumentException("a third asset has five values, not '" + from.text(THIRD) + "'");
        }
        return new ThirdAsset(
                new Asset(parts[0], Integer.parseInt(parts[1])),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]));
    }
}
