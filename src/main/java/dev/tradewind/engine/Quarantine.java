package dev.tradewind.engine;

import dev.tradewind.domain.VenueReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports that cannot be true (a fill over the quantity, at no price, of an unknown or ended order …). They change nothing:
 * each is kept, shown and put to the exchange as a question, and its answer settles it. Engine thread only.
 */
final class Quarantine {

    private static final int KEPT = 256;

    private final List<EngineSnapshot.QuarantineRow> rows = new ArrayList<>();

    /** Sets a report aside. {@return whether the exchange has to be asked: not twice about one order at a time} */
    boolean add(VenueReport report, String trouble, long timeNanos, long row) {
        boolean asked = isAsked(report.clientOrderId());
        if (rows.size() == KEPT) {
            rows.removeFirst();
        }
        rows.add(new EngineSnapshot.QuarantineRow(
                report.clientOrderId(), timeNanos, row, report.kind(), trouble, EngineSnapshot.QuarantineState.ASKED, ""));
        return !asked;
    }

    boolean isAsked(long clientOrderId) {
        for (EngineSnapshot.QuarantineRow row : rows) {
            if (row.clientOrderId() == clientOrderId && row.state() == EngineSnapshot.QuarantineState.ASKED) {
                return true;
            }
        }
        return false;
    }

    /** Settles everything that was asked about an order. */
    void settle(long clientOrderId, EngineSnapshot.QuarantineState state, String outcome) {
        rows.replaceAll(row -> row.clientOrderId() == clientOrderId && row.state() == EngineSnapshot.QuarantineState.ASKED
                ? row.settled(state, outcome)
                : row);
    }

    /** {@return the reports set aside, newest first} */
    List<EngineSnapshot.QuarantineRow> rows() {
        return rows.isEmpty() ? List.of() : List.copyOf(rows.reversed());
    }
}
