package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.monitor.Actor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Figures;
import java.util.Locale;

/** Actors, topics and places as the screen says them. Pure. */
final class ActivityWords {

    private ActivityWords() {}

    static String actor(Actor actor) {
        return switch (actor) {
            case USER -> "You";
            case BOT -> "Bots";
            case RULE -> "Rules";
            case WEBHOOK -> "Webhook";
            case ASSISTANT -> "Assistant";
            case PROGRAM -> "Tradewind";
        };
    }

    static Icon icon(Actor actor) {
        return switch (actor) {
            case USER -> Icon.USER;
            case BOT -> Icon.BOT;
            case RULE -> Icon.SHIELD;
            case WEBHOOK -> Icon.DOWNLOAD;
            case ASSISTANT -> Icon.SEARCH;
            case PROGRAM -> Icon.SETTINGS;
        };
    }

    static String topic(Topic topic) {
        return switch (topic) {
            case ACTION -> "Actions";
            case ORDER -> "Orders";
            case SECURITY -> "Keys and locks";
            case CHANGE -> "Changes";
            case DECISION -> "Decisions";
            case DATA -> "Data and backups";
        };
    }

    /** {@return before and after in one line; empty where there is neither} */
    static String change(Row row) {
        if (row.before().isEmpty() && row.after().isEmpty()) {
            return "";
        }
        return (row.before().isEmpty() ? Figures.NONE : row.before()) + "  →  "
                + (row.after().isEmpty() ? Figures.NONE : row.after());
    }

    /** {@return where the row stands, for instance {@code session 3, row 178,947}} */
    static String place(Row row) {
        return (row.source().equals("audit") ? "trail" : row.source()) + " " + Figures.whole(row.number());
    }

    /** {@return whose clock its time is} */
    static String clock(Row row) {
        return row.source().equals("audit") ? "by the wall clock, UTC" : "by the session's engine, UTC; a replay's is the market's";
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
