package dev.tradewind.app;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BookFeed;
import dev.tradewind.marketdata.BookImport;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.FundingColumns;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.MarkColumns;
import dev.tradewind.marketdata.PerpetualFeed;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeFeed;
import dev.tradewind.marketdata.TradeImport;
import dev.tradewind.persistence.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A market's history, ready to be played: candles and trades in memory, a recorded book from its file. Immutable; each {@link #feed()} is a new player.
 */
public final class LoadedMarket {

    /** Fee paper trading starts with where the data's venue is not known. */
    public static final FeeRate DEFAULT_FEE = new FeeRate(100_000);

    private static final String STORED = "series";

    /** Stands between a series' name, which never holds it, and its data folder. */
    private static final String FOLDER = "@";

    private static final List<Timeframe> SHOWN =
            List.of(Timeframe.S1, Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1);

    private final Instrument instrument;
    private final FeeRate fee;
    private final String source;
    private final String title;
    private final FillTier tier;
    private final List<Timeframe> timeframes;
    private final long checksum;
    private final Supplier<HistoryFeed> feeds;
    private final int dropped;
    private final long lastNanos;

    private LoadedMarket(
            Instrument instrument,
            FeeRate fee,
            String source,
            String title,
            FillTier tier,
            List<Timeframe> timeframes,
            long checksum,
            int dropped,
            long lastNanos,
            Supplier<HistoryFeed> feeds) {
        this.instrument = instrument;
        this.fee = fee;
        this.source = source;
        this.title = title;
        this.tier = tier;
        this.timeframes = timeframes;
        this.checksum = checksum;
        this.dropped = dropped;
        this.lastNanos = lastNanos;
        this.feeds = feeds;
    }

    /**
     * Loads what a start choice names.
     *
     * @param roots folders that may hold {@code sample-data}
     * @throws ImportException if a file is missing, unreadable or malformed
     */
    public static LoadedMarket load(StartChoice.Data data, List<Path> roots) {
        return switch (data) {
            case StartChoice.Sample sample -> sample(SampleFile.ofId(sample.id()), roots);
            case StartChoice.CsvFile file -> file(file.path());
        };
    }

    /**
     * Loads what {@link #source()} once named.
     *
     * @throws ImportException if it is missing, unreadable or malformed
     */
    public static LoadedMarket ofSource(String source, List<Path> roots) {
        int colon = source.indexOf(':');
        String kind = colon < 0 ? "" : source.substring(0, colon);
        String name = source.substring(colon + 1);
        return switch (kind) {
            case "sample" -> sample(SampleFile.ofId(name), roots);
            case "file" -> file(Path.of(name));
            case STORED -> stored(storedSource(name));
            default -> throw new ImportException(source, 0, "is neither a sample, a file nor a stored series");
        };
    }

    /**
     * As above; a stored series whose data folder is not there any more is looked for in another, as in one that was
     * restored from a backup.
     */
    static LoadedMarket ofSource(String source, List<Path> roots, Path otherFolder) {
        if (source.startsWith(STORED + ":")) {
            MarketSource.Stored named = storedSource(source.substring(STORED.length() + 1));
            boolean there = named.dataFolder().filter(folder -> Files.exists(folder.resolve(Database.FILE))).isPresent();
            if (!there) {
                return stored(new MarketSource.Stored(named.key(), Optional.of(otherFolder)));
            }
        }
        return ofSource(source, roots);
    }

    /**
     * Loads a file or a stored series.
     *
     * @throws ImportException if a file is missing, unreadable or malformed, or the series is not stored, naming what is
     */
    public static LoadedMarket of(MarketSource source) {
        return switch (source) {
            case MarketSource.InFile file -> file(file.path());
            case MarketSource.Stored series -> stored(series);
        };
    }

