package dev.tradewind.monitor;

import java.time.Instant;

/**
 * A line of the log. Its texts went through {@link Redaction} before it exists, so whatever takes log lines cannot meet a
 * secret that {@link Redaction} knows.
 *
 * @param time      when
 * @param severity  how much it matters
 * @param logger    where in the program it comes from
 * @param thread    on which thread
 * @param message   what happened
 * @param exception the exception with its stack and causes, a frame a line; empty if there is none
 */
public record LogLine(
        Instant time, Severity severity, String logger, String thread, String message, String exception) {

    /** The most characters of a message. */
    public static final int LONGEST_MESSAGE = 8_000;

    /** The most characters of an exception. */
    public static final int LONGEST_EXCEPTION = 32_000;

    public LogLine {
        logger = Redaction.of(logger);
        thread = Redaction.of(thread);
        message = Redaction.of(message, LONGEST_MESSAGE);
        exception = Redaction.of(exception, LONGEST_EXCEPTION);
    }

    /** {@return the line as a JSON object, without an end of line} */
    public String json() {
        StringBuilder out = new StringBuilder(160 + message.length() + exception.length());
        out.append("{\"time\":\"").append(time).append("\",\"level\":\"").append(severity).append('"');
        field(out, "logger", logger);
        field(out, "thread", thread);
        field(out, "message", message);
        if (!exception.isEmpty()) {
            field(out, "exception", exception);
        }
        return out.append('}').toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":");
        JsonText.quote(out, value);
    }
}
