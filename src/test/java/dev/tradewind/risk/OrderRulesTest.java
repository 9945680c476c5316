package dev.tradewind.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.PriceBounds;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs together in an order, the fat-finger collar, and verdicts asked for without sending. */
class OrderRulesTest {

    private static final long USD = 10_000_000_000L;

    /** 2026-01-01T00:00:00Z. */
    private static final long NOW = 1_767_225_600L * 1_000_000_000L;

    private static final long SECOND = 1_000_000_000L;

    /** Tick 0.01, lot 0.001; sizes of two lots from 0.002 to 50, worth 5 and more, 1.00 to 900.00. */
    private final Instrument instrument = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.001"),
            new InstrumentFilters(List.of(
                    new PriceBounds(100, 90_000), new LotSize(false, 2, 50_000, 2, 0), OrderWorth.atLeast(5 * USD))));

    private boolean hedged;
    private long shortLots;
    private long usual;
    private long free = 1_000 * USD;
    private long held = 5_000;
    private TradingState trading = TradingState.ACTIVE;

    private RiskFacts facts() {
        return new RiskFacts(
                instrument, trading, NOW, 10_000, 10_000, List.of(), 0, 0, 0, 0, free, held, 0, shortLots, hedged, usual,
                0, 0, new FeeRate(100_000));
    }

    private static OrderRequest order(int bot, Side side, OrderType type, TimeInForce tif, long lots, long price, long stop) {
        return new OrderRequest().set(1, bot, 0, side, type, tif, lots, price, stop, 0, 0);
    }

    private String ask(RiskLimits limits, OrderRequest order) {
        RiskGate gate = new RiskGate(instrument, limits);
        Verdict verdict = gate.check(order, facts());
        boolean all = gate.explain(order, facts()).stream().allMatch(Verdict::passes);
        assertThat(all).as("explain agrees with check on " + order).isEqualTo(verdict.passes());
        return verdict.passes() ? "pass" : verdict.rule() + ": " + verdict.message();
    }

    private String ask(OrderRequest order) {
        return ask(RiskLimits.NONE, order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LIMIT  | GTC | 0     | 1000 | ORDER_SIZE_UNIT: only a market order is sized in quote; give a LIMIT order its size in base
                    MARKET | IOC | 50    | 1000 | ORDER_SIZE_UNIT: the size is given in base and in quote; give one of them
                    MARKET | IOC | 0     | 1000 | pass
                    MARKET | IOC | 0     | 4    | MIN_NOTIONAL: worth 3.8 USD, minimum 5; smallest here: 0.050
                    """)
    void aSizeIsInOneUnit(OrderType type, TimeInForce tif, long lots, long dollars, String expected) {
        long worth = dollars * USD;
        free = 2_000 * USD;
        assertThat(ask(order(0, Side.BUY, type, tif, lots, type.hasLimit() ? 10_000 : 0, 0)
                        .with(OrderTerms.NONE.worth(worth), 0)))
                .isEqualTo(expected);
    }

    @Test
    void aSizeInQuoteNeedsBalanceForAllOfIt() {
        free = 500 * USD;
        OrderRequest order = order(0, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 0, 0, 0)
                .with(OrderTerms.NONE.worth(1_000 * USD), 0);
        Verdict verdict = new RiskGate(instrument, RiskLimits.NONE).check(order, facts());
        assertThat(verdict.message()).isEqualTo("needs 1000.00 USD, free 500.00 USD");
        assertThat(verdict.field()).isEqualTo(OrderField.WORTH);
        assertThat(verdict.nearest(instrument)).containsExactly(new BigDecimal("499.8994"));
    }

    @Test
    void anExpiryBelongsToGtdAndLiesAhead() {
        OrderTerms ends = OrderTerms.NONE.until(NOW + SECOND);
        assertThat(ask(limit(TimeInForce.GTD, ends))).isEqualTo("pass");
        assertThat(ask(limit(TimeInForce.GTD, OrderTerms.NONE)))
                .isEqualTo("TIME_IN_FORCE: a GTD order needs an expiry after 2026-01-01T00:00:00Z");
        assertThat(ask(limit(TimeInForce.GTC, ends)))
                .isEqualTo("TIME_IN_FORCE: only a GTD order has an expiry, this one is GTC");
        assertThat(ask(limit(TimeInForce.GTD, OrderTerms.NONE.until(NOW))))
                .isEqualTo("TIME_IN_FORCE: the expiry 2026-01-01T00:00:00Z is past; it is 2026-01-01T00:00:00Z now, "
                        + "anything later would pass");
        assertThat(ask(order(0, Side.BUY, OrderType.MARKET, TimeInForce.GTD, 100, 0, 0).with(ends, 0)))
                .isEqualTo("TIME_IN_FORCE: a market order does not wait; GTD is for orders with a price");
    }

    private static OrderRequest limit(TimeInForce tif, OrderTerms terms) {
        return order(0, Side.BUY, OrderType.LIMIT, tif, 100, 10_000, 0).with(terms, 0);
    }

    @Test
    void anIcebergRestsAndShowsAPart() {
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.NONE.showing(100)))).isEqualTo("pass");
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.NONE.showing(101))))
                .isEqualTo("ICEBERG: shows more than the order is; at most its whole quantity");
        assertThat(ask(limit(TimeInForce.FOK, OrderTerms.NONE.showing(10))))
                .isEqualTo("ICEBERG: an order that never rests shows nothing; use GTC or GTD, not FOK");
        assertThat(ask(order(0, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 100, 0, 0)
                        .with(OrderTerms.NONE.showing(10), 0)))
                .isEqualTo("ICEBERG: only an order with a limit can show less than it is");
    }

    @Test
    void postOnlyIsForLimitsThatRest() {
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.POST_ONLY))).isEqualTo("pass");
        assertThat(ask(limit(TimeInForce.IOC, OrderTerms.POST_ONLY)))
                .isEqualTo("POST_ONLY: a post-only order rests; use GTC or GTD, not IOC");
        assertThat(ask(order(0, Side.BUY, OrderType.STOP_LIMIT, TimeInForce.GTC, 100, 10_000, 10_000)
                        .with(OrderTerms.POST_ONLY, 0)))
                .isEqualTo("POST_ONLY: only a limit order can be post-only, not STOP_LIMIT");
    }

    @Test
    void positionsAreNamedWhereThereAreTwoAndReducedWhereThereIsOne() {
        OrderRequest buy = limit(TimeInForce.GTC, OrderTerms.REDUCE_ONLY);
        assertThat(ask(buy)).isEqualTo("REDUCE_ONLY: there is no short position to reduce");
        shortLots = 10;
        assertThat(ask(buy)).isEqualTo("pass");
        OrderRequest sale = order(0, Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 100, 10_000, 0)
                .with(OrderTerms.REDUCE_ONLY, 0);
        assertThat(ask(sale)).isEqualTo("pass");
        held = 0;
        assertThat(ask(sale)).isEqualTo("REDUCE_ONLY: there is no long position to reduce");
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.NONE.on(PositionSide.LONG))))
                .isEqualTo("POSITION_SIDE: this account has one position; LONG has no place, NET would pass");
        hedged = true;
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.NONE)))
                .isEqualTo("POSITION_SIDE: this account keeps long and short apart; say LONG or SHORT");
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.NONE.on(PositionSide.LONG)))).isEqualTo("pass");
        assertThat(ask(limit(TimeInForce.GTC, OrderTerms.REDUCE_ONLY.on(PositionSide.LONG))))
                .isEqualTo("REDUCE_ONLY: a buy enlarges a LONG position");
    }

    private static final RiskLimits COLLAR = new RiskLimits(0, 0, 0, new Collar(2_000_000, 50_000_000, 300));

    /** The market is at 100.00; limits may cross by 2 % and wait 50 % away. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BUY  | LIMIT              | 10200 | 0     | pass
                    BUY  | LIMIT              | 10201 | 0     | PRICE_COLLAR: price 102.01 is 2.01 % above the market at 100.00; the collar allows 50.00 to 102.00; nearest 102.00
                    BUY  | LIMIT              | 5000  | 0     | pass
                    BUY  | LIMIT              | 4999  | 0     | PRICE_COLLAR: price 49.99 is 50.01 % below the market at 100.00; the collar allows 50.00 to 102.00; nearest 50.00
                    SELL | LIMIT              | 9800  | 0     | pass
                    SELL | LIMIT              | 9799  | 0     | PRICE_COLLAR: price 97.99 is 2.01 % below the market at 100.00; the collar allows 98.00 to 150.00; nearest 98.00
                    SELL | LIMIT              | 15001 | 0     | PRICE_COLLAR: price 150.01 is 50.01 % above the market at 100.00; the collar allows 98.00 to 150.00; nearest 150.00
                    SELL | STOP_MARKET        | 0     | 9999  | pass
                    SELL | STOP_MARKET        | 0     | 10000 | PRICE_COLLAR: stop price 100.00 is at the market at 100.00; the collar allows 50.00 to 99.99; nearest 99.99
                    BUY  | STOP_MARKET        | 0     | 9000  | PRICE_COLLAR: stop price 90.00 is 10.00 % below the market at 100.00; the collar allows 100.01 to 150.00; nearest 100.01
                    SELL | TAKE_PROFIT_MARKET | 0     | 9000  | PRICE_COLLAR: stop price 90.00 is 10.00 % below the market at 100.00; the collar allows 100.01 to 150.00; nearest 100.01
                    BUY  | STOP_LIMIT         | 11220 | 11000 | pass
                    BUY  | STOP_LIMIT         | 11221 | 11000 | PRICE_COLLAR: price 112.21 is 12.21 % above the market at 100.00; the collar allows 0.01 to 112.20; nearest 112.20
                    BUY  | MARKET             | 0     | 0     | pass
                    """)
    void thePriceCollar(Side side, OrderType type, long price, long stop, String expected) {
        assertThat(ask(COLLAR, order(0, side, type, TimeInForce.GTC, 200, price, stop))).isEqualTo(expected);
    }

    @Test
    void theSizeCollarMeasuresAgainstTheUsual() {
        OrderRequest large = order(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 306, 10_000, 0);
        assertThat(ask(COLLAR, large)).isEqualTo("pass");
        usual = 101;
        assertThat(ask(COLLAR, large)).isEqualTo(
                "SIZE_COLLAR: quantity 0.306 is 3.0 times the usual 0.101; the collar allows 0.303; nearest 0.302");
        usual = 102;
        assertThat(ask(COLLAR, large)).isEqualTo("pass");
    }

    @Test
    void aBotsWayOutIsSparedItsEntriesAreNot() {
        assertThat(ask(COLLAR, order(3, Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, 200, 0, 12_000)))
                .isEqualTo("pass");
        assertThat(ask(COLLAR, order(3, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 200, 12_000, 0)))
                .startsWith("PRICE_COLLAR: ");
    }

    @Test
    void theUsualSizeIsTheMedianOfTheLast() {
        UsualSize usual = new UsualSize();
        for (long lots : new long[] {5, 900, 1, 4}) {
            usual.add(lots);
            assertThat(usual.lots()).isZero();
        }
        usual.add(7);
        assertThat(usual.lots()).isEqualTo(5);
        usual.add(8);
        assertThat(usual.lots()).isEqualTo(5);
        for (int i = 0; i < UsualSize.KEPT; i++) {
            usual.add(i % 2 == 0 ? 40 : 60);
        }
        assertThat(usual.lots()).isEqualTo(40);
    }

    @Test
    void explainTellsWhatEveryRuleSays() {
        RiskLimits limits = new RiskLimits(30 * USD, 0, 0);
        free = 20 * USD;
        OrderRequest order = order(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 60_001, 95_000, 0);
        assertThat(new RiskGate(instrument, limits).explain(order, facts()).stream()
                        .map(verdict -> (verdict.passes() ? "+" : "-") + verdict.rule() + ": " + verdict.message() + " "
                                + verdict.nearest(instrument)))
                .containsExactly(
                        "+TRADING_STATE: trading is ACTIVE []",
                        "-PRICE_FILTER: price 950.00 is outside 1.00 to 900.00; nearest 900.00 [900.00]",
                        "-LOT_SIZE: quantity 60.001 is outside 0.002 to 50.000; nearest 50.000 [50.000]",
                        "+MIN_NOTIONAL: worth 57000.95 USD, minimum 5 []",
                        "-ORDER_SIZE: 57000.95 USD in one order; the rule allows 30.00 USD [0.030]",
                        "-BALANCE: needs 57057.95 USD, free 20.00 USD [0.020]");
    }

    @Test
    void mendingTakesTheNearestFiguresUntilAllPasses() {
        RiskGate gate = new RiskGate(instrument, new RiskLimits(30 * USD, 0, 0));
        OrderRequest order = order(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 60_001, 95_000, 0);
        OrderRequest mended = gate.mend(order, facts()).orElseThrow();
        assertThat(mended.quantityLots()).isEqualTo(32);
        assertThat(mended.priceTicks()).isEqualTo(90_000);
        assertThat(gate.check(mended, facts()).passes()).isTrue();
        trading = TradingState.HALTED;
        assertThat(gate.mend(order, facts())).isEmpty();
    }

    /** Any order: asking twice is the same, explain agrees with check, and what mending finds passes. */
    @Test
    void anyOrderIsJudgedTheSameEveryWay() {
        for (long seed = 1; seed <= 5_000; seed++) {
            Rng rng = new Rng(seed);
            RiskLimits limits = new RiskLimits(
                    rng.nextInt(2) * 300 * USD, rng.nextInt(2) * 400 * USD, 0,
                    new Collar(rng.nextInt(3) * 1_000_000L, rng.nextInt(3) * 20_000_000L, rng.nextInt(2) * 250L));
            usual = rng.nextInt(2) * 500L;
            OrderRequest order = order(
                    rng.nextInt(2), rng.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                    OrderType.values()[rng.nextInt(OrderType.values().length)],
                    TimeInForce.values()[rng.nextInt(TimeInForce.values().length)],
                    rng.nextInt(6_000), rng.nextInt(20_000), rng.nextInt(20_000));
            if (rng.nextInt(4) == 0) {
                order.with(new OrderTerms(
                        rng.nextInt(2) * 100 * USD, rng.nextInt(2) == 0, rng.nextInt(2) == 0, PositionSide.NET,
                        rng.nextInt(2) * (NOW + SECOND), rng.nextInt(200)), 0);
            }
            assertThat(ask(limits, order)).as("seed %d", seed).isEqualTo(ask(limits, order));
            RiskGate gate = new RiskGate(instrument, limits);
            gate.mend(order, facts()).ifPresent(mended ->
                    assertThat(gate.check(mended, facts()).passes()).as("mended " + mended).isTrue());
        }
    }
}
