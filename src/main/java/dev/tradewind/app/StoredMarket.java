package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.app.MarketSource.Stored;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads series of a data folder without taking it, so that it works beside a terminal that runs on the folder: nothing
 * is written, and what the terminal stores meanwhile is not seen half done.
 */
final class StoredMarket {

    private StoredMarket() {}

    /**
     * Reads a series, or one that can be built from a finer one.
     *
     * @throws dev.tradewind.marketdata.StoreException if the store cannot be read
     * @throws IllegalArgumentException if nothing held can make it, naming what is held
     */
    static Loaded load(Stored stored) {
        Path folder = stored.dataFolder().orElseGet(DataHome::usual);
        Optional<CandleStore> store = Database.reading(folder);
        if (store.isEmpty()) {
            throw new IllegalArgumentException("there is no stored series " + stored.key() + ": " + folder
                    + " holds none; 'tradewind data import' stores some, and --data-dir names another folder");
        }
        SeriesKey key = stored.key();
        return key.timeframe().isPresent()
                ? new Candles(store.get().candles(key, Long.MIN_VALUE, Long.MAX_VALUE))
                : new Trades(store.get().trades(key, Long.MIN_VALUE, Long.MAX_VALUE));
    }
}
