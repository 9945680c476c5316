package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.domain.Instrument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trades of a position that is closed level by level: what closes takes the newest entries still open. All that one order closes
 * of another's entry is one trade, however many fills that took.
 *
 * <p>Since the newest is closed first, whoever is open has been so for longer than all above it: a price is noted with the newest
 * alone, and handed down when that one is closed. A price costs the same with one entry open as with a thousand.
 */
final class PairedTrades {

    /** No order: nothing was closed by one. */
    static final long NO_ORDER = Long.MIN_VALUE;

    /** What an order leaves of an entry is no cell any more if it is less than one part in so many of what it closed. */
    private static final int KEPT = 10;

    private final Instrument instrument;
    private final Deque<OpenEntry> open = new ArrayDeque<>();
    private final List<PairedTrade> trades = new ArrayList<>();
    private @Nullable OpenEntry kept;
    private long base;
    private long forced = NO_ORDER;

    PairedTrades(Instrument instrument) {
        this.instrument = instrument;
    }

    boolean isOpen() {
        return kept != null || !open.isEmpty();
    }

    /** A price was there while all that is open was. */
    void touch(long ticks) {
        OpenEntry newest = open.peekLast();
        if (newest != null) {
            newest.see(ticks);
        }
        OpenEntry rest = kept;
        if (rest != null) {
            rest.see(ticks);
        }
    }

    /** Two prices were there in a candle; who entered inside it did not see them for certain. */
    void touchSince(long openNanos, long low, long high) {
        Iterator<OpenEntry> newestFirst = open.descendingIterator();
        while (newestFirst.hasNext()) {
            OpenEntry entry = newestFirst.next();
            if (entry.openNanos <= openNanos) {
                entry.see(low);
                entry.see(high);
                break;
            }
        }
        OpenEntry rest = kept;
        if (rest != null && rest.openNanos <= openNanos) {
            rest.see(low);
            rest.see(high);
        }
    }

    /**
     * A fill.
     *
     * @param fill   is used up
     * @param ending what closed a trade if this does
     */
    void filled(Amounts fill, long order, double ticks, long nanos, Supplier<String> ending) {
        boolean closes = base != 0 && base > 0 != fill.base > 0;
        long size = closes ? Math.min(Math.abs(fill.base), Math.abs(base)) : 0;
        if (size > 0) {
            String how = ending.get();
            while (size > 0) {
                size -= close(fill, size, order, ticks, nanos, how);
            }
        }
        if (fill.base != 0) {
            enter(fill, order, ticks, nanos);
        }
    }

    private long close(Amounts fill, long most, long order, double ticks, long nanos, String how) {
        keep(order);
        OpenEntry entry = open.isEmpty() ? kept : open.getLast();
        if (entry == null) {
            throw new IllegalStateException(base + " base atoms are open, but no entry of them is");
        }
        fillUp(entry, most - Math.abs(entry.left.base));
        long size = Math.min(most, Math.abs(entry.left.base));
        PairedTrade trade = entry.trade;
        if (trade == null || !trade.isBy(order)) {
            trade = new PairedTrade(instrument, entry, order);
            entry.trade = trade;
            trades.add(trade);
        }
        Amounts entered = entry.left.take(size);
        base -= entered.base;
        trade.close(entry, entered, fill.take(size), ticks, nanos, how);
        if (entry.left.base == 0) {
            if (open.isEmpty()) {
                kept = null;
            } else {
                handDown(open.removeLast());
            }
        }
        return size;
    }

    /** A cell that saved up fees' remainders sells them with the next of its sales: they are no trade of their own. */
    private void fillUp(OpenEntry entry, long missing) {
        OpenEntry rest = kept;
        if (rest != null && rest != entry && missing > 0 && isDust(missing)) {
            entry.enter(rest.left.take(Math.min(missing, Math.abs(rest.left.base))), rest.entryTicks());
            kept = rest.left.base == 0 ? null : rest;
        }
    }

