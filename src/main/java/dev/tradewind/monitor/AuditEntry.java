package dev.tradewind.monitor;

/**
 * Something that happened and has to stay known. Holds no secret: not a passphrase, not a key, not a signed payload.
 *
 * @param actor   who did it
 * @param action  what, in dotted words that stay the same for ever, for instance {@code account.renamed}
 * @param subject to what, for instance {@code account 3}; may be empty
 * @param before  how it was, canonical text, empty where there was nothing
 * @param after   how it is now, canonical text, empty where nothing is left
 */
public record AuditEntry(Actor actor, String action, String subject, String before, String after) {

    /** The most characters of a text; what is longer is cut, marked by an ellipsis. */
    public static final int LONGEST = 4_000;

    public AuditEntry {
        if (!action.matches("[a-z]+(\\.[a-z]+)+")) {
            throw new IllegalArgumentException("audit action '" + action + "' must be dotted words, as in account.renamed");
        }
        subject = cut(subject);
        before = cut(before);
        after = cut(after);
    }

    /** An entry without before and after. */
    public static AuditEntry of(Actor actor, String action, String subject) {
        return new AuditEntry(actor, action, subject, "", "");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
