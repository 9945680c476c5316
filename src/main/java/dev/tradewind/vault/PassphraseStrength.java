package dev.tradewind.vault;

import java.util.List;

/**
 * How long a passphrase holds.
 *
 * @param score      0 (none) to 4 (very strong), as zxcvbn counts
 * @param acceptable whether it is good enough for keys to money: a score of 3 and eight characters
 * @param summary    how long guessing takes at ten thousand guesses a second, in words
 * @param advice     what would make it better; may be empty
 */
public record PassphraseStrength(int score, boolean acceptable, String summary, List<String> advice) {

    public PassphraseStrength {
        advice = List.copyOf(advice);
    }
}
