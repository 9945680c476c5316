package dev.tradewind.ui.screen.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How many ticks make a ladder row: four round choices that fit a price. Pure. */
final class LadderGrouping {

    /** A row's usual share of the price: some thirty rows then show about ±0.8 %. */
    private static final double USUAL_SHARE = 0.0005;

    private LadderGrouping() {}

    /** {@return four round numbers of ticks, ascending; the second is the usual one} */
    static List<Long> choices(long lastTicks) {
        List<Long> ladder = new ArrayList<>();
        for (long power = 1; power <= 1_000_000_000_000L; power *= 10) {
            ladder.add(power);
            ladder.add(power * 2);
            ladder.add(power * 5);
        }
        int usual = 1;
        while (usual < ladder.size() - 3 && ladder.get(usual) < lastTicks * USUAL_SHARE) {
            usual++;
        }
        return List.copyOf(ladder.subList(usual - 1, usual + 3));
    }

    /** {@return a group in price units, for instance {@code 0.5}} */
    static String words(long ticks, BigDecimal tickSize) {
        return tickSize.multiply(BigDecimal.valueOf(ticks)).stripTrailingZeros().toPlainString();
    }
}
