package dev.tradewind.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

    private static final long USD = 10_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    private final Instrument instrument = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.0001"),
            InstrumentFilters.NONE);

    @Test
    void aRoundTripWithFeesInQuoteComesToTheAtom() {
        BotAccount account = BotAccount.of(instrument, 1_000 * USD);
        // 0.5 at 100.00 with 0.1 %: pays 50.05; 0.5 at 110.00: brings 55 − 0.055
        account.fill(Side.BUY, 10_000, 5_000, 500_000_000L, FeeAsset.QUOTE);
        assertEquals(500_500_000_000L, account.costAtoms());
        account.fill(Side.SELL, 11_000, 5_000, 550_000_000L, FeeAsset.QUOTE);
        assertEquals(48_950_000_000L, account.realisedAtoms());
        assertEquals(1_000 * USD + 48_950_000_000L, account.quoteAtoms());
        assertEquals(0, account.costAtoms());
        assertEquals(1_050_000_000L, account.feesAtoms());
        assertEquals(50 * USD, account.boughtAtoms());
        assertEquals(55 * USD, account.soldAtoms());
    }

    @Test
    void aFeeInBaseLeavesDustAtItsCost() {
        BotAccount account = BotAccount.of(instrument, 1_000 * USD);
        // 0.1 % of 0.5 is 0.0005: 0.4995 is held
        account.fill(Side.BUY, 10_000, 5_000, 5_000_000L, FeeAsset.BASE);
        assertEquals(4_995, account.sellableLots());
        assertEquals(50 * USD, account.costAtoms());
        // a fee of 0.05 in quote, at the fill's price
        assertEquals(500_000_000L, account.feesAtoms());
        account.fill(Side.BUY, 10_000, 1, 1_000, FeeAsset.BASE);
        assertEquals(4_995, account.sellableLots());
        account.fill(Side.SELL, 10_000, 4_995, 0, FeeAsset.QUOTE);
        assertEquals(999_000, account.baseAtoms());
        // 0.5001 cost 50.01 and 0.4995999 came in: 0.0000999 left at 100.1001… each
        assertEquals(100_000_000L, account.costAtoms());
    }

    @Test
    void anAccountNeverSellsWhatItDidNotBuy() {
        Ledger ledger = new Ledger(instrument, 1_000 * USD);
        BotAccount one = ledger.open(100 * USD);
        BotAccount other = ledger.open(100 * USD);
        ledger.fill(one, Side.BUY, 10_000, 10, 0, FeeAsset.QUOTE);
        assertThrows(
                IllegalStateException.class, () -> ledger.fill(other, Side.SELL, 10_000, 1, 0, FeeAsset.QUOTE));
    }

    @Test
    void closingABotMovesWhatItHoldsAndLosesNoProfit() {
        Ledger ledger = new Ledger(instrument, 1_000 * USD);
        BotAccount bot = ledger.open(400 * USD);
        ledger.fill(bot, Side.BUY, 10_000, 20_000, 0, FeeAsset.QUOTE);
        ledger.fill(bot, Side.SELL, 12_000, 10_000, 0, FeeAsset.QUOTE);
        assertEquals(20 * USD, bot.realisedAtoms());
        ledger.close(bot);
        assertEquals(0, bot.quoteAtoms() + bot.baseAtoms() + bot.costAtoms());
        assertEquals(20 * USD, bot.realisedAtoms());
        assertEquals(-20 * USD, bot.capitalAtoms());
        assertEquals(1_020 * USD, ledger.user().capitalAtoms());
        assertEquals(920 * USD, ledger.user().quoteAtoms());
        assertEquals(100 * USD, ledger.user().costAtoms());
        assertEquals(1_000 * USD, ledger.user().capitalAtoms() + bot.capitalAtoms());
        // the user sells the rest: 1 at 90
        ledger.fill(ledger.user(), Side.SELL, 9_000, 10_000, 0, FeeAsset.QUOTE);
        assertEquals(-10 * USD, ledger.user().realisedAtoms());
        assertEquals(1_010 * USD, ledger.quoteAtoms());
    }

    @Test
    void aBotWithReservationsCannotBeClosedAndCapitalHasToBeFree() {
        Ledger ledger = new Ledger(instrument, 1_000 * USD);
        BotAccount bot = ledger.open(400 * USD);
        ledger.reserve(bot, 5);
        assertThrows(IllegalStateException.class, () -> ledger.close(bot));
        ledger.reserve(ledger.user(), 500 * USD);
        assertEquals(
                "capital 100.0000000001 USD is not between one atom and the free 100 USD",
                assertThrows(IllegalArgumentException.class, () -> ledger.open(100 * USD + 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> ledger.open(0));
    }

    @Test
    void aDayStartsAtTheEquityOfTheLastMarkBeforeMidnight() {
        Ledger ledger = new Ledger(instrument, 1_000 * USD);
        ledger.fill(ledger.user(), Side.BUY, 10_000, 10_000, 0, FeeAsset.QUOTE);
        ledger.rollDay(1);
        ledger.mark(1, 12_000);
        assertEquals(1_000 * USD, ledger.dayStartEquityAtoms());
        ledger.rollDay(DAY - 1);
        ledger.mark(DAY, 13_000);
        assertEquals(1_000 * USD, ledger.dayStartEquityAtoms());
        ledger.rollDay(DAY);
        ledger.mark(DAY, 11_000);
        assertEquals(1_030 * USD, ledger.dayStartEquityAtoms());
        ledger.rollDay(5 * DAY + 7);
        assertEquals(1_010 * USD, ledger.dayStartEquityAtoms());
        assertEquals(1_010 * USD, ledger.equityAtoms());
    }

    @ParameterizedTest
    @EnumSource(FeeAsset.class)
    void sumsAndProfitHoldToTheAtomOnRandomFills(FeeAsset buyFee) {
        for (long seed = 1; seed <= 30; seed++) {
            Rng rng = new Rng(seed);
            FeeRate rate = new FeeRate(rng.nextInt(1_000_000));
            Ledger ledger = new Ledger(instrument, 10_000_000 * USD);
            for (int bots = 0; bots < 3; bots++) {
                ledger.open((1 + rng.nextInt(1_000_000)) * USD);
            }
            for (int i = 0; i < 500; i++) {
                List<BotAccount> accounts = ledger.accounts();
                BotAccount account = accounts.get(rng.nextInt(accounts.size()));
                long price = 1 + rng.nextInt(100_000);
                boolean sell = account.sellableLots() > 0 && rng.nextInt(2) == 0;
                long lots = 1 + rng.nextInt((int) Math.min(50_000, sell ? account.sellableLots() : 50_000));
                long notional = instrument.notionalAtoms(price, lots);
                FeeAsset asset = sell ? FeeAsset.QUOTE : buyFee;
                long fee = rate.feeOn(asset == FeeAsset.QUOTE ? notional : lots * instrument.lotAtoms());
                ledger.fill(account, sell ? Side.SELL : Side.BUY, price, lots, fee, asset);
                ledger.reserve(account, rng.nextInt(1_000) - 500);
                check("seed " + seed + " fill " + i, ledger, price);
            }
            long before = sumOfRealised(ledger);
            for (BotAccount account : ledger.accounts()) {
                if (account != ledger.user()) {
                    ledger.reserve(account, -account.reservedAtoms());
                    ledger.close(account);
                }
            }
            assertEquals(before, sumOfRealised(ledger), "seed " + seed);
            check("seed " + seed + " closed", ledger, 777);
        }
    }

    private static long sumOfRealised(Ledger ledger) {
        return ledger.accounts().stream().mapToLong(BotAccount::realisedAtoms).sum();
    }

    private void check(String what, Ledger ledger, long price) {
        long quote = 0;
        long base = 0;
        long capital = 0;
        long reserved = 0;
        long profit = 0;
        for (BotAccount account : ledger.accounts()) {
            assertEquals(
                    account.capitalAtoms() + account.realisedAtoms(),
                    account.freeQuoteAtoms() + account.reservedAtoms() + account.costAtoms(), what);
            assertTrue(account.baseAtoms() >= 0 && account.costAtoms() >= 0, what);
            quote += account.quoteAtoms();
            base += account.baseAtoms();
            capital += account.capitalAtoms();
            reserved += account.reservedAtoms();
            profit += account.realisedAtoms() + account.unrealisedAtoms(price);
        }
        assertEquals(quote, ledger.quoteAtoms(), what);
        assertEquals(base, ledger.baseAtoms(), what);
        assertEquals(reserved, ledger.reservedAtoms(), what);
        assertEquals(10_000_000 * USD, capital, what);
        long equity = ledger.mark(0, price);
        assertEquals(quote + instrument.valueOfBaseAtoms(price, base), equity, what);
        // each account's odd atoms are rounded down on their own
        long rounding = equity - ledger.startEquityAtoms() - profit;
        assertTrue(rounding >= 0 && rounding < ledger.accounts().size(), what + ": " + rounding);
    }
}
