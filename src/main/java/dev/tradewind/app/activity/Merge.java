package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Cursor;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.domain.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several sources as one list, the newest row first, equal times in the sources' order. A source is read no further than the
 * list needs. One use, one thread.
 */
final class Merge {

    /** A source as far as it was read. */
    private static final class Lane {

        private final Source source;
        private final Deque<Source.Placed> read = new ArrayDeque<>();
        private long next;
        private long mostNanos = Long.MAX_VALUE;

        Lane(Source source, long next) {
            this.source = source;
            this.next = next;
        }

        boolean ended() {
            return read.isEmpty() && next <= 1;
        }

        /** {@return no row of this source that is still to come is later} */
        long bound() {
            return read.isEmpty() ? mostNanos : read.getFirst().nanos();
        }

        void readOn() {
            Source.Part part = source.below(next);
            read.addAll(part.rows());
            next = part.next();
            mostNanos = part.mostNanos();
        }

        long below() {
            return read.isEmpty() ? next : read.getFirst().row().number() + 1;
        }
    }

    private final List<Lane> lanes = new ArrayList<>();
    private final Progress progress;
    private long steps;

    /** Begins at a place, or at the newest row. */
    Merge(List<Source> sources, Optional<Cursor> from, Progress progress) {
        this.progress = progress;
        for (Source source : sources) {
            long top = source.top();
            long start = from.map(cursor -> Math.min(top, cursor.below().getOrDefault(source.name(), 1L))).orElse(top);
            lanes.add(new Lane(source, start));
        }
    }

    /** {@return the next row, empty at the end} */
    Optional<Row> next() {
        Optional<Lane> lane = ready();
        return lane.map(found -> found.read.removeFirst().row());
    }

    /** {@return whether there is another row} */
    boolean more() {
        return ready().isPresent();
    }

    /** {@return the lane whose first row comes next; reads what has to be known for that} */
    private Optional<Lane> ready() {
        while (true) {
            Lane best = null;
            for (Lane lane : lanes) {
                if (!lane.ended() && (best == null || isBefore(lane, best))) {
                    best = lane;
                }
            }
            if (best == null || !best.read.isEmpty()) {
                return Optional.ofNullable(best);
            }
            progress.at(++steps, 0);
            best.readOn();
        }
    }

    /** What is not read yet goes before what has the same time: it may belong there. */
    private static boolean isBefore(Lane one, Lane best) {
        return one.bound() != best.bound()
                ? one.bound() > best.bound()
                : one.read.isEmpty() && !best.read.isEmpty();
    }

    /** {@return the place behind the rows taken so far} */
    Cursor cursor() {
        SortedMap<String, Long> below = new TreeMap<>();
        lanes.forEach(lane -> below.put(lane.source.name(), lane.below()));
        return new Cursor(below);
    }
}
