package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.kernel.Journal;
import dev.tradewind.oms.Order;
import dev.tradewind.venue.Venue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is to be sent when the input at hand is dealt with; empty between inputs. Engine thread only. */
final class Outbox implements Stateful {

    /** Among the cancels: neither an order (0) nor a cancel (its id), but an amendment. */
    static final long REPLACE = Long.MIN_VALUE;

    private final Venue venue;
    private final Journal journal;
    private OrderRequest[] requests = new OrderRequest[16];
    private long[] cancels = new long[16];
    private int size;
    private @Nullable OutsideDesk outside;
    private boolean statement;
    private long statementSinceNanos;

    Outbox(Venue venue, Journal journal) {
        this.venue = venue;
        this.journal = journal;
    }

    /** The venue is one outside this process: what leaves is watched. */
    void watch(OutsideDesk watcher) {
        outside = watcher;
    }

    /** An order, or a sending of it, came to its end at the venue. */
    void ended(Order order) {
        if (outside != null) {
            outside.ended(order);
        }
    }

    /** A statement is asked for. */
    void askStatement(long fillsSinceNanos) {
        statement = true;
        statementSinceNanos = fillsSinceNanos;
    }

    /** {@return a carrier for what is sent: 0 for an order, its id for a cancel, less its id for a question} */
    OrderRequest queue(long cancelId) {
        if (size == requests.length) {
            requests = Arrays.copyOf(requests, size * 2);
            cancels = Arrays.copyOf(cancels, size * 2);
        }
        OrderRequest carrier = requests[size];
        if (carrier == null) {
            carrier = new OrderRequest();
            requests[size] = carrier;
        }
        cancels[size++] = cancelId;
        return carrier;
    }

    /** Makes intents durable, then sends them. */
    void send() {
        if (statement) {
            statement = false;
            journal.commit();
            venue.statement(statementSinceNanos);
        }
        if (size == 0) {
            return;
        }
        journal.commit();
        OutsideDesk watcher = outside;
        for (int i = 0; i < size; i++) {
            if (watcher != null && !watcher.leaves(cancels[i], requests[i])) {
                continue;
            }
            if (cancels[i] == 0) {
                venue.submit(requests[i]);
            } else if (cancels[i] == REPLACE) {
                venue.replace(requests[i]);
            } else if (cancels[i] > 0) {
                venue.cancel(cancels[i]);
            } else {
                venue.query(-cancels[i]);
            }
        }
        size = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Outbox", 1).flag(statement).number(statementSinceNanos).number(size);
        for (int i = 0; i < size; i++) {
            out.number(cancels[i]);
            requests[i].save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        statement = in.section("Outbox", 1).flag();
        statementSinceNanos = in.number();
        for (int left = in.count(); left > 0; left--) {
            queue(in.number()).load(in);
        }
    }
}
