package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports that cannot be true (a fill over the quantity, at no price, of an unknown or ended order …). They change nothing:
 * each is kept, shown and put to the exchange as a question, and its answer settles it. Engine thread only.
 */
final class Quarantine implements Stateful {

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

    @Override
    public void save(StateWriter out) {
        out.section("Quarantine", 1).number(rows.size());
        for (EngineSnapshot.QuarantineRow row : rows) {
            out.number(row.clientOrderId()).number(row.timeNanos()).number(row.row()).constant(row.kind());
            out.text(row.trouble()).constant(row.state()).text(row.outcome());
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Quarantine", 1);
        for (int left = in.count(); left > 0; left--) {
            rows.add(new EngineSnapshot.QuarantineRow(
                    in.number(),
                    in.number(),
                    in.number(),
                    in.constant(VenueReport.Kind.class),
                    in.text(),
                    in.constant(EngineSnapshot.QuarantineState.class),
                    in.text()));
        }
    }

    /** {@return the reports set aside, newest first} */
    List<EngineSnapshot.QuarantineRow> rows() {
        return rows.isEmpty() ? List.of() : List.copyOf(rows.reversed());
    }
}
