package dev.tradewind.app;

import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.SeriesSteps;
import dev.tradewind.marketdata.StepScan;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts files into the store. A file is read whole before anything of it is stored. */
final class FileImport {

    /** Storing a row takes about as long as reading it twice. */
    private static final int PUT_WEIGHT = 2;

    private static final String OFF_TICK = "is no multiple of the tick";

    private final CandleStore store;
    private final List<Path> files;
    private final ImportRequest choice;
    private final Optional<DataFormat> format;
    private final Map<String, StepScan> scans = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();

    FileImport(CandleStore store, ImportRequest choice) {
        this.store = store;
        this.files = choice.files();
        this.choice = choice;
        this.format = choice.format().map(DataFormat::ofId);
    }

    /** One series of a file and what it becomes. */
    private record Planned(SeriesParts series, String venue, String symbol, Optional<Timeframe> timeframe) {

        private String pair() {
            return venue + ":" + symbol;
        }

        private SeriesKey key(Loaded read) {
            return switch (read) {
                case Candles candles ->
                    SeriesKey.candles(venue, symbol, candles.content().candles().timeframe());
                case Trades trades -> SeriesKey.trades(venue, symbol);
                case Book book -> throw new IllegalStateException("a book is never planned");
            };
        }
    }

    /** A series that was read and waits to be stored. */
    private record Ready(Planned planned, SeriesParts.Read read) {}

