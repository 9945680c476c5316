package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.oms.OrderTable;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.risk.RiskMetric;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as an entry, and how far a position is from its end, on a perpetual and on spot. */
class HoldingsTest {

    private static final Instrument SPOT = new Instrument(
            "BTCUSDT", "test", Asset.of("BTC"), Asset.of("USDT"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final Instrument PERPETUAL = SPOT.withPerpetual(
            PerpetualTerms.of(new MarginBrackets(List.of(new MarginBrackets.Row(0, 400_000, 50)))));

    private long id;

    private OrderRequest order(Side side, long lots, OrderTerms terms) {
        return new OrderRequest()
                .set(++id, 0, 0, side, OrderType.LIMIT, TimeInForce.GTC, lots, 20_000, 0, 0, 0)
                .with(terms, 0);
    }

    private static PerpetualAccount account(PositionMode mode) {
        return (PerpetualAccount) BotAccount.of(
                PERPETUAL,
                PERPETUAL.quote().toAtoms(BigDecimal.valueOf(100_000)),
                new MarginConfig(10, MarginMode.ISOLATED, mode));
    }

    @Test
    void onSpotABuyEnters() {
        Owner owner = new Owner(0, BotAccount.of(SPOT, 1_000));
        assertTrue(Holdings.enters(owner, order(Side.BUY, 1, OrderTerms.NONE)));
        assertFalse(Holdings.enters(owner, order(Side.SELL, 1, OrderTerms.NONE)));
    }

    @Test
    void onAPerpetualWhatIsMoreThanMayBeClosedEnters() {
        PerpetualAccount account = account(PositionMode.ONE_WAY);
        Owner owner = new Owner(0, account);
        account.fill(Side.SELL, 20_000, 1_000, 0, FeeAsset.QUOTE);
        assertTrue(Holdings.enters(owner, order(Side.SELL, 1, OrderTerms.NONE)));
        assertFalse(Holdings.enters(owner, order(Side.BUY, 1_000, OrderTerms.NONE)));
        assertTrue(Holdings.enters(owner, order(Side.BUY, 1_001, OrderTerms.NONE)));
        assertFalse(Holdings.enters(owner, order(Side.BUY, 1_001, OrderTerms.REDUCE_ONLY)));
        OrderTable table = new OrderTable();
        owner.add(table.open(order(Side.BUY, 700, OrderTerms.NONE), 0, 1));
        assertFalse(Holdings.enters(owner, order(Side.BUY, 300, OrderTerms.NONE)));
        assertTrue(Holdings.enters(owner, order(Side.BUY, 301, OrderTerms.NONE)));
        assertFalse(Holdings.enters(owner, owner.working(0).request()));
    }

    @Test
    void inHedgeModeEachPositionStandsForItself() {
        PerpetualAccount account = account(PositionMode.HEDGE);
        Owner owner = new Owner(0, account);
        account.fill(Side.BUY, PositionSide.LONG, 20_000, 1_000, 0, FeeAsset.QUOTE, 0);
        account.fill(Side.SELL, PositionSide.SHORT, 20_000, 400, 0, FeeAsset.QUOTE, 0);
        assertFalse(Holdings.enters(owner, order(Side.SELL, 1_000, OrderTerms.NONE.on(PositionSide.LONG))));
        assertTrue(Holdings.enters(owner, order(Side.SELL, 1, OrderTerms.NONE.on(PositionSide.SHORT))));
        assertEquals(600, Holdings.netLots(owner));
        assertEquals(1_400, Holdings.grossLots(account));
    }

    @Test
    void theDistanceToLiquidationIsWhatIsLeftOfTheOneItOpenedWith() {
        PerpetualAccount account = account(PositionMode.ONE_WAY);
        assertEquals(RiskMetric.NOTHING, Holdings.liquidationLeftE8(account, 20_000));
        account.fill(Side.BUY, 20_000, 1_000, 0, FeeAsset.QUOTE);
        // liquidated at 18,072.29, in whole ticks at 18,073: 1,927 from the entry
        assertEquals(18_073, account.liquidationTicks(PositionSide.NET));
        assertEquals(100_000_000, Holdings.liquidationLeftE8(account, 20_000));
        assertEquals(Math.round(1e8 * 770 / 1_927), Holdings.liquidationLeftE8(account, 18_843));
        assertEquals(0, Holdings.liquidationLeftE8(account, 18_000));
        assertEquals(Math.round(1e8 * 2_927 / 1_927), Holdings.liquidationLeftE8(account, 21_000));
    }
}
