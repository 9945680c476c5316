package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.marketdata.BookFeed;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeFeed;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plays one bot over one history: the path of the command line, of the screens and of the benchmarks alike.
 * Immutable; each {@link #run()} is a session of its own, on the caller's thread.
 */
public final class BacktestRunner {

    private static final int SESSION = 1;
    private static final int INSTRUMENT = 0;

    private final Loaded history;
    private final FillTier tier;
    private final BacktestRequest request;
    private final Optional<PerpetualChoice> perpetual;
    private final Backtest backtest;
    private final long firstNanos;
    private final long endNanos;
    private final long lastTicks;

    /**
     * Wires a backtest.
     *
     * @throws StartException           if the history has nothing in the range asked for
     * @throws IllegalArgumentException if the capital does not fit the instrument's asset
     */
    public BacktestRunner(BotChoice bot, Loaded history, BacktestRequest request) throws StartException {
        this(bot, history, request, Optional.empty());
    }

    /**
     * As above.
     *
     * @param perpetual that the market is traded as a perpetual, empty for spot
     */
    public BacktestRunner(
            BotChoice bot, Loaded history, BacktestRequest request, Optional<PerpetualChoice> perpetual)
            throws StartException {
        this.perpetual = perpetual;
        this.history = part(history, request);
        this.request = request;
        this.tier = tier();
        HistoryFeed feed = feed();
        if (feed.total() == 0) {
            throw new StartException("nothing happened in the range asked for; " + summary().file() + " runs from "
                    + Instant.ofEpochSecond(0, summary().firstNanos()) + " to "
                    + Instant.ofEpochSecond(0, summary().lastNanos()));
        }
        switch (this.history) {
            case Candles candles -> {
                CandleColumns columns = candles.content().candles();
                int first = firstRow(columns);
                int last = first + (int) feed.total() - 1;
                firstNanos = columns.openTimeNanos(first);
                endNanos = columns.timeframe().closeOf(columns.openTimeNanos(last));
                lastTicks = columns.closeTicks(last);
            }
            case Trades trades -> {
                TradeColumns columns = trades.content().trades();
                int first = columns.firstRowFrom(request.fromNanos());
                int last = first + (int) feed.total() - 1;
                firstNanos = columns.timeNanos(first);
                endNanos = columns.timeNanos(last);
                lastTicks = columns.priceTicks(last);
            }
            case Book book -> {
                firstNanos = book.content().summary().firstNanos();
                endNanos = book.content().summary().lastNanos();
                lastTicks = book.content().lastTicks();
            }
        }
        backtest = backtest(bot);
    }

    /**
     * Reads a setup's history and wires it.
     *
     * @throws StartException                               if the history has nothing in the range asked for
     * @throws dev.tradewind.marketdata.ImportException      if a file cannot be read
     * @throws IllegalArgumentException                     if the capital does not fit the instrument's asset
     */
    public static BacktestRunner of(RunSetup setup) throws StartException {
        RunSetup.Lane lane = setup.lanes().getFirst();
        if (setup.bots() > 1) {
            throw new StartException("the setup has " + setup.bots() + " bots; one bot on one history would pass");
        }
        RunSetup.Entry entry = lane.bots().getFirst();
        return new BacktestRunner(
                entry.bot(),
                lane.market().load(),
                setup.terms().on(entry.timeframe().or(lane::timeframe).or(setup.terms()::timeframe)),
                lane.perpetual());
    }

    /** The part of a recorded book is read through once, to know its length. */
    private static Loaded part(Loaded history, BacktestRequest request) throws StartException {
        if (!(history instanceof Book book)) {
            return history;
        }
        try {
            return new Book(book.content().range(request.fromNanos(), request.toNanos()));
        } catch (IOException e) {
            throw new StartException(book.content().summary().file() + " cannot be read any more: " + e, e);
        }
    }

    private FillTier tier() {
        return switch (history) {
            case Candles candles -> {
                Optional<Timeframe> asked = request.timeframe();
                if (asked.isEmpty() || asked.get() == candles.content().candles().timeframe()) {
                    yield FillTier.T0;
                }
                requireFiner(candles.content().candles().timeframe(), asked.get());
                yield FillTier.T1;
            }
            case Trades trades -> FillTier.T2;
            case Book book -> FillTier.T3;
        };
    }

    private static void requireFiner(Timeframe own, Timeframe asked) {
        if (own == Timeframe.MN1 || asked.nanos() < own.nanos() || asked.nanos() % own.nanos() != 0) {
            throw new IllegalArgumentException("candles of " + asked.label() + " cannot be built from candles of "
                    + own.label() + "; a timeframe that is a whole number of them can");
        }
    }

    private int firstRow(CandleColumns columns) {
        int row = columns.rowAt(request.fromNanos());
        return row >= 0 && columns.openTimeNanos(row) == request.fromNanos() ? row : row + 1;
    }

    private Backtest backtest(BotChoice bot) {
        Instrument instrument = instrument();
        long capital = capitalAtoms(instrument);
        SimTerms terms = terms(instrument);
        SessionConfig config = new SessionConfig(
                SESSION, instrument, capital, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(),
                request.rules().limits(instrument), BotCatalog.TYPES, List.of(), 0)
                .withMargin(perpetual.map(PerpetualChoice::margin).orElse(MarginConfig.NONE))
                .withThird(terms.schedule().third());
        Command.StartBot start = new Command.StartBot(
                1, bot.type().id(), bot.type().label(), INSTRUMENT, capital, bot.params().asMap());
        return new Backtest(
                config, terms, start, firstNanos, tier == FillTier.T0 ? Optional.empty() : request.timeframe());
    }

    private SimTerms terms(Instrument instrument) {
        SimTerms flat = new SimTerms(
                request.fee(), request.fee(), request.buyFeeAsset(), request.slippageE8(), request.latencyNanos(),
                request.models().models());
        return request.fees().map(table -> flat.with(table.schedule(instrument.quote()))).orElse(flat);
    }

    private long capitalAtoms(Instrument instrument) {
        try {
            long atoms = instrument.quote().toAtoms(request.capital());
            if (atoms > 0) {
                return atoms;
            }
        } catch (ArithmeticException tooLarge) {
            // said below with the value
        }
        throw new IllegalArgumentException("capital " + request.capital().toPlainString() + " must be from "
                + instrument.quote().toDecimal(1).toPlainString() + " to "
                + instrument.quote().toDecimal(Long.MAX_VALUE).toBigInteger() + " " + instrument.quote().code());
    }

    private HistoryFeed feed() {
        return switch (history) {
            case Candles candles -> new CandleFeed(
                    INSTRUMENT, candles.content().candles(), request.fromNanos(), request.toNanos());
            case Trades trades -> new TradeFeed(
                    INSTRUMENT, trades.content().trades(), request.fromNanos(), request.toNanos());
            case Book book -> new BookFeed(book.content());
        };
    }

    /** The history as the session sees it: of a perpetual with mark prices and funding. */
    private HistoryFeed played() {
        HistoryFeed feed = feed();
        long covered = timeframe().map(Timeframe::nanos).orElse(0L);
        return perpetual.map(choice -> choice.feed(feed, covered, instrument(), firstNanos, endNanos)).orElse(feed);
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return perpetual.map(choice -> choice.over(listed())).orElseGet(this::listed);
    }

    private Instrument listed() {
        return switch (history) {
            case Candles candles -> candles.content().instrument();
            case Trades trades -> trades.content().instrument();
            case Book book -> book.content().instrument();
        };
    }

    private ImportSummary summary() {
        return switch (history) {
            case Candles candles -> candles.content().summary();
            case Trades trades -> trades.content().summary();
            case Book book -> book.content().summary();
        };
    }

    private long checksum() {
        return switch (history) {
            case Candles candles -> candles.content().checksum();
            case Trades trades -> trades.content().checksum();
            case Book book -> book.content().checksum();
        };
    }

    private Optional<Timeframe> timeframe() {
        return switch (history) {
            case Candles candles -> Optional.of(candles.content().candles().timeframe());
            case Trades trades -> Optional.empty();
            case Book book -> Optional.empty();
        };
    }

    /**
     * Plays the range from its first event to its last.
     *
     * @throws StartException if the bot cannot start, in words
     */
    public BacktestOutcome run() throws StartException {
        HistoryFeed feed = played();
        long began = System.nanoTime();
        BacktestReport report = run(backtest, feed);
        long took = System.nanoTime() - began;
        return new BacktestOutcome(
                request, report, summary(), checksum(), tier, timeframe(), firstNanos, endNanos, lastTicks, took,
                terms(instrument()).schedule());
    }

    private static BacktestReport run(Backtest backtest, HistoryFeed feed) throws StartException {
        try {
            return backtest.run(feed);
        } catch (IllegalArgumentException refused) {
            throw new StartException("the bot cannot start: " + refused.getMessage(), refused);
        }
    }

    /**
     * What a run's unclear candles may be worth.
     *
     * @param pessimistic the run in which stops always came first
     * @param optimistic  the run in which profit orders always came first
     */
    public record Spread(BacktestReport pessimistic, BacktestReport optimistic) {

        /** {@return how far apart the two end, in quote atoms} */
        public long atoms() {
            return Math.abs(optimistic.endEquityAtoms() - pessimistic.endEquityAtoms());
        }
    }

    /**
     * Plays the range twice more where candles left open whether a stop or a profit order came first.
     *
     * @return empty where no candle did
     * @throws StartException if the bot cannot start, in words
     */
    public Optional<Spread> spread(BacktestOutcome outcome) throws StartException {
        if (outcome.report().unclearCandles() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Spread(
                run(backtest.with(PathRule.PESSIMISTIC), played()), run(backtest.with(PathRule.OPTIMISTIC), played())));
    }
}
