package dev.tradewind.monitor;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What is true of the sessions that run, read from their snapshots: how many, how many orders and bots. No money. */
public final class SessionGauges {

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
    private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Supplier<List<EngineView>> running;
    private volatile List<EngineSnapshot> snapshots = List.of();

    private SessionGauges(Supplier<List<EngineView>> running) {
        this.running = running;
    }

    /** Registers them for the sessions that run when they are collected. */
    public static void register(Metrics metrics, Supplier<List<EngineView>> running) {
        SessionGauges gauges = new SessionGauges(running);
        metrics.beforeCollecting(gauges::look);
        metrics.gauge("tradewind_sessions_running", "Sessions that take inputs.", () -> gauges.snapshots.size());
        metrics.gauge(
                "tradewind_sessions_halted", "Sessions among them that take no orders.",
                () -> gauges.sum(snapshot -> snapshot.trading() == TradingState.HALTED ? 1 : 0));
        metrics.gauge(
                "tradewind_open_orders", "Orders that work.", () -> gauges.sum(snapshot -> snapshot.openOrders().size()));
        metrics.gauge(
                "tradewind_open_algorithms", "Execution algorithms listed, those ended lately included.",
                () -> gauges.sum(snapshot -> snapshot.algos().size()));
        metrics.gauge(
                "tradewind_quarantined_reports", "Reports set aside because they cannot be true.",
                () -> gauges.sum(snapshot -> snapshot.quarantine().size()));
        metrics.gauge(
                "tradewind_rule_violations", "How often risk rules were broken or refused an order.",
                () -> gauges.sum(snapshot -> snapshot.risk().violations()));
        for (BotState state : BotState.values()) {
            String label = state.name().toLowerCase(Locale.ROOT);
            metrics.gauge(
                    "tradewind_bots", "Bots by state.", "state", label, () -> gauges.sum(snapshot -> snapshot.bots().stream()
                            .filter(bot -> bot.state() == state)
                            .count()));
        }
    }

    /** Asks each session for a fresh snapshot and takes what is there a moment later. */
    private void look() {
        List<EngineView> views = running.get();
        List<EngineSnapshot> before = views.stream().map(EngineView::snapshot).toList();
        views.forEach(EngineView::request);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (int i = 0; i < views.size(); i++) {
            while (views.get(i).snapshot() == before.get(i) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
        snapshots = views.stream().map(EngineView::snapshot).toList();
    }

    private long sum(ToLongFunction<EngineSnapshot> figure) {
        return snapshots.stream().mapToLong(figure).sum();
    }
}
