package dev.tradewind.app.custody;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.vault.Opening.Factors;
import dev.tradewind.vault.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Passphrases together with key files. Bytes pass through buffers outside the heap, which are wiped. */
final class KeyFiles {

    private KeyFiles() {}

    /**
     * {@return what opens the vault; the passphrase is wiped}
     *
     * @throws RefusedException if the passphrase is none, or the key file cannot be read
     */
    static Factors factors(char[] passphrase, Optional<Path> keyFile) {
        try {
            return keyFile.isEmpty() ? Factors.of(passphrase) : Factors.of(passphrase, read(keyFile.get()));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(sentence(e.getMessage()), e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static byte[] read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (!Files.isRegularFile(file) || size < Factors.LEAST_FILE_BYTES || size > Factors.MOST_FILE_BYTES) {
                throw new RefusedException("The key file " + file + " has " + size + " bytes; one has "
                        + Factors.LEAST_FILE_BYTES + " to " + Factors.MOST_FILE_BYTES + ".");
            }
            ByteBuffer buffer = ByteBuffer.allocateDirect((int) size);
            try {
                int read = 0;
                while (buffer.hasRemaining() && read >= 0) {
                    read = channel.read(buffer);
                }
                byte[] bytes = new byte[buffer.flip().remaining()];
                buffer.get(bytes);
                return bytes;
            } finally {
                wipe(buffer);
            }
        } catch (NoSuchFileException e) {
            throw new RefusedException("There is no key file " + file + ".", e);
        } catch (IOException e) {
            throw new RefusedException("The key file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Writes a new key file, for its owner alone. */
    static void make(Path file) {
        try (Secret secret = Factors.newKeyFile();
                FileChannel channel = FileChannel.open(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(secret.length());
            try {
                secret.lend(buffer::put);
                buffer.flip();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            } finally {
                wipe(buffer);
            }
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(
                    file + " is there already, and a key file is never overwritten: what it opens would be lost. Choose"
                            + " another name.",
                    e);
        } catch (NoSuchFileException e) {
            throw new RefusedException("There is no folder to make the key file " + file + " in.", e);
        } catch (IOException e) {
            throw new RefusedException("The key file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }
}
