package dev.tradewind.app;

import dev.tradewind.app.custody.Sealing;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Halts the sessions that trade with keys: their entries are cancelled, protective orders stay. Waits until cancels are
 * answered, for three seconds at most: keys that are wiped sooner could not sign them.
 */
final class LiveSessions implements Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Supplier<? extends List<? extends OpenSession>> sessions;
    private final long patienceNanos;

    /** @param sessions those that run now */
    LiveSessions(Supplier<? extends List<? extends OpenSession>> sessions) {
        this(sessions, PATIENCE_NANOS);
    }

    LiveSessions(Supplier<? extends List<? extends OpenSession>> sessions, long patienceNanos) {
        this.sessions = sessions;
        this.patienceNanos = patienceNanos;
    }

    @Override
    public void stop(Optional<String> account, String reason) {
        List<OpenSession> stopping = new ArrayList<>();
        for (OpenSession session : sessions.get()) {
            if (tradesWithKeys(session.label()) && account.map(session.label().account()::equals).orElse(true)
                    && halted(session, reason)) {
                stopping.add(session);
            }
        }
        long end = System.nanoTime() + patienceNanos;
        while (!stopping.isEmpty() && System.nanoTime() < end) {
            stopping.removeIf(session -> hasStopped(session.view().snapshot()));
            if (!stopping.isEmpty()) {
                stopping.forEach(session -> session.view().request());
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        for (OpenSession session : stopping) {
            LOG.warn("{} has not stopped in time; its orders stay at the exchange as they are.", session.label().account());
        }
    }

    private static boolean tradesWithKeys(SessionLabel label) {
        return switch (label.mode()) {
            case LIVE, TESTNET -> true;
            case REPLAY, PAPER -> false;
        };
    }

    private static boolean halted(OpenSession session, String reason) {
        try {
            session.commands().send(new Command.Halt(reason));
            return true;
        } catch (IllegalStateException e) {
            LOG.warn("{} took no halt: {}", session.label().account(), e.getMessage());
            return false;
        }
    }

    private static boolean hasStopped(EngineSnapshot snapshot) {
        return snapshot.trading() == TradingState.HALTED
                && snapshot.openOrders().stream().noneMatch(order -> order.state() == OrderState.CANCEL_PENDING);
    }
}
