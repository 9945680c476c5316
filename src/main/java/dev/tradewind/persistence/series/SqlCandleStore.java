package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreReceipt;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.marketdata.TradeImport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.exception.DataAccessException;

/**
 * The store in the database. What a call writes is worked out before it is written, so that the database is held up
 * only for the writing itself; that is one transaction. Calls that write wait for each other, calls that read wait for
 * nobody and see what was stored when they began.
 */
public final class SqlCandleStore implements CandleStore {

    private final Connections connections;
    private final ReentrantLock writing = new ReentrantLock();

    /** Over a database whose schema is the newest. */
    public SqlCandleStore(Connections connections) {
        this.connections = connections;
    }

    /** Work with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads the store as it is now, whatever is written meanwhile. */
    private <T> T read(Work<T> work) {
        return connected(connection -> {
            connection.setAutoCommit(false);
            return work.on(connection);
        });
    }

    private <T> T write(Work<T> work) {
        writing.lock();
        try {
            return connected(work);
        } finally {
            writing.unlock();
        }
    }

    private <T> T connected(Work<T> work) {
        try (Connection connection = connections.open()) {
            return work.on(connection);
        } catch (SQLException | DataAccessException e) {
            throw connections.trouble(e);
        }
    }

    /** Does work in a transaction: whatever ends it early leaves the database as it was. */
    static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    @Override
    public List<StoredSeries> list() {
        List<SeriesRow> rows = read(SeriesTable::all);
        List<StoredSeries> found = new ArrayList<>();
        rows.forEach(row -> found.add(chained(row).stored()));
        return found;
    }

    @Override
    public Optional<StoredSeries> find(SeriesKey key) {
        return read(connection -> SeriesTable.find(connection, key)).map(row -> chained(row).stored());
    }

    /** {@return the series with its checksum, made anew and kept if a change before the end had left it untrue} */
    private SeriesRow chained(SeriesRow series) {
        if (series.chainTrue()) {
            return series;
        }
        if (connections.onlyReads() || writing.isHeldByCurrentThread() || !writing.tryLock()) {
            return read(connection -> chained(connection, series));
        }
        try {
            return connected(connection -> {
                SeriesRow chained = chained(connection, series);
                SeriesTable.update(SeriesWriter.sql(connection), chained);
                return chained;
            });
        } finally {
            writing.unlock();
        }
    }

    private static SeriesRow chained(Connection connection, SeriesRow series) throws SQLException {
        SeriesRow newest = SeriesTable.find(connection, series.key()).orElse(series);
        return newest.chainTrue() ? newest : ChainWalk.of(connection, newest).map(newest::chained).orElse(newest);
    }

    @Override
    public StoreReceipt put(
            SeriesKey key, Instrument instrument, CandleColumns candles, String source, Progress progress) {
        if (!key.timeframe().equals(Optional.of(candles.timeframe()))) {
            throw new IllegalArgumentException(
                    candles.timeframe().label() + " candles are no part of " + key + "; name the series "
                            + SeriesKey.candles(key.venue(), key.symbol(), candles.timeframe()) + " instead");
        }
        if (candles.size() == 0) {
            return new StoreReceipt(key, 0, 0, 0);
        }
        Steps steps = new Steps(progress, 2L * candles.size());
        return write(connection -> {
            SeriesRow series = SeriesTable.find(connection, key).orElseGet(() -> SeriesRow.unstored(key, instrument));
            CandleColumns fitting = new Units(key, instrument, series.instrument()).convert(candles);
            Change change = new CandleMerge(connection, series, fitting).run(steps);
            int from = change.appendFrom;
            long chain = from < 0 ? 0 : SeriesChecksum.add(series.chain(), fitting, from);
            return store(connection, series, change, chain, source, steps);
        });
    }

    @Override
    public StoreReceipt put(
            SeriesKey key, Instrument instrument, TradeColumns trades, String source, Progress progress) {
        if (key.timeframe().isPresent()) {
            throw new IllegalArgumentException("trades are no part of " + key + "; name the series "
                    + SeriesKey.trades(key.venue(), key.symbol()) + " instead");
        }
        if (trades.size() == 0) {
            return new StoreReceipt(key, 0, 0, 0);
        }
        Steps steps = new Steps(progress, 2L * trades.size());
        return write(connection -> {
            SeriesRow series = SeriesTable.find(connection, key).orElseGet(() -> SeriesRow.unstored(key, instrument));
            TradeColumns fitting = new Units(key, instrument, series.instrument()).convert(trades);
            Change change = new TradeMerge(connection, series, fitting).run(steps);
            int from = change.appendFrom;
            long chain = from < 0 ? 0 : SeriesChecksum.add(series.chain(), fitting, from);
            return store(connection, series, change, chain, source, steps);
        });
    }

