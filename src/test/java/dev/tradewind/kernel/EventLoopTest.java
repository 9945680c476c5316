package dev.tradewind.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private final List<String> heard = new ArrayList<>();
    private final VirtualClock clock = new VirtualClock(0);
    private final TimerQueue timers = new TimerQueue();
    private final Owed owed = new Owed();
    private Runnable onTimer = () -> {};
    private final EventLoop loop = new EventLoop(clock, timers, new HashJournal(), owed, new Ear());

    /** A world that owes one report a time. */
    private static final class Owed implements World {
        private final List<Long> due = new ArrayList<>();
        private final VenueReport report = new VenueReport();

        @Override
        public boolean begin(MarketEvent event) {
            return true;
        }

        @Override
        public long advance(long untilNanos) {
            return due.isEmpty() || due.getFirst() > untilNanos ? NOTHING : due.removeFirst();
        }

        @Override
        public VenueReport report() {
            return report;
        }
    }

    private final class Ear implements EventLoop.Handler {
        @Override
        public void onMarket(MarketEvent event) {
            heard.add("market " + clock.nowNanos());
        }

        @Override
        public void onReport(VenueReport report) {
            heard.add("report " + clock.nowNanos());
        }

        @Override
        public void onCommand(Command command) {
            heard.add("command " + clock.nowNanos());
        }

        @Override
        public void onTimer(long timerId) {
            heard.add("timer " + timerId + " at " + clock.nowNanos());
            onTimer.run();
        }

        @Override
        public void afterStep() {}
    }

    private static TradeEvent trade(long time) {
        TradeEvent trade = new TradeEvent();
        trade.set(0, time, 1, 1, null, 0);
        return trade;
    }

    @Test
    void takesWhatIsDueInOrderReportsBeforeTimersBeforeTheEvent() {
        timers.start(1, 10);
        timers.start(2, 20);
        timers.start(3, 31);
        owed.due.addAll(List.of(10L, 15L, 20L, 30L));
        loop.market(trade(30));
        assertEquals(
                List.of(
                        "report 10", "timer 1 at 10", "report 15", "report 20", "timer 2 at 20", "report 30", "market 30"),
                heard);
        assertEquals(7, loop.sequence());
    }

    @Test
    void lateInputsHappenNow() {
        loop.market(trade(30));
        loop.market(trade(20));
        loop.command(10, new Command.CancelMine());
        assertEquals(List.of("market 30", "market 30", "command 30"), heard);
    }

    @Test
    void aTimerThatSetsItselfForNowForEverIsNamedAsAChase() {
        timers.start(1, 5);
        onTimer = () -> {
            heard.clear();
            timers.start(1, clock.nowNanos());
        };
        String message = assertThrows(IllegalStateException.class, () -> loop.release(10)).getMessage();
        assertTrue(message.contains("chasing each other"), message);
    }

    @Test
    void aTimerMayFireMillionsOfTimesWhileTheMarketIsSilent() {
        timers.start(1, 1);
        onTimer = () -> {
            heard.clear();
            timers.start(1, clock.nowNanos() + 1);
        };
        loop.release(1_200_000);
        assertEquals(1_200_000, clock.nowNanos());
    }
}
