package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random orders, funding, transfers, crashes and bots that oppose each other: the books agree to the atom. */
class PerpetualConservationTest {

    private static final int SEEDS = 8;
    private static final int EVENTS = 700;

    @ParameterizedTest
    @CsvSource({
        "ISOLATED, ONE_WAY, false, false", "CROSS, ONE_WAY, true, false", "CROSS, HEDGE, false, true",
        "ISOLATED, HEDGE, true, true"
    })
    void ourBooksAndTheVenuesAgree(MarginMode mode, PositionMode positions, boolean candles, boolean third) {
        long fills = 0;
        long ruins = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scene scene = run(seed, new MarginConfig(5 + (int) seed * 3, mode, positions), candles, third);
            fills += scene.snapshot().fills().size();
            ruins += scene.snapshot().bots().stream().filter(bot -> !bot.stateReason().isEmpty()).count();
        }
        assertTrue(fills > 100 * SEEDS, "only " + fills + " fills: nothing was tried");
        assertTrue(ruins > 0, "nobody was liquidated");
    }

    private static Scene run(long seed, MarginConfig margin, boolean candles, boolean third) {
        Rng rng = new Rng(seed);
        FeeRate rate = new FeeRate(rng.nextInt(100_000));
        ThirdAsset asset = third ? new ThirdAsset(Asset.of("BNB"), 3_000_000_000L, 30_000_000_000L, 25_000_000) : null;
        FeeSchedule schedule = new FeeSchedule(
                List.of(
                        new FeeSchedule.Tier(0, 0, rate, rate),
                        new FeeSchedule.Tier(20_000 * Scene.USD, 0, FeeRate.ZERO, new FeeRate(rate.e8() / 2))),
                asset);
        SimTerms terms = new SimTerms(rate, rate, FeeAsset.QUOTE, rng.nextInt(100_000), 0).with(schedule);
        boolean hedge = margin.positions() == PositionMode.HEDGE;
        Scene scene = new Scene(terms, margin, script(rng, hedge).type("one"), script(rng, hedge).type("other"));
        long price = 20_000;
        for (int i = 0; i < EVENTS; i++) {
            String what = "seed " + seed + " " + margin + " candles " + candles + " event " + i;
            price = Math.max(5_000, price + rng.nextInt(401) - 200 + (i % 40 == 39 ? (i % 80 == 39 ? -price : price) / 5 : 0));
            if (candles) {
                long close = Math.max(5_000, price + rng.nextInt(201) - 100);
                scene.minute(
                        price, Math.max(price, close) + rng.nextInt(80), Math.min(price, close) - rng.nextInt(80), close);
            } else {
                scene.trade(price, 1 + rng.nextInt(400));
            }
            check(what + " market", scene);
            step(rng, scene, price, i, hedge);
            scene.session.loop().release(scene.now);
            check(what, scene);
        }
        return scene;
    }

    private static void step(Rng rng, Scene scene, long price, int i, boolean hedge) {
        switch (i) {
            case 1 -> scene.start(1, "one", 300);
            case 2 -> scene.start(2, "other", 300);
            case EVENTS / 2 -> scene.send(new Command.StopBot(1, Command.StopMode.KEEP));
            case EVENTS / 2 + 50 -> scene.send(new Command.Halt("test"));
            case EVENTS / 2 + 60 -> scene.send(new Command.LeaveHalt());
            default -> {
                switch (rng.nextInt(12)) {
                    case 0 -> scene.funding(rng.nextInt(100_001) - 50_000);
                    case 1 -> scene.send(new Command.Transfer((rng.nextInt(41) - 20) * Scene.USD));
                    case 2 -> scene.send(new Command.AdjustMargin(
                            rng.nextInt(2) * 2, side(rng, hedge), (rng.nextInt(41) - 20) * Scene.USD));
                    case 3 -> scene.send(new Command.CancelMine());
                    case 4 -> scene.send(new Command.ResumeBot(1 + rng.nextInt(2)));
                    default -> scene.send(new Command.PlaceOrder(
                            0, rng.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                            OrderType.LIMIT, TimeInForce.GTC, 1 + rng.nextInt(120), price + rng.nextInt(301) - 150, 0,
                            terms(rng, hedge)));
                }
            }
        }
    }

    private static PositionSide side(Rng rng, boolean hedge) {
        return !hedge ? PositionSide.NET : rng.nextInt(2) == 0 ? PositionSide.LONG : PositionSide.SHORT;
    }

    private static OrderTerms terms(Rng rng, boolean hedge) {
        OrderTerms terms = rng.nextInt(4) == 0 ? OrderTerms.REDUCE_ONLY : OrderTerms.NONE;
        return hedge ? terms.on(side(rng, true)) : terms;
    }

    /** Buys, sells, reduces and cancels at random. */
    private static Script script(Rng rng, boolean hedge) {
        Script script = new Script();
        long[] last = new long[1];
        script.onPrice = (context, ticks) -> {
            int what = rng.nextInt(8);
            if (what < 4) {
                boolean market = rng.nextInt(2) == 0;
                Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
                last[0] = context.submit(
                        side, market ? OrderType.MARKET : OrderType.LIMIT, TimeInForce.GTC, 1 + rng.nextInt(150),
                        market ? 0 : ticks + rng.nextInt(201) - 100, 0, 1, 0, terms(rng, hedge));
            } else if (what == 4 && last[0] != 0) {
                context.cancel(last[0]);
            }
        };
        return script;
    }

    private static void check(String what, Scene scene) {
        Ledger ledger = scene.session.ledger();
        PerpetualAccount exchange = ledger.exchange();
        long price = Math.max(1, ledger.markTicks());
        long quote = 0;
        long cost = 0;
        long base = 0;
        long reserved = 0;
        long equity = 0;
        long capital = 0;
        for (BotAccount account : ledger.accounts()) {
            assertEquals(account.quoteAtoms(), account.capitalAtoms() + account.realisedAtoms(), what);
            assertEquals(
                    account.realisedAtoms(),
                    ((PerpetualAccount) account).closedAtoms() + account.fundingAtoms() - account.feesAtoms(), what);
            assertTrue(account.reservedAtoms() >= 0, what);
            quote += account.quoteAtoms();
            cost += account.costAtoms();
            base += account.baseAtoms();
            reserved += account.reservedAtoms();
            equity += account.equityAtoms(price);
            capital += account.capitalAtoms();
        }
        assertEquals(quote, ledger.quoteAtoms(), what);
        assertEquals(base, ledger.baseAtoms(), what);
        assertEquals(reserved, ledger.reservedAtoms(), what);
        assertEquals(exchange.quoteAtoms() - exchange.costAtoms(), quote - cost, what + ": cash");
        assertEquals(exchange.baseAtoms(), base, what + ": position");
        assertEquals(exchange.equityAtoms(price), equity, what);
        assertEquals(exchange.capitalAtoms(), capital, what);
        // everything that traded has been told: there is no latency
        assertEquals(scene.venue().quoteAtoms(), exchange.quoteAtoms(), what + ": wallet");
        assertEquals(scene.venue().baseAtoms(), exchange.baseAtoms(), what);
        assertEquals(scene.venue().thirdAtoms(), ledger.thirdAtoms(), what);
        for (PositionSide side : PositionSide.values()) {
            assertEquals(scene.venue().entryAtoms(side), exchange.position(side).entryAtoms(), what + " " + side);
        }
    }
}
