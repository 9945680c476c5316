package dev.tradewind.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each filter passes at its edges, fails one step beyond, and passes with the nearest figure it names. Rules as Binance's
 * documentation of filters states them.
 */
class InstrumentFilterTest {

    private static final long USD = 10_000_000_000L;

    /** A tick of 0.01 and a lot of 0.001: one lot at one tick is worth 100,000 atoms. */
    private static final Instrument INSTRUMENT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.001"),
            InstrumentFilters.NONE);

    private final Market market = new Market();

    private static final class Market implements FilterMarket {
        long last = 10_000;
        long mark = 9_000;
        long average = 8_000;
        int orders;
        int stops;
        int icebergs;
        int lists;
        long openLink;
        long held;

        @Override
        public Instrument instrument() {
            return INSTRUMENT;
        }

        @Override
        public long lastTicks() {
            return last;
        }

        @Override
        public long markTicks() {
            return mark;
        }

        @Override
        public long averageTicks(int minutes) {
            return minutes == 0 ? last : average;
        }

        @Override
        public int openOrders() {
            return orders;
        }

        @Override
        public int openStops() {
            return stops;
        }

        @Override
        public int openIcebergs() {
            return icebergs;
        }

        @Override
        public int openLists() {
            return lists;
        }

        @Override
        public boolean listOpen(long linkId) {
            return linkId == openLink;
        }

        @Override
        public long heldAndBoughtLots() {
            return held;
        }
    }

    private static OrderRequest order(Side side, OrderType type, long lots, long price, long stop) {
        return new OrderRequest().set(1, 0, 0, side, type, TimeInForce.GTC, lots, price, stop, 0, 0);
    }

    private static OrderRequest buy(long lots, long price) {
        return order(Side.BUY, OrderType.LIMIT, lots, price, 0);
    }

    /** {@code pass}, or the field with its nearest figures, each of which is tried. */
    private String ask(InstrumentFilter filter, OrderRequest order) {
        FilterVerdict verdict = filter.check(order, market);
        if (verdict.passes()) {
            return "pass";
        }
        for (long nearest : new long[] {verdict.below(), verdict.above()}) {
            if (nearest != 0) {
                FilterVerdict tried = filter.check(verdict.field().in(order, nearest), market);
                // an order may have a second figure at fault
                assertThat(tried.passes() || tried.field() != verdict.field())
                        .as("%s with %s %d", order, verdict.field(), nearest)
                        .isTrue();
            }
        }
        return verdict.field() + " " + verdict.below() + " " + verdict.above();
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, 100, 0, pass",
        "LIMIT, 900, 0, pass",
        "LIMIT, 99, 0, PRICE 0 100",
        "LIMIT, 901, 0, PRICE 900 0",
        "LIMIT, 102, 0, PRICE 100 105",
        "STOP_LIMIT, 100, 900, pass",
        "STOP_LIMIT, 100, 905, STOP 900 0",
        "STOP_MARKET, 0, 95, STOP 0 100",
        "STOP_MARKET, 0, 100, pass",
        "MARKET, 0, 0, pass"
    })
    void priceFilter(OrderType type, long price, long stop, String expected) {
        assertThat(ask(new PriceBounds(100, 900, 5, 0), order(Side.BUY, type, 1, price, stop))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"103, pass", "108, pass", "105, PRICE 103 108", "102, PRICE 0 103", "900, PRICE 898 0"})
    void priceFilterCountsStepsFromTheLeast(long price, String expected) {
        assertThat(ask(new PriceBounds(103, 899, 5, 3), buy(1, price))).isEqualTo(expected);
    }

    /** Reference 8,000: 5 times is 40,000, a fifth is 1,600. */
    @ParameterizedTest
    @CsvSource({"40000, pass", "40001, PRICE 40000 0", "1600, pass", "1599, PRICE 0 1600"})
    void percentPrice(long price, String expected) {
        assertThat(ask(PercentPrice.both(500_000_000, 20_000_000, 5), buy(1, price))).isEqualTo(expected);
        assertThat(ask(PercentPrice.both(500_000_000, 20_000_000, 5), order(Side.SELL, OrderType.LIMIT, 1, price, 0)))
                .isEqualTo(expected);
    }

    @Test
    void percentPriceRefersToTheLastPriceWithoutMinutesAndJudgesLimitsOnly() {
        PercentPrice filter = PercentPrice.both(110_000_000, 90_000_000, 0);
        assertThat(ask(filter, buy(1, 11_000))).isEqualTo("pass");
        assertThat(ask(filter, buy(1, 11_001))).isEqualTo("PRICE 11000 0");
        assertThat(ask(filter, order(Side.BUY, OrderType.STOP_MARKET, 1, 0, 20_000))).isEqualTo("pass");
        market.last = 0;
        assertThat(ask(filter, buy(1, 11_001))).isEqualTo("pass");
    }

    /** Reference 8,000. */
    @ParameterizedTest
    @CsvSource({
        "BUY, 9600, pass",
        "BUY, 9601, PRICE 9600 0",
        "BUY, 1599, PRICE 0 1600",
        "SELL, 40000, pass",
        "SELL, 40001, PRICE 40000 0",
        "SELL, 6400, pass",
        "SELL, 6399, PRICE 0 6400"
    })
    void percentPriceBySide(Side side, long price, String expected) {
        PercentPrice filter = PercentPrice.bySide(120_000_000, 20_000_000, 500_000_000, 80_000_000, 5);
        assertThat(ask(filter, order(side, OrderType.LIMIT, 1, price, 0))).isEqualTo(expected);
    }

    /** Mark 9,000: buys up to 9,900, sales from 4,908.6 on. */
    @ParameterizedTest
    @CsvSource({"BUY, 9900, pass", "BUY, 9901, PRICE 9900 0", "BUY, 1, pass", "SELL, 4909, pass", "SELL, 4908, PRICE 0 4909"})
    void percentPriceOfFutures(Side side, long price, String expected) {
        PercentPrice filter = PercentPrice.ofMark(110_000_000, 54_540_000);
        assertThat(ask(filter, order(side, OrderType.LIMIT, 1, price, 0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, pass", "50, 0, pass", "9, 0, SIZE 0 10", "51, 0, SIZE 50 0", "12, 0, SIZE 10 15", "50, 10, pass",
        "50, 5, DISPLAY 0 10", "50, 13, DISPLAY 10 15"
    })
    void lotSize(long lots, long shown, String expected) {
        OrderRequest order = buy(lots, 100).with(OrderTerms.NONE.showing(shown), 0);
        assertThat(ask(new LotSize(false, 10, 50, 5, 0), order)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MARKET, 20, pass", "MARKET, 21, SIZE 20 0", "LIMIT, 21, pass", "STOP_MARKET, 21, pass"})
    void marketLotSize(OrderType type, long lots, String expected) {
        assertThat(ask(new LotSize(true, 0, 20, 1, 0), order(Side.BUY, type, lots, 100, 100))).isEqualTo(expected);
    }

    /** 10 USD are 1,000,000 lots at one tick: 100 lots at 10,000 ticks. */
    @ParameterizedTest
    @CsvSource({
        "LIMIT, 100, 10000, 0, pass",
        "LIMIT, 99, 10000, 0, SIZE 0 100",
        "LIMIT, 99, 10102, 0, pass",
        "STOP_LIMIT, 99, 10000, 20000, SIZE 0 100",
        "STOP_MARKET, 50, 0, 20000, pass",
        "STOP_MARKET, 49, 0, 20000, SIZE 0 50",
        "MARKET, 125, 0, 0, pass",
        "MARKET, 124, 0, 0, SIZE 0 125"
    })
    void minNotional(OrderType type, long lots, long price, long stop, String expected) {
        OrderWorth filter = new OrderWorth(true, 10 * USD, true, 0, false, 5, false);
        assertThat(ask(filter, order(Side.BUY, type, lots, price, stop))).isEqualTo(expected);
    }

    @Test
    void minNotionalMaySpareMarketAndReducingOrders() {
        OrderRequest market = order(Side.SELL, OrderType.MARKET, 1, 0, 0);
        assertThat(ask(new OrderWorth(true, 10 * USD, false, 0, false, 0, false), market)).isEqualTo("pass");
        assertThat(ask(new OrderWorth(true, 10 * USD, true, 0, false, 0, true), market)).isEqualTo("SIZE 0 100");
        market.with(OrderTerms.REDUCE_ONLY, 0);
        assertThat(ask(new OrderWorth(true, 10 * USD, true, 0, false, 0, true), market)).isEqualTo("pass");
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT, 1000, pass", "LIMIT, 1001, SIZE 1000 0", "LIMIT, 50, pass", "LIMIT, 49, SIZE 0 50", "MARKET, 1001, pass"
    })
    void notional(OrderType type, long lots, String expected) {
        OrderWorth filter = new OrderWorth(false, 5 * USD, true, 100 * USD, false, 0, false);
        assertThat(ask(filter, order(Side.BUY, type, lots, 10_000, 0))).isEqualTo(expected);
    }

    @Test
    void notionalOfAnOrderSizedInQuoteIsThatSize() {
        OrderWorth filter = new OrderWorth(false, 5 * USD, true, 100 * USD, true, 5, false);
        OrderRequest order = order(Side.BUY, OrderType.MARKET, 0, 0, 0);
        assertThat(ask(filter, order.with(OrderTerms.NONE.worth(5 * USD), 0))).isEqualTo("pass");
        assertThat(ask(filter, order.with(OrderTerms.NONE.worth(5 * USD - 1), 0))).isEqualTo("WORTH 0 " + 5 * USD);
        assertThat(ask(filter, order.with(OrderTerms.NONE.worth(100 * USD + 1), 0))).isEqualTo("WORTH " + 100 * USD + " 0");
    }

    @ParameterizedTest
    @CsvSource({"100, 10, pass", "101, 10, DISPLAY 0 11", "101, 11, pass", "500, 0, pass"})
    void icebergParts(long lots, long shown, String expected) {
        assertThat(ask(new IcebergParts(10), buy(lots, 1).with(OrderTerms.NONE.showing(shown), 0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 60, 40, pass", "BUY, 60, 41, SIZE 40 0", "BUY, 100, 1, SIZE 0 0", "SELL, 100, 50, pass"})
    void maxPosition(Side side, long held, long lots, String expected) {
        market.held = held;
        assertThat(ask(new MaxPosition(100), order(side, OrderType.LIMIT, lots, 1, 0))).isEqualTo(expected);
    }

    @Test
    void ordersAreCountedByKind() {
        OrderRequest stop = order(Side.SELL, OrderType.STOP_MARKET, 1, 0, 1);
        OrderRequest iceberg = buy(10, 1).with(OrderTerms.NONE.showing(1), 0);
        OrderRequest linked = new OrderRequest()
                .set(1, 0, 0, Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 1, 1, 0, 0, 7);
        for (OrderCount.Kind kind : OrderCount.Kind.values()) {
            for (boolean exchange : new boolean[] {false, true}) {
                OrderCount filter = new OrderCount(kind, exchange, 3);
                OrderRequest order = switch (kind) {
                    case ORDERS -> buy(1, 1);
                    case ALGO_ORDERS -> stop;
                    case ICEBERG_ORDERS -> iceberg;
                    case ORDER_LISTS -> linked;
                };
                count(2);
                assertThat(ask(filter, order)).as(filter.id()).isEqualTo("pass");
                count(3);
                assertThat(ask(filter, order)).as(filter.id()).isEqualTo("NONE 0 0");
                assertThat(ask(filter, order(Side.BUY, OrderType.MARKET, 1, 0, 0))).as(filter.id()).isEqualTo("pass");
            }
        }
        market.openLink = 7;
        assertThat(ask(new OrderCount(OrderCount.Kind.ORDER_LISTS, false, 3), linked)).isEqualTo("pass");
    }

    private void count(int open) {
        market.orders = open;
        market.stops = open;
        market.icebergs = open;
        market.lists = open;
    }

    /** Buy stops and sales at a profit wait above the market, the others below. */
    @ParameterizedTest
    @CsvSource({
        "BUY, false, 10, pass", "BUY, false, 9, 0 10", "BUY, false, 2001, 2000 0", "SELL, true, 2000, pass",
        "SELL, true, 2001, 2000 0", "SELL, false, 20, pass", "SELL, false, 19, 0 20", "SELL, false, 1501, 1500 0",
        "BUY, true, 1500, pass"
    })
    void trailingDelta(Side side, boolean takesProfit, long bps, String expected) {
        TrailingDelta filter = new TrailingDelta(10, 2_000, 20, 1_500);
        FilterVerdict verdict = filter.check(side, takesProfit, bps);
        assertThat(verdict.passes() ? "pass" : verdict.below() + " " + verdict.above()).isEqualTo(expected);
        assertThat(verdict.passes()
                        || filter.check(side, takesProfit, verdict.below() + verdict.above()).passes())
                .isTrue();
    }

    @Test
    void theNearestSatisfiesAllFiltersTogether() {
        InstrumentFilters filters = new InstrumentFilters(List.of(
                new LotSize(false, 3, 1_000, 3, 0), OrderWorth.atLeast(10 * USD), new LotSize(true, 0, 500, 4, 0)));
        OrderRequest market = order(Side.BUY, OrderType.MARKET, 50, 0, 0);

        assertThat(filters.nearestUp(OrderField.SIZE, 50, market, this.market)).isEqualTo(108);
        assertThat(filters.nearestDown(OrderField.SIZE, 50, market, this.market)).isZero();
        assertThat(filters.nearestDown(OrderField.SIZE, 9_999, market, this.market)).isEqualTo(492);
    }

    /** Any order, any filters: what is named as nearest passes, alone and among all; nothing nearer does. */
    @Test
    void whateverIsNearestPasses() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Rng rng = new Rng(seed);
            List<InstrumentFilter> all = anyFilters(rng);
            InstrumentFilters filters = new InstrumentFilters(all);
            market.last = 1 + rng.nextInt(20_000);
            market.mark = market.last + rng.nextInt(100);
            market.average = Math.max(1, market.last - rng.nextInt(100));
            market.held = rng.nextInt(200);
            OrderRequest order = order(
                    rng.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                    OrderType.values()[rng.nextInt(OrderType.values().length)],
                    1 + rng.nextInt(400), 1 + rng.nextInt(30_000), 1 + rng.nextInt(30_000));
            if (rng.nextInt(3) == 0) {
                order.with(OrderTerms.NONE.showing(1 + rng.nextInt(50)), 0);
            }
            for (InstrumentFilter filter : all) {
                ask(filter, order);
            }
            for (OrderField field : new OrderField[] {OrderField.SIZE, OrderField.PRICE, OrderField.STOP, OrderField.DISPLAY}) {
                checkNearest(filters, field, order, "seed " + seed + ", " + field + " of " + order + " under " + all);
            }
        }
    }

    private void checkNearest(InstrumentFilters filters, OrderField field, OrderRequest order, String what) {
        long value = field.of(order);
        long up = filters.nearestUp(field, value, order, market);
        long down = filters.nearestDown(field, value, order, market);
        for (long each = value; up != 0 && each < Math.min(up, value + 60); each++) {
            assertThat(allows(filters, field, each, order)).as("%s: %d is nearer than %d", what, each, up).isFalse();
        }
        for (long each = value; down != 0 && each > Math.max(down, value - 60); each--) {
            assertThat(allows(filters, field, each, order)).as("%s: %d is nearer than %d", what, each, down).isFalse();
        }
        for (long found : new long[] {up, down}) {
            assertThat(found == 0 || allows(filters, field, found, order)).as("%s: %d", what, found).isTrue();
        }
    }

    /** Whether every filter that bounds the field lets this figure pass. */
    private boolean allows(InstrumentFilters filters, OrderField field, long value, OrderRequest order) {
        return filters.all().stream().allMatch(filter -> filter.up(field, value, order, market) == value
                && value > 0
                && filter.down(field, value, order, market) == value);
    }

    private static List<InstrumentFilter> anyFilters(Rng rng) {
        List<InstrumentFilter> filters = new ArrayList<>();
        int priceStep = 1 + rng.nextInt(7);
        filters.add(new PriceBounds(rng.nextInt(500), rng.nextInt(2) * 25_000, priceStep, rng.nextInt(priceStep)));
        filters.add(new LotSize(false, rng.nextInt(20), rng.nextInt(2) * 300, 1 + rng.nextInt(6), 0));
        filters.add(new LotSize(true, 0, 250, 1 + rng.nextInt(4), 0));
        filters.add(new OrderWorth(false, rng.nextInt(3) * 5 * USD, true, rng.nextInt(2) * 90 * USD, true, 5, false));
        filters.add(PercentPrice.bySide(120_000_000, 50_000_000, 150_000_000, 80_000_000, rng.nextInt(2) * 5));
        filters.add(new IcebergParts(1 + rng.nextInt(20)));
        filters.add(new MaxPosition(300));
        return filters;
    }
}
