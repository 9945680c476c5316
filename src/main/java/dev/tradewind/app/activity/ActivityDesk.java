package dev.tradewind.app.activity;

import dev.tradewind.app.job.Job;
import dev.tradewind.monitor.Actor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was done: the audit trail (settings, keys, locks, backups) and the sessions' journals (commands, orders,
 * decisions), as one list by time. What takes long is a {@link Job}; jobs fail with a
 * {@link dev.tradewind.app.job.RefusedException} in words for the user.
 */
public interface ActivityDesk {

    /** Reads the newest rows that pass a filter. */
    Job<Page> read(Filter filter);

    /** Reads the rows behind a page. */
    Job<Page> older(Filter filter, Cursor cursor);

    /** {@return the sessions there are, by number, the newest first; blocks for a moment} */
    List<Integer> sessions();

    /** Checks every row of the trail and of all journals, and that each journal is the one the trail was tied to. */
    Job<Verdict> verify();

    /** Writes all rows that pass a filter; CSV or JSON lines by the file's ending, whole or not at all. */
    Job<ExportReceipt> export(Filter filter, Path file);

    /** What a row is about. */
    enum Topic {
        /** Commands and settings. */
        ACTION,
        /** Orders sent, amended, cancelled, and what the exchange answered. */
        ORDER,
        /** Keys, locks, passphrases, accounts. */
        SECURITY,
        /** Settings, bots' parameters, risk rules: with before and after. */
        CHANGE,
        /** What bots and rules decided. */
        DECISION,
        /** Backups, restores, imports, exports. */
        DATA
    }

    /**
     * Which rows.
     *
     * @param actors    who; empty for all
     * @param topics    about what; empty for all
     * @param text      contained in any of a row's texts, without regard to case; empty for all
     * @param session   of one session only, by its number
     * @param fromNanos first time, included
     * @param toNanos   end, not included
     * @param most      rows of a page, 1 to 100,000; no bound for an export
     */
    record Filter(
            Set<Actor> actors,
            Set<Topic> topics,
            String text,
            Optional<Integer> session,
            long fromNanos,
            long toNanos,
            int most) {

        /** The newest thousand rows. */
        public static final Filter ALL =
                new Filter(Set.of(), Set.of(), "", Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE, 1_000);

        public Filter {
            actors = Set.copyOf(actors);
            topics = Set.copyOf(topics);
            if (most < 1 || most > 100_000) {
                throw new IllegalArgumentException("a page of " + most + " rows; it takes 1 to 100000");
            }
        }
    }

    /**
     * Rows, the newest first. Those of one source stand in the order they were written in, also where a clock was set back.
     *
     * @param next     where older rows that pass the filter begin; empty where there are none
     * @param troubles what could not be read, in words; the rows that could are here
     */
    record Page(List<Row> rows, Optional<Cursor> next, List<String> troubles) {

        public Page {
            rows = List.copyOf(rows);
            troubles = List.copyOf(troubles);
        }

        /** {@return whether older rows pass the filter too} */
        public boolean more() {
            return next.isPresent();
        }
    }

    /**
     * A place in the list.
     *
     * @param below for each source by its name: only rows of lower numbers are behind the place
     */
    record Cursor(SortedMap<String, Long> below) {

        public Cursor {
            below = Collections.unmodifiableSortedMap(new TreeMap<>(below));
        }
    }

    /**
     * A row.
     *
     * @param timeNanos when, by the wall clock; of a journal's row the engine's clock
     * @param source    {@code audit}, or {@code session 3}
     * @param number    of the row in its source
     * @param actor     who
     * @param who       for people: {@code You}, a bot's name, a rule's
     * @param topic     about what
     * @param action    stable dotted words
     * @param words     what was done, in a sentence for people
     * @param before    how it was; may be empty
     * @param after     how it is; may be empty
     */
    record Row(
            long timeNanos,
            String source,
            long number,
            Actor actor,
            String who,
            Topic topic,
            String action,
            String words,
            String before,
            String after) {}

    /**
     * What a check found.
     *
     * @param sound    whether everything is as it was written
     * @param rows     rows checked
     * @param findings one for the trail and for each session
     */
    record Verdict(boolean sound, long rows, List<Finding> findings) {

        public Verdict {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What was found of the trail, or of a session.
     *
     * @param sound whether all is as it was written
     * @param words what it is, and what is wrong with it
     */
    record Finding(boolean sound, String words) {}

    /** What was written. */
    record ExportReceipt(Path file, long rows) {}
}
