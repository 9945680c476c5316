package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random commands and bots over random markets: our books and the venue's agree to the atom. */
class ConservationTest {

    private static final int SEEDS = 12;
    private static final int EVENTS = 1_500;

    @ParameterizedTest
    @CsvSource({"QUOTE, false, 0", "QUOTE, true, 0", "BASE, false, 0", "BASE, true, 0", "QUOTE, false, 700", "BASE, true, 7000"})
    void ourBooksAndTheVenuesAgree(FeeAsset buyFee, boolean candles, long latencyMillis) {
        long fills = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            fills += run(seed, buyFee, candles, latencyMillis);
        }
        assertTrue(fills > 1_000 * SEEDS / 10, "only " + fills + " fills: nothing was tried");
    }

    private static long run(long seed, FeeAsset buyFee, boolean candles, long latencyMillis) {
        Rng rng = new Rng(seed);
        SimTerms terms = new SimTerms(
                new FeeRate(rng.nextInt(500_000)), new FeeRate(rng.nextInt(500_000)), buyFee, rng.nextInt(200_000),
                latencyMillis * 1_000_000);
        Script one = script(rng);
        Script other = script(rng);
        Scene scene = new Scene(terms, RiskLimits.NONE, one.type("one"), other.type("other"));
        long price = 1_000;
        for (int i = 0; i < EVENTS; i++) {
            String what = "seed " + seed + " " + buyFee + " candles " + candles + " event " + i;
            price = Math.max(500, price + rng.nextInt(21) - 10);
            if (candles) {
                long close = Math.max(500, price + rng.nextInt(11) - 5);
                scene.minute(
                        price, Math.max(price, close) + rng.nextInt(8), Math.min(price, close) - rng.nextInt(8), close);
            } else {
                scene.trade(price, 1 + rng.nextInt(40));
            }
            switch (i) {
                case 1 -> scene.start(1, "one", 300);
                case 2 -> scene.start(2, "other", 300);
                case EVENTS / 2 -> scene.send(new Command.StopBot(1, Command.StopMode.KEEP));
                case EVENTS / 2 + 50 -> scene.send(new Command.Halt("test"));
                case EVENTS / 2 + 60 -> scene.send(new Command.LeaveHalt());
                default -> scene.send(command(rng, scene, price));
            }
            check(what, scene, latencyMillis == 0);
        }
        settle(scene, price, candles);
        check("seed " + seed + " settled", scene, true);
        assertEquals(0, scene.session.ledger().reservedAtoms(), "seed " + seed);
        assertEquals(0, scene.venue().restingOrders(), "seed " + seed);
        assertEquals(0, scene.snapshot().openOrders().size(), "seed " + seed);
        return scene.snapshot().fills().size();
    }

    /** Stops what is left, cancels everything and lets every report arrive. */
    private static void settle(Scene scene, long price, boolean candles) {
        scene.send(new Command.StopBot(2, Command.StopMode.KEEP));
        scene.send(new Command.CancelMine());
        for (int i = 0; i < 20; i++) {
            if (candles) {
                scene.minute(price, price, price, price);
            } else {
                scene.trade(price, 1);
            }
        }
    }

    private static Command command(Rng rng, Scene scene, long price) {
        OrderType type = OrderType.values()[rng.nextInt(OrderType.values().length)];
        boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean stop = type == OrderType.STOP_MARKET || type == OrderType.STOP_LIMIT;
        return switch (rng.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> new Command.PlaceOrder(
                    0, rng.nextInt(2) == 0 ? Side.BUY : Side.SELL, type,
                    TimeInForce.values()[rng.nextInt(TimeInForce.values().length)], 1 + rng.nextInt(60),
                    limit ? price - 15 + rng.nextInt(31) : 0, stop ? price - 15 + rng.nextInt(31) : 0);
            case 5 -> new Command.CancelMine();
            case 6 -> new Command.PauseBot(1 + rng.nextInt(2));
            case 7, 8 -> new Command.ResumeBot(1 + rng.nextInt(2));
            case 9 -> new Command.EditBot(2, Map.of("size", "9"), Command.EditScope.BOTH);
            default -> {
                var open = scene.snapshot().openOrders();
                yield new Command.CancelOrder(
                        open.isEmpty() ? 1 : open.get(rng.nextInt(open.size())).clientOrderId());
            }
        };
    }

    /** Buys, sells what it has in linked and plain orders, and cancels, at random. */
    private static Script script(Rng rng) {
        Script script = new Script();
        long[] last = new long[1];
        script.onPrice = (context, ticks) -> {
            int what = rng.nextInt(8);
            if (what < 2) {
                boolean market = rng.nextInt(2) == 0;
                last[0] = context.submit(
                        Side.BUY, market ? OrderType.MARKET : OrderType.LIMIT, TimeInForce.GTC, 1 + rng.nextInt(40),
                        market ? 0 : ticks - rng.nextInt(8), 0, 1, 0);
            } else if (what == 2 && context.account().sellableLots() > 0) {
                bracket(context, rng, ticks);
            } else if (what == 3) {
                context.submit(
                        Side.SELL, OrderType.MARKET, TimeInForce.GTC,
                        Math.max(1, context.account().sellableLots() / 2), 0, 0, 4, 0);
            } else if (what == 4 && last[0] != 0) {
                context.cancel(last[0]);
            }
        };
        return script;
    }

    private static void bracket(BotContext context, Rng rng, long ticks) {
        long lots = context.account().sellableLots();
        long link = 1 + rng.nextInt(3);
        context.submit(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, lots, ticks + 1 + rng.nextInt(9), 0, 2, link);
        context.submit(Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, lots, 0, ticks - 1 - rng.nextInt(9), 3, link);
    }

    private static void check(String what, Scene scene, boolean settled) {
        Ledger ledger = scene.session.ledger();
        long quote = 0;
        long base = 0;
        long reserved = 0;
        long capital = 0;
        for (BotAccount account : ledger.accounts()) {
            assertEquals(
                    account.capitalAtoms() + account.realisedAtoms(),
                    account.freeQuoteAtoms() + account.reservedAtoms() + account.costAtoms(), what);
            quote += account.quoteAtoms();
            base += account.baseAtoms();
            reserved += account.reservedAtoms();
            capital += account.capitalAtoms();
            assertTrue(account.reservedAtoms() >= 0, what);
        }
        assertEquals(quote, ledger.quoteAtoms(), what);
        assertEquals(base, ledger.baseAtoms(), what);
        assertEquals(reserved, ledger.reservedAtoms(), what);
        assertEquals(1_000 * Scene.USD, capital, what);
        if (settled) {
            // orders of the last command are on their way only; everything that traded has been told
            assertEquals(scene.venue().quoteAtoms(), ledger.quoteAtoms(), what);
            assertEquals(scene.venue().baseAtoms(), ledger.baseAtoms(), what);
        }
    }
}
