package dev.tradewind.oms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.oms.OurBooks.OurOrder;
import dev.tradewind.oms.VenueStatement.SaidFill;
import dev.tradewind.oms.VenueStatement.SaidOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The comparison as a function: over random worlds, what it asks for is enough, is never done twice, and touches nobody else. */
class ReconciliationTest {

    private static final Instrument INSTRUMENT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final int SESSION = 3;

    /** What a random history left at the venue, and what of it we heard. */
    private static final class Worlds {

        final Rng rng;
        final List<SaidOrder> there = new ArrayList<>();
        final List<SaidFill> fills = new ArrayList<>();
        final List<OurOrder> ours = new ArrayList<>();
        final EnumMap<FeeAsset, Long> said = new EnumMap<>(FeeAsset.class);
        final EnumMap<FeeAsset, Long> think = new EnumMap<>(FeeAsset.class);
        final Set<Long> foreign = new TreeSet<>();
        Map<String, Long> differences = Map.of();
        long lastFill;

        Worlds(long seed) {
            rng = new Rng(seed);
            for (FeeAsset asset : List.of(FeeAsset.QUOTE, FeeAsset.BASE)) {
                said.put(asset, 1_000_000_000_000L);
                think.put(asset, 1_000_000_000_000L);
            }
            int orders = rng.nextInt(8);
            for (int i = 1; i <= orders; i++) {
                order((long) SESSION << 40 | i);
            }
            for (int i = rng.nextInt(3); i > 0; i--) {
                there.add(new SaidOrder(-i, 5, 90, 0, 0));
            }
            for (int i = rng.nextInt(3); i > 0; i--) {
                SaidFill fill = fill(-100 - i, 1 + rng.nextInt(5), Side.BUY);
                if (rng.nextInt(2) == 0) {
                    foreign.add(fill.fillId());
                    book(think, fill);
                }
            }
            if (rng.nextInt(2) == 0) {
                // money came or went that nobody told of
                said.merge(FeeAsset.QUOTE, (long) rng.nextInt(2_000) - 1_000, Long::sum);
            }
            if (rng.nextInt(4) == 0) {
                said.merge(FeeAsset.BASE, (long) rng.nextInt(20) - 10, Long::sum);
            }
        }

        private void order(long id) {
            Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            long lots = 1 + rng.nextInt(10);
            long price = 90 + rng.nextInt(20);
            long filled = rng.nextInt(3) == 0 ? 0 : rng.nextInt((int) lots + 1);
            Set<Long> heard = new TreeSet<>();
            long heardLots = 0;
            for (long left = filled; left > 0; ) {
                long part = 1 + rng.nextInt((int) left);
                SaidFill fill = fill(id, part, side);
                if (rng.nextInt(2) == 0) {
                    heard.add(fill.fillId());
                    heardLots += part;
                    book(think, fill);
                }
                left -= part;
            }
            boolean works = filled < lots && rng.nextInt(3) > 0;
            if (works) {
                long moved = rng.nextInt(5) == 0 ? 1 : 0;
                there.add(new SaidOrder(id, side == Side.BUY ? lots : -lots, price + moved, 0, filled));
            }
            OrderState[] states = {
                OrderState.LIVE, OrderState.UNRESOLVED, OrderState.CANCEL_PENDING, OrderState.PENDING_NEW, OrderState.CANCELED
            };
            OrderState state = states[rng.nextInt(states.length)];
            ours.add(new OurOrder(
                    id, side, state, lots, heardLots, price, 0, heard, rng.nextInt(6) == 0 && !state.isTerminal(), false));
        }

        private SaidFill fill(long id, long lots, Side side) {
            SaidFill fill = new SaidFill(
                    id, ++lastFill, 1_000 + lastFill, side == Side.BUY ? lots : -lots, 100, 3, FeeAsset.QUOTE, 0, true,
                    PositionSide.NET);
            fills.add(fill);
            book(said, fill);
            return fill;
        }

        static void book(Map<FeeAsset, Long> balances, SaidFill fill) {
            balances.merge(
                    FeeAsset.QUOTE, -INSTRUMENT.notionalAtoms(fill.priceTicks(), fill.signedLots()) - fill.feeAtoms(), Long::sum);
            balances.merge(FeeAsset.BASE, fill.signedLots() * INSTRUMENT.lotAtoms(), Long::sum);
        }

        OurBooks ours() {
            return new OurBooks(INSTRUMENT, SESSION, 0, ours, foreign, think, Map.of(), differences, false);
        }

        VenueStatement said() {
            return new VenueStatement(5_000, 0, there, fills, said, Map.of());
        }

