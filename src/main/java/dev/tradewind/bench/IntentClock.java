package dev.tradewind.bench;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;

/** A backtest's journal that reads the machine's clock when the last intent expected of an event is handed to it. */
final class IntentClock implements Journal {

    private final HashJournal journal = new HashJournal();
    private final int[] bots;
    private int intents;
    private long lastNanos;

    /** Expects so many intents of each event measured. */
    IntentClock(int expected) {
        bots = new int[expected];
    }

    /** The next event is about to be measured. */
    void arm() {
        intents = 0;
        lastNanos = 0;
    }

    /** {@return intents since the clock was armed} */
    int intents() {
        return intents;
    }

    /** {@return whose the intent number {@code index} was} */
    int bot(int index) {
        return bots[index];
    }

    /** {@return when the last intent expected came, 0 if it did not} */
    long lastNanos() {
        return lastNanos;
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        journal.submitIntent(sequence, timeNanos, request);
        if (intents < bots.length) {
            bots[intents] = request.botId();
        }
        if (++intents == bots.length) {
            lastNanos = System.nanoTime();
        }
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        journal.market(sequence, timeNanos, event);
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        journal.command(sequence, timeNanos, command);
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        journal.timer(sequence, timeNanos, timerId);
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        journal.report(sequence, timeNanos, report);
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        journal.amendIntent(sequence, timeNanos, request);
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        journal.cancelIntent(sequence, timeNanos, clientOrderId);
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        journal.decision(sequence, timeNanos, bot, reason, first, second);
    }

    @Override
    public void commit() {
        journal.commit();
    }

    @Override
    public long lastRow() {
        return journal.lastRow();
    }

    @Override
    public long runHash() {
        return journal.runHash();
    }

    @Override
    public void close() {
        journal.close();
    }
}
