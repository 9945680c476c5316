package dev.tradewind.app;

import dev.tradewind.app.upkeep.Diagnostics;
import dev.tradewind.persistence.StorageException;
import java.nio.file.Path;
import java.util.Optional;

/** The diagnostics of a data folder, for a command: it holds the folder as long as it is open and runs no session. */
public final class KeptDiagnostics implements AutoCloseable {

    private final DataHome home;

    private KeptDiagnostics(DataHome home) {
        this.home = home;
    }

    /**
     * Takes the folder.
     *
     * @param dataDir the data folder; the system's own place for programs' data if empty
     * @throws StartException in words: the folder is taken, cannot be made, read or written
     */
    public static KeptDiagnostics open(Optional<Path> dataDir) throws StartException {
        try {
            return new KeptDiagnostics(DataHome.open(dataDir));
        } catch (StorageException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return log, metrics and bundle} */
    public Diagnostics desk() {
        return home.diagnostics();
    }

    @Override
    public void close() {
        home.close();
    }
}
