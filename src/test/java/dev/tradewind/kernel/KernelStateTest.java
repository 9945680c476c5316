package dev.tradewind.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateException;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop with its clock, timers, chance and hash that took a state over goes on as the one that saved it. */
class KernelStateTest {

    /** A loop whose timers set further ones by chance. */
    private static final class Machine implements Stateful, EventLoop.Handler {

        private final VirtualClock clock = new VirtualClock(1_000);
        private final TimerQueue timers = new TimerQueue();
        private final HashJournal journal = new HashJournal();
        private final Rng chance = new Rng(3);
        private final EventLoop loop = new EventLoop(clock, timers, journal, World.OUTSIDE, this);
        private final List<String> heard = new ArrayList<>();

        @Override
        public void save(StateWriter out) {
            out.section("Machine", 1).part(loop).part(journal).part(chance);
        }

        @Override
        public void load(StateReader in) {
            in.section("Machine", 1).part(loop).part(journal).part(chance);
        }

        void drive(long seed) {
            Rng rng = new Rng(seed);
            long time = clock.nowNanos() + rng.nextInt(40);
            switch (rng.nextInt(8)) {
                case 0, 1 -> {
                    TradeEvent trade = new TradeEvent();
                    trade.set(0, time, 1, 1, null, 0);
                    loop.market(trade);
                }
                case 2 -> loop.command(time, new Command.PauseBot(1 + rng.nextInt(3)));
                case 3 -> loop.report(time, new VenueReport().set(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, 7, time));
                case 4 -> timers.stop((long) rng.nextInt(60) << 20);
                case 5 -> journal.submitIntent(
                        loop.sequence(),
                        time,
                        new OrderRequest().set(
                                time, 1, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 5, 10, 0, 0, 0));
                case 6 -> journal.decision(loop.sequence(), time, 1, Reason.values()[0], 1, 2);
                default -> timers.start((long) rng.nextInt(60) << 20, clock.nowNanos() + rng.nextInt(30));
            }
        }

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
            for (int more = chance.nextInt(3); more > 0; more--) {
                timers.start((long) chance.nextInt(60) << 20, clock.nowNanos() + 1 + chance.nextInt(50));
            }
        }

        @Override
        public void afterStep() {}

        String seen() {
            return loop.sequence() + " " + clock.nowNanos() + " " + timers.nextDueNanos() + " " + journal.lastRow() + " "
                    + journal.runHash();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void goesOnAsTheOneThatSaved(long seed) {
        String what = "seed " + seed;
        Rng rng = new Rng(seed);
        Machine original = new Machine();
        for (int i = rng.nextInt(400); i > 0; i--) {
            original.drive(rng.nextLong());
        }
        byte[] state = SavedStates.of(original);
        Machine loaded = SavedStates.loaded(state, new Machine());
        assertArrayEquals(state, SavedStates.of(loaded), what);
        original.heard.clear();
        StateRules.all().compare(what, original, loaded);
        for (int i = 0; i < 300; i++) {
            long step = rng.nextLong();
            original.drive(step);
            loaded.drive(step);
            assertEquals(original.heard, loaded.heard, what);
            assertEquals(original.seen(), loaded.seen(), what);
        }
        assertArrayEquals(SavedStates.of(original), SavedStates.of(loaded), what);
        SavedStates.refuseDamageOf(state, Machine::new, rng, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aTimerSetTwiceOrOutOfTurnIsRefused(int turn) {
        StateWriter out = new StateWriter().section("TimerQueue", 1).number(2).number(2);
        out.number(5).number(1).number(7).number(6).number(turn).number(turn == 1 ? 7 : 8);
        StateException refused = assertThrows(
                StateException.class, () -> SavedStates.loaded(out.toBytes(), new TimerQueue()));
        assertEquals(true, refused.getMessage().contains("TimerQueue"), refused.getMessage());
    }
}
