package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What risk rules did, newest first; bounded, with a count of all. Engine thread only. */
public final class RiskLog implements Stateful {

    private static final int KEPT = 200;

    private final Deque<Row> rows = new ArrayDeque<>();
    private long count;

    RiskLog() {}

    /** {@return a log in which nothing happened} */
    public static RiskLog empty() {
        return new RiskLog();
    }

    /** What happened. */
    public enum Kind {
        /** The rule was broken and acted. */
        BROKEN,
        /** An order that would have broken it was refused. */
        REFUSED,
        /** It is kept again. */
        CLEARED
    }

    /**
     * One thing a rule did.
     *
     * @param rule  its number from 1; 0 is the session's own daily loss limit or stop watchdog
     * @param text  the rule
     * @param botId the bot it is about, 0 for the session
     * @param value what was measured, in words
     * @param limit what was allowed, in words
     */
    public record Row(long timeNanos, int rule, String text, Kind kind, int botId, String value, String limit) {}

    void add(Row row) {
        count += row.kind() == Kind.CLEARED ? 0 : 1;
        rows.addFirst(row);
        if (rows.size() > KEPT) {
            rows.removeLast();
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("Risk log", 1).number(count).number(rows.size());
        for (Row row : rows) {
            out.number(row.timeNanos()).number(row.rule()).text(row.text()).constant(row.kind()).number(row.botId());
            out.text(row.value()).text(row.limit());
        }
    }

    @Override
    public void load(StateReader in) {
        count = in.section("Risk log", 1).number();
        for (int left = in.count(); left > 0; left--) {
            rows.addLast(new Row(
                    in.number(),
                    in.integer(),
                    in.text(),
                    in.constant(Kind.class),
                    in.integer(),
                    in.text(),
                    in.text()));
        }
    }

    /** {@return how often a rule was broken or refused an order} */
    public long count() {
        return count;
    }

    /** {@return the newest rows, newest first} */
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
