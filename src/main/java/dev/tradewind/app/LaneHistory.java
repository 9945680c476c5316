package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.backtest.DayRows;
import dev.tradewind.backtest.LanePlan;
import dev.tradewind.backtest.SignalBacktest;
import dev.tradewind.bot.SignalColumns;
import dev.tradewind.backtest.CutFeed;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BookFeed;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleFeed;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeFeed;
import dev.tradewind.marketdata.TradeImport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of a history a lane plays. Immutable; every feed is a new player. */
final class LaneHistory {

    private static final int INSTRUMENT = 0;

    private final Loaded history;
    private final long fromNanos;
    private final long toNanos;
    private final Optional<PerpetualChoice> perpetual;
    private final long firstNanos;
    private final long endNanos;
    private final long lastTicks;

    /**
     * The part of a history from {@code fromNanos}, included, to {@code toNanos}, not included.
     *
     * @throws StartException if there is nothing in it
     */
    LaneHistory(Loaded whole, long fromNanos, long toNanos, Optional<PerpetualChoice> perpetual) throws StartException {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.perpetual = perpetual;
        history = part(whole, fromNanos, toNanos);
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
                int first = columns.firstRowFrom(fromNanos);
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
    }

    /** The part of a recorded book is read through once, to know its length. */
    private static Loaded part(Loaded whole, long fromNanos, long toNanos) throws StartException {
        if (!(whole instanceof Book book)) {
            return whole;
        }
        try {
            return new Book(book.content().range(fromNanos, toNanos));
        } catch (IOException e) {
            throw new StartException(book.content().summary().file() + " cannot be read any more: " + e, e);
        }
    }

    private int firstRow(CandleColumns columns) {
        int row = columns.rowAt(fromNanos);
        return row >= 0 && columns.openTimeNanos(row) == fromNanos ? row : row + 1;
    }

    /** {@return the same part begun later; as it is where there would be nothing left} */
    LaneHistory from(long laterNanos) {
        try {
            return new LaneHistory(history, Math.max(fromNanos, laterNanos), toNanos, perpetual);
        } catch (StartException nothingLeft) {
            return this;
        }
    }

    /** {@return the history as the session sees it, with nothing after an instant: the columns behind it end there too} */
    HistoryFeed playedUntil(long untilNanos) {
        return new CutFeed(played(feed(head(untilNanos))), untilNanos);
    }

    private Loaded head(long untilNanos) {
        return switch (history) {
            case Candles candles -> {
                CandleColumns columns = candles.content().candles();
                int row = columns.rowAt(untilNanos);
                while (row >= 0 && columns.timeframe().closeOf(columns.openTimeNanos(row)) > untilNanos) {
                    row--;
                }
                CandleImport whole = candles.content();
                yield new Candles(new CandleImport(
                        whole.instrument(), columns.head(row + 1), whole.checksum(), whole.summary()));
            }
            case Trades trades -> {
                TradeImport whole = trades.content();
                yield new Trades(new TradeImport(
                        whole.instrument(), whole.trades().head(whole.trades().firstRowFrom(untilNanos + 1)),
                        whole.checksum(), whole.summary()));
            }
            case Book book -> book;
        };
    }

    private HistoryFeed feed() {
        return feed(history);
    }

    private HistoryFeed feed(Loaded from) {
        return switch (from) {
            case Candles candles -> new CandleFeed(INSTRUMENT, candles.content().candles(), fromNanos, toNanos);
            case Trades trades -> new TradeFeed(INSTRUMENT, trades.content().trades(), fromNanos, toNanos);
            case Book book -> new BookFeed(book.content());
        };
    }

    /** {@return the history as the session sees it: of a perpetual with mark prices and funding} */
    HistoryFeed played() {
        return played(feed());
    }

    private HistoryFeed played(HistoryFeed feed) {
        long covered = timeframe().map(Timeframe::nanos).orElse(0L);
        return perpetual.map(choice -> choice.feed(feed, covered, instrument(), firstNanos, endNanos)).orElse(feed);
    }

    /** {@return what is traded} */
    Instrument instrument() {
        return perpetual.map(choice -> choice.over(listed())).orElseGet(this::listed);
    }

    private Instrument listed() {
        return switch (history) {
            case Candles candles -> candles.content().instrument();
            case Trades trades -> trades.content().instrument();
            case Book book -> book.content().instrument();
        };
    }

    Optional<PerpetualChoice> perpetual() {
        return perpetual;
    }

