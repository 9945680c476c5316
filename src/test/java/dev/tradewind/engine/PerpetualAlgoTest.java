package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Exits on a perpetual: they only reduce, long and short, one position or two, whatever the exchange can do itself. */
class PerpetualAlgoTest {

    private static final MarginConfig ONE_WAY = new MarginConfig(10, MarginMode.CROSS, PositionMode.ONE_WAY);
    private static final MarginConfig HEDGE = new MarginConfig(10, MarginMode.CROSS, PositionMode.HEDGE);

    /** What the exchange does by itself. */
    enum Offer {
        ALL,
        /** Neither links nor amendments: both legs rest, what one fills is taken off the other. */
        UNLINKED,
        /** No stops either: they wait here. */
        STOPLESS,
        /** Nothing but market and limit orders. */
        BARE;

        Capabilities capabilities(Instrument instrument) {
            Capabilities all = SimVenue.offers(instrument);
            return switch (this) {
                case ALL -> all;
                case UNLINKED -> all.without(Feature.LINKED_ORDERS, Feature.AMEND);
                case STOPLESS -> all.without(Feature.LINKED_ORDERS, Feature.AMEND)
                        .without(OrderType.STOP_MARKET, OrderType.STOP_LIMIT);
                case BARE -> all.without(Feature.values()).without(OrderType.STOP_MARKET, OrderType.STOP_LIMIT);
            };
        }
    }

