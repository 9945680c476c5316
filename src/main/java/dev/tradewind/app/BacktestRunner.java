package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeFeed;
import dev.tradewind.sim.SimTerms;
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
    private final BacktestRequest request;
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
        this.history = history;
        this.request = request;
        HistoryFeed feed = feed();
        if (feed.total() == 0) {
            throw new StartException("nothing happened in the range asked for; " + summary().file() + " runs from "
                    + Instant.ofEpochSecond(0, summary().firstNanos()) + " to "
                    + Instant.ofEpochSecond(0, summary().lastNanos()));
        }
        switch (history) {
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
        }
        backtest = backtest(bot);
    }

    private int firstRow(CandleColumns columns) {
        int row = columns.rowAt(request.fromNanos());
        return row >= 0 && columns.openTimeNanos(row) == request.fromNanos() ? row : row + 1;
    }

    private Backtest backtest(BotChoice bot) {
        Instrument instrument = instrument();
        long capital = capitalAtoms(instrument);
        SessionConfig config = new SessionConfig(
                SESSION, instrument, capital, request.fee(), request.fee(), request.buyFeeAsset(), request.rules().limits(instrument),
                BotCatalog.TYPES, List.of(), 0);
        SimTerms terms = new SimTerms(
                request.fee(), request.fee(), request.buyFeeAsset(), request.slippageE8(), request.latencyNanos());
        Command.StartBot start = new Command.StartBot(
                1, bot.type().id(), bot.type().label(), INSTRUMENT, capital, bot.params().asMap());
        return new Backtest(config, terms, start, firstNanos);
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
        };
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return switch (history) {
            case Candles candles -> candles.content().instrument();
            case Trades trades -> trades.content().instrument();
        };
    }

    private ImportSummary summary() {
        return switch (history) {
            case Candles candles -> candles.content().summary();
            case Trades trades -> trades.content().summary();
        };
    }

    private long checksum() {
        return switch (history) {
            case Candles candles -> candles.content().checksum();
            case Trades trades -> trades.content().checksum();
        };
    }

    private Optional<Timeframe> timeframe() {
        return switch (history) {
            case Candles candles -> Optional.of(candles.content().candles().timeframe());
            case Trades trades -> Optional.empty();
        };
    }

    /**
     * Plays the range from its first event to its last.
     *
     * @throws StartException if the bot cannot start, in words
     */
    public BacktestOutcome run() throws StartException {
        HistoryFeed feed = feed();
        long began = System.nanoTime();
        BacktestReport report;
        try {
            report = backtest.run(feed);
        } catch (IllegalArgumentException refused) {
            throw new StartException("the bot cannot start: " + refused.getMessage(), refused);
        }
        long took = System.nanoTime() - began;
        return new BacktestOutcome(
                request, report, summary(), checksum(), timeframe(), firstNanos, endNanos, lastTicks, took);
    }
}
