package dev.tradewind.app.custody;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The passphrase and what it guards. <em>Locking the screen</em> hides the terminal until the passphrase is given again; bots
 * and signing go on. <em>Sealing</em> wipes the keys from memory: live accounts stop, protective orders stay where they are.
 *
 * <p>Every {@code char[]} handed over is wiped before the call returns or throws. Methods that check a passphrase block for
 * half a second or more and are not for the JavaFX thread; they throw {@link dev.tradewind.app.job.RefusedException} in words
 * for the user.
 */
public interface SecurityDesk {

    /** {@return how things stand; quick} */
    SecurityState state();

    /** Calls back after every change of {@link #state()}, on any thread; the registration ends when closed. */
    Watch watch(Runnable changed);

    /** Ends a registration; does not throw. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** {@return how good a passphrase would be; quick enough for every keystroke} */
    PassphraseStrength strength(char[] passphrase);

    /**
     * Makes the vault with a first passphrase; open afterwards. Blocks.
     *
     * @param hint    shown when the passphrase is asked for, empty for none; refused if it contains the passphrase
     * @param keyFile a second factor: a file made by {@link #makeKeyFile}, from then on needed with the passphrase
     */
    void create(char[] passphrase, String hint, Optional<Path> keyFile);

    /**
     * Opens the sealed vault; a screen that is locked is unlocked as well. Blocks. After a wrong try the next one has to wait,
     * longer each time.
     */
    void unlock(char[] passphrase, Optional<Path> keyFile);

    /** Lifts the screen lock after the same check; the vault need not be sealed. Blocks. */
    void unlockScreen(char[] passphrase, Optional<Path> keyFile);

    /** Hides the terminal until the passphrase is given. Refused while there is no vault. */
    void lockScreen(Cause cause);

    /**
     * Wipes the keys; live accounts stop. Nothing happens if it is sealed or there is no vault. Locks the screen too. Blocks for up
     * to three seconds while sessions that trade with keys cancel their entries.
     */
    void seal(Cause cause);

    /** Why something was locked or sealed. */
    enum Cause {
        USER,
        IDLE,
        SLEEP
    }

    /** What going idle or to sleep does. */
    enum Reaction {
        NOTHING,
        LOCK,
        SEAL
    }

    /** Gives the vault another passphrase, hint and second factor, all together; the keys stay as they are. Blocks. */
    void change(
            char[] passphrase, Optional<Path> keyFile, char[] newPassphrase, String newHint, Optional<Path> newKeyFile);

    /** Encrypts every secret anew under a new data key. Blocks. */
    void rotate(char[] passphrase, Optional<Path> keyFile);

    /**
     * Makes a recovery code, which opens the vault in place of passphrase and key file; an earlier one ends. It is told this
     * once and kept nowhere. Blocks.
     *
     * @return groups of letters and digits; the caller wipes it
     */
    char[] recoveryCode(char[] passphrase, Optional<Path> keyFile);

    /** Opens the vault with a recovery code and gives it a new passphrase without a key file; the code has ended then. Blocks. */
    void recover(char[] code, char[] newPassphrase, String newHint);

    /** Writes a new random key file, readable by its owner alone. An existing file is refused, never overwritten. */
    void makeKeyFile(Path file);

    /** Keeps what idleness and sleep do. */
    void policy(LockPolicy policy);

    /**
     * How things stand.
     *
     * @param vault        whether there is a vault, and whether its keys are at hand
     * @param screenLocked whether the terminal is hidden
     * @param hint         of the passphrase, empty for none
     * @param keyFile      whether a key file is needed beside the passphrase
     * @param recovery     whether a recovery code exists
     * @param untilNextTry how long until the next try is taken, zero if it is taken now
     * @param policy       what idleness and sleep do
     * @param trouble      what is wrong with the vault's file, in words with what to do; empty if nothing is
     */
    record SecurityState(
            VaultState vault,
            boolean screenLocked,
            String hint,
            boolean keyFile,
            boolean recovery,
            Duration untilNextTry,
            LockPolicy policy,
            String trouble) {

        /** No vault, nothing locked. */
        public static final SecurityState NONE = new SecurityState(
                VaultState.NONE, false, "", false, false, Duration.ZERO, LockPolicy.DEFAULT, "");
    }

    /** Whether keys can be used. */
    enum VaultState {
        /** No passphrase was ever set; there are no keys. */
        NONE,
        SEALED,
        OPEN
    }

    /**
     * What idleness and sleep do.
     *
     * @param idleMinutes minutes without key or mouse, 1 to 1,440; 0 for never
     */
    record LockPolicy(int idleMinutes, Reaction onIdle, Reaction onSleep) {

        /** A quarter of an hour locks the screen, sleep too. */
        public static final LockPolicy DEFAULT = new LockPolicy(15, Reaction.LOCK, Reaction.LOCK);

        public LockPolicy {
            if (idleMinutes < 0 || idleMinutes > 1_440) {
                throw new IllegalArgumentException(
                        "idle time of " + idleMinutes + " minutes; it takes 1 to 1440, or 0 for never");
            }
        }
    }

    /**
     * How long a passphrase would hold.
     *
     * @param score      0 (none) to 4 (very strong), as zxcvbn counts
     * @param acceptable whether the vault takes it
     * @param summary    one line: how long guessing takes an attacker who has the file
     * @param advice     what would make it better; may be empty
     */
    record PassphraseStrength(int score, boolean acceptable, String summary, List<String> advice) {

        public PassphraseStrength {
            advice = List.copyOf(advice);
        }
    }
}
