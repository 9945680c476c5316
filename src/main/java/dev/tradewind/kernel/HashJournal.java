package dev.tradewind.kernel;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;

/** A backtest's journal: keeps nothing but the running hash and counts the rows a real journal would hold. */
public final class HashJournal implements Journal, Stateful {

    private final RunHash hash;
    private long rows;

    /** An empty journal. */
    public HashJournal() {
        this(0, new RunHash().value());
    }

    /**
     * The journal of a session that is taken up in its middle.
     *
     * @param rows    rows so far
     * @param runHash the running hash so far
     */
    public HashJournal(long rows, long runHash) {
        this.rows = rows;
        this.hash = new RunHash(runHash);
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {}

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        rows++;
        hash.command(timeNanos, command);
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        rows++;
        hash.timer(timeNanos, timerId);
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        rows++;
        hash.report(timeNanos, report);
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        rows++;
        hash.submit(timeNanos, request);
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        rows++;
        hash.amend(timeNanos, request);
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        rows++;
        hash.cancel(timeNanos, clientOrderId);
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        rows++;
    }

    @Override
    public void commit() {}

    @Override
    public long lastRow() {
        return rows;
    }

    @Override
    public long runHash() {
        return hash.value();
    }

    @Override
    public void close() {}

    @Override
    public void save(StateWriter out) {
        out.section("HashJournal", 1).number(rows).part(hash);
    }

    @Override
    public void load(StateReader in) {
        rows = in.section("HashJournal", 1).number();
        in.part(hash);
    }
}
