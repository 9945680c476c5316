package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.persistence.FolderMoment;
import dev.tradewind.persistence.FolderPiece;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Recipient;
import dev.tradewind.vault.SealedInput;
import dev.tradewind.vault.SealedOutput;
import dev.tradewind.vault.Vault;
import dev.tradewind.vault.VaultException;
import dev.tradewind.vault.VaultStore;
import dev.tradewind.vault.WrongPassphraseException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Seals backups for whoever can open the vault that is in them. That takes only the public half of a key from the vault's head,
 * so it works while the vault is sealed and nobody is asked for anything.
 */
final class VaultSeal {

    /** In the order in which a vault is looked for, should a crash have left it between two names. */
    private static final List<String> NAMES = List.of(VaultFile.NAME, VaultFile.NAME + ".next", VaultFile.NAME + ".old");

    private VaultSeal() {}

    /**
     * {@return what seals a backup of that moment, empty where there is no vault}
     *
     * @throws IOException if the vault in it cannot be read: then nobody could ever open the backup
     */
    static Optional<Seal.Closing> of(FolderMoment moment) throws IOException {
        for (String name : NAMES) {
            for (FolderPiece piece : moment.pieces()) {
                if (piece.path().equals(name)) {
                    Recipient recipient = recipient(piece);
                    return Optional.of(out -> new Sealed(out, recipient));
                }
            }
        }
        return Optional.empty();
    }

    private static Recipient recipient(FolderPiece piece) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(piece.bytes()));
        piece.read(0, bytes);
        try (Vault vault = Vault.open(new InMemory(bytes.array()), InstantSource.system())) {
            return vault.recipient();
        }
    }

    /** A vault that is only looked at. */
    private record InMemory(byte[] vault) implements VaultStore {

        @Override
        public Optional<byte[]> read() {
            return Optional.of(vault.clone());
        }

        @Override
        public void replace(byte[] another) throws IOException {
            throw new IOException("a vault that is only looked at is not changed");
        }

        @Override
        public Optional<byte[]> readTries() {
            return Optional.empty();
        }

        @Override
        public void replaceTries(byte[] tries) throws IOException {
            throw new IOException("a vault that is only looked at is not changed");
        }
    }

    /** A sealed stream that ends where it is closed, and leaves what is below it open. */
    private static final class Sealed extends FilterOutputStream {

        private final SealedOutput sealed;

        Sealed(OutputStream below, Recipient recipient) throws IOException {
            this(new SealedOutput(new Kept(below), recipient));
        }

        private Sealed(SealedOutput sealed) {
            super(sealed);
            this.sealed = sealed;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            sealed.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            try (sealed) {
                sealed.finish();
            }
        }
    }

    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * {@return what opens a backup}
     *
     * @param unlock what the user gave; its passphrase is wiped once it was used
     */
    static Seal.Opening opening(Optional<Unlock> unlock) {
        return in -> {
            if (unlock.isEmpty()) {
                throw new RefusedException(
                        "This backup is encrypted; it takes the passphrase the vault had when it was made, or its recovery code.");
            }
            try (Opening opening = factors(unlock.get())) {
                return SealedInput.open(in, opening);
            } catch (WrongPassphraseException e) {
                throw new RefusedException(e.getMessage(), e);
            }
        };
    }

    private static Opening factors(Unlock unlock) throws IOException {
        try {
            if (unlock.recoveryCode()) {
                return Opening.Recovery.of(unlock.passphrase());
            }
            if (unlock.keyFile().isEmpty()) {
                return Opening.Factors.of(unlock.passphrase());
            }
            return Opening.Factors.of(unlock.passphrase(), keyFile(unlock.keyFile().get()));
        } catch (VaultException | IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } finally {
            wipe(Optional.of(unlock));
        }
    }

    private static byte[] keyFile(Path file) {
        try {
            if (Files.size(file) > Opening.Factors.MOST_FILE_BYTES) {
                throw new RefusedException(file + " is no key file: it is longer than one");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RefusedException("The key file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void wipe(Optional<Unlock> unlock) {
        unlock.ifPresent(given -> Arrays.fill(given.passphrase(), '\0'));
    }
}
