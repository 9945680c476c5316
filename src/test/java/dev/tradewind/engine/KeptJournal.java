package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RecordedInput;
import java.util.ArrayList;
import java.util.List;

/** A journal and its tape in memory, to be cut off anywhere. */
final class KeptJournal implements Journal {

    final List<JournalEntry> rows = new ArrayList<>();
    final List<RecordedInput> inputs = new ArrayList<>();

    /** Rows that a power cut now would leave. */
    int durable;

    private final HashJournal hash = new HashJournal();

    KeptJournal() {}

    /** What is left of another after a crash that keeps so many of its rows, and the market up to the last of them. */
    KeptJournal(KeptJournal other, int kept) {
        rows.addAll(other.rows.subList(0, kept));
        durable = kept;
        long last = rows.isEmpty() ? 0 : rows.getLast().sequence();
        for (RecordedInput input : other.inputs) {
            boolean journalled = rows.stream().anyMatch(row -> row.sequence() == input.sequence());
            if (input.sequence() <= last && (journalled || input.input() instanceof Input.MarketInput)) {
                inputs.add(input);
            }
        }
    }

    long lastSequence() {
        long last = rows.isEmpty() ? 0 : rows.getLast().sequence();
        return inputs.isEmpty() ? last : Math.max(last, inputs.getLast().sequence());
    }

    private long next() {
        return rows.size() + 1L;
    }

    @Override
    public void market(long sequence, long timeNanos, MarketEvent event) {
        if (!(event instanceof TradeEvent trade)) {
            throw new IllegalStateException("only trades here, not " + event);
        }
        TradeEvent kept = new TradeEvent();
        kept.set(trade.instrument(), trade.timeNanos(), trade.priceTicks(), trade.quantityLots(), trade.aggressor(), 0);
        inputs.add(new RecordedInput(sequence, timeNanos, new Input.MarketInput(kept)));
    }

    @Override
    public void command(long sequence, long timeNanos, Command command) {
        inputs.add(new RecordedInput(sequence, timeNanos, new Input.CommandInput(command)));
        rows.add(new JournalEntry.CommandTaken(next(), sequence, timeNanos, command));
    }

    @Override
    public void timer(long sequence, long timeNanos, long timerId) {
        inputs.add(new RecordedInput(sequence, timeNanos, new Input.TimerInput(timerId)));
        rows.add(new JournalEntry.TimerFired(next(), sequence, timeNanos, timerId));
    }

    @Override
    public void report(long sequence, long timeNanos, VenueReport report) {
        inputs.add(new RecordedInput(sequence, timeNanos, new Input.ReportInput(report.copy())));
        rows.add(new JournalEntry.ReportReceived(next(), sequence, timeNanos, report.copy()));
    }

    @Override
    public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
        rows.add(new JournalEntry.SubmitIntended(next(), sequence, timeNanos, new OrderRequest().set(request)));
    }

    @Override
    public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
        rows.add(new JournalEntry.AmendIntended(next(), sequence, timeNanos, new OrderRequest().set(request)));
    }

    @Override
    public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
        rows.add(new JournalEntry.CancelIntended(next(), sequence, timeNanos, clientOrderId));
    }

    @Override
    public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
        rows.add(new JournalEntry.Decided(next(), sequence, timeNanos, bot, reason, first, second));
    }

    @Override
    public void commit() {
        durable = rows.size();
    }

    @Override
    public long lastRow() {
        return rows.size();
    }

    @Override
    public long runHash() {
        return hash.runHash();
    }

    @Override
    public void close() {}
}
