package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.PassphraseStrength;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A new passphrase: how strong it is, whether the repeat matches, hint and key file. No nodes; JavaFX thread only. */
public final class NewPassphraseModel {

    private static final List<String> WORDS = List.of("Very weak", "Weak", "Fair", "Strong", "Very strong");
    private static final List<String> TONES = List.of("is-sell", "is-sell", "is-warn", "is-buy", "is-buy");

    /** 0 to 4, −1 while nothing is typed. */
    final IntegerProperty score = new SimpleIntegerProperty(-1);
    final StringProperty word = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    /** How long guessing takes, and what would make it better. */
    final StringProperty summary = new SimpleStringProperty("");
    final StringProperty repeatTrouble = new SimpleStringProperty("");
    final StringProperty trouble = new SimpleStringProperty("");
    final StringProperty hint = new SimpleStringProperty("");
    final ObjectProperty<@Nullable Path> keyFile = new SimpleObjectProperty<>();

    private final SecurityDesk desk;
    private boolean acceptable;

    /** A form in which nothing is typed. */
    public NewPassphraseModel(SecurityDesk desk) {
        this.desk = desk;
    }

    /**
     * The passphrase or its repeat changed.
     *
     * @param passphrase a copy, which is wiped
     * @param repeated   how many characters the repeat has
     * @param same       whether both are the same
     */
    void typed(char[] passphrase, int repeated, boolean same) {
        trouble.set("");
        boolean empty = passphrase.length == 0;
        repeatTrouble.set(repeated == 0 || same || empty ? "" : "The two do not match yet.");
        if (empty) {
            score.set(-1);
            word.set("");
            summary.set("");
            acceptable = false;
            return;
        }
        PassphraseStrength strength = desk.strength(passphrase);
        int found = Math.clamp(strength.score(), 0, WORDS.size() - 1);
        acceptable = strength.acceptable();
        score.set(found);
        word.set(WORDS.get(found));
        tone.set(TONES.get(found));
        String advice = strength.advice().isEmpty() ? "" : " " + strength.advice().getFirst();
        summary.set((strength.summary() + (acceptable ? "" : advice)).strip());
    }

    /** {@return whether it can be set as it stands; if not, {@link #trouble} says why} */
    boolean complete(int typed, boolean same) {
        trouble.set(typed == 0 ? "Type a passphrase."
                : !acceptable ? "This passphrase is too easy to guess. Four or more unusual words in a row do well."
                : !same ? "The passphrase and its repeat differ. Type the repeat again." : "");
        return trouble.get().isEmpty();
    }

    /** {@return the second factor, if one is chosen} */
    public Optional<Path> secondFactor() {
        return Optional.ofNullable(keyFile.get());
    }

    /** {@return the hint, which may be empty} */
    public String hint() {
        return hint.get().strip();
    }

    /** Says why it could not be set. */
    public void refused(Exception failure) {
        trouble.set(UnlockModel.words(failure));
    }
}
