package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.risk.UsualSize;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whoever places orders: the user (id 0) or a bot. Holds the account and the working orders. */
class Owner {

    private final int id;
    private final BotAccount account;
    private Order[] working = new Order[8];
    private int size;
    private long seenLots;
    private long seenRealisedAtoms;
    private int closingAttempts;
    private @Nullable UsualSize usual;

    Owner(int id, BotAccount account) {
        this.id = id;
        this.account = account;
    }

    final int id() {
        return id;
    }

    final BotAccount ledger() {
        return account;
    }

    /** Remembers what risk rules saw last. */
    final void seen(long lots) {
        seenLots = lots;
        seenRealisedAtoms = account.realisedAtoms();
    }

    /** Writes down what is the same for the user and bots; the account is its ledger's to keep. */
    final void saveOwner(StateWriter out) {
        out.number(seenLots).number(seenRealisedAtoms).number(closingAttempts).flag(usual != null);
        if (usual != null) {
            out.part(usual);
        }
        out.number(size);
        for (int i = 0; i < size; i++) {
            out.number(working[i].clientOrderId());
        }
    }

    final void loadOwner(StateReader in, OrderTable orders) {
        seenLots = in.number();
        seenRealisedAtoms = in.number();
        closingAttempts = in.integer();
        if (in.flag()) {
            usual = new UsualSize();
            in.part(usual);
        }
        for (int left = in.count(); left > 0; left--) {
            add(orders.known(in.number(), in));
        }
    }

    /** {@return how often its position was to be closed at market since {@link #closingAgain}, this time included} */
    final int closingAttempt() {
        return ++closingAttempts;
    }

    final void closingAgain() {
        closingAttempts = 0;
    }

    final long seenLots() {
        return seenLots;
    }

    final long seenRealisedAtoms() {
        return seenRealisedAtoms;
    }

    final void add(Order order) {
        if (size == working.length) {
            working = Arrays.copyOf(working, size * 2);
        }
        working[size++] = order;
    }

    /** Remembers the size of an order that left, where a collar asks for the usual. */
    final void remember(long lots) {
        if (usual == null) {
            usual = new UsualSize();
        }
        usual.add(lots);
    }

    final long usualLots() {
        return usual == null ? 0 : usual.lots();
    }

    final void remove(Order order) {
        int at = indexOf(order);
        if (at >= 0) {
            System.arraycopy(working, at + 1, working, at, size - at - 1);
            size--;
        }
    }

    /** Ids rise in the order of placing, so halving finds an order among many. */
    private int indexOf(Order order) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            Order found = working[middle];
            if (found == order) {
                return middle;
            }
            if (found.clientOrderId() < order.clientOrderId()) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    public final int workingOrders() {
        return size;
    }

    final Order working(int index) {
        return working[index];
    }

    /** {@return lots of working sells; orders of one link count as the largest of them} */
    final long workingSellLots() {
        return workingLots(Side.SELL);
    }

    /** {@return lots of working orders of a side; orders of one link count as the largest of them} */
    final long workingLots(Side side) {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            Order order = working[i];
            if (order.side() == side) {
                lots += order.workingLots() - linkedLots(side, order.request().linkId(), i, order.workingLots());
            }
        }
        return lots;
    }

    /** As {@link #workingLots}, without orders whose cancel has been sent: it arrives before anything sent later. */
    final long liveLots(Side side) {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            Order order = working[i];
            if (order.side() == side && order.state() != OrderState.CANCEL_PENDING) {
                lots += order.workingLots() - linkedLots(side, order.request().linkId(), i, order.workingLots());
            }
        }
        return lots;
    }

    /** {@return lots of live orders on the same side of the same position as an order; those of its link not, others' once} */
    final long closingLots(OrderRequest order) {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            OrderRequest other = working[i].request();
            boolean counts = other.side() == order.side()
                    && other.terms().positionSide() == order.terms().positionSide()
                    && (order.linkId() == 0 || other.linkId() != order.linkId())
                    && working[i].state() != OrderState.CANCEL_PENDING;
            if (counts) {
                lots += working[i].workingLots() - linkedLots(order.side(), other.linkId(), i, working[i].workingLots());
            }
        }
        return lots;
    }

    /** {@return lots that live orders of a side were to close when they were placed, each of a link counted} */
    final long closingLots(Side side) {
        long lots = 0;
        for (int i = 0; i < size; i++) {
            if (working[i].side() == side && working[i].state() != OrderState.CANCEL_PENDING) {
                lots += working[i].workingLots() - working[i].enteringLots();
            }
        }
        return lots;
    }

    /** {@return lots the working sells of a link stand for} */
    final long linkedSellLots(long linkId) {
        return linkedLots(Side.SELL, linkId);
    }

    /** {@return lots the working orders of a side stand for in a link} */
    final long linkedLots(Side side, long linkId) {
        return linkedLots(side, linkId, size, Long.MAX_VALUE);
    }

    /** One of the owner's linked orders filled: the others of its link lose as many lots, as they do at the venue. */
    final void linkedFilled(Order filled, long lots) {
        long linkId = filled.request().linkId();
        for (int i = 0; linkId != 0 && i < size; i++) {
            if (working[i] != filled && working[i].ahead() != filled && working[i].request().linkId() == linkId) {
                working[i].linkedFilled(lots);
            }
        }
    }

    private long linkedLots(Side side, long linkId, int before, long most) {
        long largest = 0;
        if (linkId != 0) {
            for (int i = 0; i < before; i++) {
                if (working[i].side() == side && working[i].request().linkId() == linkId) {
                    largest = Math.max(largest, working[i].workingLots());
                }
            }
        }
        return Math.min(largest, most);
    }
}
