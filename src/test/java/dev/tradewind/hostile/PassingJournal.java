package dev.tradewind.hostile;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Journal;

/** A journal that passes everything on; bad ones override what they get wrong. */
class PassingJournal implements Journal {

    final Journal target;

    PassingJournal(Journal target) {
        this.target = target;
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        target.market(sequence, timeNanos, event);
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        target.command(sequence, timeNanos, command);
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        target.timer(sequence, timeNanos, timerId);
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        target.report(sequence, timeNanos, report);
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        target.submitIntent(sequence, timeNanos, request);
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        target.amendIntent(sequence, timeNanos, request);
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        target.cancelIntent(sequence, timeNanos, clientOrderId);
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        target.decision(sequence, timeNanos, bot, reason, first, second);
    }

    @Override
    public void commit() {
        target.commit();
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public long lastRow() {
        return target.lastRow();
    }

    @Override
    public long runHash() {
        return target.runHash();
    }

    @Override
    public void close() {
        target.close();
    }
}
