package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.venue.KeyReport;
import java.util.List;
import java.util.Locale;

/**
 * What came of trying a key, in words.
 *
 * @param sign   how it is meant
 * @param title  what happened
 * @param line   what it means
 * @param points warnings, or what to do, in order
 */
record Verdict(Sign sign, String title, String line, List<String> points) {

    /** How a verdict is meant. */
    enum Sign {
        PASSES,
        LOOK,
        BLOCKS
    }

    private static final List<String> WITHOUT_WITHDRAWAL = List.of(
            "On the exchange's page open the key's permissions and take the tick off withdrawals; or delete the key"
                    + " there and make a new one.",
            "Leave on: reading, spot trading, and futures only if you trade them here.",
            "Let it work from this computer's address only, if yours does not change.",
            "Come back and try again. The key that may withdraw was not kept.");

    private static final List<String> AFTER_REFUSAL = List.of(
            "Was the key copied whole, without a blank at its end?",
            "Is it a key of this kind of account? Live and testnet have keys of their own.",
            "If the key is bound to addresses: is this computer's among them?",
            "A new key may take a few minutes until the exchange knows it.");

    Verdict {
        points = List.copyOf(points);
    }

    /** {@return what an exchange's answer means} */
    static Verdict of(TriedKey tried, String exchange) {
        KeyReport report = tried.report();
        return switch (report.outcome()) {
            case ACCEPTED -> report.withdraws() ? withdraws("") : accepted(tried, exchange);
            case REFUSED -> new Verdict(Sign.BLOCKS, exchange + " does not take this key",
                    (report.detail().isEmpty() ? "" : exchange + " says: " + sentence(report.detail()) + " ")
                            + "Nothing was kept, no order was touched.", AFTER_REFUSAL);
            case UNREACHABLE -> new Verdict(Sign.LOOK, exchange + " was not reached",
                    (report.detail().isEmpty() ? "" : sentence(report.detail()) + " ")
                            + "Nothing is known of this key. Enter it once more later, or seal it untried: it does not"
                                    + " trade until a try succeeds.", List.of());
        };
    }

    private static Verdict accepted(TriedKey tried, String exchange) {
        KeyReport report = tried.report();
        String line = AccountWords.rights(report) + ". It cannot withdraw."
                + (report.detail().isEmpty() ? "" : " " + sentence(report.detail()));
        return new Verdict(tried.warnings().isEmpty() ? Sign.PASSES : Sign.LOOK, exchange + " takes this key", line,
                tried.warnings());
    }

    /** {@return why a key is not taken: refused here, refused there, or not tried at all} */
    static Verdict of(Exception failure) {
        String words = Trouble.sentence(failure);
        if (words.toLowerCase(Locale.ROOT).contains("withdraw")) {
            return withdraws(words);
        }
        boolean refused = failure instanceof RefusedException;
        return new Verdict(Sign.BLOCKS, refused ? "This key is not taken" : "The key was not tried",
                words + " Nothing was kept, no order was touched.", refused ? AFTER_REFUSAL : List.of());
    }

    /** {@return why no key pair was made} */
    static Verdict noPair(Exception failure) {
        return new Verdict(Sign.BLOCKS, "No key pair was made", Trouble.sentence(failure), List.of());
    }

    private static Verdict withdraws(String words) {
        return new Verdict(Sign.BLOCKS, "Refused: this key may withdraw",
                words.isEmpty() ? "Whoever got hold of it could empty the account. Nothing was kept." : words,
                WITHOUT_WITHDRAWAL);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
