package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine says of margin before an order is sent is what its account shows once the order has filled. */
class MarginPreviewTest {

    private static final long USD = Scene.USD;
    private static final FeeRate FEE = new FeeRate(50_000);
    private static final SimTerms TERMS = new SimTerms(FEE, FEE, FeeAsset.QUOTE, 0, 0);

    /** Prices whole dollars, lots of 0.001, one thousand dollars; one bracket, as the figures below are worked out. */
    private static Scene scene(MarginConfig margin) {
        Instrument spot = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                InstrumentFilters.NONE);
        Instrument perpetual = spot.withPerpetual(
                PerpetualTerms.of(new MarginBrackets(List.of(new MarginBrackets.Row(0, 400_000, 50)))));
        RiskLimits limits = RiskLimits.NONE;
        Scene scene = new Scene(
                TERMS, limits, perpetual, new HashJournal(), List.of(), SimVenue.offers(perpetual), margin).trades(20_000);
        scene.snapshot();
        return scene;
    }

    private static Command.PlaceOrder market(Side side, long lots, PositionSide position) {
        return new Command.PlaceOrder(
                0, side, OrderType.MARKET, TimeInForce.IOC, lots, 0, 0, OrderTerms.NONE.on(position));
    }

    private static MarginPreview margin(OrderPreview preview) {
        return Objects.requireNonNull(preview.margin());
    }

    /** (200 − 2,000) / (0.1 × 0.004 − 0.1) = 18,072.29, towards the market. */
    @Test
    void tellsMarginAndLiquidationOfAnIsolatedPosition() {
        Scene scene = scene(new MarginConfig(10, MarginMode.ISOLATED, PositionMode.ONE_WAY));

        OrderPreview preview = scene.session.view().preview(market(Side.BUY, 100, PositionSide.NET));

        assertEquals(new MarginPreview(200 * USD, 100, 18_073), preview.margin());
        assertEquals(799 * USD, preview.freeAfterAtoms());
        assertEquals(100, preview.heldAfterLots());
    }

    /** (999 − 2,000·−1) / (0.1 × 0.004 + 0.1) = 29,870.5, towards the market. */
    @Test
    void theWholeWalletAnswersForACrossPosition() {
        Scene scene = scene(new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY));

        OrderPreview preview = scene.session.view().preview(market(Side.SELL, 100, PositionSide.NET));

        assertEquals(new MarginPreview(200 * USD, -100, 29_870), preview.margin());
        assertEquals(-100, preview.heldAfterLots());
    }

    @Test
    void whatClosesNeedsNoMarginAndLeavesNothingToLiquidate() {
        Scene scene = scene(new MarginConfig(5, MarginMode.ISOLATED, PositionMode.ONE_WAY));
        fill(scene, market(Side.SELL, 50, PositionSide.NET), 20_000);

        OrderPreview all = scene.session.view().preview(market(Side.BUY, 50, PositionSide.NET));
        OrderPreview turned = scene.session.view().preview(market(Side.BUY, 80, PositionSide.NET));

        assertEquals(new MarginPreview(0, 0, 0), all.margin());
        assertEquals(0, all.heldAfterLots());
        assertEquals(120 * USD, margin(turned).requiredAtoms());
        assertEquals(30, turned.heldAfterLots());
    }

    @Test
    void spotHasNone() {
        Scene spot = new Scene().trades(100);

        assertNull(spot.session.view().preview(market(Side.BUY, 1_000, PositionSide.NET)).margin());
    }

    private static void fill(Scene scene, Command.PlaceOrder order, long ticks) {
        scene.send(order);
        scene.trades(ticks);
        scene.snapshot();
    }

    @ParameterizedTest
    @CsvSource({"ISOLATED, ONE_WAY", "CROSS, ONE_WAY", "ISOLATED, HEDGE", "CROSS, HEDGE"})
    void isWhatTheAccountShowsOnceTheOrderHasFilled(MarginMode mode, PositionMode positions) {
        int filled = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Rng random = new Rng(seed);
            Scene scene = scene(new MarginConfig(5, mode, positions));
            long price = 20_000;
            for (int i = 0; i < 12; i++) {
                price = Math.max(15_000, price + random.nextInt(1_001) - 500);
                scene.trades(price).snapshot();
                PositionSide side = positions == PositionMode.ONE_WAY
                        ? PositionSide.NET
                        : random.nextInt(2) == 0 ? PositionSide.LONG : PositionSide.SHORT;
                Command.PlaceOrder order =
                        market(random.nextInt(2) == 0 ? Side.BUY : Side.SELL, 1 + random.nextInt(40), side);
                OrderPreview preview = scene.session.view().preview(order);
                if (!preview.passes()) {
                    continue;
                }
                fill(scene, order, price);
                filled++;
                String at = "seed " + seed + ", order " + i;
                EngineSnapshot after = scene.snapshot();
                assertEquals(after.account().freeQuoteAtoms(), preview.freeAfterAtoms(), at);
                assertEquals(lots(after, 0, side), preview.heldAfterLots(), at);
                assertEquals(lots(after, PositionRow.EXCHANGE, side), margin(preview).accountLots(), at);
                assertEquals(liquidation(after, side), margin(preview).liquidationTicks(), at);
            }
        }
        assertTrue(filled >= 40, "only " + filled + " of 120 orders could be compared");
    }

    private static long lots(EngineSnapshot snapshot, int botId, PositionSide side) {
        return snapshot.positions().stream()
                .filter(row -> row.botId() == botId && row.side() == side)
                .mapToLong(PositionRow::lots)
                .sum();
    }

    private static long liquidation(EngineSnapshot snapshot, PositionSide side) {
        return snapshot.positions().stream()
                .filter(row -> row.botId() == PositionRow.EXCHANGE && row.side() == side)
                .mapToLong(PositionRow::liquidationTicks)
                .sum();
    }
}
