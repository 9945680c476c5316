package dev.tradewind.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateException;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ledger with its accounts that took a state over goes on as the one that saved it, to the atom. */
class PortfolioStateTest {

    private static final long USD = 10_000_000_000L;
    private static final Instrument SPOT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final Instrument PERPETUAL = SPOT.withPerpetual(PerpetualTerms.standard(SPOT.quote()));
    private static final ThirdAsset THIRD = new ThirdAsset(Asset.of("BNB"), 500 * USD, 300_00000000L, 25_000_000);

    /** A ledger and what happens to it, by chance. */
    private static final class Books {

        final Ledger ledger;
        private final boolean hedged;
        private long timeNanos;

        Books(boolean perpetual, MarginConfig config, boolean keepsLots, boolean third) {
            hedged = config.positions() == PositionMode.HEDGE;
            ledger = new Ledger(
                    perpetual ? PERPETUAL : SPOT, 100_000 * USD, config, third ? THIRD : null, keepsLots);
        }

        /** {@return what came of it} */
        String drive(long seed) {
            Rng rng = new Rng(seed);
            timeNanos = (seed >>> 40) * 1_000_000_000L;
            try {
                return "" + act(rng);
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
                return refused.toString();
            }
        }

        private Object act(Rng rng) {
            List<BotAccount> accounts = ledger.accounts();
            BotAccount account = ledger.at(rng.nextInt(accounts.size()));
            PositionSide side = hedged ? PositionSide.values()[1 + rng.nextInt(2)] : PositionSide.NET;
            long price = 900 + rng.nextInt(200);
            switch (rng.nextInt(22)) {
                case 0 -> {
                    return accounts.size() < 6 ? ledger.placeOf(ledger.open((1 + rng.nextInt(5_000)) * USD)) : -1;
                }
                case 1 -> {
                    if (account != ledger.user()) {
                        ledger.reserve(account, -account.reservedAtoms());
                        ledger.close(account);
                    }
                }
                case 2 -> ledger.transfer((rng.nextInt(200) - 100) * USD);
                case 3 -> ledger.reserve(account, rng.nextInt(2) == 0 ? -account.reservedAtoms() : rng.nextInt(1_000));
                case 4 -> ledger.rollDay(timeNanos);
                case 5 -> ledger.adjustMargin(account, side, (rng.nextInt(100) - 30) * USD);
                case 6 -> ledger.marginAdjusted(account, side, (rng.nextInt(10) - 3) * USD);
                case 7 -> ledger.funding(side, rng.nextInt(2_000_000) - 1_000_000);
                case 8 -> ledger.fundingWithin(side, price, rng.nextInt(40_000) - 20_000);
                case 9 -> liquidate(side, price, rng);
                case 20 -> {
                    return ledger.adjustBase((rng.nextInt(200) - 100) * 1_000L);
                }
                case 21 -> ledger.adjustThird(rng.nextInt(100) - 50, rng.nextInt(100) - 50);
                case 10, 11, 12, 13 -> {
                    // often enough that the curve has to thin out its points
                    for (int i = rng.nextInt(200) == 0 ? 3_000 : rng.nextInt(3); i > 0; i--) {
                        ledger.mark(timeNanos + i, price + rng.nextInt(9));
                    }
                    return ledger.mark(timeNanos, price);
                }
                default -> fill(account, side, price, rng);
            }
            return "";
        }

        private void liquidate(PositionSide side, long price, Rng rng) {
            PerpetualAccount exchange = ledger.exchange();
            if (exchange != null && exchange.position(side).lots() != 0) {
                ledger.liquidate(side, price, Math.abs(exchange.position(side).lots()), rng.nextInt(1_000_000));
            }
        }

        private void fill(BotAccount account, PositionSide side, long price, Rng rng) {
            FeeAsset fee = FeeAsset.values()[rng.nextInt(ledger.exchange() == null ? 3 : 2) * 2 % 3];
            ledger.fill(
                    account, rng.nextInt(5) < 3 ? Side.BUY : Side.SELL, side, price, 1 + rng.nextInt(3_000),
                    rng.nextInt(100_000), fee, fee == FeeAsset.THIRD ? rng.nextInt(100_000) : 0);
        }

        String seen() {
            List<Object> seen = new ArrayList<>();
            seen.add(List.of(
                    ledger.quoteAtoms(), ledger.baseAtoms(), ledger.equityAtoms(), ledger.dayStartEquityAtoms(),
                    ledger.reservedAtoms(), ledger.thirdAtoms(), ledger.transfersAtoms(), ledger.markTicks(),
                    ledger.startEquityAtoms()));
            seen.add(ledger.curve().maxDrawdown() + " " + ledger.curve().maxDrawdownAtoms());
            seen.add(Arrays.deepToString(ledger.curve().points()));
            List<BotAccount> all = new ArrayList<>(ledger.accounts());
            if (ledger.exchange() != null) {
                all.add(ledger.exchange());
            }
            for (BotAccount account : all) {
                seen.add(seen(account) + ledger.isShared(account));
            }
            return seen.toString();
        }

