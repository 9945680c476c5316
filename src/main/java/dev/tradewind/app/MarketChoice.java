package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.TradeImport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Market data and what somebody knows about it. What is left out comes from the recordings this program knows, from the
 * store, or from the file itself: its decimals and its name.
 *
 * @param source a file of candles, trades or a recorded book, or a stored series
 * @param symbol the pair, {@code BTC/USD} for instance
 * @param tick   smallest price step
 * @param lot    smallest quantity step
 * @param rules  whose steps and filters hold: {@value #DEFAULT_RULES}, or an exchangeInfo file
 */
public record MarketChoice(
        MarketSource source,
        Optional<String> symbol,
        Optional<BigDecimal> tick,
        Optional<BigDecimal> lot,
        Optional<String> rules) {

    /** Names the rules of {@link InstrumentRules#standard}. */
    public static final String DEFAULT_RULES = "default";

    private static final String SEPARATORS = "[/_:-]";

    public MarketChoice {
        requirePositive("tick", tick);
        requirePositive("lot", lot);
    }

    private static void requirePositive(String what, Optional<BigDecimal> step) {
        if (step.isPresent() && step.get().signum() <= 0) {
            throw new IllegalArgumentException(what + " " + step.get().toPlainString() + " must be above 0");
        }
    }

    /** A file and what is known about it. */
    public MarketChoice(
            Path data,
            Optional<String> symbol,
            Optional<BigDecimal> tick,
            Optional<BigDecimal> lot,
            Optional<String> rules) {
        this(MarketSource.of(data), symbol, tick, lot, rules);
    }

    /** {@return the file with nothing said about it} */
    public static MarketChoice of(Path data) {
        return of(MarketSource.of(data));
    }

    /** {@return a file or a stored series with nothing said about it} */
    public static MarketChoice of(MarketSource source) {
        return new MarketChoice(source, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return the history's name for people: the file's, or the stored series'} */
    public String name() {
        return source.name();
    }

    /** {@return the same with its files by their whole paths} */
    MarketChoice absolute() {
        return new MarketChoice(
                source.absolute(), symbol, tick, lot,
                rules.map(name -> name.equals(DEFAULT_RULES) ? name : Path.of(name).toAbsolutePath().toString()));
    }

    /** {@return the same with stored series looked for in that data folder; files stay as they are} */
    public MarketChoice in(Optional<Path> dataFolder) {
        return new MarketChoice(source.in(dataFolder), symbol, tick, lot, rules);
    }

    private Optional<Instrument> ruled() {
        String name = symbol.map(pair -> pair.replaceAll(SEPARATORS, "")).orElse("");
        return rules.map(given -> given.equals(DEFAULT_RULES)
                ? InstrumentRules.standard()
                : InstrumentRules.read(Path.of(given), name));
    }

    /** {@return the recording this program knows by the file's name, if it is one} */
    public Optional<SampleFile> sample() {
        for (SampleFile sample : SampleFile.values()) {
            if (sample.fileName().equals(source.name())) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the file or the stored series. Of a stored series the steps stay as they are stored.
     *
     * @throws dev.tradewind.marketdata.ImportException if it cannot be read or a line is refused
     * @throws dev.tradewind.marketdata.StoreException  if the store cannot be read
     * @throws IllegalArgumentException if tick and lot do not fit each other, or the series is not stored, naming what
     *     is
     */
    public Loaded load() {
        return switch (source) {
            case MarketSource.InFile file -> load(file.path());
            case MarketSource.Stored stored -> stored(StoredMarket.load(stored));
        };
    }

    private Loaded load(Path data) {
        boolean asIs = symbol.isEmpty() && tick.isEmpty() && lot.isEmpty() && rules.isEmpty();
        Optional<Instrument> known = sample().map(SampleFile::instrument);
        if (asIs) {
            return DataFiles.load(data, known.orElse(null));
        }
        Instrument inferred = known.orElseGet(() -> instrumentOf(DataFiles.load(data, null)));
        return DataFiles.load(data, over(inferred));
    }

    /** What is said about a stored series takes the place of what the store knows, all but its steps. */
    private Loaded stored(Loaded read) {
        Instrument held = instrumentOf(read);
        if (tick.isPresent() && tick.get().compareTo(held.tickSize()) != 0
                || lot.isPresent() && lot.get().compareTo(held.lotSize()) != 0) {
            throw new IllegalArgumentException(source + " is stored with tick " + held.tickSize().toPlainString()
                    + " and lot " + held.lotSize().toPlainString() + "; leave --tick and --lot out");
        }
        if (symbol.isEmpty() && rules.isEmpty()) {
            return read;
        }
        Instrument told = over(held);
        Instrument named = new Instrument(
                told.symbol(), told.venue(), told.base(), told.quote(), held.tickSize(), held.lotSize(),
                told.filters());
        return switch (read) {
            case Candles(CandleImport c) ->
                new Candles(new CandleImport(named, c.candles(), c.checksum(), c.summary()));
            case Trades(TradeImport t) -> new Trades(new TradeImport(named, t.trades(), t.checksum(), t.summary()));
            case Book book -> book;
        };
    }

    private static Instrument instrumentOf(Loaded loaded) {
        return switch (loaded) {
            case Candles candles -> candles.content().instrument();
            case Trades trades -> trades.content().instrument();
            case Book book -> book.content().instrument();
        };
    }

    private Instrument over(Instrument inferred) {
        Instrument steps = ruled().orElse(inferred);
        InstrumentFilters filters = tick.isPresent() || lot.isPresent() ? InstrumentFilters.NONE : steps.filters();
        String[] pair = symbol.map(text -> text.split(SEPARATORS)).orElse(new String[0]);
        boolean named = pair.length == 2 && !pair[0].isBlank() && !pair[1].isBlank();
        return new Instrument(
                symbol.orElse(inferred.symbol()),
                inferred.venue(),
                named ? new Asset(pair[0], inferred.base().scale()) : inferred.base(),
                named ? new Asset(pair[1], inferred.quote().scale()) : inferred.quote(),
                tick.orElse(steps.tickSize()),
                lot.orElse(steps.lotSize()),
                filters);
    }
}
