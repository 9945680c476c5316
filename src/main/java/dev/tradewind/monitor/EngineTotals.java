package dev.tradewind.monitor;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the engines of this process did since it began, all sessions together: counts and durations, nothing about prices or
 * money. Safe on any thread; each session adds through an {@link EngineProbe}.
 */
public final class EngineTotals {

    final LongAdder marketEvents = new LongAdder();
    final LongAdder commands = new LongAdder();
    final LongAdder timers = new LongAdder();
    final LongAdder reports = new LongAdder();
    final LongAdder submits = new LongAdder();
    final LongAdder amends = new LongAdder();
    final LongAdder cancels = new LongAdder();
    final LongAdder fills = new LongAdder();
    final LongAdder rejections = new LongAdder();
    final LongAdder refusals = new LongAdder();
    final LongAdder journalRows = new LongAdder();
    final LongAdder journalBytes = new LongAdder();
    final Histogram commit = Histogram.ofLatencies();
    final Histogram tickToOrder = Histogram.ofLatencies();
    final Histogram batch = Histogram.ofLatencies();
    private volatile long feedLagNanos;

    /** Nothing has happened yet. */
    public EngineTotals() {}

    void feedLag(long nanos) {
        feedLagNanos = nanos;
    }

    /** Registers everything in here with its names for the world outside. */
    public void register(Metrics metrics) {
        String inputs = "Inputs the engine has taken, by kind.";
        metrics.counter("tradewind_inputs_total", inputs, "kind", "market", marketEvents::sum);
        metrics.counter("tradewind_inputs_total", inputs, "kind", "command", commands::sum);
        metrics.counter("tradewind_inputs_total", inputs, "kind", "timer", timers::sum);
        metrics.counter("tradewind_inputs_total", inputs, "kind", "report", reports::sum);
        String intents = "Orders, amendments and cancels made durable to be sent, by kind.";
        metrics.counter("tradewind_intents_total", intents, "kind", "submit", submits::sum);
        metrics.counter("tradewind_intents_total", intents, "kind", "amend", amends::sum);
        metrics.counter("tradewind_intents_total", intents, "kind", "cancel", cancels::sum);
        metrics.counter("tradewind_fills_total", "Fills the exchange reported.", fills::sum);
        metrics.counter("tradewind_rejections_total", "Orders the exchange refused.", rejections::sum);
        metrics.counter("tradewind_refusals_total", "Orders bots wanted and were refused here, before they left.", refusals::sum);
        metrics.counter("tradewind_journal_rows_total", "Rows written to journals.", journalRows::sum);
        metrics.counter("tradewind_journal_bytes_total", "Bytes written to journals.", journalBytes::sum);
        metrics.histogram(
                "tradewind_journal_commit_seconds", "Time until written rows survive a power cut.", commit);
        metrics.histogram(
                "tradewind_tick_to_order_seconds",
                "Time from taking an input until the orders it led to are durable and leave.",
                tickToOrder);
        metrics.histogram("tradewind_engine_batch_seconds", "Time of inputs dealt with in one go.", batch);
        metrics.gauge(
                "tradewind_feed_lag_seconds",
                "How long the newest market event had been due when it was taken, in the market's time.",
                () -> feedLagNanos / 1e9);
    }
}
