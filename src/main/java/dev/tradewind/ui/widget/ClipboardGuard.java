package dev.tradewind.ui.widget;

import dev.tradewind.ui.fx.Ticker;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * Brings secrets over the system's clipboard and takes care that none stays there: {@link #HELD} after a paste or a copy the
 * clipboard is emptied, if it still holds the same. What it held is known by a salted digest only. JavaFX thread only.
 *
 * <p>What remains: the clipboard hands out a {@code String}, which is dropped at once but lies in memory until it is collected.
 */
public final class ClipboardGuard {

    /** How long a secret stays. */
    public static final Duration HELD = Duration.ofSeconds(30);

    private final byte[] salt = new byte[32];
    private byte @Nullable [] digest;
    private @Nullable Ticker timer;

    /** {@return the clipboard's text, empty if it has none; the caller wipes it} */
    public char[] paste() {
        String text = Clipboard.getSystemClipboard().getString();
        char[] pasted = text == null ? new char[0] : text.toCharArray();
        if (pasted.length > 0) {
            watch(pasted);
        }
        return pasted;
    }

    /** Puts a secret on the clipboard and wipes the array. */
    public void copy(char[] secret) {
        ClipboardContent content = new ClipboardContent();
        content.putString(new String(secret));
        Clipboard.getSystemClipboard().setContent(content);
        watch(secret);
        Arrays.fill(secret, '\0');
    }

    private void watch(char[] secret) {
        if (timer != null) {
            timer.close();
        }
        new SecureRandom().nextBytes(salt);
        digest = digest(secret);
        timer = Ticker.after("clipboard-guard", HELD, this::expire);
    }

    /** Empties the clipboard now, if it still holds what came from here. */
    public void expire() {
        byte[] known = digest;
        if (timer != null) {
            timer.close();
            timer = null;
        }
        if (known == null) {
            return;
        }
        String text = Clipboard.getSystemClipboard().getString();
        char[] now = text == null ? new char[0] : text.toCharArray();
        if (MessageDigest.isEqual(known, digest(now))) {
            Clipboard.getSystemClipboard().clear();
        }
        Arrays.fill(now, '\0');
        digest = null;
    }

    private byte[] digest(char[] text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            for (char one : text) {
                sha.update((byte) (one >> 8));
                sha.update((byte) one);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