        private static String seen(BotAccount account) {
            StringBuilder seen = new StringBuilder("\n");
            for (long number : new long[] {
                account.capitalAtoms(), account.freeQuoteAtoms(), account.quoteAtoms(), account.reservedAtoms(),
                account.baseAtoms(), account.positionLots(), account.sellableLots(), account.costAtoms(),
                account.marginAtoms(), account.realisedAtoms(), account.fundingAtoms(), account.feesAtoms(),
                account.boughtAtoms(), account.soldAtoms(), account.unrealisedAtoms(1_000), account.equityAtoms(1_000)
            }) {
                seen.append(number).append(' ');
            }
            seen.append(account.fifoRealisedAtoms());
            for (PositionSide side : PositionSide.values()) {
                seen.append(' ').append(account.positionLots(side)).append(' ').append(account.entryTicks(side));
                if (account instanceof PerpetualAccount perpetual) {
                    Position position = perpetual.position(side);
                    seen.append(' ').append(position.entryAtoms()).append(' ').append(position.addedMarginAtoms());
                    seen.append(' ').append(position.fundingAtoms()).append(' ').append(perpetual.liquidationTicks(side));
                    seen.append(' ').append(perpetual.closedAtoms());
                }
            }
            return seen.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, CROSS, ONE_WAY, true, true", "2, false, CROSS, ONE_WAY, false, false",
        "3, false, CROSS, ONE_WAY, true, false", "4, true, CROSS, ONE_WAY, true, false",
        "5, true, ISOLATED, ONE_WAY, true, true", "6, true, ISOLATED, HEDGE, false, false",
        "7, true, CROSS, HEDGE, true, true", "8, true, ISOLATED, HEDGE, true, false"
    })
    void goesOnAsTheOneThatSaved(
            long seed, boolean perpetual, MarginMode mode, PositionMode positions, boolean keepsLots, boolean third) {
        String what = "seed " + seed;
        MarginConfig config = perpetual ? new MarginConfig(10, mode, positions) : MarginConfig.NONE;
        for (int run = 0; run < 4; run++) {
            Rng rng = new Rng(seed * 100 + run);
            Books original = new Books(perpetual, config, keepsLots, third);
            for (int i = run == 0 ? 0 : rng.nextInt(run == 3 ? 20_000 : 300); i > 0; i--) {
                original.drive(rng.nextLong());
            }
            byte[] state = SavedStates.of(original.ledger);
            Books loaded = new Books(perpetual, config, keepsLots, third);
            SavedStates.loaded(state, loaded.ledger);
            assertArrayEquals(state, SavedStates.of(loaded.ledger), what);
            Set<String> met = StateRules.all().compare(what, original.ledger, loaded.ledger);
            assertTrue(met.contains("portfolio.EquityCurve"), met.toString());
            for (int i = 0; i < 400; i++) {
                long step = rng.nextLong();
                assertEquals(original.drive(step), loaded.drive(step), what);
                if (i % 20 == 0) {
                    assertEquals(original.seen(), loaded.seen(), what);
                }
            }
            assertEquals(original.seen(), loaded.seen(), what);
            assertArrayEquals(SavedStates.of(original.ledger), SavedStates.of(loaded.ledger), what);
            SavedStates.refuseDamageOf(
                    state, () -> new Books(perpetual, config, keepsLots, third).ledger, rng, run == 0 ? 400 : 60);
        }
    }

    @Test
    void moreLotsThanAreKeptStayInOrder() {
        FifoLots original = new FifoLots();
        for (int i = 1; i <= 5_000; i++) {
            original.apply(i, 3L * i);
            if (i % 7 == 0) {
                original.apply(-3, -11);
            }
        }
        FifoLots loaded = new FifoLots();
        SavedStates.load(SavedStates.of(original::save), loaded::load);
        assertArrayEquals(SavedStates.of(original::save), SavedStates.of(loaded::save));
        original.apply(-4_000_000, -20_000_000);
        loaded.apply(-4_000_000, -20_000_000);
        assertEquals(original.realisedAtoms(), loaded.realisedAtoms());
        assertArrayEquals(SavedStates.of(original::save), SavedStates.of(loaded::save));
    }

    @Test
    void anAccountOfItsOwnKeepsItsMark() {
        BotAccount original = BotAccount.of(PERPETUAL, 1_000 * USD, new MarginConfig(5, MarginMode.CROSS, PositionMode.ONE_WAY));
        original.fill(Side.BUY, 1_000, 2_000, 0, FeeAsset.QUOTE);
        original.fill(Side.BUY, 1_100, 2_000, 0, FeeAsset.QUOTE);
        BotAccount loaded = SavedStates.loaded(
                SavedStates.of(original),
                BotAccount.of(PERPETUAL, 1_000 * USD, new MarginConfig(5, MarginMode.CROSS, PositionMode.ONE_WAY)));
        StateRules.all().compare("an account of its own", original, loaded);
        assertEquals(original.freeQuoteAtoms(), loaded.freeQuoteAtoms());
    }

    @Test
    void anotherKindOfLedgerRefusesIt() {
        byte[] spot = SavedStates.of(new Ledger(SPOT, USD));
        StateException kind = assertThrows(
                StateException.class, () -> SavedStates.loaded(spot, new Ledger(PERPETUAL, USD)));
        assertTrue(kind.getMessage().endsWith("BTCUSD is a perpetual here"), kind.getMessage());
        StateException lots = assertThrows(
                StateException.class,
                () -> SavedStates.loaded(spot, new Ledger(SPOT, USD, MarginConfig.NONE, null, true)));
        assertTrue(lots.getMessage().endsWith("profit was not counted lot by lot, here it is"), lots.getMessage());
    }
}
