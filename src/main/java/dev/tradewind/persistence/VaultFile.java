package dev.tradewind.persistence;

import dev.tradewind.vault.VaultStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The vault as a file of the data folder. A new one is written beside it, the old one is moved aside, the new one takes
 * its place, and the old one is overwritten before it is deleted. Whatever step a crash interrupts, one of the two is
 * whole and found, and the other is swept away at the next call. Safe on any thread.
 */
public final class VaultFile implements VaultStore {

    /** The vault's file in the data folder. */
    public static final String NAME = "vault";

    /** Where wrong tries are noted, in the data folder. */
    public static final String TRIES = "vault.tries";

    private static final String NEXT = "vault.next";
    private static final String OLD = "vault.old";
    /** What a crash while {@link #NEXT} is written leaves. */
    private static final String DRAFT = NEXT + ".new";
    private static final int MOST_TRIES_BYTES = 1_024;

    private final WipingDisk disk;
    private final Path file;
    private final Path next;
    private final Path old;
    private final Path draft;
    private final Path tries;

    /** @param folder the data folder, which exists */
    public VaultFile(WipingDisk disk, Path folder) {
        this.disk = disk;
        file = folder.resolve(NAME);
        next = folder.resolve(NEXT);
        old = folder.resolve(OLD);
        draft = folder.resolve(DRAFT);
        tries = folder.resolve(TRIES);
    }

    @Override
    public synchronized Optional<byte[]> read() throws IOException {
        settle();
        if (!disk.isFile(file)) {
            return Optional.empty();
        }
        long size = disk.size(file);
        if (size > MOST_BYTES) {
            throw new IOException(file + " has " + size + " bytes; a vault has no more than " + MOST_BYTES
                    + ". It was not written by this program: restore it from a backup.");
        }
        return Optional.of(disk.read(file));
    }

    @Override
    public synchronized void replace(byte[] vault) throws IOException {
        settle();
        disk.replace(next, ByteBuffer.wrap(vault));
        if (disk.isFile(file)) {
            disk.move(file, old);
        }
        disk.move(next, file);
        wipe(old);
    }

    /** Ends what a crash interrupted. */
    private void settle() throws IOException {
        if (disk.isFile(file)) {
            wipe(next);
        } else if (disk.isFile(old)) {
            // between the two moves; the next one is whole, since it was put there at once
            disk.move(disk.isFile(next) ? next : old, file);
        } else {
            // the first one of all, and nobody was told yet that it is there
            wipe(next);
        }
        wipe(old);
        wipe(draft);
    }

    private void wipe(Path unwanted) throws IOException {
        if (disk.isFile(unwanted)) {
            disk.overwrite(unwanted);
            disk.delete(unwanted);
        }
    }

    @Override
    public synchronized Optional<byte[]> readTries() throws IOException {
        boolean there = disk.isFile(tries) && disk.size(tries) <= MOST_TRIES_BYTES;
        return there ? Optional.of(disk.read(tries)) : Optional.empty();
    }

    @Override
    public synchronized void replaceTries(byte[] noted) throws IOException {
        disk.replace(tries, ByteBuffer.wrap(noted));
    }
}
