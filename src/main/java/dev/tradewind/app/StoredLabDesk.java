package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.HistoryFeed;
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

    /** @param roots folders that may hold the samples, best first */
    StoredLabDesk(List<Path> roots, SampleShelf samples, BotPresetStore presets) {
        this.roots = List.copyOf(roots);
        this.samples = samples;
        this.presets = presets;
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
        return List.copyOf(histories);
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
