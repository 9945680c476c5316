package dev.tradewind.vault;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Bytes nobody else may see. They stand outside the heap, where no garbage collector copies them about and no heap dump
 * finds them, and are overwritten by {@link #close()}. Whoever needs them as an array is lent one that is wiped when he
 * returns. Safe on any thread.
 */
public final class Secret implements AutoCloseable {

    private static final int MOST_CHARACTERS = 1_024;

    private final MemorySegment bytes;
    private boolean wiped;

    private Secret(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** What is done with the bytes while they are lent. */
    @FunctionalInterface
    public interface Use<T, E extends Exception> {
        /** {@return what comes of it; must hold neither the array nor a copy of it} */
        T with(byte[] bytes) throws E;
    }

    /** {@return a secret of these bytes; the array is wiped} */
    public static Secret of(byte[] bytes) {
        try {
            return copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * {@return a secret of these characters' codes, one byte each, as keys are written; the array is wiped}
     *
     * @throws IllegalArgumentException if one of them is not ASCII; the message does not name it
     */
    public static Secret ofAscii(char[] text) {
        byte[] bytes = new byte[text.length];
        try {
            for (int i = 0; i < text.length; i++) {
                if (text[i] > 0x7f) {
                    throw new IllegalArgumentException("character " + (i + 1) + " is none that keys are written with");
                }
                bytes[i] = (byte) text[i];
            }
            return copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text, '\0');
        }
    }

    /**
     * {@return a passphrase as the vault takes it: in Unicode's normal form KC, as UTF-8; the array is wiped}
     *
     * <p>One passphrase can be typed as different characters: a keyboard gives "é" as one code point or as "e" and an
     * accent, an input method gives full-width letters, depending on the system. All of these spell the same words to
     * the user, so all of them open the vault.
     *
     * @throws IllegalArgumentException if there is nothing in it, or more than 1,024 characters
     */
    public static Secret ofPassphrase(char[] passphrase) {
        try {
            if (passphrase.length < 1 || passphrase.length > MOST_CHARACTERS) {
                throw new IllegalArgumentException("a passphrase of " + passphrase.length
                        + " characters; it takes 1 to " + MOST_CHARACTERS);
            }
            return of(PassphraseText.utf8(passphrase));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    static Secret copyOf(byte[] bytes) {
        MemorySegment segment = Arena.ofAuto().allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return new Secret(segment);
    }

    static Secret random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** {@return how many bytes it has; known also when it is wiped} */
    public int length() {
        return (int) bytes.byteSize();
    }

    /**
     * Lends a copy, which is wiped when {@code use} returns or throws.
     *
     * @throws VaultSealedException if this has been wiped
     */
    public <T, E extends Exception> T lend(Use<T, E> use) throws E {
        byte[] lent = new byte[length()];
        try {
            copyTo(lent);
            return use.with(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    private synchronized void copyTo(byte[] target) {
        if (wiped) {
            throw new VaultSealedException("this secret has been wiped from memory; unlock the vault again");
        }
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, target, 0, target.length);
    }

    Secret copy() {
        return lend(Secret::copyOf);
    }

    /** {@return whether it has been overwritten} */
    public synchronized boolean isWiped() {
        return wiped;
    }

    /** Overwrites the bytes; nothing happens the second time. */
    @Override
    public synchronized void close() {
        bytes.fill((byte) 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
