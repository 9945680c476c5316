package dev.tradewind.oms;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last few thousand orders, or sendings of one, that have ended at a venue outside this process, with every fill they had:
 * so that a fill which comes after the end is neither lost nor counted twice. Engine thread only.
 */
public final class EndedFills implements Stateful {

    private static final int KEPT = 4096;

    private final Ended[] ring = new Ended[KEPT];
    private final Map<Long, Ended> byId = new HashMap<>();
    private int next;
    private long added;

    /** An order that has ended. */
    public static final class Ended {

        private final OrderRequest request = new OrderRequest();
        private final FillIds fills = new FillIds();
        private OrderState state = OrderState.CANCELED;
        private long venueId;
        private long filledLots;
        private long endedNanos;

        private Ended() {}

        /** {@return the id the venue knew it by} */
        public long venueId() {
            return venueId;
        }

        /** {@return what was asked for} */
        public OrderRequest request() {
            return request;
        }

        /** {@return how it ended; {@link OrderState#HELD} where only a sending of it did} */
        public OrderState state() {
            return state;
        }

        /** {@return lots filled since it was sent} */
        public long filledLots() {
            return filledLots;
        }

        /** {@return when it ended} */
        public long endedNanos() {
            return endedNanos;
        }

        /** {@return whether this fill is booked} */
        public boolean knows(long fillId) {
            return fills.contains(fillId);
        }

        /** {@return the fills it had} */
        public long[] fillIds() {
            return fills.toArray();
        }

        /** A fill that came after the end is booked. */
        public void filled(long fillId, long lots) {
            fills.add(fillId);
            filledLots = Math.addExact(filledLots, lots);
        }
    }

    /** Remembers an order, or one sending of it, that has ended at the venue. */
    public void add(Order order, long timeNanos) {
        Ended ended = take();
        ended.request.set(order.request());
        ended.fills.set(order.fills());
        ended.state = order.state();
        ended.venueId = order.venueId();
        ended.filledLots = order.filledSinceSent();
        ended.endedNanos = timeNanos;
        byId.put(ended.venueId, ended);
    }

    private Ended take() {
        Ended ended = ring[next];
        if (ended == null) {
            ended = new Ended();
            ring[next] = ended;
        } else {
            byId.remove(ended.venueId, ended);
        }
        next = (next + 1) & (KEPT - 1);
        added++;
        return ended;
    }

    /** {@return the ended order of that id, null if none is remembered} */
    public @Nullable Ended find(long venueId) {
        return byId.get(venueId);
    }

    @Override
    public void save(StateWriter out) {
        int count = (int) Math.min(added, KEPT);
        out.section("EndedFills", 1).number(count);
        for (int i = count; i > 0; i--) {
            Ended ended = ring[(next - i) & (KEPT - 1)];
            ended.request.save(out);
            out.part(ended.fills)
                    .constant(ended.state)
                    .number(ended.venueId)
                    .number(ended.filledLots)
                    .number(ended.endedNanos);
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("EndedFills", 1);
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Ended ended = take();
            ended.request.load(in);
            in.part(ended.fills);
            ended.state = in.constant(OrderState.class);
            ended.venueId = in.number();
            ended.filledLots = in.number();
            ended.endedNanos = in.number();
            byId.put(ended.venueId, ended);
        }
    }
}
