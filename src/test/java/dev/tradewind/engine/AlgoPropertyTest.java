package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every algorithm on any market: seeded walks, with latency, natively and emulated. */
class AlgoPropertyTest {

    private static final int RUNS = 60;
    private static final Pattern STOP = Pattern.compile("sells .* at (\\d+) or below");

    private static Scene scene(Rng rng, boolean nativ, long minimumUsd) {
        Capabilities offered = nativ
                ? SimVenue.offers()
                : SimVenue.offers().without(Feature.values()).without(OrderType.STOP_MARKET, OrderType.STOP_LIMIT);
        SimTerms terms = new SimTerms(
                FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 0, rng.nextInt(4) * Scene.SECOND / 2);
        InstrumentFilters filters =
                minimumUsd == 0 ? InstrumentFilters.NONE : new InstrumentFilters(1, 0, 0, minimumUsd * Scene.USD, 1, 0, 0);
        return new Scene(terms, RiskLimits.NONE, filters, new HashJournal(), List.of(), offered).trades(100);
    }

    private static Scene holding(Rng rng, boolean nativ, long lots) {
        Scene scene = scene(rng, nativ, 0);
        return scene.place(Side.BUY, OrderType.MARKET, lots, 0).sent().trades(100, 100, 100, 100, 100);
    }

    private static void walk(Scene scene, Rng rng, int trades, Runnable afterEach) {
        long price = 100;
        for (int i = 0; i < trades; i++) {
            price = Math.max(60, price + rng.nextInt(7) - 3);
            scene.trade(price, 1 + rng.nextInt(600));
            afterEach.run();
        }
    }

    private static AlgoRow row(Scene scene) {
        return scene.snapshot().algos().getFirst();
    }

    private static long filled(Scene scene, Side side) {
        return scene.snapshot().fills().stream()
                .filter(fill -> fill.side() == side)
                .mapToLong(EngineSnapshot.FillRow::quantityLots)
                .sum();
    }

    /** Nothing is on its way any more: both sides' books agree. */
    private static void sound(Scene scene, String run) {
        for (AlgoRow algo : scene.snapshot().algos()) {
            if (!algo.state().isTerminal()) {
                scene.send(new Command.CancelAlgo(algo.id()));
            }
        }
        scene.session.loop().release(scene.now + 30 * Scene.SECOND);
        assertEquals(TradingState.ACTIVE, scene.snapshot().trading(), run + ": " + scene.snapshot().haltReason());
        assertEquals(scene.venue().baseAtoms(), scene.session.ledger().baseAtoms(), run);
        assertTrue(scene.session.ledger().user().freeQuoteAtoms() >= 0, run);
        assertEquals(List.of(), scene.snapshot().quarantine(), run);
    }

    @ParameterizedTest
    @CsvSource({"true, 101", "false, 102"})
    void anOcoNeverTradesMoreThanItsSize(boolean nativ, long seed) {
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = holding(rng, nativ, 1_500);
            long bought = filled(scene, Side.BUY);
            scene.send(new Command.StartAlgo(0, "oco", Map.of("quantity", "1", "limit", "105", "stop", "96"))).sent();
            walk(scene, rng, 150, () -> assertTrue(filled(scene, Side.SELL) <= 1_000, at));
            assertEquals(1_500, bought, at);
            AlgoRow row = row(scene);
            assertEquals(filled(scene, Side.SELL), row.doneLots(), at);
            assertTrue(row.state() != AlgoState.DONE || row.doneLots() == 1_000, at + ": " + row);
            assertTrue(row.state() != AlgoState.FAILED, at + ": " + row);
            sound(scene, at);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 201", "false, 202"})
    void aBracketNeverExitsMoreThanItEntered(boolean nativ, long seed) {
        int done = 0;
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = scene(rng, nativ, 0);
            scene.send(new Command.StartAlgo(0, "bracket", Map.of(
                            "quantity", "1", "entryPrice", "98", "takeProfits", "102:35,106:65", "stop", "93")))
                    .sent();
            walk(scene, rng, 300, () -> assertTrue(filled(scene, Side.SELL) <= filled(scene, Side.BUY), at));
            AlgoRow row = row(scene);
            assertTrue(row.state() != AlgoState.FAILED, at + ": " + row);
            assertEquals(filled(scene, Side.BUY), row.doneLots(), at);
            if (row.state() == AlgoState.DONE) {
                assertEquals(filled(scene, Side.BUY), filled(scene, Side.SELL), at + ": " + row);
                assertEquals(List.of(), scene.orders(), at);
                done++;
            }
            sound(scene, at);
        }
        assertTrue(done > RUNS / 3, "only " + done + " brackets came to their end");
    }

