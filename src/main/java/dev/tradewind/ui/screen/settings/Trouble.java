package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.job.RefusedException;

/**
 * Something that did not work.
 *
 * @param title what happened
 * @param line  why, what it means for open orders, what to do
 */
record Trouble(String title, String line) {

    /** {@return a failure in words; {@code meaning} says what it means for open orders} */
    static Trouble of(String title, Throwable cause, String meaning) {
        return new Trouble(title, (sentence(cause) + " " + meaning).strip());
    }

    /** {@return why something failed: a refusal's own words, else the program's with the kind of failure} */
    static String sentence(Throwable cause) {
        String message = cause.getMessage();
        String words = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
        String all = cause instanceof RefusedException ? words : "The program could not do it: " + words;
        return ".!?".indexOf(all.charAt(all.length() - 1)) >= 0 ? all : all + ".";
    }
}
