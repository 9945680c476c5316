package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.monitor.Actor;
import java.util.Locale;

/** Asks a filter, what costs least first. */
final class Wanted {

    private final Filter filter;
    private final String text;

    Wanted(Filter filter) {
        this.filter = filter;
        this.text = filter.text().strip().toLowerCase(Locale.ROOT);
    }

    Filter filter() {
        return filter;
    }

    boolean when(long timeNanos) {
        return timeNanos >= filter.fromNanos() && timeNanos < filter.toNanos();
    }

    /** {@return whether a row of the trail is about the session asked for, where one is} */
    boolean of(String subject) {
        return filter.session().isEmpty() || subject.equals("session " + filter.session().get());
    }

    boolean what(Actor actor, Topic topic) {
        return (filter.actors().isEmpty() || filter.actors().contains(actor))
                && (filter.topics().isEmpty() || filter.topics().contains(topic));
    }

    boolean says(Row row) {
        return text.isEmpty()
                || holds(row.words())
                || holds(row.who())
                || holds(row.before())
                || holds(row.after())
                || holds(row.action())
                || holds(row.source());
    }

    private boolean holds(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text);
    }
}
