package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.marketdata.MadeRecording;
import dev.tradewind.persistence.Recording;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise "the same engine": a paper session with its thread, its wall clock and a user's commands in between, replayed
 * from its journal and tape through a backtest's wiring, does the same to the last bit.
 */
class ParityTest {

    private static final long HOUR = Timeframe.H1.nanos();

    @ParameterizedTest
    @ValueSource(strings = {"bitstamp-btcusd", "binanceus-ethusd"})
    void aPaperSessionReplaysToTheSameHash(String sample, @TempDir Path folder) {
        LoadedMarket market = PaperFixture.sample(sample);
        PaperPlan plan = PaperFixture.plan(market);
        long start = plan.startNanos();
        PaperSession paper = PaperSession.begin(plan, market, folder.resolve("1"));
        paper.send(PaperFixture.dca(market, 1, "4000"));
        paper.send(new Command.StartBot(
                2,
                "sma-cross",
                "cross",
                0,
                market.instrument().quote().toAtoms(new BigDecimal("3000")),
                Map.of("fast", "5", "slow", "20", "size", "0.5")));
        PaperFixture.playTo(paper, market, start + 6 * HOUR);
        long last = PaperFixture.fresh(paper).market().lastTicks();
        paper.send(new Command.PlaceOrder(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10_000_000 / 1_000, last * 99 / 100, 0));
        paper.send(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 30_000_000 / 10, 0, 0));
        PaperFixture.playTo(paper, market, start + 12 * HOUR);
        paper.send(new Command.PauseBot(1));
        PaperFixture.playTo(paper, market, start + 14 * HOUR);
        paper.send(new Command.ResumeBot(1));
        paper.send(new Command.EditBot(1, Map.of("takeProfit", "0.9"), Command.EditScope.BOTH));
        PaperFixture.playTo(paper, market, start + 20 * HOUR);
        paper.send(new Command.Halt("test"));
        PaperFixture.playTo(paper, market, start + 21 * HOUR);
        paper.send(new Command.LeaveHalt());
        paper.send(new Command.StopBot(2, Command.StopMode.SELL));
        PaperFixture.playTo(paper, market, start + 40 * HOUR);
        paper.close();
        EngineSnapshot before = paper.view().snapshot();
        assertEquals("", before.haltReason());
        assertTrue(before.fills().size() > 10, "only " + before.fills().size() + " fills: nothing to compare");

        HashJournal journal = new HashJournal();
        Session replayed = PaperEngine.wire(plan, journal).session();
        PaperRecovery.takeAgain(Recording.open(folder.resolve("1")), replayed);
        replayed.publish();
        EngineSnapshot after = replayed.view().snapshot();

        assertEquals(Long.toHexString(paper.runHash()), Long.toHexString(journal.runHash()));
        assertEquals(before.account(), after.account());
        assertEquals(before.sequence(), after.sequence());
        assertEquals(
                before.openOrders().stream().map(ParityTest::essence).toList(),
                after.openOrders().stream().map(ParityTest::essence).toList());
        assertEquals(
                before.fills().stream().map(fill -> fill.clientOrderId() + " " + fill.quantityLots()).toList(),
                after.fills().stream().map(fill -> fill.clientOrderId() + " " + fill.quantityLots()).toList());
    }

    @Test
    void aPaperSessionOnARecordedBookReplaysToTheSameHash(@TempDir Path folder) throws IOException {
        LoadedMarket market = LoadedMarket.file(MadeRecording.write(folder.resolve("made-BTCUSDT.jsonl"), 3, 4_000));
        PaperPlan plan = PaperFixture.plan(market);
        PaperSession paper = PaperSession.begin(plan, market, folder.resolve("1"));
        paper.send(new Command.StartBot(
                1,
                "grid",
                "grid",
                0,
                market.instrument().quote().toAtoms(new BigDecimal("9000")),
                Map.of("lower", "95", "upper", "105", "levels", "25")));
        PaperFixture.playTo(paper, market, market.lastNanos() / 2 + plan.startNanos() / 2);
        paper.send(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 30, 0, 0));
        PaperFixture.playTo(paper, market, market.lastNanos());
        paper.close();
        EngineSnapshot before = paper.view().snapshot();
        assertEquals("", before.haltReason());
        assertTrue(before.fills().size() > 20, "only " + before.fills().size() + " fills: nothing to compare");

        HashJournal journal = new HashJournal();
        Session replayed = PaperEngine.wire(plan, journal).session();
        PaperRecovery.takeAgain(Recording.open(folder.resolve("1")), replayed);
        replayed.publish();

        assertEquals(Long.toHexString(paper.runHash()), Long.toHexString(journal.runHash()));
        assertEquals(before.account(), replayed.view().snapshot().account());

        PaperSession again = PaperSession.goOn(plan, market, folder.resolve("1"));
        EngineSnapshot resumed = PaperFixture.fresh(again);
        again.close();
        assertEquals(before.account(), resumed.account());
        assertEquals(before.sequence(), resumed.sequence());
        EngineSnapshot.Outside outside = resumed.outside();
        assertNotNull(outside, "the books were not compared on starting over");
        assertNotNull(outside.report());
        assertTrue(outside.report().agrees(), () -> outside.report().rows().toString());
        assertTrue(outside.report().fills() > 20, "the exchange told of " + outside.report().fills() + " fills");
    }

    private static String essence(EngineSnapshot.OrderRow order) {
        return order.clientOrderId() + " " + order.state() + " " + order.priceTicks() + " " + order.filledLots() + "/"
                + order.quantityLots();
    }
}
