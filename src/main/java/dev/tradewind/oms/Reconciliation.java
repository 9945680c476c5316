package dev.tradewind.oms;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.oms.OurBooks.OurOrder;
import dev.tradewind.oms.ReconciliationAction.Words;
import dev.tradewind.oms.VenueStatement.SaidFill;
import dev.tradewind.oms.VenueStatement.SaidOrder;
import dev.tradewind.oms.VenueStatement.SaidPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to do where a venue's statement and our books differ, as a pure function: the same two give the same actions, and once
 * they are done the same statement asks for nothing more.
 *
 * <p>Nothing is believed on one word where it could be a stale one: an order that is missing is asked about, a balance that
 * differs is compared again, and what changed since the statement was asked for is not compared at all. Fills are believed at
 * once: they have ids.
 */
public final class Reconciliation {

    private static final long SEQUENCE = (1L << 34) - 1;
    private static final int SESSION_SHIFT = 40;

    /**
     * What a comparison came to.
     *
     * @param actions     what to do, in order
     * @param differences what differs and was not adjusted, by key; the next comparison's {@code differences}
     * @param again       whether something could not be compared, or has to be confirmed, so that a statement is to be asked
     *                    for again soon
     */
    public record Outcome(List<ReconciliationAction> actions, Map<String, Long> differences, boolean again) {

        public Outcome {
            actions = List.copyOf(actions);
        }

        /** {@return whether nothing is to be done, asked or compared again} */
        public boolean agrees() {
            return !again && actions.stream().allMatch(action -> action instanceof ReconciliationAction.Tag);
        }
    }

    private final OurBooks ours;
    private final VenueStatement said;
    private final Instrument instrument;
    private final Map<Long, OurOrder> ourOrders = new HashMap<>();
    private final Map<Long, SaidOrder> saidOrders = new HashMap<>();
    private final Map<Long, Long> missedLots = new HashMap<>();
    private final List<ReconciliationAction> actions = new ArrayList<>();
    private final Map<String, Long> differences = new TreeMap<>();
    private boolean booked;
    private boolean doubtful;
    private boolean again;

    private Reconciliation(OurBooks ours, VenueStatement said) {
        this.ours = ours;
        this.said = said;
        instrument = ours.instrument();
        ours.orders().forEach(order -> ourOrders.put(order.venueId(), order));
        said.orders().forEach(order -> saidOrders.put(order.id(), order));
    }

    /** {@return what to do where the two differ} */
    public static Outcome compare(OurBooks ours, VenueStatement said) {
        return new Reconciliation(ours, said).compare();
    }

    /** {@return what a balance's difference is known by} */
    public static String key(FeeAsset asset) {
        return "balance " + asset;
    }

    /** {@return what a position's difference is known by} */
    public static String key(PositionSide side) {
        return "position " + side;
    }

    private Outcome compare() {
        said.fills().forEach(this::fill);
        ours.orders().forEach(this::order);
        said.orders().forEach(this::saidOrder);
        if (ours.moved() || booked) {
            again = true;
        } else {
            if (instrument.isPerpetual()) {
                for (PositionSide side : PositionSide.values()) {
                    position(side);
                }
            }
            if (actions.stream().noneMatch(Reconciliation::movesWallet)) {
                said.balances().forEach(this::balance);
            } else {
                again = true;
            }
        }
        return new Outcome(actions, differences, again);
    }

    /** A position that is adjusted realises a profit or a loss: the wallet is compared after that. */
    private static boolean movesWallet(ReconciliationAction action) {
        return action instanceof ReconciliationAction.AdjustPosition;
    }

    private boolean isOurs(long id) {
        return id > 0 && id >>> SESSION_SHIFT == ours.session();
    }

