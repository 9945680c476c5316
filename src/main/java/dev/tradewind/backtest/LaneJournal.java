package dev.tradewind.backtest;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import org.jspecify.annotations.Nullable;

/** A lane's way into the run's one journal; tells the lane's log what is about to change accounts. */
final class LaneJournal implements Journal {

    private final HashJournal run;
    private final AccountLog log;
    private final @Nullable IntentTrail trail;

    /** @param trail where intents are noted, null for nowhere */
    LaneJournal(HashJournal run, AccountLog log, @Nullable IntentTrail trail) {
        this.run = run;
        this.log = log;
        this.trail = trail;
    }

    private void note(boolean submit) {
        IntentTrail noted = trail;
        if (noted != null) {
            noted.add(log.eventNanos(), run.runHash(), submit);
        }
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        if (event instanceof FundingEvent) {
            log.stir(timeNanos, -1, 0);
        }
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        run.command(sequence, timeNanos, command);
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        run.timer(sequence, timeNanos, timerId);
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        log.settle();
        if (report.kind() == VenueReport.Kind.LIQUIDATED) {
            log.force(timeNanos, report.positionSide().ordinal(), report.priceTicks());
        } else if (report.kind().isOfAccount()) {
            log.stir(timeNanos, report.positionSide().ordinal(), 0);
        }
        run.report(sequence, timeNanos, report);
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        run.submitIntent(sequence, timeNanos, request);
        note(true);
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        run.amendIntent(sequence, timeNanos, request);
        note(false);
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        run.cancelIntent(sequence, timeNanos, clientOrderId);
        note(false);
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        if (reason == Reason.BOT_STOPPED) {
            // what it held becomes the user's after this, and after the event's mark
            log.stir(timeNanos, -1, 1);
        }
        run.decision(sequence, timeNanos, bot, reason, first, second);
    }

    @Override
    public void commit() {}

    @Override
    public long lastRow() {
        return run.lastRow();
    }

    @Override
    public long runHash() {
        return run.runHash();
    }

    @Override
    public void close() {}
}
