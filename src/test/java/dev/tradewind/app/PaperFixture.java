package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.risk.RiskLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Paper sessions on the samples, for tests. */
final class PaperFixture {

    static final List<Path> ROOTS = List.of(Path.of("").toAbsolutePath());

    private PaperFixture() {}

    static LoadedMarket sample(String id) {
        return LoadedMarket.load(new StartChoice.Sample(id), ROOTS);
    }

    static PaperPlan plan(LoadedMarket market) {
        return new PaperPlan(
                1,
                market.source(),
                market.checksum(),
                market.instrument(),
                new BigDecimal("10000"),
                DesktopTerminal.defaultTerms(market),
                RiskLimits.NONE,
                market.timeframes(),
                market.feed().nextTimeNanos());
    }

    static Command.StartBot dca(LoadedMarket market, int id, String capital) {
        return new Command.StartBot(
                id,
                "dca",
                "dip ladder",
                0,
                market.instrument().quote().toAtoms(new BigDecimal(capital)),
                preset("dca", "Sample"));
    }

    static Map<String, String> preset(String bot, String label) {
        for (BotType.Preset preset : BotCatalog.type(bot).presets()) {
            if (preset.label().equals(label)) {
                return preset.values();
            }
        }
        throw new IllegalArgumentException("no preset " + label);
    }

    /** Waits for something that happens on the engine's thread. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited 60 s for " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** {@return a snapshot taken after the call} */
    static EngineSnapshot fresh(PaperSession session) {
        EngineSnapshot before = session.view().snapshot();
        session.view().request();
        await("a snapshot", () -> session.view().snapshot() != before);
        return session.view().snapshot();
    }

    /** Starts a bot and waits until it runs, so that the market does not move on before the command is taken. */
    static void start(PaperSession session, Command.StartBot command) {
        session.send(command);
        await("bot " + command.botId(), () -> fresh(session).bots().stream().anyMatch(bot -> bot.id() == command.botId()));
    }

    /** Plays as fast as possible up to a time of the market, unless it is past, and waits until that is done. */
    static void playTo(PaperSession session, LoadedMarket market, long timeNanos) {
        HistoryFeed probe = market.feed();
        while (probe.advance(timeNanos)) {
            // counts the events that are due by then
        }
        long due = probe.position();
        if (session.replay().position().played() < due) {
            session.replay().jump(timeNanos);
        }
        await("event " + due, () -> session.replay().position().played() >= due);
    }
}