    private void fill(SaidFill fill) {
        if (!isOurs(fill.id())) {
            if (fill.timeNanos() >= ours.sinceNanos() && !ours.foreignFills().contains(fill.fillId())) {
                booked = true;
                actions.add(new ReconciliationAction.BookForeignFill(
                        fill,
                        new Words(
                                trade(fill) + " by an order that is not of this program",
                                "not known here",
                                "book it for you, never for a bot")));
            }
            return;
        }
        OurOrder order = ourOrders.get(fill.id());
        if (order == null || order.fillIds().contains(fill.fillId())) {
            // of an order long forgotten: were it not booked, the balances would tell
            return;
        }
        booked = true;
        missedLots.merge(fill.id(), Math.abs(fill.signedLots()), Long::sum);
        actions.add(new ReconciliationAction.BookFill(
                fill,
                new Words(
                        name(fill.id()) + " " + trade(fill),
                        quantity(order.filledLots()) + " filled, this fill never heard of",
                        "book the missed fill")));
    }

    private void order(OurOrder order) {
        if (order.state().isTerminal() || order.recent()) {
            return;
        }
        long filled = order.filledLots() + missedLots.getOrDefault(order.venueId(), 0L);
        SaidOrder there = saidOrders.get(order.venueId());
        if (there == null) {
            if (order.lots() == 0 || filled < order.lots()) {
                ask(order, name(order.venueId()) + " does not work", "its fate");
            }
            return;
        }
        if (there.filledLots() > filled) {
            ask(order, name(order.venueId()) + " has " + quantity(there.filledLots()) + " filled", "the missing fills");
        }
        if (order.state() == OrderState.PENDING_NEW || order.state() == OrderState.UNRESOLVED) {
            actions.add(new ReconciliationAction.Accept(
                    order.venueId(),
                    new Words(
                            name(order.venueId()) + " works",
                            order.state() == OrderState.UNRESOLVED ? "nobody knows whether it arrived" : "not answered yet",
                            "it works here too")));
        } else if (order.state() == OrderState.CANCEL_PENDING) {
            actions.add(new ReconciliationAction.CancelAgain(
                    order.venueId(),
                    new Words(name(order.venueId()) + " works", "its cancel is on its way", "cancel it again")));
        }
        terms(order, there, filled);
    }

    private void ask(OurOrder order, String says, String what) {
        doubtful = true;
        actions.add(new ReconciliationAction.Ask(
                order.venueId(),
                new Words(says, "it is " + order.state() + " with " + quantity(order.filledLots()) + " filled",
                        "ask for " + what)));
    }

    private void terms(OurOrder order, SaidOrder there, long filled) {
        long lots = Math.abs(there.signedLots());
        boolean sameLots = order.lots() == 0 || order.lots() == lots || lots < filled;
        boolean same = sameLots && order.priceTicks() == there.priceTicks() && order.stopTicks() == there.stopTicks();
        if (!same) {
            actions.add(new ReconciliationAction.Adopt(
                    order.venueId(),
                    sameLots ? order.lots() : lots,
                    there.priceTicks(),
                    there.stopTicks(),
                    new Words(
                            name(order.venueId()) + " is " + terms(lots, there.priceTicks(), there.stopTicks()),
                            terms(order.lots(), order.priceTicks(), order.stopTicks())
                                    + (order.amending() ? ", an amendment is on its way" : ""),
                            "take over what it is there")));
        } else if (order.amending()) {
            actions.add(new ReconciliationAction.DropAmendment(
                    order.venueId(),
                    new Words(
                            name(order.venueId()) + " is as it was", "an amendment is on its way", "the amendment did not happen")));
        }
    }

    private void saidOrder(SaidOrder there) {
        OurOrder order = ourOrders.get(there.id());
        if (order != null && (!order.state().isTerminal() || order.recent())) {
            return;
        }
        long lots = Math.abs(there.signedLots());
        String what = (there.signedLots() > 0 ? "buy " : "sell ") + terms(lots, there.priceTicks(), there.stopTicks());
        if (isOurs(there.id())) {
            actions.add(new ReconciliationAction.CancelStray(
                    there.id(),
                    new Words(
                            name(there.id()) + " works: " + what,
                            order == null ? "no such order works" : "it has ended: " + order.state(),
                            "cancel it there")));
        } else {
            actions.add(new ReconciliationAction.Tag(
                    there, new Words("an order of others works: " + what, "not known here", "show it, never touch it")));
        }
    }

