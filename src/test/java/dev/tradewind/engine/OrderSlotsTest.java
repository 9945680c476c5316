package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue that grants few order slots, and more orders than that. */
class OrderSlotsTest {

    private static final int SLOTS = 4;

    private static Scene scene(BotType... types) {
        return new Scene(SimTerms.IDEAL, RiskLimits.NONE, new InstrumentFilters(1, 0, 0, 0, 1, 0, SLOTS), new HashJournal(), List.of(types));
    }

    private static Scene place(Scene scene, Side side, long lots, long price) {
        scene.place(side, OrderType.LIMIT, lots, price);
        scene.session.loop().release(scene.now);
        return scene;
    }

    private static long count(Scene scene, OrderState state) {
        return scene.snapshot().openOrders().stream().filter(order -> order.state() == state).count();
    }

    @Test
    void whatFindsNoSlotWaitsHereAndIsSentWhenOneComesFree() {
        Scene scene = scene().trades(100);
        for (long price = 90; price > 84; price--) {
            place(scene, Side.BUY, 10, price);
        }
        assertEquals(
                List.of(
                        "0 BUY 10@90 LIVE", "0 BUY 10@89 LIVE", "0 BUY 10@88 LIVE", "0 BUY 10@87 LIVE",
                        "0 BUY 10@86 HELD", "0 BUY 10@85 HELD"),
                scene.orders());
        assertEquals(SLOTS, scene.venue().restingOrders());
        scene.send(new Command.CancelOrder(scene.snapshot().openOrders().getFirst().clientOrderId()));
        scene.sent();
        assertEquals(
                List.of(
                        "0 BUY 10@89 LIVE", "0 BUY 10@88 LIVE", "0 BUY 10@87 LIVE", "0 BUY 10@86 LIVE",
                        "0 BUY 10@85 HELD"),
                scene.orders());
    }

    @Test
    void theNearestChangePlacesWithTheFarthestAsThePriceMoves() {
        Scene scene = scene().trades(100);
        for (long price : new long[] {95, 90, 80, 70, 60, 55}) {
            place(scene, Side.BUY, 10, price);
        }
        long atNinety = scene.snapshot().openOrders().get(1).clientOrderId();
        scene.trades(62);
        scene.sent();
        // 95, 90, 80 and 70 filled on the way, so that 60 and 55 have slots
        assertEquals(List.of("0 BUY 10@60 LIVE", "0 BUY 10@55 LIVE"), scene.orders());
        for (long price : new long[] {50, 45, 40, 35}) {
            place(scene, Side.BUY, 5, price);
        }
        assertEquals(2, count(scene, OrderState.HELD));
        scene.place(Side.SELL, OrderType.LIMIT, 10, 66);
        scene.session.loop().release(scene.now);
        scene.sent().trades(63);
        scene.sent();
        assertEquals(SLOTS, scene.venue().restingOrders());
        assertTrue(scene.orders().contains("0 SELL 10@66 LIVE"), scene.orders().toString());
        assertTrue(scene.orders().contains("0 BUY 5@45 HELD"), scene.orders().toString());
        assertTrue(atNinety > 0);
    }

    @Test
    void aMovedOrderKeepsItsIdItsFillsAndItsReservation() {
        Scene scene = scene().trades(100);
        place(scene, Side.BUY, 10, 80);
        place(scene, Side.BUY, 10, 79);
        place(scene, Side.BUY, 10, 78);
        place(scene, Side.BUY, 10, 77);
        scene.trade(79, 4);
        long reserved = scene.snapshot().account().reservedQuoteAtoms();
        EngineSnapshot.OrderRow part = scene.snapshot().openOrders().getFirst();
        assertEquals(4, part.filledLots());
        scene.trades(100);
        for (long price = 98; price > 94; price--) {
            place(scene, Side.BUY, 1, price);
        }
        scene.trades(100).sent();
        EngineSnapshot.OrderRow held = scene.snapshot().openOrders().getFirst();
        assertEquals(OrderState.HELD, held.state());
        assertEquals(part.clientOrderId(), held.clientOrderId());
        assertEquals(4, held.filledLots());
        assertTrue(scene.snapshot().account().reservedQuoteAtoms() > reserved);
        for (int i = 0; i < 4; i++) {
            scene.trades(81, 79).sent();
        }
        EngineSnapshot.FillRow last = scene.snapshot().fills().stream()
                .filter(fill -> fill.clientOrderId() == part.clientOrderId())
                .findFirst()
                .orElseThrow();
        assertEquals(6, last.quantityLots());
        assertTrue(scene.snapshot().openOrders().stream()
                .noneMatch(order -> order.clientOrderId() == part.clientOrderId()));
    }

