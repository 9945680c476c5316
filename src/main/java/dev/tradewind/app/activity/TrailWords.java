package dev.tradewind.app.activity;

import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import java.util.Set;

/** An entry of the audit trail for people. Actions nobody has worded here are told by their own words. */
record TrailWords(Topic topic, String who, String words) {

    private static final Set<String> CHANGES = Set.of("settings", "preset", "risk", "metrics", "log");
    private static final Set<String> DATA = Set.of("data", "backup", "restore", "export", "run", "archive", "bundle", "plan");
    private static final Set<String> SECURITY = Set.of(
            "account", "accounts", "key", "keys", "vault", "lock", "unlock", "passphrase", "security", "seal", "sealed",
            "arm", "armed", "recovery", "secret", "keyfile", "idle", "sleep", "screen");

    static TrailWords of(AuditEntry entry) {
        return new TrailWords(topic(entry.action()), who(entry.actor()), words(entry));
    }

    private static Topic topic(String action) {
        String area = action.substring(0, action.indexOf('.'));
        if (CHANGES.contains(area)) {
            return Topic.CHANGE;
        }
        if (DATA.contains(area)) {
            return Topic.DATA;
        }
        return SECURITY.contains(area) ? Topic.SECURITY : Topic.ACTION;
    }

    private static String who(Actor actor) {
        return switch (actor) {
            case USER -> "You";
            case BOT -> "Bot";
            case RULE -> "Rule";
            case WEBHOOK -> "Webhook";
            case ASSISTANT -> "Assistant";
            case PROGRAM -> "Tradewind";
        };
    }

    private static String words(AuditEntry entry) {
        String subject = entry.subject();
        return switch (entry.action()) {
            case "trail.began" -> subject.equals("sessions ")
                    ? "The audit trail begins"
                    : "The audit trail begins; older than it: " + subject;
            case "session.began" -> capital(subject) + " began";
            case "session.resumed" -> capital(subject) + " went on";
            case "session.anchored" -> capital(subject) + " saved its state";
            case "session.ended" -> capital(subject) + " ended";
            case "settings.look" -> "Changed the look";
            case "settings.tape" -> "Changed how much of the tape is kept";
            case "preset.saved" -> "Saved " + subject;
            case "preset.renamed" -> "Renamed " + subject;
            case "preset.deleted" -> "Deleted " + subject;
            case "run.dropped" -> "Dropped " + subject;
            case "data.import.asked" -> "Imports " + subject;
            case "data.imported" -> "Imported " + subject;
            case "data.exported" -> "Exported " + subject;
            case "data.repaired" -> "Repaired " + subject;
            case "data.dropped" -> "Dropped " + subject;
            case "data.retention.changed" -> "Changed how long " + subject + " candles are kept";
            case "data.retention.applied" -> "Dropped what is no longer kept";
            default -> capital(entry.action().replace('.', ' ')) + (subject.isEmpty() ? "" : ": " + subject);
        };
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