    private static StoreReceipt store(
            Connection connection,
            SeriesRow series,
            Change change,
            long chain,
            String source,
            Steps steps)
            throws SQLException {
        StoreReceipt receipt = new StoreReceipt(series.key(), change.added, change.same, change.revised);
        if (change.isEmpty()) {
            return receipt;
        }
        SeriesRow changed = new SeriesRow(
                series.id(), series.key(), series.instrument(), series.totals(), chain,
                change.appendFrom >= 0 && series.chainTrue(), source);
        transaction(connection, open -> SeriesWriter.write(open, changed, change, steps));
        return receipt;
    }

    @Override
    public CandleImport candles(SeriesKey key, long fromNanos, long toNanos) {
        return read(connection -> new CandleReader(connection, key).read(fromNanos, toNanos));
    }

    @Override
    public TradeImport trades(SeriesKey key, long fromNanos, long toNanos) {
        return read(connection -> TradeReader.read(connection, held(connection, key), fromNanos, toNanos));
    }

    /**
     * {@return the series of a name}
     *
     * @throws IllegalArgumentException if there is none
     */
    static SeriesRow held(Connection connection, SeriesKey key) throws SQLException {
        return SeriesTable.find(connection, key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no stored series " + key + "; 'tradewind data list' names those there are."));
    }

    @Override
    public List<Revision> revisions(SeriesKey key) {
        return read(connection -> Revisions.all(connection, held(connection, key)));
    }

    @Override
    public CandleImport candlesBefore(SeriesKey key, int revision, long fromNanos, long toNanos) {
        return read(connection -> {
            SeriesRow series = withRevision(connection, key, revision);
            Timeframe timeframe = key.timeframe()
                    .orElseThrow(() -> new IllegalArgumentException(key + " names trades, not candles"));
            CandleColumns newest =
                    new CandleReader(connection, series, timeframe).read(fromNanos, toNanos).candles();
            CandleColumns earlier = Revisions.before(connection, series, revision, newest);
            return CandleReader.imported(key, series.instrument(), earlier, 0);
        });
    }

    @Override
    public TradeImport replacedTrades(SeriesKey key, int revision) {
        return read(connection -> {
            SeriesRow series = withRevision(connection, key, revision);
            return TradeReader.imported(key, series.instrument(), Revisions.trades(connection, series, revision));
        });
    }

    private static SeriesRow withRevision(Connection connection, SeriesKey key, int revision) throws SQLException {
        SeriesRow series = held(connection, key);
        List<Revision> all = Revisions.all(connection, series);
        if (all.stream().noneMatch(each -> each.number() == revision)) {
            throw new IllegalArgumentException(key + " has no revision " + revision + "; there are " + all.size());
        }
        return series;
    }

    @Override
    public SeriesCheck verify(SeriesKey key, Progress progress) {
        return read(connection -> inspected(connection, held(connection, key), progress).check(0));
    }

    private static SeriesInspection inspected(Connection connection, SeriesRow series, Progress progress)
            throws SQLException {
        SeriesInspection inspection =
                new SeriesInspection(connection, series, new Steps(progress, series.totals().rows()));
        inspection.run();
        return inspection;
    }

    @Override
    public SeriesCheck repair(SeriesKey key, Progress progress) {
        return write(connection -> {
            SeriesRow series = held(connection, key);
            SeriesInspection inspection = inspected(connection, series, progress);
            Change repair = inspection.repair();
            if (!repair.isEmpty()) {
                SeriesRow changed = new SeriesRow(
                        series.id(), key, series.instrument(), series.totals(), 0, false, series.source());
                transaction(connection, open ->
                        SeriesWriter.write(open, changed, repair, new Steps(progress, repair.rows())));
            }
            return inspection.check(repair.dropped);
        });
    }

    @Override
    public void retain(Timeframe timeframe, Optional<Integer> days) {
        write(connection -> {
            RetentionRules.set(connection, timeframe, days);
            return days;
        });
    }

    @Override
    public List<Retention> retention() {
        return read(RetentionRules::all);
    }

    @Override
    public long applyRetention(Progress progress) {
        return write(connection -> transaction(connection, open -> {
            takeTurn(open);
            return new RetentionRun(open, RetentionRules.all(open), progress).run();
        }));
    }

    /** Begins the transaction as one that writes: one that has read cannot become one once others have written. */
    private static void takeTurn(Connection connection) {
        SeriesWriter.sql(connection).update(SERIES).set(SERIES.ID, SERIES.ID).where(SERIES.ID.eq(0L)).execute();
    }

    @Override
    public long drop(SeriesKey key) {
        return write(connection -> {
            Optional<SeriesRow> series = SeriesTable.find(connection, key);
            if (series.isPresent()) {
                SeriesWriter.sql(connection)
                        .deleteFrom(SERIES)
                        .where(SERIES.ID.eq(series.get().id()))
                        .execute();
            }
            return series.map(row -> row.totals().rows()).orElse(0L);
        });
    }
}