    /**
     * Imports every file, one after the other.
     *
     * @param each hears of a series once it is stored
     */
    List<ImportReceipt> run(Progress progress, Consumer<ImportReceipt> each) {
        List<List<Planned>> plans = new ArrayList<>();
        long work = 0;
        for (Path path : files) {
            try (DataParts file = DataParts.open(path)) {
                List<Planned> planned = plan(path, file);
                plans.add(planned);
                for (Planned one : planned) {
                    boolean known = knownInstrument(one).isPresent();
                    work += one.series().bytes() * ((known ? 1 : 2) + PUT_WEIGHT);
                }
            }
        }
        WorkMeter meter = new WorkMeter(work, progress);
        for (int i = 0; i < files.size(); i++) {
            scan(files.get(i), plans.get(i), meter);
        }
        List<ImportReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            receipts.addAll(store(files.get(i), plans.get(i), meter, each));
        }
        return List.copyOf(receipts);
    }

    private List<Planned> plan(Path path, DataParts file) {
        List<SeriesParts> all = SeriesParts.of(file, format, choice.repair());
        Optional<SeriesKey> as = choice.as();
        if (as.isPresent()) {
            SeriesParts one = all.size() == 1 ? all.getFirst() : chosen(path, all, as.get());
            if (as.get().timeframe().isPresent() == one.format().trades()) {
                throw new IllegalArgumentException("--as " + as.get() + " names "
                        + (one.format().trades() ? "candles, but " + path + " holds trades" : "trades, but " + path
                                + " holds candles"));
            }
            return List.of(new Planned(one, as.get().venue(), as.get().symbol(), as.get().timeframe()));
        }
        List<Planned> planned = new ArrayList<>();
        for (SeriesParts series : all) {
            Optional<String> venue = series.guess().venue();
            Optional<String> symbol = series.guess().symbol();
            if (venue.isEmpty() || symbol.isEmpty()) {
                throw new IllegalArgumentException(series.name() + " does not tell "
                        + (symbol.isEmpty() ? "what it is of" : "where it was traded")
                        + "; say it with --as venue:symbol:timeframe, for instance --as "
                        + venue.orElse("binance") + ":" + symbol.orElse("BTCUSDT") + ":"
                        + (series.format().trades()
                                ? "trades"
                                : series.guess().timeframe().orElse(Timeframe.M1).label()));
            }
            planned.add(new Planned(series, venue.get(), symbol.get(), series.guess().timeframe()));
        }
        return List.copyOf(planned);
    }

    /** A zip of many series: the one that is asked for. */
    private static SeriesParts chosen(Path path, List<SeriesParts> all, SeriesKey as) {
        List<String> held = new ArrayList<>();
        for (SeriesParts series : all) {
            boolean trades = series.format().trades();
            if (series.guess().symbol().equals(Optional.of(as.symbol())) && trades == as.timeframe().isEmpty()
                    && (trades || series.guess().timeframe().equals(as.timeframe()))) {
                return series;
            }
            held.add(series.guess().symbol().orElse("?") + " "
                    + (trades ? "trades" : series.guess().timeframe().map(Timeframe::label).orElse("?")));
        }
        throw new IllegalArgumentException(path + " holds " + all.size() + " series and none is " + as + ": "
                + String.join(", ", held.subList(0, Math.min(10, held.size()))) + (held.size() > 10 ? ", ..." : ""));
    }

    /** What the store knows the pair by: the series itself, or one of another timeframe. */
    private Optional<Instrument> knownInstrument(Planned planned) {
        return store.list().stream()
                .filter(held -> held.key().venue().equals(planned.venue())
                        && held.key().symbol().equals(planned.symbol()))
                .map(StoredSeries::instrument)
                .findFirst();
    }

    /** Looks through the files of pairs nobody knows the steps of: the finest any of them uses holds for all. */
    private void scan(Path path, List<Planned> plan, WorkMeter meter) {
        try (DataParts file = DataParts.open(path)) {
            for (Planned planned : plan) {
                if (knownInstrument(planned).isEmpty()) {
                    StepScan scan = scans.computeIfAbsent(
                            planned.pair(), pair -> new StepScan(planned.series().name()));
                    planned.series().scan(file, scan, choice.repair(), meter::add);
                }
            }
        }
    }

    private Instrument instrument(Planned planned) {
        return instruments.computeIfAbsent(planned.pair(), pair -> {
            Optional<Instrument> known = knownInstrument(planned);
            if (known.isPresent()) {
                requireSame("--tick", choice.tick(), known.get().tickSize(), pair);
                requireSame("--lot", choice.lot(), known.get().lotSize(), pair);
                return known.get();
            }
            Instrument seen = scans.get(pair).instrument();
            SeriesKey named = new SeriesKey(planned.venue(), planned.symbol(), Optional.empty());
            return SeriesSteps.instrument(
                    named, choice.tick().orElse(seen.tickSize()), choice.lot().orElse(seen.lotSize()));
        });
    }

    private static void requireSame(String option, Optional<BigDecimal> said, BigDecimal held, String pair) {
        if (said.isPresent() && said.get().compareTo(held) != 0) {
            throw new IllegalArgumentException(option + " " + said.get().toPlainString() + " is not the "
                    + held.toPlainString() + " that " + pair + " is stored with; leave it out, or drop what is stored");
        }
    }

    private List<ImportReceipt> store(Path path, List<Planned> plan, WorkMeter meter, Consumer<ImportReceipt> each) {
        List<Ready> ready = new ArrayList<>();
        try (DataParts file = DataParts.open(path)) {
            for (Planned planned : plan) {
                ready.add(new Ready(planned, read(file, planned, meter)));
            }
        }
        List<ImportReceipt> receipts = new ArrayList<>();
        for (Ready one : ready) {
            ImportReceipt receipt = put(path, one, meter.part(one.planned().series().bytes() * PUT_WEIGHT));
            receipts.add(receipt);
            each.accept(receipt);
        }
        return receipts;
    }

    private SeriesParts.Read read(DataParts file, Planned planned, WorkMeter meter) {
        Instrument instrument = instrument(planned);
        try {
            return planned.series().read(file, instrument, planned.timeframe(), choice.repair(), meter::add);
        } catch (ImportException refused) {
            boolean stored = knownInstrument(planned).isPresent();
            if (!refused.reason().contains(OFF_TICK) || !stored) {
                throw refused;
            }
            throw new ImportException(refused.file(), refused.line(), refused.reason() + "; what is stored of "
                    + planned.pair() + " began with that tick: drop it, then import all its files together, or with"
                    + " --tick");
        }
    }

    private ImportReceipt put(Path path, Ready ready, Progress progress) {
        Loaded content = ready.read().content();
        SeriesKey key = ready.planned().key(content);
        String source = path.getFileName() + ", " + ready.planned().series().format().label();
        StoreReceipt stored;
        ImportSummary summary;
        switch (content) {
            case Candles candles -> {
                summary = candles.content().summary();
                stored = store.put(
                        key, candles.content().instrument(), candles.content().candles(), source, progress);
            }
            case Trades trades -> {
                summary = trades.content().summary();
                stored = store.put(key, trades.content().instrument(), trades.content().trades(), source, progress);
            }
            case Book book -> throw new IllegalStateException("a book is never planned");
        }
        return new ImportReceipt(
                path.toString(), ready.planned().series().format(), key, summary.rows(), stored.added(), stored.same(),
                stored.revised(), summary.rounded(), summary.withoutQuantity(), ready.read().bad(), summary.gaps(),
                summary.missing(), summary.firstNanos(), summary.lastNanos());
    }
}
