package dev.tradewind.persistence;

import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RecordedInput;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Journal and tape of a session as one sequence of inputs without holes. Owned by one thread. */
final class InputMerge {

    private static final long NONE = -1;

    private final JournalScan journal;
    private final TapeScan tape;
    private final Consumer<JournalEntry> rows;
    private @Nullable RecordedInput fromJournal;
    private @Nullable TapeEvent fromTape;
    private long lastSequence = NONE;
    private long hole = -1;
    private boolean doubled;
    private long eventsAhead;

    /**
     * Goes on behind an input where journal and tape stand already.
     *
     * @param after the input's number, 0 before the first
     * @param rows  hears of every row that is passed
     */
    InputMerge(JournalScan journal, TapeScan tape, long after, Consumer<JournalEntry> rows) {
        this.journal = journal;
        this.tape = tape;
        this.rows = rows;
        this.lastSequence = after > 0 ? after : NONE;
    }

    /** {@return the next input; null at the end, be it a good one, a hole, a double or a failure of either} */
    @Nullable RecordedInput next() throws IOException {
        if (fromJournal == null) {
            fromJournal = nextOfJournal();
        }
        if (fromTape == null && tape.next()) {
            fromTape = tape.event();
        }
        RecordedInput input = fromJournal;
        TapeEvent event = fromTape;
        if (journal.failure() != null || tape.problem() != null || input == null && event == null) {
            return null;
        }
        RecordedInput earlier;
        if (event != null && (input == null || event.sequence() <= input.sequence())) {
            earlier = new RecordedInput(event.sequence(), event.timeNanos(), new Input.MarketInput(event.event()));
            fromTape = null;
        } else {
            earlier = input;
            fromJournal = null;
        }
        return check(earlier);
    }

    private @Nullable RecordedInput check(@Nullable RecordedInput input) {
        if (input == null) {
            return null;
        }
        boolean first = lastSequence < 0;
        long expected = first ? Math.min(input.sequence(), 1) : lastSequence + 1;
        if (input.sequence() != expected) {
            doubled = input.sequence() < expected;
            hole = expected;
            eventsAhead = (fromTape != null ? 1 : 0) + (input.input() instanceof Input.MarketInput ? 1 : 0);
            return null;
        }
        lastSequence = input.sequence();
        return input;
    }

    private @Nullable RecordedInput nextOfJournal() throws IOException {
        while (journal.next()) {
            rows.accept(journal.entry());
            Input input =
                    switch (journal.entry()) {
                        case JournalEntry.CommandTaken taken -> new Input.CommandInput(taken.command());
                        case JournalEntry.TimerFired fired -> new Input.TimerInput(fired.timerId());
                        case JournalEntry.ReportReceived received -> new Input.ReportInput(received.report());
                        case JournalEntry.SessionStarted started -> null;
                        case JournalEntry.SubmitIntended intended -> null;
                        case JournalEntry.AmendIntended intended -> null;
                        case JournalEntry.CancelIntended intended -> null;
                        case JournalEntry.Decided decided -> null;
                        case JournalEntry.TapeBlockClosed closed -> null;
                    };
            if (input != null) {
                return new RecordedInput(
                        journal.entry().sequence(), journal.entry().timeNanos(), input);
            }
        }
        return null;
    }

    /** {@return market events read already that come after the hole} */
    long eventsAhead() {
        return eventsAhead;
    }

    /** {@return the last input's number, 0 before the first} */
    long lastSequence() {
        return Math.max(0, lastSequence);
    }

    /** {@return the number of the input that is missing or doubled, −1 where none is} */
    long hole() {
        return hole;
    }

    /** {@return whether {@link #hole} is there twice} */
    boolean doubled() {
        return doubled;
    }
}