    private void position(PositionSide side) {
        SaidPosition there = said.positions().get(side);
        long saidLots = there == null ? 0 : there.signedLots();
        long think = ours.positions().getOrDefault(side, 0L);
        if (saidLots == think) {
            return;
        }
        long lots = Math.subtractExact(saidLots, think);
        String key = key(side);
        String says = "position " + (side == PositionSide.NET ? "" : side + " ") + quantity(saidLots);
        if (confirmed(key, lots)) {
            actions.add(new ReconciliationAction.AdjustPosition(
                    entryId(key, lots),
                    side,
                    lots,
                    there == null ? 0 : there.priceTicks(),
                    new Words(says, quantity(think), "take the difference of " + quantity(lots) + " into your own account")));
        } else {
            recheck(key, lots, says, quantity(think));
        }
    }

    private void balance(FeeAsset asset, long saidAtoms) {
        Long held = ours.balances().get(asset);
        if (held == null || held == saidAtoms) {
            return;
        }
        long atoms = Math.subtractExact(saidAtoms, held);
        String key = key(asset);
        if (confirmed(key, atoms)) {
            actions.add(new ReconciliationAction.AdjustBalance(
                    entryId(key, atoms),
                    asset,
                    atoms,
                    new Words(
                            amount(asset, saidAtoms),
                            amount(asset, held),
                            "take the difference of " + amount(asset, atoms) + " into your own account")));
        } else {
            recheck(key, atoms, amount(asset, saidAtoms), amount(asset, held));
        }
    }

    /** Whether the same difference was there before, and nothing is open that could explain it. */
    private boolean confirmed(String key, long difference) {
        Long before = ours.differences().get(key);
        return before != null && before == difference && !doubtful;
    }

    private void recheck(String key, long difference, String says, String think) {
        again = true;
        differences.put(key, difference);
        actions.add(new ReconciliationAction.Recheck(
                key, difference, new Words(says, think, "compare again before anything is believed")));
    }

    /** A number that follows from the difference and the statement it was found in. */
    private long entryId(String key, long difference) {
        long mixed = said.timeNanos() * 0x9E3779B97F4A7C15L ^ difference * 0xBF58476D1CE4E5B9L ^ key.hashCode() ^ ours.session();
        return (mixed ^ mixed >>> 31) & Long.MAX_VALUE;
    }

    private String trade(SaidFill fill) {
        return (fill.signedLots() > 0 ? "bought " : "sold ") + quantity(Math.abs(fill.signedLots())) + " at "
                + instrument.toPrice(fill.priceTicks()).toPlainString();
    }

    private static String name(long id) {
        return "order " + (id & SEQUENCE);
    }

    private String terms(long lots, long priceTicks, long stopTicks) {
        return quantity(lots)
                + (priceTicks > 0 ? " at " + instrument.toPrice(priceTicks).toPlainString() : "")
                + (stopTicks > 0 ? " from " + instrument.toPrice(stopTicks).toPlainString() : "");
    }

    private String quantity(long lots) {
        return (lots < 0 ? "-" : "") + instrument.toQuantity(Math.abs(lots)).toPlainString() + " " + instrument.base().code();
    }

    private String amount(FeeAsset asset, long atoms) {
        @Nullable Asset known = switch (asset) {
            case QUOTE -> instrument.quote();
            case BASE -> instrument.base();
            case THIRD -> null;
        };
        return known == null
                ? atoms + " atoms of the asset that pays fees"
                : known.toDecimal(atoms).stripTrailingZeros().toPlainString() + " " + known.code();
    }
}
