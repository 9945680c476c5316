package dev.tradewind.vault;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store in memory, which fails when it is told to. */
final class MemoryStore implements VaultStore {

    byte @Nullable [] vault;
    byte @Nullable [] tries;
    boolean fails;
    boolean failsAfterwards;

    @Override
    public Optional<byte[]> read() {
        return Optional.ofNullable(vault).map(byte[]::clone);
    }

    @Override
    public void replace(byte[] next) throws IOException {
        if (fails) {
            throw new IOException("No space left on device");
        }
        vault = next.clone();
        if (failsAfterwards) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public Optional<byte[]> readTries() {
        return Optional.ofNullable(tries).map(byte[]::clone);
    }

    @Override
    public void replaceTries(byte[] noted) throws IOException {
        if (fails) {
            throw new IOException("No space left on device");
        }
        tries = noted.clone();
    }
}
