package dev.tradewind.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** An account whose owner trades elsewhere with what is others' here. */
class OwingAccountTest {

    private static final Instrument INSTRUMENT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);

    @Test
    void whatIsNotHeldCannotBeSoldUnlessItMayBeOwed() {
        SpotAccount account = new SpotAccount(INSTRUMENT, 1_000, true);
        assertThrows(IllegalStateException.class, () -> account.fill(Side.SELL, 100, 1, 0, FeeAsset.QUOTE));
        account.mayOwe();
        account.fill(Side.SELL, 100, 1, 0, FeeAsset.QUOTE);
        assertEquals(-INSTRUMENT.lotAtoms(), account.baseAtoms());
        assertEquals(-INSTRUMENT.notionalAtoms(100, 1), account.costAtoms());
        assertEquals(0, account.realisedAtoms());
        account.fill(Side.BUY, 90, 1, 0, FeeAsset.QUOTE);
        assertEquals(0, account.baseAtoms());
        assertEquals(0, account.costAtoms());
        assertEquals(INSTRUMENT.notionalAtoms(10, 1), account.realisedAtoms());
    }

    @Test
    void capitalAndProfitAreCashAndCostWhateverHappens() {
        for (long seed = 1; seed <= 500; seed++) {
            Rng rng = new Rng(seed);
            SpotAccount account = new SpotAccount(INSTRUMENT, 1_000_000_000_000L, true);
            account.mayOwe();
            for (int i = 0; i < 60; i++) {
                long price = 50 + rng.nextInt(100);
                long lots = 1 + rng.nextInt(20);
                switch (rng.nextInt(4)) {
                    case 0 -> account.adjustBase(lots * 977, INSTRUMENT.valueOfBaseAtoms(price, lots * 977));
                    case 1 -> account.adjustBase(-lots * 977, -INSTRUMENT.valueOfBaseAtoms(price, lots * 977));
                    case 2 -> account.fill(Side.BUY, price, lots, rng.nextInt(50), FeeAsset.BASE);
                    default -> account.fill(Side.SELL, price, lots, rng.nextInt(50), FeeAsset.QUOTE);
                }
                assertEquals(
                        account.quoteAtoms() + account.costAtoms(),
                        account.capitalAtoms() + account.realisedAtoms(),
                        "seed " + seed + " step " + i);
                assertTrue(
                        account.costAtoms() == 0 || account.costAtoms() > 0 == account.baseAtoms() > 0,
                        "seed " + seed + " step " + i + ": " + account.baseAtoms() + " at " + account.costAtoms());
            }
        }
    }
}
