package dev.tradewind.hostile;

import dev.tradewind.domain.OrderState;
import java.util.ArrayList;
import java.util.List;

/** How often each fault met an order in each state. Not safe for several threads; add them up at the end. */
public final class Coverage {

    private static final Fault[] FAULTS = Fault.values();
    private static final OrderState[] STATES = OrderState.values();

    private final long[][] counts = new long[FAULTS.length][STATES.length];
    private final long[] strikes = new long[FAULTS.length];

    /** A fault struck, whatever orders there were. */
    void struck(Fault fault) {
        strikes[fault.ordinal()]++;
    }

    /** A fault met an order. */
    void met(Fault fault, OrderState state) {
        counts[fault.ordinal()][state.ordinal()]++;
    }

    /** Adds another's counts. */
    public void add(Coverage other) {
        for (int fault = 0; fault < counts.length; fault++) {
            strikes[fault] += other.strikes[fault];
            for (int state = 0; state < STATES.length; state++) {
                counts[fault][state] += other.counts[fault][state];
            }
        }
    }

    /** {@return how often a fault met an order in a state} */
    public long count(Fault fault, OrderState state) {
        return counts[fault.ordinal()][state.ordinal()];
    }

    /** {@return how often a fault struck at all} */
    public long strikes(Fault fault) {
        return strikes[fault.ordinal()];
    }

    /** {@return the table, a row for each fault, a column for each state of an order} */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format("%-22s %10s", "fault", "struck"));
        for (OrderState state : STATES) {
            head.append(String.format(" %10.10s", state.name().replace("PARTIALLY_FILLED", "PARTIAL")
                    .replace("CANCEL_PENDING", "CANCELLING")));
        }
        lines.add(head.toString());
        for (Fault fault : FAULTS) {
            StringBuilder line = new StringBuilder(String.format("%-22s %10d", fault.label(), strikes(fault)));
            for (OrderState state : STATES) {
                long count = count(fault, state);
                line.append(String.format(" %10s", count == 0 ? "." : Long.toString(count)));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
