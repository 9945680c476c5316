package dev.tradewind.app;

import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.StorageException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The stored market data of a data folder without a terminal on it: opened for changes it takes the folder, for a look
 * it does not and so works beside a terminal that runs on the folder.
 */
public final class DataStore implements AutoCloseable {

    private final Path path;
    private final CandleStore store;
    private final Runnable closing;

    private DataStore(Path path, CandleStore store, Runnable closing) {
        this.path = path;
        this.store = store;
        this.closing = closing;
    }

    /**
     * Takes the data folder, making it if it is missing.
     *
     * @param dataFolder the system's own place for programs' data if empty
     * @throws StartException in words: taken by another process, not writable, damaged
     */
    public static DataStore change(Optional<Path> dataFolder) throws StartException {
        Path path = dataFolder.map(Path::toAbsolutePath).orElseGet(DataHome::usual);
        try {
            DataFolder folder = DataFolder.open(path);
            try {
                Database database = FolderDatabase.ofTaken(folder.path());
                return new DataStore(path, database.candles(), () -> {
                    database.close();
                    folder.close();
                });
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (StorageException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Opens it to be looked at.
     *
     * @param dataFolder the system's own place for programs' data if empty
     * @return empty where nothing was ever stored
     * @throws dev.tradewind.marketdata.StoreException if it cannot be read
     */
    public static Optional<DataStore> look(Optional<Path> dataFolder) {
        Path path = dataFolder.map(Path::toAbsolutePath).orElseGet(DataHome::usual);
        return Database.reading(path).map(store -> new DataStore(path, store, () -> {}));
    }

    /** {@return the data folder} */
    public Path path() {
        return path;
    }

    /** {@return the store itself; usable until this is closed} */
    CandleStore candles() {
        return store;
    }

    /** {@return the desk over it; usable until this is closed} */
    public StoreDesk desk() {
        return new StoreDesk(store, TrailFile.each(path));
    }

    /** Lets others in. */
    @Override
    public void close() {
        closing.run();
    }
}
