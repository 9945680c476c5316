package dev.tradewind.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyingJournalTest {

    private final HashJournal target = new HashJournal();

    private VerifyingJournal over(JournalEntry... rows) {
        Iterator<JournalEntry> left = List.of(rows).iterator();
        return new VerifyingJournal(() -> left.hasNext() ? left.next() : null, target, 9);
    }

    private static OrderRequest order(TimeInForce timeInForce, long lots) {
        return new OrderRequest().set(7, 1, 0, Side.BUY, OrderType.LIMIT, timeInForce, lots, 100, 0, 3, 0);
    }

    private static VenueReport fill(long time, boolean maker, long lots) {
        return new VenueReport().filled(7, time, 1, 100, lots, 2, VenueReport.FeeAsset.QUOTE, maker);
    }

    private static final List<JournalEntry> ROWS = List.of(
            new JournalEntry.SessionStarted(1, 0, 0, Map.of()),
            new JournalEntry.CommandTaken(2, 1, 10, new Command.PauseBot(4)),
            new JournalEntry.SubmitIntended(3, 2, 20, order(TimeInForce.GTC, 5)),
            new JournalEntry.TapeBlockClosed(4, 2, 20, 1, 0, 1, 2, 1),
            new JournalEntry.ReportReceived(5, 3, 30, fill(25, true, 5)),
            new JournalEntry.TimerFired(6, 4, 40, 99),
            new JournalEntry.CancelIntended(7, 4, 40, 7),
            new JournalEntry.Decided(8, 4, 40, 1, Reason.HALTED, 1, 2));

    private static final List<Consumer<Journal>> SAME = List.of(
            journal -> journal.command(1, 10, new Command.PauseBot(4)),
            journal -> journal.submitIntent(2, 20, order(TimeInForce.GTC, 5)),
            journal -> journal.report(3, 30, fill(25, true, 5)),
            journal -> journal.timer(4, 40, 99),
            journal -> journal.cancelIntent(4, 40, 7),
            journal -> journal.decision(4, 40, 1, Reason.HALTED, 1, 2));

    @Test
    void takesTheRecordedRowsAsWrittenAndPassesOnWhatFollows() {
        VerifyingJournal journal = over(ROWS.toArray(JournalEntry[]::new));
        assertEquals(1, journal.lastRow());
        for (Consumer<Journal> write : SAME) {
            assertTrue(journal.pending());
            write.accept(journal);
            journal.commit();
            assertEquals(0, target.lastRow());
        }
        assertFalse(journal.pending());
        assertEquals(8, journal.lastRow());
        journal.timer(5, 50, 1);
        assertEquals(1, target.lastRow());
    }

    @Test
    void passesOnMarketEventsOnlyBeyondWhatIsRecorded() {
        List<Long> taped = new ArrayList<>();
        Journal tape = new Passing(target) {
            @Override
            public void market(long sequence, long timeNanos, MarketEvent event) {
                taped.add(sequence);
            }
        };
        VerifyingJournal journal = new VerifyingJournal(() -> null, tape, 9);
        for (long sequence = 7; sequence <= 11; sequence++) {
            journal.market(sequence, sequence, new TradeEvent());
        }
        assertEquals(List.of(10L, 11L), taped);
    }

    static List<Consumer<Journal>> other() {
        return List.of(
                journal -> journal.submitIntent(2, 20, order(TimeInForce.IOC, 5)),
                journal -> journal.submitIntent(2, 20, order(TimeInForce.GTC, 6)),
                journal -> journal.submitIntent(2, 21, order(TimeInForce.GTC, 5)),
                journal -> journal.submitIntent(3, 20, order(TimeInForce.GTC, 5)),
                journal -> journal.timer(2, 20, 1),
                journal -> journal.decision(2, 20, 1, Reason.HALTED, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("other")
    void anyOtherRowIsNamedAndNothingIsWritten(Consumer<Journal> write) {
        VerifyingJournal journal = over(ROWS.subList(0, 3).toArray(JournalEntry[]::new));
        SAME.getFirst().accept(journal);
        String message = assertThrows(JournalException.class, () -> write.accept(journal)).getMessage();
        assertTrue(message.startsWith("row 3 says SubmitIntended"), message);
        assertTrue(message.contains("the session is not started"), message);
        assertEquals(0, target.lastRow());
        assertTrue(journal.pending());
    }

    @Test
    void reportsAreHeldAgainstTheVenuesTimeAndSideToo() {
        for (VenueReport other : List.of(fill(26, true, 5), fill(25, false, 5), fill(25, true, 4))) {
            VerifyingJournal journal = over(ROWS.get(4));
            assertThrows(JournalException.class, () -> journal.report(3, 30, other));
        }
    }

    /** Passes every call on. */
    private static class Passing implements Journal {
        private final Journal to;

        Passing(Journal to) {
            this.to = to;
        }

        @Override
        public void market(long sequence, long timeNanos, MarketEvent event) {
            to.market(sequence, timeNanos, event);
        }

        @Override
        public void command(long sequence, long timeNanos, Command command) {
            to.command(sequence, timeNanos, command);
        }

        @Override
        public void timer(long sequence, long timeNanos, long timerId) {
            to.timer(sequence, timeNanos, timerId);
        }

        @Override
        public void report(long sequence, long timeNanos, VenueReport report) {
            to.report(sequence, timeNanos, report);
        }

        @Override
        public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
            to.submitIntent(sequence, timeNanos, request);
        }

        @Override
        public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
            to.amendIntent(sequence, timeNanos, request);
        }

        @Override
        public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
            to.cancelIntent(sequence, timeNanos, clientOrderId);
        }

        @Override
        public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
            to.decision(sequence, timeNanos, bot, reason, first, second);
        }

        @Override
        public void commit() {
            to.commit();
        }

        @Override
        public long lastRow() {
            return to.lastRow();
        }

        @Override
        public long runHash() {
            return to.runHash();
        }

        @Override
        public void close() {
            to.close();
        }
    }
}