    private static Instrument perpetual() {
        Instrument spot = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                InstrumentFilters.NONE);
        return spot.withPerpetual(PerpetualTerms.standard(spot.quote()));
    }

    private static Scene scene(Offer offer, MarginConfig margin, long latencyNanos) {
        Instrument instrument = perpetual();
        SimTerms terms = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, latencyNanos);
        return new Scene(
                terms, RiskLimits.NONE, instrument, new HashJournal(), List.of(), offer.capabilities(instrument), margin);
    }

    private static Scene start(Scene scene, String type, Map<String, String> params) {
        return scene.send(new Command.StartAlgo(0, type, params)).sent();
    }

    private static AlgoRow row(Scene scene, int id) {
        return scene.snapshot().algos().stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }

    private static long position(Scene scene, PositionSide side) {
        return scene.session.ledger().user().positionLots(side);
    }

    private static void flat(Scene scene) {
        assertEquals(List.of(), scene.orders());
        assertEquals(List.of(), scene.snapshot().positions());
        assertEquals(0, scene.venue().baseAtoms());
        assertEquals(0, scene.venue().restingOrders());
        assertEquals(0, scene.session.ledger().reservedAtoms());
        assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().quoteAtoms());
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading(), scene.snapshot().haltReason());
        assertEquals(List.of(), scene.snapshot().quarantine());
    }

    @ParameterizedTest
    @EnumSource
    void aShortBracketTakesItsProfitInSteps(Offer offer) {
        Scene scene = start(scene(offer, ONE_WAY, 0).trades(100), "bracket", Map.of(
                "side", "SELL", "quantity", "1", "takeProfits", "90:60,95:40", "stop", "105"));
        assertEquals(-1_000, position(scene, PositionSide.NET));
        assertEquals(4, scene.orders().size(), scene.orders().toString());
        scene.trades(100, 94, 94, 94);
        assertEquals(-600, position(scene, PositionSide.NET));
        assertEquals(2, scene.orders().size(), scene.orders().toString());
        scene.trades(89, 89, 89, 106, 106);
        assertEquals(AlgoState.DONE, row(scene, 1).state(), row(scene, 1).toString());
        assertEquals("entered and exited 1.000 BTC", row(scene, 1).next());
        flat(scene);
        // 0.4 · 5 + 0.6 · 10
        assertEquals(8 * Scene.USD, scene.session.ledger().quoteAtoms() - 1_000 * Scene.USD);
    }

    @ParameterizedTest
    @EnumSource
    void aShortBracketIsStoppedOut(Offer offer) {
        Scene scene = start(scene(offer, ONE_WAY, 0).trades(100), "otoco", Map.of(
                "side", "SELL", "quantity", "1", "takeProfit", "90", "stop", "105"));
        scene.trades(100, 104, 105, 105, 105, 89, 89);
        assertEquals(AlgoState.DONE, row(scene, 1).state(), row(scene, 1).toString());
        flat(scene);
        assertEquals(-5 * Scene.USD, scene.session.ledger().quoteAtoms() - 1_000 * Scene.USD);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedByHandIsNotClosedAgain(Offer offer) {
        Scene scene = start(scene(offer, ONE_WAY, 0).trades(100), "otoco", Map.of(
                "side", "SELL", "quantity", "1", "takeProfit", "90", "stop", "105"));
        scene.place(Side.BUY, OrderType.MARKET, 1_000, 0).trades(100, 89, 89, 106, 106, 106);
        assertTrue(row(scene, 1).state().isTerminal(), row(scene, 1).toString());
        flat(scene);
    }

    @ParameterizedTest
    @EnumSource
    void longAndShortBracketsStandSideBySide(Offer offer) {
        Scene scene = scene(offer, HEDGE, 0).trades(100);
        start(scene, "bracket", Map.of(
                "quantity", "1", "takeProfits", "110:50,120:50", "stop", "95", "positionSide", "LONG"));
        start(scene, "bracket", Map.of(
                "side", "SELL", "quantity", "2", "takeProfits", "80:50,90:50", "stop", "115", "positionSide", "SHORT"));
        assertEquals(1_000, position(scene, PositionSide.LONG));
        assertEquals(-2_000, position(scene, PositionSide.SHORT));
        scene.trades(100, 111, 111, 111);
        assertEquals(500, position(scene, PositionSide.LONG));
        assertEquals(-2_000, position(scene, PositionSide.SHORT));
        scene.trades(94, 94, 94);
        assertEquals(0, position(scene, PositionSide.LONG));
        assertEquals(AlgoState.DONE, row(scene, 1).state(), row(scene, 1).toString());
        scene.trades(89, 89, 89);
        assertEquals(-1_000, position(scene, PositionSide.SHORT));
        scene.trades(116, 116, 116);
        assertEquals(AlgoState.DONE, row(scene, 2).state(), row(scene, 2).toString());
        flat(scene);
    }

    @ParameterizedTest
    @EnumSource
    void exitsGrowWithAnEntryThatFillsInParts(Offer offer) {
        Scene scene = start(scene(offer, ONE_WAY, 0).trades(100), "oto", Map.of(
                "side", "SELL", "quantity", "1", "entryPrice", "102", "stop", "106"));
        scene.trade(103, 300).trade(103, 300).trade(103, 100).trades(101);
        assertTrue(position(scene, PositionSide.NET) < 0);
        long held = -position(scene, PositionSide.NET);
        long stops = scene.snapshot().openOrders().stream()
                .filter(order -> order.side() == Side.BUY)
                .mapToLong(order -> order.quantityLots() - order.filledLots())
                .sum();
        assertEquals(held, stops, scene.orders().toString());
        scene.trades(103, 103, 107, 107, 107);
        assertEquals(AlgoState.DONE, row(scene, 1).state(), row(scene, 1).toString());
        flat(scene);
    }

    @ParameterizedTest
    @EnumSource
    void anOcoForAShortOnlyBuysBack(Offer offer) {
        Scene scene = scene(offer, ONE_WAY, 0).trades(100).place(Side.SELL, OrderType.MARKET, 700, 0).trades(100);
        start(scene, "oco", Map.of("side", "BUY", "quantity", "1", "limit", "95", "stop", "105"));
        scene.send(new Command.Halt("careful")).sent();
        assertEquals(2, scene.orders().size(), "protection stays: " + scene.orders());
        scene.send(new Command.LeaveHalt()).trades(94, 94, 94, 106, 106);
        flat(scene);
    }

    @ParameterizedTest
    @EnumSource
    void aTrailingStopClosesAShort(Offer offer) {
        Scene scene = scene(offer, ONE_WAY, 0).trades(100).place(Side.SELL, OrderType.MARKET, 700, 0).trades(100);
        start(scene, "trailing-stop", Map.of("side", "BUY", "quantity", "1", "offsetKind", "price", "offset", "3"));
        scene.send(new Command.Halt("careful")).trades(90, 93, 93, 93);
        scene.send(new Command.LeaveHalt());
        assertEquals(700, row(scene, 1).doneLots(), row(scene, 1).toString());
        flat(scene);
    }

    @ParameterizedTest
    @CsvSource({"ALL, 1", "UNLINKED, 2", "STOPLESS, 3", "BARE, 4"})
    void exitsNeverFlipAPosition(Offer offer, long seed) {
        int done = 0;
        for (int run = 0; run < 60; run++) {
            Rng rng = new Rng(seed * 1_000_000 + run);
            String at = offer + " seed " + (seed * 1_000_000 + run);
            Scene scene = scene(offer, ONE_WAY, rng.nextInt(4) * Scene.SECOND / 2).trades(100);
            boolean isShort = rng.nextInt(2) == 0;
            int sign = isShort ? -1 : 1;
            String side = isShort ? "SELL" : "BUY";
            start(scene, "bracket", Map.of(
                    "side", side, "quantity", "1", "entryPrice", isShort ? "101" : "99", "takeProfits",
                    isShort ? "95:65,98:35" : "102:35,105:65", "stop", isShort ? "106" : "94"));
            start(scene, "otoco", Map.of(
                    "side", side, "quantity", "0.5", "takeProfit", isShort ? "96" : "104", "stop", isShort ? "103" : "97"));
            long price = 100;
            for (int i = 0; i < 200; i++) {
                price = Math.max(60, price + rng.nextInt(7) - 3);
                scene.trade(price, 1 + rng.nextInt(600));
                if (i == 60 && rng.nextInt(2) == 0) {
                    start(scene, "oco", Map.of(
                            "side", isShort ? "BUY" : "SELL", "quantity", "0.4", "limit",
                            Long.toString(price + 3 * sign), "stop", Long.toString(price - 3 * sign)));
                }
                long venue = scene.venue().baseAtoms();
                assertTrue(venue * sign >= 0, at + " after trade " + i + ": the exchange has " + venue);
                assertTrue(position(scene, PositionSide.NET) * sign >= 0, at + " after trade " + i);
            }
            for (AlgoRow algo : scene.snapshot().algos()) {
                done += algo.state() == AlgoState.DONE ? 1 : 0;
                if (!algo.state().isTerminal()) {
                    scene.send(new Command.CancelAlgo(algo.id()));
                }
            }
            scene.session.loop().release(scene.now + 30 * Scene.SECOND);
            assertEquals(TradingState.ACTIVE, scene.snapshot().trading(), at + ": " + scene.snapshot().haltReason());
            assertEquals(scene.venue().baseAtoms(), scene.session.ledger().baseAtoms(), at);
            assertEquals(List.of(), scene.orders(), at);
            assertEquals(0, scene.session.ledger().reservedAtoms(), at);
            assertEquals(List.of(), scene.snapshot().quarantine(), at);
        }
        assertTrue(done > 60, "only " + done + " came to their end");
    }
}
