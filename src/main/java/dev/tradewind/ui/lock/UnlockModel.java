package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.ui.fx.Hands;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the passphrase until it is right: what is missing, what was wrong and how long to wait, and nothing else. Passphrases
 * pass through and are wiped by what checks them. No nodes; JavaFX thread only.
 */
public final class UnlockModel {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Checks a passphrase and does what it is asked for. Blocks; wipes the array. */
    @FunctionalInterface
    public interface Check {
        /**
         * Checks and does it.
         *
         * @throws RefusedException in words for the user
         */
        void check(char[] passphrase, Optional<Path> keyFile);
    }

    /** Whether a check runs. */
    final BooleanProperty busy = new SimpleBooleanProperty();
    /** What was wrong with the last try, empty if nothing. */
    final StringProperty trouble = new SimpleStringProperty("");
    /** How long until the next try, in words; empty if it may be now. */
    final StringProperty wait = new SimpleStringProperty("");
    /** The hint, once it was asked for. */
    final StringProperty hint = new SimpleStringProperty("");
    final BooleanProperty hintOffered = new SimpleBooleanProperty();
    final BooleanProperty keyFileNeeded = new SimpleBooleanProperty();
    final ObjectProperty<@Nullable Path> keyFile = new SimpleObjectProperty<>();
    final BooleanProperty recoveryOffered = new SimpleBooleanProperty();

    private final SecurityDesk desk;
    private final SecurityFeed feed;
    private final Hands hands;
    private final Check check;
    private final Runnable opened;
    /** Held here, so that it lives as long as this. */
    private final ChangeListener<SecurityState> follower;

    private Runnable refused = () -> {};
    private boolean recoverable = true;
    private boolean hintAsked;

    /**
     * @param check  what the passphrase is for
     * @param opened runs after a check that passed
     */
    public UnlockModel(SecurityDesk desk, SecurityFeed feed, Hands hands, Check check, Runnable opened) {
        this.desk = desk;
        this.feed = feed;
        this.hands = hands;
        this.check = check;
        this.opened = opened;
        follower = (property, old, now) -> show(now);
        feed.state().addListener(new WeakChangeListener<>(follower));
        show(feed.now());
    }

    /** {@return one that opens a sealed vault, or else lifts the screen's lock} */
    public static UnlockModel ofScreen(SecurityDesk desk, SecurityFeed feed, Hands hands, Runnable opened) {
        return new UnlockModel(desk, feed, hands, (passphrase, keyFile) -> {
            if (desk.state().vault() == VaultState.SEALED) {
                desk.unlock(passphrase, keyFile);
            } else {
                desk.unlockScreen(passphrase, keyFile);
            }
        }, opened);
    }

    private void show(SecurityState state) {
        keyFileNeeded.set(state.keyFile());
        recoveryOffered.set(state.recovery() && recoverable);
        hintOffered.set(!state.hint().isEmpty() && !hintAsked);
        hint.set(hintAsked ? state.hint() : "");
        long nanos = state.untilNextTry().toNanos();
        wait.set(nanos <= 0 ? "" : "Next try in " + Math.ceilDiv(nanos, NANOS_PER_SECOND) + " s");
    }

    /** Looks at the wait again; to be called some times a second while it is shown. */
    void tick() {
        if (!wait.get().isEmpty()) {
            feed.refresh();
            show(feed.now());
        }
    }

    /** Shows the hint. */
    void askHint() {
        hintAsked = true;
        show(feed.now());
    }

    /** Somebody types again: what was wrong is history. */
    void typed() {
        trouble.set("");
    }

    /** Does not offer the recovery code: it opens the vault, and does nothing else. */
    UnlockModel withoutRecovery() {
        recoverable = false;
        show(feed.now());
        return this;
    }

    /** Runs after every try that was not taken or not right. */
    public void onRefusal(Runnable listener) {
        refused = listener;
    }

    /** {@return whether a try would be taken now} */
    public boolean mayTry() {
        return !busy.get() && wait.get().isEmpty();
    }

    /** Tries a passphrase; the array is wiped in every case. */
    public void attempt(char[] passphrase) {
        if (!mayTry()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        Path file = keyFile.get();
        String missing = passphrase.length == 0 ? "Type the passphrase."
                : keyFileNeeded.get() && file == null ? "Choose the key file." : "";
        if (!missing.isEmpty()) {
            Arrays.fill(passphrase, '\0');
            trouble.set(missing);
            refused.run();
            return;
        }
        Optional<Path> second = keyFileNeeded.get() ? Optional.ofNullable(file) : Optional.empty();
        run(() -> check.check(passphrase, second));
    }

    /** Opens the vault by its recovery code and gives it a new passphrase; both arrays are wiped. */
    void recover(char[] code, char[] passphrase, String newHint) {
        if (!mayTry() || code.length == 0) {
            Arrays.fill(code, '\0');
            Arrays.fill(passphrase, '\0');
            trouble.set(mayTry() ? "Type the recovery code." : trouble.get());
            return;
        }
        run(() -> desk.recover(code, passphrase, newHint));
    }

    private void run(Runnable checking) {
        busy.set(true);
        trouble.set("");
        hands.apart("check-passphrase", () -> {
            checking.run();
            return true;
        }, done -> {
            busy.set(false);
            feed.refresh();
            opened.run();
        }, failure -> {
            busy.set(false);
            feed.refresh();
            show(feed.now());
            trouble.set(words(failure));
            refused.run();
        });
    }

    /** {@return what to tell of a failure: the words of a refusal, or that something went wrong here} */
    static String words(Exception failure) {
        return failure instanceof RefusedException && failure.getMessage() != null
                ? failure.getMessage()
                : "That could not be done: " + (failure.getMessage() == null ? failure : failure.getMessage())
                        + ". Nothing was changed.";
    }
}