    /** What an earlier order left of the newest entry is no cell of its own, if it is little: it goes below all others. */
    private void keep(long order) {
        while (!open.isEmpty()) {
            OpenEntry newest = open.getLast();
            PairedTrade before = newest.trade;
            boolean little = isDust(newest.left.base)
                    || before != null && Math.abs(newest.left.base) < before.size() / KEPT;
            if (before == null || before.isBy(order) || !little) {
                return;
            }
            handDown(open.removeLast());
            OpenEntry rest = kept;
            if (rest == null) {
                newest.trade = null;
                kept = newest;
            } else {
                rest.join(newest);
            }
        }
    }

    private void handDown(OpenEntry closed) {
        OpenEntry below = open.peekLast();
        if (below != null) {
            below.saw(closed);
        }
    }

    private void enter(Amounts fill, long order, double ticks, long nanos) {
        OpenEntry entry = open.peekLast();
        if (entry == null || entry.order != order) {
            entry = new OpenEntry(order, nanos);
            open.addLast(entry);
        }
        base += fill.base;
        entry.enter(fill, ticks);
        entry.see(Math.round(ticks));
    }

    /** The exchange closes by force: a price for all it takes. */
    void liquidated(Amounts fill, double ticks, long nanos) {
        filled(fill, ++forced, ticks, nanos, () -> "liquidation");
    }

    /** A bot that ended hands over what it holds, which leaves nothing. */
    void handedOver(Amounts out, double ticks, long nanos) {
        if (out.base == -base) {
            end(out, ticks, nanos, "handed over");
        } else {
            filled(out, ++forced, ticks, nanos, () -> "handed over");
        }
    }

    /** Money came or went without a fill: everyone open has its share by its size. {@return whether anyone was open} */
    boolean earned(long worth, long fees, long funding) {
        long rest = Math.abs(base);
        Amounts whole = new Amounts(rest, worth, fees, funding, 0);
        OpenEntry below = kept;
        if (below != null) {
            share(whole, below);
        }
        for (OpenEntry entry : open) {
            share(whole, entry);
        }
        return rest != 0;
    }

    private static void share(Amounts whole, OpenEntry entry) {
        Amounts part = whole.take(Math.abs(entry.left.base));
        part.base = 0;
        entry.left.add(part);
    }

    /** All that is open ends at once, as one trade. */
    void end(Amounts out, double ticks, long nanos, String how) {
        PairedTrade whole = null;
        while (!open.isEmpty()) {
            OpenEntry entry = open.removeLast();
            handDown(entry);
            whole = ended(whole, entry, out, ticks, nanos, how);
        }
        OpenEntry rest = kept;
        if (rest != null) {
            // less than a lot cannot be sold: nobody calls that a position
            rest.openNanos = isDust(rest.left.base) ? nanos : rest.openNanos;
            whole = ended(whole, rest, out, ticks, nanos, how);
        }
        kept = null;
        base = 0;
        if (whole != null) {
            trades.add(whole);
        }
    }

    private PairedTrade ended(
            @Nullable PairedTrade whole, OpenEntry entry, Amounts out, double ticks, long nanos, String how) {
        PairedTrade part = new PairedTrade(instrument, entry, NO_ORDER);
        long size = Math.abs(entry.left.base);
        part.close(entry, entry.left.take(size), out.take(size), ticks, nanos, how);
        return whole == null ? part : whole.join(part);
    }

    /** The run is over: what is still open is counted at a price. {@return what that leaves out, being less than a lot} */
    long end(long nanos, long markTicks) {
        Amounts out = new Amounts(-base, instrument.valueOfBaseAtoms(markTicks, base), 0, 0, 0);
        boolean dust = isDust(base);
        end(out, markTicks, nanos, "open");
        return dust && !trades.isEmpty() && trades.getLast().isBy(NO_ORDER) ? trades.removeLast().net() : 0;
    }

    private boolean isDust(long atoms) {
        return Math.abs(atoms) < instrument.lotAtoms();
    }

    /** {@return its trades, in the order they began to close} */
    List<ClosedTrade> finished(int bot) {
        return trades.stream().map(trade -> trade.finished(bot)).toList();
    }
}
