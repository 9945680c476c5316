package dev.tradewind.cli;

import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.marketdata.SeriesKey;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.TypeConversionException;

/** Which store a data command works on. */
final class DataOptions {

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    /** {@return the store, taken for changes} */
    DataStore change() throws StartException {
        return DataStore.change(folder.chosen());
    }

    /** {@return the store to look at, empty where nothing was ever stored} */
    Optional<DataStore> look() {
        return DataStore.look(folder.chosen());
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
                    + folder.chosen().map(path -> " in " + path).orElse("") + " yet; 'tradewind data import FILE' stores some");
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
