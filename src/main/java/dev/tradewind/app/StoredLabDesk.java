package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lab over an installation's samples and a data folder. Safe on any thread. */
final class StoredLabDesk implements LabDesk {

    private final List<Path> roots;
    private final SampleShelf samples;
    private final BotPresetStore presets;
    private final Optional<Shelf> shelf;

    /** The series a data folder stores. */
    record Shelf(Path dataFolder, CandleStore store) {}

    /**
     * @param roots folders that may hold the samples, best first
     * @param shelf the series that are stored
     */
    StoredLabDesk(List<Path> roots, SampleShelf samples, BotPresetStore presets, Optional<Shelf> shelf) {
        this.roots = List.copyOf(roots);
        this.samples = samples;
        this.presets = presets;
        this.shelf = shelf;
    }

    @Override
    public List<BotType> botTypes() {
        return BotCatalog.TYPES;
    }

    @Override
    public BotPresetStore presets() {
        return presets;
    }

    @Override
    public List<History> histories() {
        List<History> histories = new ArrayList<>();
        for (SampleFile sample : SampleFile.values()) {
            Optional<Path> file = sample.find(roots);
            file.ifPresent(path -> histories.add(history(path, samples.market(sample))));
        }
        shelf.ifPresent(held -> held.store().list().forEach(series -> histories.add(history(held, series))));
        return List.copyOf(histories);
    }

    private static History history(Shelf held, StoredSeries series) {
        Optional<Timeframe> own = series.key().timeframe();
        Instrument instrument = series.instrument();
        return new History(
                MarketChoice.of(new MarketSource.Stored(series.key(), Optional.of(held.dataFolder()))),
                series.key().toString(), instrument.symbol(), instrument.venue(), instrument.quote().code(), own,
                own.isPresent() ? FillTier.T0 : FillTier.T2, series.rows(), series.firstNanos(),
                own.map(timeframe -> timeframe.closeOf(series.lastNanos())).orElse(series.lastNanos()),
                LoadedMarket.DEFAULT_FEE);
    }

    @Override
    public History history(Path file) {
        return history(file, LoadedMarket.file(file));
    }

    private static History history(Path file, LoadedMarket market) {
        HistoryFeed feed = market.feed();
        Optional<Timeframe> own = market.trades() ? Optional.empty() : Optional.of(market.timeframes().getFirst());
        long covered = own.map(Timeframe::nanos).orElse(0L);
        return new History(
                MarketChoice.of(file), market.title(), market.instrument().symbol(), market.instrument().venue(),
                market.instrument().quote().code(), own, market.tier(), feed.total(), feed.nextTimeNanos() - covered,
                market.lastNanos(), market.fee());
    }
}
