package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.PassphraseStrength;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.fx.Hands;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Passphrase, lock and seal without their nodes. JavaFX thread only; a {@code char[]} handed over is wiped by the desk.
 */
final class SecurityViewModel {

    private static final String SAFE = "The vault is as it was; no order was touched.";

    final ObjectProperty<SecurityState> state = new SimpleObjectProperty<>(SecurityState.NONE);
    final ObjectProperty<Optional<PassphraseStrength>> strength = new SimpleObjectProperty<>(Optional.empty());
    final Outcome outcome = new Outcome();
    final StringProperty headline = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    /** Whether a recovery code was made and waits to be written down. */
    final BooleanProperty codeWaits = new SimpleBooleanProperty();

    private final SecurityDesk desk;
    private final Hands hands;
    private char[] code = new char[0];
    private long judged;

    SecurityViewModel(SecurityDesk desk, Hands hands) {
        this.desk = desk;
        this.hands = hands;
        headline();
    }

    /** Looks at how things stand. */
    void read() {
        state.set(desk.state());
        if (!has(VaultState.OPEN)) {
            // a code that opens the vault has no place beside keys that were wiped
            forgetCode();
        }
        headline();
    }

    boolean has(VaultState wanted) {
        return state.get().vault() == wanted;
    }

    private void headline() {
        switch (state.get().vault()) {
            case NONE -> say("No passphrase yet",
                    "Nothing is encrypted, and there are no keys. Paper trading and the Lab need none.", "");
            case SEALED -> say("Keys are sealed",
                    "Live accounts stand still; stops at the exchange stay in force. The passphrase opens the vault.",
                            "is-warn");
            case OPEN -> say("Keys are open",
                    "They sign for armed accounts until you seal them or the program ends.", "is-buy");
        }
        if (!state.get().trouble().isEmpty()) {
            say("The vault has trouble", state.get().trouble(), "is-sell");
        }
    }

    private void say(String title, String line, String colour) {
        headline.set(title);
        meaning.set(line);
        tone.set(colour);
    }

    /** Judges a passphrase while it is typed, which is wiped; only the newest answer counts. */
    void judge(char[] passphrase) {
        long mine = ++judged;
        if (passphrase.length == 0) {
            strength.set(Optional.empty());
            return;
        }
        hands.apart("passphrase-strength", () -> desk.strength(passphrase), found -> {
            if (mine == judged) {
                strength.set(Optional.of(found));
            }
        }, failure -> outcome.failed(Trouble.of("The passphrase could not be judged", failure, SAFE)));
    }

    /** Makes the vault. */
    void create(char[] passphrase, String hint, Optional<Path> keyFile) {
        act("Making the vault; this takes a moment on purpose …", "The passphrase was not set",
                () -> desk.create(passphrase, hint.strip(), keyFile),
                "Passphrase set. Nobody can give it back to you: make a recovery code too.");
    }

    /** Opens the sealed vault. */
    void unlock(char[] passphrase, Optional<Path> keyFile) {
        act("Checking the passphrase …", "The vault stays sealed", () -> desk.unlock(passphrase, keyFile),
                "The keys are open.");
    }

    /** Gives the vault another passphrase, hint and second factor. */
    void change(char[] old, Optional<Path> keyFile, char[] wanted, String hint, Optional<Path> newKeyFile) {
        act("Changing the passphrase …", "The passphrase was not changed",
                () -> desk.change(old, keyFile, wanted, hint.strip(), newKeyFile),
                "Passphrase changed. Backups made before still open with the old one.");
    }

    /** Encrypts everything anew. */
    void rotate(char[] passphrase, Optional<Path> keyFile) {
        act("Encrypting every key anew …", "The keys were not encrypted anew", () -> desk.rotate(passphrase, keyFile),
                "Every key is encrypted under a new data key.");
    }

    /** Makes a key file. */
    void makeKeyFile(Path file, Consumer<Path> made) {
        outcome.begin("Making a key file …");
        hands.apart("key-file", () -> {
            desk.makeKeyFile(file);
            return file;
        }, done -> {
            outcome.done("Key file made: " + file.getFileName()
                    + ". Keep a copy elsewhere: without it the passphrase does not open"
                    + " the vault.");
            made.accept(done);
        }, failure -> outcome.failed(Trouble.of("The key file was not made", failure, SAFE)));
    }

    /** Makes a recovery code and holds it until it is written down. */
    void makeCode(char[] passphrase, Optional<Path> keyFile) {
        outcome.begin("Making a recovery code …");
        hands.apart("recovery-code", () -> desk.recoveryCode(passphrase, keyFile), made -> {
            forgetCode();
            code = made;
            outcome.done("");
            codeWaits.set(true);
            read();
        }, failure -> {
            outcome.failed(Trouble.of("No recovery code was made", failure, SAFE));
            read();
        });
    }

    /** {@return a copy of the code that waits; the caller wipes it} */
    char[] code() {
        return code.clone();
    }

    /** The code is written down: it is gone from here. */
    void forgetCode() {
        Arrays.fill(code, '\0');
        code = new char[0];
        codeWaits.set(false);
    }

    /** Keeps what idleness and sleep do. */
    void policy(LockPolicy policy) {
        act("Keeping …", "What idleness does was not changed", () -> desk.policy(policy), "");
    }

    void lock() {
        act("Locking …", "The screen was not locked", () -> desk.lockScreen(Cause.USER), "");
    }

    void seal() {
        act("Sealing the keys …", "The keys were not sealed", () -> desk.seal(Cause.USER),
                "Keys sealed: live accounts stand still, stops at the exchange stay in force.");
    }

    private void act(String working, String trouble, Runnable work, String note) {
        outcome.begin(working);
        hands.apart("security", () -> {
            work.run();
            return true;
        }, done -> {
            outcome.done(note);
            read();
        }, failure -> {
            outcome.failed(Trouble.of(trouble, failure, SAFE));
            read();
        });
    }
}