    @Test
    void aHeldOrderIsCancelledHereAndItsOwnerHearsOfIt() {
        Script bot = new Script();
        Scene scene = scene(bot.type("script")).trades(100);
        scene.start(1, "script", 400);
        for (int i = 0; i < 5; i++) {
            bot.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, 90 - i, 0, i, 0);
        }
        scene.sent();
        bot.context().cancel(scene.snapshot().openOrders().getLast().clientOrderId());
        scene.sent();
        assertEquals("CANCELED 4 CANCELED", bot.heard.getLast());
        assertEquals(4, scene.orders().size());
        assertEquals(0, count(scene, OrderState.HELD));
    }

    @Test
    void twoBotsDoNotTradeWithEachOther() {
        Script one = new Script();
        Script other = new Script();
        Scene scene = new Scene(one.type("one"), other.type("other")).trades(100);
        scene.start(1, "one", 400).start(2, "other", 400);
        BookEvent book = new BookEvent();
        scene.session.loop().market(book.begin(0, scene.now, true, 1, 1).bid(99, 50).ask(103, 50));
        one.context().submit(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 5, 0, 0, 1, 0);
        scene.sent();
        one.context().submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 5, 101, 0, 2, 0);
        scene.sent();
        // the market's own book now shows the sale as its best
        scene.session.loop().market(book.begin(0, scene.now, false, 2, 2).ask(101, 5));
        other.context().submit(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 3, 102, 0, 1, 0);
        scene.sent();
        assertEquals(List.of("1 SELL 5@101 LIVE", "2 BUY 3@102 HELD"), scene.orders());
        one.context().cancel(scene.snapshot().openOrders().getFirst().clientOrderId());
        scene.session.loop().market(book.begin(0, scene.now, false, 3, 3).ask(101, 0));
        scene.sent();
        assertEquals(List.of("2 BUY 3@102 LIVE"), scene.orders());
    }

    /** Whatever happens, no more orders rest than are allowed, none is lost, and what is held is farther than what rests. */
    @Test
    void noOrderIsLostAndTheLimitHolds() {
        for (long seed = 1; seed <= 60; seed++) {
            Rng rng = new Rng(seed);
            Script bot = new Script();
            bot.writesDown = false;
            Scene scene = scene(bot.type("script")).trades(1000);
            scene.start(1, "script", 900);
            List<Long> placed = new ArrayList<>();
            long price = 1000;
            for (int step = 0; step < 150; step++) {
                price = Math.max(800, Math.min(1200, price + rng.nextInt(41) - 20));
                long away = 1 + rng.nextInt(60);
                switch (rng.nextInt(4)) {
                    case 0, 1 -> {
                        long id = bot.context().submit(
                                Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1 + rng.nextInt(5), price - away, 0, step, 0);
                        if (id != 0) {
                            placed.add(id);
                        }
                    }
                    case 2 -> {
                        if (!placed.isEmpty() && rng.nextInt(3) == 0) {
                            bot.context().cancel(placed.get(rng.nextInt(placed.size())));
                        }
                    }
                    default -> {
                        // the price alone moves
                    }
                }
                scene.sent();
                scene.trade(price, 1 + rng.nextInt(8));
                scene.sent();
                assertTrue(scene.venue().restingOrders() <= SLOTS, "seed " + seed + " step " + step);
            }
            EngineSnapshot last = scene.snapshot();
            long bought = last.fills().stream().mapToLong(EngineSnapshot.FillRow::quantityLots).sum();
            for (Long id : placed) {
                boolean open = last.openOrders().stream().anyMatch(order -> order.clientOrderId() == id);
                boolean done = last.history().stream().anyMatch(order -> order.clientOrderId() == id);
                assertTrue(open != done, "seed " + seed + ": order " + id + " open " + open + " done " + done);
            }
            assertEquals(List.of(), last.quarantine(), "seed " + seed);
            assertTrue(bought >= 0);
            assertEquals(
                    scene.venue().baseAtoms(), scene.session.ledger().baseAtoms(), "seed " + seed + ": the venue's books");
        }
    }
}
