package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of market data and what somebody knows about it. What is left out comes from the recordings this program
 * knows, or from the file itself: its decimals and its name.
 *
 * @param data   candles, trades or a recorded book
 * @param symbol the pair, {@code BTC/USD} for instance
 * @param tick   smallest price step
 * @param lot    smallest quantity step
 * @param rules  whose steps and filters hold: {@value #DEFAULT_RULES}, or an exchangeInfo file
 */
public record MarketChoice(
        Path data,
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

    /** {@return the file with nothing said about it} */
    public static MarketChoice of(Path data) {
        return new MarketChoice(data, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return the history's name for people: the file's} */
    public String name() {
        Path name = data.getFileName();
        return name == null ? data.toString() : name.toString();
    }

    /** {@return the same with its files by their whole paths} */
    MarketChoice absolute() {
        return new MarketChoice(
                data.toAbsolutePath(), symbol, tick, lot,
                rules.map(name -> name.equals(DEFAULT_RULES) ? name : Path.of(name).toAbsolutePath().toString()));
    }

    private Optional<Instrument> ruled() {
        String name = symbol.map(pair -> pair.replaceAll(SEPARATORS, "")).orElse("");
        return rules.map(given -> given.equals(DEFAULT_RULES)
                ? InstrumentRules.standard()
                : InstrumentRules.read(Path.of(given), name));
    }

    /** {@return the recording this program knows by the file's name, if it is one} */
    public Optional<SampleFile> sample() {
        Path name = data.getFileName();
        for (SampleFile sample : SampleFile.values()) {
            if (name != null && sample.fileName().equals(name.toString())) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the file.
     *
     * @throws dev.tradewind.marketdata.ImportException if it cannot be read or a line is refused
     * @throws IllegalArgumentException if tick and lot do not fit each other
     */
    public Loaded load() {
        boolean asIs = symbol.isEmpty() && tick.isEmpty() && lot.isEmpty() && rules.isEmpty();
        Optional<Instrument> known = sample().map(SampleFile::instrument);
        if (asIs) {
            return DataFiles.load(data, known.orElse(null));
        }
        Instrument inferred = known.orElseGet(() -> instrumentOf(DataFiles.load(data, null)));
        return DataFiles.load(data, over(inferred));
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
