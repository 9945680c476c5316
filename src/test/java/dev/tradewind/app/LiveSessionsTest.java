package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.SessionLabel.Mode;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.Custody;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.Database;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sessions that say they trade with keys: sealing halts those, and no others. */
class LiveSessionsTest {

    private static final String PASSPHRASE = "tram-quartz-lobster-9";

    @TempDir
    Path folder;

    private static OpenSession labelled(PaperSession session, Mode mode, String account) {
        SessionLabel label = new SessionLabel(mode, account, "an exchange", false);
        return (OpenSession) Proxy.newProxyInstance(
                OpenSession.class.getClassLoader(), new Class<?>[] {OpenSession.class},
                (self, method, given) -> method.getName().equals("label") ? label : method.invoke(session, given));
    }

    private PaperSession session(String name) {
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperSession session = PaperSession.begin(PaperFixture.plan(market), market, folder.resolve(name));
        PaperFixture.start(session, PaperFixture.dca(market, 1, "5000"));
        return session;
    }

    private static TradingState trading(PaperSession session) {
        return PaperFixture.fresh(session).trading();
    }

    private static void awaitHalt(PaperSession session) {
        PaperFixture.await("the halt", () -> trading(session) == TradingState.HALTED);
    }

    @Test
    void sealingHaltsWhatTradesWithKeysAndDisarmingOneAccountsSessions() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        KeyFolders.make(data, PASSPHRASE, Optional.empty());
        KeyFolders.addLive(data, PASSPHRASE, "Main");
        try (PaperSession paper = session("paper");
                PaperSession live = session("live");
                PaperSession test = session("test");
                Database database = Database.open(data);
                Custody custody = KeyFolders.custody(data, database, AuditTrail.none())) {
            List<OpenSession> running = List.of(
                    labelled(paper, Mode.PAPER, "Paper"), labelled(live, Mode.LIVE, "Main"),
                    labelled(test, Mode.TESTNET, "Practice money"));
            // the sessions' market stands still, so that no cancel is ever answered: no use waiting for it long
            custody.stopping(new LiveSessions(() -> running, TimeUnit.MILLISECONDS.toNanos(50)));
            custody.security().unlock(PASSPHRASE.toCharArray(), Optional.empty());
            custody.accounts().arm(1, PASSPHRASE.toCharArray(), Optional.empty());
            custody.security().lockScreen(Cause.USER);
            assertThat(List.of(trading(paper), trading(live), trading(test))).containsOnly(TradingState.ACTIVE);

            custody.accounts().disarm(1);
            awaitHalt(live);
            assertThat(live.view().snapshot().haltReason()).contains("you disarmed account Main");
            assertThat(List.of(trading(paper), trading(test))).containsOnly(TradingState.ACTIVE);

            custody.security().seal(Cause.IDLE);
            awaitHalt(test);
            assertThat(test.view().snapshot().haltReason()).contains("keys were sealed: nobody was there for a while");
            assertThat(trading(paper)).isEqualTo(TradingState.ACTIVE);
            assertThat(custody.accounts().accounts().get(1).standing()).isEqualTo(Standing.SEALED);
        }
    }

    @Test
    void aSessionThatDoesNotStopKeepsNobodyWaitingForLong() {
        EngineSnapshot active;
        try (PaperSession session = session("stubborn")) {
            active = PaperFixture.fresh(session);
            EngineCommands deaf = command -> {};
            OpenSession stubborn = (OpenSession) Proxy.newProxyInstance(
                    OpenSession.class.getClassLoader(), new Class<?>[] {OpenSession.class},
                    (self, method, given) -> switch (method.getName()) {
                        case "label" -> new SessionLabel(Mode.LIVE, "Main", "an exchange", false);
                        case "commands" -> deaf;
                        default -> method.invoke(session, given);
                    });
            EngineCommands full = command -> {
                throw new IllegalStateException("the queue is full");
            };
            OpenSession ended = (OpenSession) Proxy.newProxyInstance(
                    OpenSession.class.getClassLoader(), new Class<?>[] {OpenSession.class},
                    (self, method, given) -> method.getName().equals("commands")
                            ? full
                            : new SessionLabel(Mode.LIVE, "Main", "an exchange", false));
            new LiveSessions(() -> List.of(stubborn, ended), TimeUnit.MILLISECONDS.toNanos(30))
                    .stop(Optional.empty(), "a test");
        }
        assertThat(active.trading()).isEqualTo(TradingState.ACTIVE);
    }
}
