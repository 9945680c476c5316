package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.persistence.AuditReader;
import dev.tradewind.persistence.AuditRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit trail as a source. Its clock may have been set back: its rows keep their order all the same, each placed no later
 * than those that were written after it. For that it is read from its newest row on, wherever the list goes on.
 */
final class TrailSource implements Source {

    /** As rows bear it. */
    static final String NAME = "audit";

    private final AuditReader reader;
    private final Wanted wanted;
    private long at = Long.MAX_VALUE;
    private long leastNanos = Long.MAX_VALUE;

    TrailSource(AuditReader reader, Wanted wanted) {
        this.reader = reader;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long top() {
        return Long.MAX_VALUE;
    }

    @Override
    public Part below(long number) {
        List<Placed> passing = new ArrayList<>();
        while (at > 1) {
            List<AuditRow> block = reader.block(at);
            at = block.isEmpty() ? 1 : block.getLast().row();
            for (AuditRow row : block) {
                leastNanos = Math.min(leastNanos, row.timeNanos());
                if (row.row() < number) {
                    long place = leastNanos;
                    passing(row).ifPresent(shown -> passing.add(new Placed(place, shown)));
                }
            }
            if (at < number) {
                break;
            }
        }
        return new Part(passing, at, leastNanos);
    }

    private Optional<Row> passing(AuditRow row) {
        if (!wanted.when(row.timeNanos()) || !wanted.of(row.entry().subject())) {
            return Optional.empty();
        }
        TrailWords said = TrailWords.of(row.entry());
        if (!wanted.what(row.entry().actor(), said.topic())) {
            return Optional.empty();
        }
        Row shown = new Row(
                row.timeNanos(), NAME, row.row(), row.entry().actor(), said.who(), said.topic(), row.entry().action(),
                said.words(), row.entry().before(), row.entry().after());
        return wanted.says(shown) ? Optional.of(shown) : Optional.empty();
    }
}
