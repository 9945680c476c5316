package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.OrderLog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DealingsCsvTest {

    private static final long START = Runs.START;
    private static final long MINUTE = 60_000_000_000L;

    private final Instrument bitcoin = new Instrument(
            "BTC,USDT", "x", new Asset("BTC", 8), new Asset("USDT", 8), new BigDecimal("0.01"), new BigDecimal("0.00001"),
            InstrumentFilters.NONE);
    private final Instrument ether = new Instrument(
            "ETHUSDT", "x", new Asset("ETH", 8), new Asset("USDT", 8), new BigDecimal("0.5"), new BigDecimal("0.001"),
            InstrumentFilters.NONE);

    private static OrderRequest order(long id, int bot, Side side, OrderType type, long lots, long price, long stop) {
        return new OrderRequest().set(id, bot, 0, side, type, TimeInForce.GTC, lots, price, stop, -7, 0);
    }

    private static void fill(FillLog log, OrderRequest order, long at, long ticks, long lots, long fee, FeeAsset asset) {
        log.filled(
                order, new VenueReport().filled(order.clientOrderId(), at, 1, ticks, lots, fee, asset, asset == FeeAsset.BASE),
                at, 1);
    }

    private Dealings dealings() {
        FillLog first = new FillLog();
        OrderLog firstOrders = new OrderLog();
        OrderRequest buy = order(1, 1, Side.BUY, OrderType.LIMIT, 100_000, 1_650_025, 0);
        fill(first, buy, START, 1_650_025, 40_000, 40_000, FeeAsset.BASE);
        fill(first, buy, START + 2 * MINUTE, 1_650_025, 60_000, 1_000_000, FeeAsset.THIRD);
        firstOrders.finished(
                buy, OrderState.FILLED, START, START + 2 * MINUTE, 100_000, 1_650_025_000_000L, 9, VenueReport.Reason.NONE);
        FillLog second = new FillLog();
        OrderLog secondOrders = new OrderLog();
        OrderRequest sell = order(2, 3, Side.SELL, OrderType.STOP_LIMIT, 2_500, 3_000, 3_100);
        fill(second, sell, START + MINUTE, 3_001, 500, 75_025_000, FeeAsset.QUOTE);
        secondOrders.finished(
                sell, OrderState.REJECTED, START - MINUTE, START + MINUTE, 500, 75_025_000_000L, 9,
                VenueReport.Reason.INSUFFICIENT_BALANCE);
        return new Dealings(List.of(
                new Dealings.Market(
                        bitcoin, Optional.of(new ThirdAsset(new Asset("BNB", 8), 1, 1, 0)), first, firstOrders),
                new Dealings.Market(ether, Optional.empty(), second, secondOrders)));
    }

    @Test
    void listsFillsOfAllMarketsByTime() throws IOException {
        StringBuilder out = new StringBuilder();
        DealingsCsv.fills(dealings(), out);

        assertThat(out).hasToString("""
                time,symbol,bot,side,price,quantity,fee,feeAsset,liquidity,order,tag
                2023-01-01T00:00:00Z,"BTC,USDT",1,buy,16500.25,0.4,0.0004,BTC,maker,1,-7
                2023-01-01T00:01:00Z,ETHUSDT,3,sell,1500.5,0.5,0.75025,USDT,taker,2,-7
                2023-01-01T00:02:00Z,"BTC,USDT",1,buy,16500.25,0.6,0.01,BNB,taker,1,-7
                """);
    }

    @Test
    void listsOrdersByTheTimeTheyWerePlaced() throws IOException {
        StringBuilder out = new StringBuilder();
        DealingsCsv.orders(dealings(), out);

        assertThat(out).hasToString("""
                order,placed,ended,symbol,bot,side,type,timeInForce,quantity,price,stop,filled,filledValue,state,reason,tag
                2,2022-12-31T23:59:00Z,2023-01-01T00:01:00Z,ETHUSDT,3,sell,stop_limit,gtc,2.5,1500,1550,0.5,750.25,rejected,\
                insufficient_balance,-7
                1,2023-01-01T00:00:00Z,2023-01-01T00:02:00Z,"BTC,USDT",1,buy,limit,gtc,1,16500.25,,1,16500.25,filled,,-7
                """);
    }

    @Test
    void growsAndKeepsEveryColumn() {
        OrderLog log = new OrderLog();
        for (int i = 0; i < 500; i++) {
            log.finished(
                    order(i, -i, Side.values()[i % 2], OrderType.values()[i % 6], i, 2L * i, 3L * i), OrderState.CANCELED, i,
                    i + 1L, i / 2, i, 0, VenueReport.Reason.NONE);
        }
        assertThat(log.size()).isEqualTo(500);
        assertThat(log.clientOrderId(499)).isEqualTo(499);
        assertThat(log.bot(499)).isEqualTo(-499);
        assertThat(log.tag(499)).isEqualTo(-7);
        assertThat(log.side(499)).isEqualTo(Side.values()[1]);
        assertThat(log.type(64)).isEqualTo(OrderType.values()[4]);
        assertThat(log.stopTicks(400)).isEqualTo(1_200);
        assertThat(log.endedNanos(65)).isEqualTo(66);
        assertThat(log.filledLots(301)).isEqualTo(150);
        assertThat(log.state(0)).isEqualTo(OrderState.CANCELED);
    }
}
