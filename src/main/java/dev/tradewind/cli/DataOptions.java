package dev.tradewind.cli;

import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.marketdata.SeriesKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which store a data command works on. */
final class DataOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where series are stored; default is the system's own place for programs' data.")
    private @Nullable Path dataDir;

    /** {@return the store, taken for changes} */
    DataStore change() throws StartException {
        return DataStore.change(Optional.ofNullable(dataDir));
    }

    /** {@return the store to look at, empty where nothing was ever stored} */
    Optional<DataStore> look() {
        return DataStore.look(Optional.ofNullable(dataDir));
    }

    /**
     * {@return the store to look at}
     *
     * @throws StartException if nothing was ever stored
     */
    DataStore held() throws StartException {
        Optional<DataStore> store = look();
        if (store.isEmpty()) {
            throw new StartException("nothing is stored"
                    + (dataDir == null ? "" : " in " + dataDir) + " yet; 'tradewind data import FILE' stores some");
        }
        return store.get();
    }

    /** Reads a series' name. */
    static final class Key implements ITypeConverter<SeriesKey> {

        @Override
        public SeriesKey convert(String text) {
            try {
                return SeriesKey.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
