package dev.tradewind.vault;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tells how long a passphrase holds against guessing (zxcvbn). Making one reads word lists and takes a moment; it is
 * quick then, whatever the passphrase. Safe on any thread.
 */
public final class PassphraseMeter {

    private static final int LEAST_SCORE = 3;
    private static final int LEAST_CHARACTERS = 8;
    /** What stands beyond is not looked at: every key waits for this, and these alone say enough. */
    private static final int MEASURED_CHARACTERS = 40;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /**
     * {@return how long a passphrase would hold; the array is wiped}
     *
     * @param passphrase of any length, also empty
     */
    public PassphraseStrength measure(char[] passphrase) {
        char[] measured = Arrays.copyOf(passphrase, Math.min(passphrase.length, MEASURED_CHARACTERS));
        int length = passphrase.length;
        Arrays.fill(passphrase, '\0');
        Strength strength = zxcvbn.measure(CharBuffer.wrap(measured));
        try {
            return described(strength, length);
        } finally {
            strength.wipe();
            Arrays.fill(measured, '\0');
        }
    }

    private static PassphraseStrength described(Strength strength, int length) {
        boolean acceptable = strength.getScore() >= LEAST_SCORE && length >= LEAST_CHARACTERS;
        String guessing = strength.getCrackTimesDisplay().getOfflineSlowHashing1e4perSecond();
        List<String> advice = new ArrayList<>();
        if (length > 0 && length < LEAST_CHARACTERS) {
            advice.add("Use at least " + LEAST_CHARACTERS + " characters.");
        }
        String warning = strength.getFeedback().getWarning(Locale.ENGLISH);
        if (!warning.isEmpty()) {
            advice.add(sentence(warning));
        }
        strength.getFeedback().getSuggestions(Locale.ENGLISH).forEach(one -> advice.add(sentence(one)));
        String summary = length == 0
                ? "Nothing yet."
                : "Guessing it takes somebody who has the file " + guessing + ".";
        return new PassphraseStrength(strength.getScore(), acceptable, summary, advice);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
