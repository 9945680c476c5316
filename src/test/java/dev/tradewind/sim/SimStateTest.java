package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateException;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue that took a state over goes on as the one that saved it: report by report, at the same times. */
class SimStateTest {

    private static final int RUNS = 5;
    private static final int STEPS_AFTER = 800;
    private static final long START = 1_700_000_040_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "1, true, false, false, CROSS, false, 2", "2, true, false, false, CROSS, false, 7",
        "3, true, false, true, CROSS, false, 3", "4, true, false, true, ISOLATED, true, 6",
        "5, false, false, false, CROSS, false, 4", "6, false, true, false, CROSS, false, 7",
        "7, false, true, true, ISOLATED, false, 5", "8, false, true, true, CROSS, true, 2",
        "9, false, false, true, CROSS, false, 6", "10, false, true, false, CROSS, false, 3"
    })
    void goesOnAsTheOneThatSaved(
            long seed, boolean candles, boolean books, boolean perpetual, MarginMode mode, boolean hedged, int bustle) {
        RandomVenue.Kind kind = new RandomVenue.Kind(candles, books, perpetual, mode, hedged, bustle);
        Set<String> met = new HashSet<>();
        Set<String> heard = new HashSet<>();
        int mostResting = 0;
        for (int run = 0; run < RUNS; run++) {
            Rng rng = new Rng(seed * 1_000 + run);
            String what = "seed " + seed + " run " + run;
            RandomVenue original = new RandomVenue(kind, START);
            for (int i = run == 0 ? 0 : rng.nextInt(run == RUNS - 1 ? 15_000 : 2_000); i > 0; i--) {
                original.step(rng.nextLong());
            }
            mostResting = Math.max(mostResting, original.venue.restingOrders());
            byte[] state = SavedStates.of(original.venue);
            RandomVenue loaded = loadedTwin(original, state, what, met);
            original.said.clear();
            mostResting = Math.max(mostResting, driveOn(original, loaded, rng, what, met));
            assertArrayEquals(SavedStates.of(original.venue), SavedStates.of(loaded.venue), what);
            original.said.forEach(line -> heard.add(line.replaceAll("^\\d+ VenueReport.([A-Z_]+) .*", "$1")));
            SavedStates.refuseDamageOf(state, () -> kind.venue(new VirtualClock(START)), rng, run == 1 ? 300 : 40);
        }
        assertTrue(heard.containsAll(List.of("ACCEPTED", "FILLED", "CANCELED", "REPLACED", "WORKING", "DONE")), heard + "");
        assertTrue(!perpetual || mode == MarginMode.CROSS || bustle > 5 || heard.containsAll(List.of("LIQUIDATED", "FUNDING", "TRANSFER")), heard + "");
        assertTrue(bustle < 6 || hedged || mostResting > RestingOrders.FEW, "at most " + mostResting + " rested");
        assertTrue(
                met.containsAll(List.of(
                        "sim.Matcher", "sim.SimOrder", "sim.Inbox", "sim.ReportQueue", "sim.RestingOrders", "sim.Queues",
                        "sim.CandleMarket", "sim.PricePath", "sim.TradeMarket", "sim.BookMarket", "sim.Depth", "sim.FeeBooks",
                        "sim.RecentVolume", "sim.FinishedOrders", "sim.MadeModels", "sim.SimAccount", "sim.Fills",
                        "domain.OrderRequest", "domain.VenueReport", "marketdata.OrderBook", "kernel.Rng")),
                met + "");
        assertEquals(perpetual, met.contains("sim.MarginAccount") && met.contains("sim.MarginWatch"), met + "");
    }

    /** {@return another venue that has the state, and is the same field by field} */
    private static RandomVenue loadedTwin(RandomVenue original, byte[] state, String what, Set<String> met) {
        RandomVenue loaded = original.twin();
        SavedStates.loaded(state, loaded.venue);
        assertArrayEquals(state, SavedStates.of(loaded.venue), what);
        met.addAll(StateRules.all().compare(what, original.venue, loaded.venue));
        return loaded;
    }

    /** {@return how many orders rested at most} */
    private static int driveOn(RandomVenue original, RandomVenue loaded, Rng rng, String what, Set<String> met) {
        int most = 0;
        for (int i = 1; i <= STEPS_AFTER; i++) {
            long step = rng.nextLong();
            original.step(step);
            loaded.step(step);
            int from = Math.max(0, original.said.size() - 20);
            assertEquals(original.said.size(), loaded.said.size(), what + " step " + i);
            assertEquals(
                    original.said.subList(from, original.said.size()), loaded.said.subList(from, loaded.said.size()),
                    what + " step " + i);
            assertEquals(original.seen(), loaded.seen(), what + " step " + i);
            most = Math.max(most, original.venue.restingOrders());
            if (i % (STEPS_AFTER / 20) == 0) {
                StateRules.all().compare(what + " step " + i, original.venue, loaded.venue);
                loadedTwin(original, SavedStates.of(original.venue), what + " step " + i, met);
            }
        }
        return most;
    }

    /** A margin call is told once, also by the venue that only loaded that it was told. */
    @Test
    void aMarginCallThatWasToldIsNotToldAgain() {
        RandomVenue.Kind kind = new RandomVenue.Kind(false, false, true, MarginMode.ISOLATED, false, 3);
        VirtualClock clock = new VirtualClock(START);
        SimVenue original = kind.venue(clock);
        TradeEvent trade = new TradeEvent();
        trade.set(0, START, 20_000, 1, null, 0);
        original.begin(trade);
        assertEquals(List.of(), heard(original, clock, START));
        original.submit(new OrderRequest().set(
                1, 1, 0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 20, 0, 0, 0, 0));
        assertEquals(List.of(VenueReport.Kind.FILLED), heard(original, clock, START + 60_000_000_000L));
        long mark = 20_000;
        List<VenueReport.Kind> told = List.of();
        while (told.isEmpty()) {
            original.begin(new MarkEvent().set(0, clock.nowNanos(), --mark));
            told = heard(original, clock, clock.nowNanos() + 60_000_000_000L);
        }
        assertEquals(List.of(VenueReport.Kind.MARGIN_CALL), told);
        VirtualClock same = new VirtualClock(clock.nowNanos());
        SimVenue loaded = SavedStates.loaded(SavedStates.of(original), kind.venue(same));
        List<List<VenueReport.Kind>> said = new ArrayList<>();
        for (long next : new long[] {mark, mark + 100, mark, 1}) {
            original.begin(new MarkEvent().set(0, clock.nowNanos(), next));
            loaded.begin(new MarkEvent().set(0, same.nowNanos(), next));
            said.add(heard(original, clock, clock.nowNanos() + 60_000_000_000L));
            assertEquals(said.getLast(), heard(loaded, same, clock.nowNanos()));
        }
        // told already; enough margin again; told anew; the end
        assertEquals(
                List.of(
                        List.of(), List.of(), List.of(VenueReport.Kind.MARGIN_CALL), List.of(VenueReport.Kind.LIQUIDATED)),
                said);
    }

    /** Saved while the price still stands at the open, where the rule has just said which way it goes. */
    @Test
    void aCandleWhoseOrderDecidedIsCountedOnce() {
        RandomVenue.Kind kind = new RandomVenue.Kind(true, false, false, MarginMode.CROSS, false, 7);
        VirtualClock clock = new VirtualClock(START);
        SimVenue original = kind.venue(clock);
        CandleEvent candle = new CandleEvent();
        candle.set(0, START, START + 60_000_000_000L, 1_000, 1_001, 999, 1_000, 100);
        original.begin(candle);
        order(original, 1, Side.BUY, OrderType.MARKET, 0);
        heard(original, clock, candle.timeNanos());
        order(original, 2, Side.SELL, OrderType.STOP_MARKET, 990);
        order(original, 3, Side.SELL, OrderType.TAKE_PROFIT_MARKET, 1_010);
        candle.set(0, candle.timeNanos(), START + 120_000_000_000L, 1_000, 1_001, 999, 1_000, 100);
        original.begin(candle);
        heard(original, clock, candle.timeNanos());
        candle.set(0, candle.timeNanos(), START + 180_000_000_000L, 1_000, 1_020, 980, 1_000, 100);
        original.begin(candle);
        heard(original, clock, candle.openTimeNanos());
        assertEquals(List.of(2, 1L), List.of(original.restingOrders(), original.unclearCandles()));
        VirtualClock same = new VirtualClock(clock.nowNanos());
        SimVenue loaded = SavedStates.loaded(SavedStates.of(original), kind.venue(same));
        StateRules.all().compare("at the open", original, loaded);
        assertEquals(heard(original, clock, candle.timeNanos()), heard(loaded, same, candle.timeNanos()));
        assertEquals(List.of(0, 1L), List.of(loaded.restingOrders(), loaded.unclearCandles()));
        assertArrayEquals(SavedStates.of(original), SavedStates.of(loaded));
    }

    private static void order(SimVenue venue, long id, Side side, OrderType type, long stopTicks) {
        venue.submit(new OrderRequest().set(id, 1, 0, side, type, TimeInForce.GTC, 10, 0, stopTicks, 0, id == 1 ? 0 : 9));
    }

    private static List<VenueReport.Kind> heard(SimVenue venue, VirtualClock clock, long until) {
        List<VenueReport.Kind> heard = new ArrayList<>();
        for (long due = venue.advance(until); due != World.NOTHING; due = venue.advance(until)) {
            clock.advanceTo(due);
            heard.add(venue.report().kind());
        }
        clock.advanceTo(until);
        return heard;
    }

    @Test
    void aVenueOfAnotherKindRefusesIt() {
        RandomVenue.Kind spot = new RandomVenue.Kind(true, false, false, MarginMode.CROSS, false, 2);
        RandomVenue.Kind perpetual = new RandomVenue.Kind(true, false, true, MarginMode.CROSS, false, 2);
        byte[] state = SavedStates.of(spot.venue(new VirtualClock(START)));
        StateException refused = assertThrows(
                StateException.class, () -> SavedStates.loaded(state, perpetual.venue(new VirtualClock(START))));
        assertTrue(refused.getMessage().endsWith("BTCUSD is a perpetual here"), refused.getMessage());
    }
}