    /** {@return what the import found of the whole} */
    ImportSummary summary() {
        return switch (history) {
            case Candles candles -> candles.content().summary();
            case Trades trades -> trades.content().summary();
            case Book book -> book.content().summary();
        };
    }

    /** {@return identity of the whole series, played or not} */
    long checksum() {
        return switch (history) {
            case Candles candles -> candles.content().checksum();
            case Trades trades -> trades.content().checksum();
            case Book book -> book.content().checksum();
        };
    }

    /**
     * {@return a lane's only bot, to be worked out of whole columns}
     *
     * @param columns of this history's {@link #candles}
     */
    SignalBacktest signal(LanePlan lane, SignalColumns columns) {
        return new SignalBacktest(
                lane.config(), lane.terms(), lane.bots().getFirst().start(), firstNanos, columns, fromNanos, toNanos);
    }

    /** {@return the whole series of candles, empty where there are none} */
    Optional<CandleColumns> candles() {
        return history instanceof Candles candles ? Optional.of(candles.content().candles()) : Optional.empty();
    }

    /** {@return the days of the candles played, empty where there are none} */
    Optional<DayRows> days() {
        return candles().map(columns -> {
            int first = firstRow(columns);
            return DayRows.of(columns, first, first + (int) feed().total());
        });
    }

    /** {@return length of the candles, empty where there are none} */
    Optional<Timeframe> timeframe() {
        return history instanceof Candles candles
                ? Optional.of(candles.content().candles().timeframe())
                : Optional.empty();
    }

    long firstNanos() {
        return firstNanos;
    }

    long endNanos() {
        return endNanos;
    }

    /** {@return the first price played, 0 where there is none} */
    long firstTicks() {
        return switch (history) {
            case Candles candles -> candles.content().candles().openTicks(firstRow(candles.content().candles()));
            case Trades trades -> {
                TradeColumns columns = trades.content().trades();
                yield columns.priceTicks(columns.firstRowFrom(fromNanos));
            }
            case Book book -> lastTicks;
        };
    }

    long lastTicks() {
        return lastTicks;
    }

    /** {@return the candles bots ask for that are not the data's own, in the order of the bots} */
    List<Optional<Timeframe>> coarser(List<Optional<Timeframe>> asked) {
        return asked.stream().map(this::coarser).toList();
    }

    private Optional<Timeframe> coarser(Optional<Timeframe> asked) {
        Optional<Timeframe> own = timeframe();
        if (own.isEmpty() || asked.isEmpty()) {
            return asked;
        }
        requireFiner(own.get(), asked.get());
        return asked.filter(timeframe -> timeframe != own.get());
    }

    private static void requireFiner(Timeframe own, Timeframe asked) {
        boolean same = asked == own;
        if (!same && (own == Timeframe.MN1 || asked.nanos() < own.nanos() || asked.nanos() % own.nanos() != 0)) {
            throw new IllegalArgumentException("candles of " + asked.label() + " cannot be built from candles of "
                    + own.label() + "; a timeframe that is a whole number of them can");
        }
    }

    /** {@return how closely fills follow the market where bots take such candles; of several the coarsest} */
    FillTier tier(List<Optional<Timeframe>> coarser) {
        return switch (history) {
            case Candles candles -> coarser.stream().allMatch(Optional::isPresent) ? FillTier.T1 : FillTier.T0;
            case Trades trades -> FillTier.T2;
            case Book book -> FillTier.T3;
        };
    }

    /**
     * Places in the part where candles are missing.
     *
     * @param count   how many
     * @param missing candles missing in them
     * @param longest most candles missing in one
     * @param atNanos when the longest begins
     */
    record Gaps(int count, long missing, long longest, long atNanos) {}

    /** {@return what is missing in the part} */
    Gaps gaps() {
        if (!(history instanceof Candles candles)) {
            return new Gaps(0, 0, 0, 0);
        }
        CandleColumns columns = candles.content().candles();
        int first = firstRow(columns);
        int end = first + (int) feed().total();
        int count = 0;
        long missing = 0;
        long longest = 0;
        long at = 0;
        for (int row = first + 1; row < end; row++) {
            long expected = columns.timeframe().closeOf(columns.openTimeNanos(row - 1));
            if (columns.openTimeNanos(row) != expected) {
                long lost = 0;
                for (long open = expected; open < columns.openTimeNanos(row); open = columns.timeframe().closeOf(open)) {
                    lost++;
                }
                count++;
                missing += lost;
                at = lost > longest ? expected : at;
                longest = Math.max(longest, lost);
            }
        }
        return new Gaps(count, missing, longest, at);
    }
}
