package dev.tradewind.app;

import dev.tradewind.kernel.JournalException;
import java.util.Map;

/** Reads the values of a session's first row or says which one is missing. */
record PlanReader(Map<String, String> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new JournalException("the session's first row lacks '" + key + "'; it was not written by this program");
        }
        return value;
    }

    long number(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw new JournalException("the session's first row says " + key + "=" + text(key) + ", not a number", e);
        }
    }

    int whole(String key) {
        return Math.toIntExact(number(key));
    }
}
