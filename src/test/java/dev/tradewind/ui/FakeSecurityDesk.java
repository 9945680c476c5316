package dev.tradewind.ui;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.job.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A desk with one passphrase, {@link #PASSPHRASE}, that writes down what it was asked. After a wrong try the next has to wait,
 * two seconds longer each time, by {@link #nowNanos}. Any thread.
 */
public final class FakeSecurityDesk implements SecurityDesk {

    public static final String PASSPHRASE = "correct horse battery";
    public static final String CODE = "ABCD-EFGH-JKLM";

    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile SecurityState state = SecurityState.NONE;
    public volatile long nowNanos;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private String passphrase = PASSPHRASE;
    private int wrong;
    private long nextTryNanos = Long.MIN_VALUE;

    /** {@return a desk where no passphrase was ever set} */
    public static FakeSecurityDesk none() {
        return new FakeSecurityDesk();
    }

    /** {@return a desk with a vault, which is as said} */
    public static FakeSecurityDesk of(VaultState vault, boolean screenLocked) {
        FakeSecurityDesk desk = new FakeSecurityDesk();
        desk.state = new SecurityState(
                vault, screenLocked, "the comic", false, true, Duration.ZERO, LockPolicy.DEFAULT, "");
        return desk;
    }

    /** Changes how things stand and tells whoever watches. */
    public void stand(VaultState vault, boolean screenLocked) {
        SecurityState before = state;
        state = new SecurityState(
                vault, screenLocked, before.hint(), before.keyFile(), before.recovery(), Duration.ZERO, before.policy(),
                before.trouble());
        tell();
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    @Override
    public synchronized SecurityState state() {
        long left = nextTryNanos == Long.MIN_VALUE ? 0 : Math.max(0, nextTryNanos - nowNanos);
        return new SecurityState(
                state.vault(), state.screenLocked(), state.hint(), state.keyFile(), state.recovery(), Duration.ofNanos(left),
                state.policy(), state.trouble());
    }

    @Override
    public Watch watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public PassphraseStrength strength(char[] tried) {
        int score = Math.min(4, tried.length / 4);
        Arrays.fill(tried, '\0');
        return new PassphraseStrength(
                score, score >= 3, score >= 3 ? "Centuries of guessing with the file at hand." : "Guessed within minutes.",
                score >= 3 ? List.of() : List.of("Add another word or two."));
    }

    private synchronized void check(String what, char[] tried, Optional<Path> keyFile) {
        boolean right = Arrays.equals(tried, passphrase.toCharArray());
        Arrays.fill(tried, '\0');
        asked.add(what + (right ? "" : " wrong"));
        if (nextTryNanos != Long.MIN_VALUE && nowNanos < nextTryNanos) {
            throw new RefusedException("Too early.");
        }
        if (!right || state.keyFile() && keyFile.isEmpty()) {
            wrong++;
            nextTryNanos = nowNanos + wrong * 2_000_000_000L;
            throw new RefusedException("That is not the passphrase.");
        }
        wrong = 0;
        nextTryNanos = Long.MIN_VALUE;
    }

    @Override
    public void create(char[] first, String hint, Optional<Path> keyFile) {
        passphrase = new String(first);
        Arrays.fill(first, '\0');
        if (!hint.isEmpty() && hint.contains(passphrase)) {
            throw new RefusedException("The hint contains the passphrase. Choose another hint, or none.");
        }
        asked.add("create" + (hint.isEmpty() ? "" : " hint " + hint) + keyFile.map(file -> " key " + file.getFileName()).orElse(""));
        state = new SecurityState(
                VaultState.OPEN, false, hint, keyFile.isPresent(), false, Duration.ZERO, state.policy(), "");
        tell();
    }

    @Override
    public void unlock(char[] tried, Optional<Path> keyFile) {
        check("unlock", tried, keyFile);
        stand(VaultState.OPEN, false);
    }

    @Override
    public void unlockScreen(char[] tried, Optional<Path> keyFile) {
        check("unlockScreen", tried, keyFile);
        stand(state.vault(), false);
    }

    @Override
    public void lockScreen(Cause cause) {
        asked.add("lock " + cause);
        if (state.vault() == VaultState.NONE) {
            throw new RefusedException("There is no passphrase yet.");
        }
        stand(state.vault(), true);
    }

    @Override
    public void seal(Cause cause) {
        asked.add("seal " + cause);
        stand(VaultState.SEALED, true);
    }

    @Override
    public void change(
            char[] old, Optional<Path> keyFile, char[] newPassphrase, String newHint, Optional<Path> newKeyFile) {
        check("change", old, keyFile);
        passphrase = new String(newPassphrase);
        Arrays.fill(newPassphrase, '\0');
        state = new SecurityState(
                state.vault(), state.screenLocked(), newHint, newKeyFile.isPresent(), state.recovery(), Duration.ZERO,
                state.policy(), "");
        tell();
    }

    @Override
    public void rotate(char[] tried, Optional<Path> keyFile) {
        check("rotate", tried, keyFile);
    }

    @Override
    public char[] recoveryCode(char[] tried, Optional<Path> keyFile) {
        check("recoveryCode", tried, keyFile);
        state = new SecurityState(
                state.vault(), state.screenLocked(), state.hint(), state.keyFile(), true, Duration.ZERO, state.policy(), "");
        tell();
        return CODE.toCharArray();
    }

    @Override
    public void recover(char[] code, char[] newPassphrase, String newHint) {
        boolean right = Arrays.equals(code, CODE.toCharArray());
        Arrays.fill(code, '\0');
        asked.add("recover" + (right ? "" : " wrong"));
        if (!right) {
            Arrays.fill(newPassphrase, '\0');
            throw new RefusedException("That is not the recovery code.");
        }
        passphrase = new String(newPassphrase);
        Arrays.fill(newPassphrase, '\0');
        state = new SecurityState(
                VaultState.OPEN, false, newHint, false, false, Duration.ZERO, state.policy(), "");
        tell();
    }

    @Override
    public void makeKeyFile(Path file) {
        asked.add("makeKeyFile " + file.getFileName());
        try {
            Files.write(file, new byte[64]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void policy(LockPolicy policy) {
        asked.add("policy " + policy);
        state = new SecurityState(
                state.vault(), state.screenLocked(), state.hint(), state.keyFile(), state.recovery(), Duration.ZERO, policy,
                state.trouble());
        tell();
    }

    /** {@return the calls, for a comparison at one moment} */
    public List<String> calls() {
        return new ArrayList<>(asked);
    }
}