    @ParameterizedTest
    @CsvSource({"true, 301", "false, 302"})
    void aTwapEndsWithItsTotalOrSaysWhatIsLeft(boolean nativ, long seed) {
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = scene(rng, nativ, rng.nextInt(3));
            long total = 50 + rng.nextInt(2_000);
            scene.send(new Command.StartAlgo(0, "twap", Map.of(
                            "quantity", scene.instrument.toQuantity(total).toPlainString(),
                            "duration", Integer.toString(20 + rng.nextInt(60)),
                            "slices", Integer.toString(1 + rng.nextInt(30)),
                            "style", rng.nextInt(2) == 0 ? "taker" : "maker",
                            "catchUp", List.of("none", "next", "aggressive").get(rng.nextInt(3)),
                            "timeJitter", Integer.toString(rng.nextInt(91)),
                            "sizeJitter", Integer.toString(rng.nextInt(91)),
                            "maxShare", Integer.toString(rng.nextInt(2) * 20),
                            "limit", rng.nextInt(2) == 0 ? "0" : "101")))
                    .sent();
            walk(scene, rng, 120, () -> assertTrue(filled(scene, Side.BUY) <= total, at));
            if (scene.snapshot().algos().isEmpty()) {
                assertTrue(scene.snapshot().lastRefusal().contains("smallest order"), at + scene.snapshot().lastRefusal());
                continue;
            }
            AlgoRow row = row(scene);
            assertEquals(AlgoState.DONE, row.state(), at + ": " + row);
            assertEquals(filled(scene, Side.BUY), row.doneLots(), at);
            long left = total - row.doneLots();
            String words = left == 0 ? "traded " : scene.instrument.toQuantity(left).toPlainString() + " BTC left";
            assertTrue(row.next().contains(words), at + ": " + row);
            assertEquals(List.of(), scene.orders(), at);
            sound(scene, at);
        }
    }

    @ParameterizedTest
    @CsvSource({"percent, 401", "price, 402"})
    void aTrailingStopNeverMovesAwayFromTheMarket(String kind, long seed) {
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = holding(rng, true, 1_000);
            scene.send(new Command.StartAlgo(0, "trailing-stop", Map.of(
                            "quantity", "1", "offsetKind", kind, "offset", Integer.toString(2 + rng.nextInt(9)))))
                    .sent();
            Matcher first = STOP.matcher(row(scene).next());
            long[] stop = {first.find() ? Long.parseLong(first.group(1)) : 0};
            walk(scene, rng, 200, () -> {
                Matcher words = STOP.matcher(row(scene).next());
                if (words.find()) {
                    long now = Long.parseLong(words.group(1));
                    assertTrue(now >= stop[0], at + ": from " + stop[0] + " to " + now);
                    stop[0] = now;
                }
            });
            assertTrue(stop[0] > 0, at);
            sound(scene, at);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 501", "false, 502"})
    void anIcebergNeverShowsMoreThanItsDisplaySize(boolean nativ, long seed) {
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = scene(rng, nativ, rng.nextInt(3));
            long display = 60 + rng.nextInt(300);
            scene.send(new Command.StartAlgo(0, "iceberg", Map.of(
                            "quantity", "2",
                            "display", scene.instrument.toQuantity(display).toPlainString(),
                            "variance", Integer.toString(rng.nextInt(91)),
                            "pricing", rng.nextInt(2) == 0 ? "fixed" : "pegged",
                            "price", "99",
                            "refreshSeconds", Integer.toString(rng.nextInt(2) * 7))))
                    .sent();
            walk(scene, rng, 150, () -> {
                long shown = scene.snapshot().openOrders().stream()
                        .filter(order -> order.state() != OrderState.HELD)
                        .mapToLong(order -> order.quantityLots() - order.filledLots())
                        .sum();
                assertTrue(shown <= display, at + ": shows " + shown + " of " + display + " " + scene.orders());
            });
            AlgoRow row = row(scene);
            assertTrue(row.doneLots() <= 2_000, at);
            assertEquals(filled(scene, Side.BUY), row.doneLots(), at);
            assertTrue(row.state() == AlgoState.WORKING || row.state() == AlgoState.DONE, at + ": " + row);
            sound(scene, at);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 601", "false, 602"})
    void randomAmendmentsKeepTheBooksOfBothSidesEqual(boolean nativ, long seed) {
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed + run * 1_000L);
            String at = "seed " + (seed + run * 1_000L);
            Scene scene = holding(rng, nativ, 1_500);
            walk(scene, rng, 150, () -> {
                List<EngineSnapshot.OrderRow> open = scene.snapshot().openOrders();
                boolean buy = rng.nextInt(2) == 0;
                long price = buy ? 92 + rng.nextInt(8) : 101 + rng.nextInt(8);
                if (open.size() < 4) {
                    scene.send(new Command.PlaceOrder(
                            0, buy ? Side.BUY : Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10 + rng.nextInt(500), price, 0));
                } else {
                    EngineSnapshot.OrderRow order = open.get(rng.nextInt(open.size()));
                    long limit = order.side() == Side.BUY ? 92 + rng.nextInt(8) : 101 + rng.nextInt(8);
                    scene.send(rng.nextInt(5) == 0
                            ? new Command.CancelOrder(order.clientOrderId())
                            : new Command.AmendOrder(order.clientOrderId(), 1 + rng.nextInt(900), limit, 0));
                }
            });
            scene.send(new Command.CancelMine());
            scene.trades(100, 100, 100, 100, 100, 100, 100);
            scene.send(new Command.CancelMine());
            scene.trades(100, 100, 100, 100, 100, 100, 100);
            assertEquals(List.of(), scene.orders(), at);
            assertEquals(0, scene.session.ledger().reservedAtoms(), at);
            assertEquals(scene.venue().quoteAtoms(), scene.session.ledger().quoteAtoms(), at);
            sound(scene, at);
        }
    }
}
