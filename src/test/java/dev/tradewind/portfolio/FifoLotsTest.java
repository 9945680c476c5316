package dev.tradewind.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class FifoLotsTest {

    @Test
    void theOldestLotGoesFirst() {
        FifoLots lots = new FifoLots();
        lots.apply(10, 1_000);
        lots.apply(10, 1_200);
        lots.apply(-15, -1_800);
        // 10 at 100 and 5 at 120, sold at 120
        assertEquals(200, lots.realisedAtoms());
        lots.apply(-5, -500);
        assertEquals(100, lots.realisedAtoms());
    }

    @Test
    void aSaleBeyondWhatIsHeldOpensAShortLot() {
        FifoLots lots = new FifoLots();
        lots.apply(4, 400);
        lots.apply(-10, -1_100);
        assertEquals(40, lots.realisedAtoms());
        lots.apply(6, 540);
        assertEquals(160, lots.realisedAtoms());
        lots.charge(10);
        assertEquals(150, lots.realisedAtoms());
    }

    @Test
    void onceAllIsClosedTheProfitIsWhatCameInLessWhatWentOut() {
        for (long seed = 1; seed <= 50; seed++) {
            Rng rng = new Rng(seed);
            FifoLots lots = new FifoLots();
            long held = 0;
            long cash = 0;
            for (int i = 0; i < 9_000; i++) {
                long size = rng.nextInt(seed % 2 == 0 ? 40 : 21) - 10;
                long value = size * (900 + rng.nextInt(200)) + Long.signum(size) * rng.nextInt(7);
                lots.apply(size, value);
                held += size;
                cash -= value;
            }
            lots.apply(-held, -held * 1_000);
            assertEquals(cash + held * 1_000, lots.realisedAtoms(), "seed " + seed);
        }
    }
}
