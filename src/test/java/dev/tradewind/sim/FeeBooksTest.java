package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.FeeSchedule.Tier;
import dev.tradewind.domain.ThirdAsset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeeBooksTest {

    private static final long DAY = 86_400_000_000_000L;
    private static final FeeRate TEN = new FeeRate(100_000);
    private static final FeeRate NINE = new FeeRate(90_000);
    private static final FeeRate FIVE = new FeeRate(50_000);

    @Test
    void theTierFollowsTheTurnoverOfThirtyDays() {
        FeeSchedule schedule = new FeeSchedule(
                List.of(new Tier(0, 0, NINE, TEN), new Tier(1_000, 0, FIVE, NINE)), null);
        FeeBooks books = new FeeBooks(schedule::rate, null);
        assertEquals(TEN, books.rate(false, DAY));
        books.traded(600, DAY);
        books.traded(400, 2 * DAY);
        assertEquals(NINE, books.rate(false, 2 * DAY));
        assertEquals(FIVE, books.rate(true, 30 * DAY + DAY - 1));
        assertEquals(TEN, books.rate(false, 31 * DAY), "the first day is out");
        assertEquals(TEN, books.rate(false, 400 * DAY));
    }

    @Test
    void aTierMayDemandABalance() {
        FeeSchedule schedule = new FeeSchedule(List.of(new Tier(0, 0, TEN, TEN), new Tier(0, 50, FIVE, FIVE)), null);
        assertEquals(TEN, schedule.rate(true, 0, 49));
        assertEquals(FIVE, schedule.rate(true, 0, 50));
        assertThrows(IllegalArgumentException.class, () -> new FeeSchedule(List.of(), null));
    }

    @Test
    void feesComeOutOfTheThirdAssetWhileItLasts() {
        // worth 300 each, a quarter off: 400 of fee is 300, one atom
        ThirdAsset third = new ThirdAsset(Asset.of("BNB"), 2, 30_000_000_000L, 25_000_000);
        FeeBooks books = new FeeBooks((maker, volume, balance) -> TEN, third);
        assertTrue(books.paysInThird(400));
        assertEquals(1, books.paidThirdAtoms());
        assertEquals(300, books.paidValueAtoms());
        assertFalse(books.paysInThird(800), "two atoms are needed, one is left");
        assertTrue(books.paysInThird(1));
        assertEquals(0, books.thirdAtoms());
        assertFalse(new FeeBooks((maker, volume, balance) -> TEN, null).paysInThird(1));
    }
}