    /** The folder belongs to the source: a session may lie in another one than its market. */
    private static LoadedMarket stored(MarketSource.Stored series) {
        Path folder = series.dataFolder().orElseGet(DataHome::usual).toAbsolutePath();
        String name = series.key().toString();
        try {
            return loaded(StoredMarket.load(series), STORED + ":" + name + FOLDER + folder, name);
        } catch (IllegalArgumentException | StoreException e) {
            throw new ImportException(name, 0, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static MarketSource.Stored storedSource(String name) {
        int at = name.indexOf(FOLDER);
        if (at < 0) {
            throw new ImportException(name, 0, "names no data folder");
        }
        return new MarketSource.Stored(
                SeriesKey.parse(name.substring(0, at)), Optional.of(Path.of(name.substring(at + FOLDER.length()))));
    }

    private static LoadedMarket sample(SampleFile sample, List<Path> roots) {
        Optional<Path> path = sample.find(roots);
        if (path.isEmpty()) {
            throw new ImportException(
                    SampleFile.FOLDER + "/" + sample.fileName(), 0, "the sample is missing from this installation");
        }
        String source = "sample:" + sample.id();
        return sample.trades()
                ? ofTrades(DataFiles.trades(path.get(), sample.instrument()), sample.fee(), source, sample.title())
                : ofCandles(DataFiles.candles(path.get(), sample.instrument()), sample.fee(), source, sample.title());
    }

    /**
     * Loads a CSV file; a file that is one of the samples is loaded as that sample.
     *
     * @throws ImportException if it is missing, unreadable or malformed
     */
    public static LoadedMarket file(Path path) {
        for (SampleFile sample : SampleFile.values()) {
            if (path.endsWith(Path.of(SampleFile.FOLDER, sample.fileName())) && Files.isRegularFile(path)) {
                Path root = path.toAbsolutePath().getParent().getParent();
                return sample(sample, List.of(root));
            }
        }
        String source = "file:" + path.toAbsolutePath();
        String title = path.getFileName().toString();
        return loaded(DataFiles.load(path, null), source, title);
    }

    private static LoadedMarket loaded(DataFiles.Loaded read, String source, String title) {
        return switch (read) {
            case DataFiles.Candles candles -> ofCandles(candles.content(), DEFAULT_FEE, source, title);
            case DataFiles.Trades content -> ofTrades(content.content(), DEFAULT_FEE, source, title);
            case DataFiles.Book content -> ofBook(content.content(), DEFAULT_FEE, source, title);
        };
    }

    private static LoadedMarket ofTrades(TradeImport read, FeeRate fee, String source, String title) {
        TradeColumns columns = read.trades();
        return new LoadedMarket(
                read.instrument(),
                fee,
                source,
                title,
                FillTier.T2,
                SHOWN,
                read.checksum(),
                read.summary().withoutQuantity(),
                last(new TradeFeed(0, columns)),
                () -> new TradeFeed(0, columns));
    }

    private static LoadedMarket ofBook(BookImport read, FeeRate fee, String source, String title) {
        return new LoadedMarket(
                read.instrument(),
                fee,
                source,
                title,
                FillTier.T3,
                SHOWN,
                read.checksum(),
                0,
                read.summary().lastNanos(),
                () -> new BookFeed(read));
    }

    /**
     * {@return this market as a perpetual, its mark prices and funding played among its history}
     *
     * @throws ImportException if a file is missing, unreadable or malformed
     */
    public LoadedMarket as(PerpetualChoice perpetual) {
        return as(perpetual, perpetual.over(instrument));
    }

    /** As above, where the perpetual's terms are known already. */
    LoadedMarket as(PerpetualChoice perpetual, Instrument traded) {
        MarkColumns marks = perpetual.marks(traded);
        FundingColumns funding = perpetual.boundaries();
        long covered = trades() ? 0 : timeframes.getFirst().nanos();
        long from = feed().nextTimeNanos() - covered;
        return new LoadedMarket(
                traded,
                fee,
                source,
                title,
                tier,
                timeframes,
                SeriesChecksum.add(checksum, marks, funding),
                dropped,
                lastNanos,
                () -> new PerpetualFeed(0, feeds.get(), covered, marks, funding, from, lastNanos));
    }

    private static long last(HistoryFeed feed) {
        feed.seek(feed.total() - 1);
        return feed.nextTimeNanos();
    }

    private static LoadedMarket ofCandles(CandleImport read, FeeRate fee, String source, String title) {
        CandleColumns columns = read.candles();
        Timeframe own = columns.timeframe();
        List<Timeframe> shown = new ArrayList<>();
        shown.add(own);
        for (Timeframe timeframe : SHOWN) {
            if (timeframe.nanos() > own.nanos() && timeframe.nanos() % own.nanos() == 0 && own != Timeframe.MN1) {
                shown.add(timeframe);
            }
        }
        return new LoadedMarket(
                read.instrument(),
                fee,
                source,
                title,
                FillTier.T0,
                List.copyOf(shown),
                read.checksum(),
                0,
                last(new CandleFeed(0, columns)),
                () -> new CandleFeed(0, columns));
    }

    /** {@return what it is of} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return the fee paper trading starts with} */
    public FeeRate fee() {
        return fee;
    }

    /** {@return where it came from, as {@link #ofSource} takes it} */
    public String source() {
        return source;
    }

    /** {@return what it is, for people} */
    public String title() {
        return title;
    }

    /** {@return whether it holds single trades (candles otherwise)} */
    public boolean trades() {
        return tier != FillTier.T0;
    }

    /** {@return how closely simulated fills follow it} */
    public FillTier tier() {
        return tier;
    }

    /** {@return the candles a screen can show of it, finest first} */
    public List<Timeframe> timeframes() {
        return timeframes;
    }

    /** {@return the checksum of the series} */
    public long checksum() {
        return checksum;
    }

    /** {@return rows left out because they had no quantity} */
    public int dropped() {
        return dropped;
    }

    /** {@return when its last event happens} */
    public long lastNanos() {
        return lastNanos;
    }

    /** {@return a new player from the beginning} */
    public HistoryFeed feed() {
        return feeds.get();
    }
}
