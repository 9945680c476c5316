package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.job.RefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vault that knows one passphrase, and what was asked of it. */
final class FakeVault implements SecurityDesk {

    static final String CODE = "7KQ2M-X9VWP-4TZR8-BYC3N-HF6JD-2SLGA";

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<char[]> handed = new CopyOnWriteArrayList<>();
    volatile SecurityState state = SecurityState.NONE;
    volatile String passphrase = "correct horse";
    volatile String refusal = "";
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    static FakeVault open() {
        FakeVault vault = new FakeVault();
        vault.be(VaultState.OPEN);
        return vault;
    }

    static FakeVault sealed() {
        FakeVault vault = new FakeVault();
        vault.be(VaultState.SEALED);
        return vault;
    }

    void be(VaultState vault) {
        state = new SecurityState(vault, false, vault == VaultState.NONE ? "" : "the horse's stable", false, false,
                Duration.ZERO, state.policy(), "");
        watchers.forEach(Runnable::run);
    }

    @Override
    public SecurityState state() {
        return state;
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public PassphraseStrength strength(char[] given) {
        int score = Math.min(4, given.length / 4);
        take(given);
        return new PassphraseStrength(score, score >= 3,
                score >= 3 ? "Guessing it takes 300 years." : "Guessing it takes 2 hours.",
                score >= 3 ? List.of() : List.of("Four or more words that do not belong together."));
    }

    private String take(char[] given) {
        String said = new String(given);
        handed.add(given);
        Arrays.fill(given, '\0');
        return said;
    }

    private void check(char[] given) {
        if (!take(given).equals(passphrase)) {
            throw new RefusedException("That is not the passphrase. The next try is taken in 2 seconds.");
        }
        if (!refusal.isEmpty()) {
            throw new RefusedException(refusal);
        }
    }

    @Override
    public void create(char[] given, String hint, Optional<Path> keyFile) {
        passphrase = take(given);
        asked.add("create, hint '" + hint + "'" + keyFile.map(file -> ", key file " + file.getFileName()).orElse(""));
        be(VaultState.OPEN);
    }

    @Override
    public void unlock(char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("unlock");
        be(VaultState.OPEN);
    }

    @Override
    public void unlockScreen(char[] given, Optional<Path> keyFile) {
        check(given);
    }

    @Override
    public void lockScreen(Cause cause) {
        asked.add("lock " + cause);
    }

    @Override
    public void seal(Cause cause) {
        asked.add("seal " + cause);
        be(VaultState.SEALED);
    }

    @Override
    public void change(
            char[] given, Optional<Path> keyFile, char[] newPassphrase, String newHint, Optional<Path> newKeyFile) {
        String wanted = take(newPassphrase);
        check(given);
        passphrase = wanted;
        asked.add("change, hint '" + newHint + "'" + newKeyFile.map(file -> ", key file " + file.getFileName())
                .orElse(""));
    }

    @Override
    public void rotate(char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("rotate");
    }

    @Override
    public char[] recoveryCode(char[] given, Optional<Path> keyFile) {
        check(given);
        asked.add("recovery code");
        return CODE.toCharArray();
    }

    @Override
    public void recover(char[] code, char[] newPassphrase, String newHint) {
        take(code);
        take(newPassphrase);
    }

    @Override
    public void makeKeyFile(Path file) {
        asked.add("make key file " + file.getFileName());
    }

    @Override
    public void policy(LockPolicy policy) {
        asked.add("policy " + policy);
        state = new SecurityState(state.vault(), state.screenLocked(), state.hint(), state.keyFile(), state.recovery(),
                state.untilNextTry(), policy, state.trouble());
        watchers.forEach(Runnable::run);
    }
}
