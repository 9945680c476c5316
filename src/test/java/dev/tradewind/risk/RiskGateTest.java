package dev.tradewind.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.BotAccount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule by its message: which rule, which value, what would pass. */
class RiskGateTest {

    private static final long USD = 10_000_000_000L;

    /** 2026-01-01T00:00:00Z. */
    private static final long NOW = 1_767_225_600L * 1_000_000_000L;

    /** Tick 0.01, lot 0.001; from 0.002 to 50 (market 20), worth 5 and more, 1.00 to 900.00, three orders. */
    private final Instrument instrument = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.001"),
            new InstrumentFilters(2, 50_000, 20_000, 5 * USD, 100, 90_000, 3));

    private final View view = new View();

    private final class View implements RiskView {
        TradingState state = TradingState.ACTIVE;
        long last = 10_000;
        final BotAccount account = BotAccount.of(instrument, 1_000 * USD);
        long workingSells;
        long linkedSells;
        int open;
        long exposure;
        long shortLots;
        boolean hedged;
        long usual;

        @Override
        public TradingState tradingState() {
            return state;
        }

        @Override
        public long lastTicks() {
            return last;
        }

        @Override
        public Instrument instrument() {
            return instrument;
        }

        @Override
        public long nowNanos() {
            return NOW;
        }

        @Override
        public long freeQuoteAtoms() {
            return account.freeQuoteAtoms();
        }

        @Override
        public long sellableLots() {
            return account.sellableLots();
        }

        @Override
        public long shortLots() {
            return shortLots;
        }

        @Override
        public boolean hedged() {
            return hedged;
        }

        @Override
        public long usualLots() {
            return usual;
        }

        @Override
        public long workingSellLots() {
            return workingSells;
        }

        @Override
        public long linkedSellLots(long linkId) {
            return linkedSells;
        }

        @Override
        public int openOrders() {
            return open;
        }

        @Override
        public long exposureAtoms() {
            return exposure;
        }

        @Override
        public long reservationAtoms(long priceTicks, long lots) {
            long notional = instrument.notionalAtoms(priceTicks, lots);
            return notional + notional / 1_000;
        }
    }

    private String ask(RiskLimits limits, Side side, OrderType type, long lots, long price, long stop, long link) {
        Verdict verdict = new RiskGate(instrument, limits)
                .check(new OrderRequest().set(1, 1, 0, side, type, TimeInForce.GTC, lots, price, stop, 0, link), view);
        return verdict.passes() ? "pass" : verdict.rule() + ": " + verdict.message() + (verdict.balance() ? " (balance)" : "");
    }

    private String ask(Side side, OrderType type, long lots, long price, long stop) {
        return ask(RiskLimits.NONE, side, type, lots, price, stop, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BUY | MARKET      | 50                  | 0                  | 0  | pass
                    BUY | LIMIT       | 50                  | 10000              | 0  | pass
                    BUY | STOP_MARKET | 50                  | 0                  | 10000 | pass
                    BUY | MARKET      | 0                   | 0                  | 0  | LOT_SIZE: the quantity is less than one lot
                    BUY | MARKET      | -4                  | 0                  | 0  | LOT_SIZE: the quantity is less than one lot
                    BUY | LIMIT       | 50                  | 0                  | 0  | PRICE_FILTER: a limit order needs a price of at least one tick
                    BUY | STOP_LIMIT  | 50                  | 10000              | 0  | PRICE_FILTER: a stop order needs a stop price of at least one tick
                    BUY | LIMIT       | 50                  | 99                 | 0  | PRICE_FILTER: price 0.99 is outside 1.00 to 900.00; nearest 1.00
                    BUY | LIMIT       | 50                  | 90001              | 0  | PRICE_FILTER: price 900.01 is outside 1.00 to 900.00; nearest 900.00
                    BUY | LIMIT       | 1                   | 90000              | 0  | LOT_SIZE: quantity 0.001 is outside 0.002 to 50.000; nearest 0.006
                    BUY | LIMIT       | 50001               | 10000              | 0  | LOT_SIZE: quantity 50.001 is outside 0.002 to 50.000; nearest 50.000
                    BUY | MARKET      | 20001               | 0                  | 0  | MARKET_LOT_SIZE: quantity 20.001 is outside 0.000 to 20.000; nearest 20.000
                    BUY | LIMIT       | 49                  | 10000              | 0  | MIN_NOTIONAL: worth 4.9 USD, minimum 5; smallest here: 0.050
                    BUY | LIMIT       | 9223372036854775807 | 10000              | 0  | LOT_SIZE: quantity 9223372036854775.807 cannot be counted at this price; the most is 2305843.009
                    BUY | LIMIT       | 50                  | 9223372036854775807 | 0 | PRICE_FILTER: price 92233720368547758.07 cannot be counted; the highest is 230584300921.36
                    SELL | LIMIT      | 9223372036854775807 | 9223372036854775807 | 0 | PRICE_FILTER: price 92233720368547758.07 cannot be counted; the highest is 230584300921.36
                    BUY | LIMIT       | 9999                | 10000              | 0  | BALANCE: needs 1000.90 USD, free 1000.00 USD (balance)
                    BUY | LIMIT       | 9990                | 10000              | 0  | pass
                    SELL | MARKET     | 50                  | 0                  | 0  | BALANCE: sells 0.050 BTC, but only 0.000 is free to sell (balance)
                    """)
    void everyRuleNamesTheValueAndWhatWouldPass(
            Side side, OrderType type, long lots, long price, long stop, String expected) {
        assertEquals(expected, ask(side, type, lots, price, stop));
    }

    @Test
    void withoutAPriceOnlyOrdersThatBringOnePass() {
        view.last = 0;
        assertEquals(
                "NO_MARKET: there is no price yet; try again after the first trade", ask(Side.BUY, OrderType.MARKET, 50, 0, 0));
        assertEquals("pass", ask(Side.BUY, OrderType.LIMIT, 50, 10_000, 0));
    }

    @Test
    void aHaltLetsOnlySalesPass() {
        view.account.fill(Side.BUY, 10_000, 100, 0, FeeAsset.QUOTE);
        for (TradingState state : new TradingState[] {TradingState.HALTED, TradingState.REDUCING}) {
            view.state = state;
            assertEquals(
                    "TRADING_STATE: trading is " + state + "; only sales of what is held pass",
                    ask(Side.BUY, OrderType.LIMIT, 50, 10_000, 0));
            assertEquals("pass", ask(Side.SELL, OrderType.LIMIT, 50, 10_000, 0));
        }
    }

    @Test
    void ordersAreCountedButMarketOrdersDoNotRest() {
        view.open = 3;
        assertEquals(
                "MAX_NUM_ORDERS: 3 orders are open on BTCUSD, the limit; cancel one first",
                ask(Side.BUY, OrderType.LIMIT, 50, 10_000, 0));
        assertEquals("pass", ask(Side.BUY, OrderType.MARKET, 50, 0, 0));
    }

    @Test
    void theUsersOwnRulesBoundOrdersAndPosition() {
        RiskLimits limits = new RiskLimits(50 * USD, 120 * USD, 0);
        assertEquals("pass", ask(limits, Side.BUY, OrderType.LIMIT, 500, 10_000, 0, 0));
        assertEquals(
                "ORDER_SIZE: 50.10 USD in one order; the rule allows 50.00 USD",
                ask(limits, Side.BUY, OrderType.LIMIT, 501, 10_000, 0, 0));
        view.exposure = 80 * USD;
        assertEquals(
                "POSITION_SIZE: held and ordered would come to 130.00 USD; the rule allows 120.00 USD",
                ask(limits, Side.BUY, OrderType.LIMIT, 500, 10_000, 0, 0));
        assertEquals("pass", ask(limits, Side.BUY, OrderType.LIMIT, 400, 10_000, 0, 0));
    }

    @Test
    void salesShareWhatIsHeldUnlessTheyAreLinked() {
        view.account.fill(Side.BUY, 10_000, 1_000, 0, FeeAsset.QUOTE);
        view.workingSells = 900;
        assertEquals("pass", ask(Side.SELL, OrderType.LIMIT, 100, 10_000, 0));
        assertEquals(
                "BALANCE: sells 0.101 BTC, but only 0.100 is free to sell (balance)",
                ask(Side.SELL, OrderType.LIMIT, 101, 10_000, 0));
        view.linkedSells = 900;
        assertEquals("pass", ask(RiskLimits.NONE, Side.SELL, OrderType.STOP_MARKET, 1_000, 0, 9_000, 5));
        assertEquals(
                "BALANCE: sells 1.001 BTC, but only 1.000 is free to sell (balance)",
                ask(RiskLimits.NONE, Side.SELL, OrderType.STOP_MARKET, 1_001, 0, 9_000, 5));
    }
}
