package dev.tradewind.app.custody;

import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.vault.Secret;
import dev.tradewind.vault.Signer;
import dev.tradewind.vault.VaultRefusedException;
import dev.tradewind.vault.VaultSealedException;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A pasted key before it is sealed: it signs to be tried, and is wiped unless the vault takes it. */
final class WaitingKey implements Credentials, AutoCloseable {

    private static final int LONGEST = 4_096;
    private static final int HINT_CHARACTERS = 4;

    private final String exchange;
    private final AccountKind kind;
    private final KeyScheme scheme;
    private final Secret apiKey;
    private final Signer signer;
    private final boolean lentPair;

    private WaitingKey(
            String exchange, AccountKind kind, KeyScheme scheme, Secret apiKey, Signer signer, boolean lentPair) {
        this.exchange = exchange;
        this.kind = kind;
        this.scheme = scheme;
        this.apiKey = apiKey;
        this.signer = signer;
        this.lentPair = lentPair;
    }

    /**
     * {@return a key as pasted, whose arrays are wiped}
     *
     * @param pair what signs, where a pair made here does; it stays whose it is
     * @throws RefusedException if what was pasted is no key
     */
    static WaitingKey of(NewKey pasted, Optional<Signer> pair) {
        Secret apiKey = ascii(pasted.apiKey(), "API key");
        try {
            Signer signer = pair.isPresent() ? pair.get() : signer(pasted);
            return new WaitingKey(
                    pasted.exchange(), pasted.kind(), pasted.scheme(), apiKey, signer, pair.isPresent());
        } catch (RuntimeException e) {
            apiKey.close();
            throw e;
        }
    }

    private static Signer signer(NewKey pasted) {
        return switch (pasted.scheme()) {
            case HMAC_SHA256 -> Signer.of(Signer.Scheme.HMAC_SHA256, ascii(pasted.secret(), "secret"));
            case ED25519 -> Signer.of(Signer.Scheme.ED25519, seed(pasted.secret()));
        };
    }

    private static Secret seed(char[] pem) {
        try {
            return Signer.seedOfPem(pem);
        } catch (VaultRefusedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** White space around a pasted key is none of it. */
    private static Secret ascii(char[] pasted, String what) {
        int from = 0;
        int to = pasted.length;
        while (from < to && Character.isWhitespace(pasted[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(pasted[to - 1])) {
            to--;
        }
        char[] key = Arrays.copyOfRange(pasted, from, to);
        Arrays.fill(pasted, '\0');
        for (char each : key) {
            if (each <= ' ' || each > '~') {
                Arrays.fill(key, '\0');
                throw new RefusedException("The " + what + " has a character in it that keys are not written with; copy it"
                        + " again, whole and alone.");
            }
        }
        if (key.length == 0 || key.length > LONGEST) {
            int length = key.length;
            Arrays.fill(key, '\0');
            throw new RefusedException(length == 0
                    ? "The " + what + " is missing."
                    : "The " + what + " has " + length + " characters; none is longer than " + LONGEST + ".");
        }
        return Secret.ofAscii(key);
    }

    String exchange() {
        return exchange;
    }

    AccountKind kind() {
        return kind;
    }

    Signer signer() {
        return signer;
    }

    Secret secretApiKey() {
        return apiKey;
    }

    /** {@return the last characters of the public half; empty where they would be much of it} */
    String hint() {
        return apiKey.lend(bytes -> bytes.length < 4 * HINT_CHARACTERS
                ? ""
                : new String(bytes, bytes.length - HINT_CHARACTERS, HINT_CHARACTERS, StandardCharsets.US_ASCII));
    }

    @Override
    public KeyScheme scheme() {
        return scheme;
    }

    @Override
    public byte[] apiKey() {
        try {
            return apiKey.lend(bytes -> bytes.clone());
        } catch (VaultSealedException e) {
            throw new KeysSealedException("The key was withdrawn while it was being tried.");
        }
    }

    @Override
    public byte[] sign(byte[] payload) {
        try {
            return signer.sign(payload);
        } catch (VaultSealedException e) {
            throw new KeysSealedException("The key was withdrawn while it was being tried.");
        }
    }

    @Override
    public void close() {
        apiKey.close();
        if (!lentPair) {
            signer.close();
        }
    }

    @Override
    public String toString() {
        return "WaitingKey[" + exchange + " " + kind + " " + scheme + ", redacted]";
    }
}
