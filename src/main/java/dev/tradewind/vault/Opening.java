package dev.tradewind.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** What opens a vault, or a stream sealed for it. Whoever made one closes it, which wipes it. */
public sealed interface Opening extends AutoCloseable {

    @Override
    void close();

    /**
     * What the user knows and, if he chose so, has.
     *
     * @param passphrase made by {@link Secret#ofPassphrase}
     * @param keyFile    all bytes of the key file, 32 to 65,536 of them; ignored where the vault asks for none
     */
    record Factors(Secret passphrase, Optional<Secret> keyFile) implements Opening {

        /** The fewest bytes of a key file. */
        public static final int LEAST_FILE_BYTES = 32;

        /** The most bytes of a key file. */
        public static final int MOST_FILE_BYTES = 65_536;

        public Factors {
            keyFile.map(Secret::length).ifPresent(Factors::checkFile);
        }

        private static void checkFile(int size) {
            if (size < LEAST_FILE_BYTES || size > MOST_FILE_BYTES) {
                throw new IllegalArgumentException("a key file of " + size + " bytes; it takes " + LEAST_FILE_BYTES
                        + " to " + MOST_FILE_BYTES);
            }
        }

        /** {@return a passphrase alone; the array is wiped} */
        public static Factors of(char[] passphrase) {
            return new Factors(Secret.ofPassphrase(passphrase), Optional.empty());
        }

        /** {@return a passphrase and a key file; both arrays are wiped} */
        public static Factors of(char[] passphrase, byte[] keyFile) {
            try {
                checkFile(keyFile.length);
                return new Factors(Secret.ofPassphrase(passphrase), Optional.of(Secret.of(keyFile)));
            } finally {
                Arrays.fill(passphrase, '\0');
                Arrays.fill(keyFile, (byte) 0);
            }
        }

        /** {@return the bytes of a new key file: 64 random ones} */
        public static Secret newKeyFile() {
            return Secret.random(new SecureRandom(), 2 * LEAST_FILE_BYTES);
        }

        /** {@return the passphrase alone, which is the same secret and not a copy} */
        Factors withoutFile() {
            return new Factors(passphrase, Optional.empty());
        }

        @Override
        public void close() {
            passphrase.close();
            keyFile.ifPresent(Secret::close);
        }

        @Override
        public String toString() {
            return "Factors[redacted]";
        }
    }

    /** A recovery code as typed, in place of passphrase and key file. */
    record Recovery(Secret code) implements Opening {

        /**
         * {@return a recovery code; the array is wiped}
         *
         * @param typed groups in any case, with or without hyphens and spaces between
         * @throws VaultRefusedException if it is none; the message says which group has a typing error
         */
        public static Recovery of(char[] typed) throws VaultRefusedException {
            return new Recovery(RecoveryCode.read(typed));
        }

        @Override
        public void close() {
            code.close();
        }

        @Override
        public String toString() {
            return "Recovery[redacted]";
        }
    }
}