        /** Does what is asked for, as the engine and an answering venue would. */
        void act(Reconciliation.Outcome outcome) {
            differences = outcome.differences();
            for (ReconciliationAction action : outcome.actions()) {
                switch (action) {
                    case ReconciliationAction.BookFill book -> {
                        book(think, book.fill());
                        change(book.fill().id(), order -> with(
                                order, order.state(), order.filledLots() + Math.abs(book.fill().signedLots()),
                                book.fill().fillId()));
                    }
                    case ReconciliationAction.BookForeignFill book -> {
                        assertTrue(foreign.add(book.fill().fillId()), "booked twice");
                        book(think, book.fill());
                    }
                    case ReconciliationAction.Accept accept ->
                        change(accept.venueId(), order -> with(order, OrderState.LIVE, order.filledLots(), 0));
                    case ReconciliationAction.Adopt adopt -> change(
                            adopt.venueId(),
                            order -> new OurOrder(
                                    order.venueId(), order.side(), order.state(), adopt.lots(), order.filledLots(),
                                    adopt.priceTicks(), adopt.stopTicks(), order.fillIds(), false, false));
                    case ReconciliationAction.DropAmendment drop -> change(
                            drop.venueId(),
                            order -> new OurOrder(
                                    order.venueId(), order.side(), order.state(), order.lots(), order.filledLots(),
                                    order.priceTicks(), order.stopTicks(), order.fillIds(), false, false));
                    case ReconciliationAction.CancelAgain cancel -> cancelled(cancel.venueId());
                    case ReconciliationAction.CancelStray stray -> cancelled(stray.venueId());
                    case ReconciliationAction.Ask ask -> {
                        // the venue answers with its fills, which the statement told already, and with the end
                        if (there.stream().noneMatch(order -> order.id() == ask.venueId())) {
                            change(ask.venueId(), order -> with(order, OrderState.CANCELED, order.filledLots(), 0));
                        }
                    }
                    case ReconciliationAction.AdjustBalance adjust -> think.merge(adjust.asset(), adjust.atoms(), Long::sum);
                    case ReconciliationAction.AdjustPosition adjust -> throw new AssertionError("no positions on spot");
                    case ReconciliationAction.Tag tag -> assertTrue(tag.order().id() < 0, "only others' orders are tagged");
                    case ReconciliationAction.Recheck recheck -> {}
                }
            }
            finishFilled();
        }

        private void cancelled(long id) {
            assertTrue(id > 0, "an order of others is cancelled");
            there.removeIf(order -> order.id() == id);
            change(id, order -> with(order, OrderState.CANCELED, order.filledLots(), 0));
        }

        private void finishFilled() {
            ours.replaceAll(order -> order.filledLots() == order.lots() && !order.state().isTerminal()
                    ? with(order, OrderState.FILLED, order.filledLots(), 0)
                    : order);
        }

        private void change(long id, java.util.function.UnaryOperator<OurOrder> change) {
            ours.replaceAll(order -> order.venueId() == id ? change.apply(order) : order);
        }

        private static OurOrder with(OurOrder order, OrderState state, long filled, long fillId) {
            Set<Long> ids = new HashSet<>(order.fillIds());
            if (fillId != 0) {
                assertTrue(ids.add(fillId), "booked twice");
            }
            return new OurOrder(
                    order.venueId(), order.side(), state, order.lots(), filled, order.priceTicks(), order.stopTicks(), ids,
                    order.amending(), order.recent());
        }
    }

    @Test
    void afterAFewComparisonsTheBooksAgreeAndOneMoreChangesNothing() {
        for (long seed = 1; seed <= 3_000; seed++) {
            String failing = "seed " + seed;
            Worlds world = new Worlds(seed);
            for (int round = 0; round < 5; round++) {
                world.act(Reconciliation.compare(world.ours(), world.said()));
            }
            assertEquals(world.said, world.think, failing);
            Reconciliation.Outcome last = Reconciliation.compare(world.ours(), world.said());
            assertTrue(last.agrees(), () -> failing + ": " + last);
            assertTrue(last.actions().stream().noneMatch(ReconciliationAction::changes), failing);
        }
    }

    @Test
    void theSameBooksGiveTheSameActions() {
        for (long seed = 1; seed <= 300; seed++) {
            Worlds world = new Worlds(seed);
            assertEquals(
                    Reconciliation.compare(world.ours(), world.said()),
                    Reconciliation.compare(new Worlds(seed).ours(), new Worlds(seed).said()),
                    "seed " + seed);
        }
    }

    @Test
    void whatIsRecentIsNotCompared() {
        for (long seed = 1; seed <= 300; seed++) {
            Worlds world = new Worlds(seed);
            world.ours.replaceAll(order -> new OurOrder(
                    order.venueId(), order.side(), order.state(), order.lots(), order.filledLots(), order.priceTicks(),
                    order.stopTicks(), order.fillIds(), order.amending(), true));
            for (ReconciliationAction action : Reconciliation.compare(world.ours(), world.said()).actions()) {
                assertTrue(
                        action instanceof ReconciliationAction.BookFill
                                || action instanceof ReconciliationAction.BookForeignFill
                                || action instanceof ReconciliationAction.Tag
                                || action instanceof ReconciliationAction.Recheck,
                        "seed " + seed + ": " + action);
            }
        }
    }

    @Test
    void aBalanceIsNotAdjustedWhileAnOrdersFateIsOpen() {
        OurOrder open = new OurOrder(
                (long) SESSION << 40 | 1, Side.BUY, OrderState.UNRESOLVED, 5, 0, 100, 0, Set.of(), false, false);
        TreeMap<String, Long> before = new TreeMap<>(Map.of(Reconciliation.key(FeeAsset.QUOTE), -7L));
        OurBooks ours = new OurBooks(
                INSTRUMENT, SESSION, 0, List.of(open), Set.of(), Map.of(FeeAsset.QUOTE, 100L), Map.of(), before, false);
        VenueStatement said = new VenueStatement(1, 0, List.of(), List.of(), Map.of(FeeAsset.QUOTE, 93L), Map.of());
        assertEquals(
                List.of("Ask", "Recheck"),
                Reconciliation.compare(ours, said).actions().stream()
                        .map(action -> action.getClass().getSimpleName())
                        .toList());
    }
}
