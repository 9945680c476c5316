package dev.tradewind.persistence.series;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads candles of any timeframe that what is held can make: the series of that very timeframe as far as it goes, what
 * is before and behind it from the finest series that can make it, and so on.
 */
final class CandleReader {

    private final Connection connection;
    private final SeriesKey key;
    private final Timeframe timeframe;
    private final List<SeriesRow> sources;
    private final Instrument instrument;
    private int incomplete;

    /**
     * @throws IllegalArgumentException if the key is one of trades, or nothing held can make the candles
     */
    CandleReader(Connection connection, SeriesKey key) throws SQLException {
        this.connection = connection;
        this.key = key;
        this.timeframe = key.timeframe()
                .orElseThrow(() -> new IllegalArgumentException(key + " names trades, not candles; candles are named "
                        + key.venue() + ":" + key.symbol() + ":1m, for instance"));
        this.sources = sources(connection, key, timeframe);
        this.instrument = finest(sources);
    }

    /** Reads nothing but that series. */
    CandleReader(Connection connection, SeriesRow series, Timeframe timeframe) {
        this.connection = connection;
        this.key = series.key();
        this.timeframe = timeframe;
        this.sources = List.of(series);
        this.instrument = series.instrument();
    }

    private static List<SeriesRow> sources(Connection connection, SeriesKey key, Timeframe timeframe)
            throws SQLException {
        List<SeriesRow> all = SeriesTable.all(connection).stream()
                .filter(series -> series.totals().rows() > 0)
                .toList();
        List<SeriesRow> same = all.stream()
                .filter(series -> series.key().venue().equals(key.venue())
                        && series.key().symbol().equals(key.symbol()))
                .toList();
        List<SeriesRow> found = new ArrayList<>(
                same.stream().filter(series -> series.key().equals(key)).toList());
        for (SeriesRow series : same) {
            if (series.key().timeframe().map(timeframe::isMadeOf).orElse(false)) {
                found.add(series);
            }
        }
        // trades say nothing of their gaps, so they make only what no candles do
        same.stream().filter(series -> series.kind() == RowKind.TRADES).forEach(found::add);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(nothing(key, same.isEmpty() ? all : same));
        }
        return found;
    }

    private static String nothing(SeriesKey key, List<SeriesRow> held) {
        String names = held.stream().limit(12).map(series -> series.key().toString()).collect(Collectors.joining(", "));
        return "No stored series can make " + key + "; "
                + (held.isEmpty() ? "nothing is stored yet" : "stored are " + names + (held.size() > 12 ? ", …" : ""))
                + ". Import " + key + " or a finer one first.";
    }

    /** {@return an instrument with the finest steps of all sources, which is the only one there is as a rule} */
    private static Instrument finest(List<SeriesRow> sources) {
        Instrument first = sources.getFirst().instrument();
        BigDecimal tick = first.tickSize();
        BigDecimal lot = first.lotSize();
        for (SeriesRow source : sources) {
            tick = tick.min(source.instrument().tickSize());
            lot = lot.min(source.instrument().lotSize());
        }
        return tick.equals(first.tickSize()) && lot.equals(first.lotSize()) ? first : Units.finer(first, tick, lot);
    }

    /** {@return the candles that opened from one time to before another} */
    CandleImport read(long fromNanos, long toNanos) throws SQLException {
        long first = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (SeriesRow source : sources) {
            first = Math.min(first, source.totals().firstNanos());
            end = Math.max(end, source.endNanos());
        }
        long open = timeframe.openOf(first);
        long from = ceiling(clamp(fromNanos, open, end));
        long to = ceiling(clamp(toNanos, open, end));
        CandleRows rows = from >= to ? new CandleRows(0) : whole(from, to);
        CandleColumns candles = rows.columns(timeframe);
        SeriesRow only = sources.getFirst();
        boolean all = sources.size() == 1
                && only.key().equals(key)
                && from <= only.totals().firstNanos()
                && to >= only.endNanos();
        return all && only.chainTrue() ? summed(only, candles) : imported(key, instrument, candles, incomplete);
    }

    /** A whole series: every block has been held against its own checksum, so what is known of all of them holds. */
    private static CandleImport summed(SeriesRow series, CandleColumns candles) {
        SeriesRow.Totals totals = series.totals();
        if (candles.size() != totals.rows()) {
            throw new StoreException("The stored series " + series.key() + " has lost rows: those from "
                    + Blocks.show(totals.firstNanos()) + " to " + Blocks.show(totals.lastNanos())
                    + " are not the ones that were put. What is there can be read by parts. Take stock of it with"
                    + " 'tradewind data verify " + series.key() + " --repair', then import it again.");
        }
        ImportSummary summary = new ImportSummary(
                series.key().toString(), candles.size(), 0, 0, totals.gaps(), totals.missing(), totals.firstNanos(),
                totals.lastNanos());
        return new CandleImport(
                series.instrument(), candles, SeriesChecksum.end(series.chain(), totals.rows()), summary);
    }

    private CandleRows whole(long from, long to) throws SQLException {
        SeriesRow only = sources.getFirst();
        boolean exact = only.key().equals(key);
        boolean covers = sources.size() == 1
                || from >= only.totals().firstNanos() && to <= only.endNanos();
        CandleRows rows = new CandleRows(
                exact && covers ? new Blocks(only).rows(BlockTable.infos(connection, only.id(), from, to)) : 0);
        stitch(from, to, 0, rows);
        return rows;
    }

    /** {@return candles with their checksum and summary} */
    static CandleImport imported(SeriesKey key, Instrument instrument, CandleColumns candles, int incomplete) {
        int gaps = 0;
        long missing = incomplete;
        Timeframe timeframe = candles.timeframe();
        int size = candles.size();
        for (int row = 1; row < size; row++) {
            long between = Blocks.missing(timeframe, candles.openTimeNanos(row - 1), candles.openTimeNanos(row));
            gaps += between > 0 ? 1 : 0;
            missing += between;
        }
        ImportSummary summary = new ImportSummary(
                key.toString(), size, 0, 0, gaps, missing, size == 0 ? 0 : candles.openTimeNanos(0),
                size == 0 ? 0 : candles.openTimeNanos(size - 1));
        return new CandleImport(instrument, candles, SeriesChecksum.of(candles), summary);
    }

    /** Adds the candles of a range of whole periods, from the source of that rank on. */
    private void stitch(long from, long to, int rank, CandleRows into) throws SQLException {
        if (from >= to || rank == sources.size()) {
            return;
        }
        SeriesRow source = sources.get(rank);
        if (rank == sources.size() - 1) {
            fold(source, from, to, into);
            return;
        }
        long firstWhole = clamp(ceiling(source.totals().firstNanos()), from, to);
        long endWhole = clamp(timeframe.openOf(source.endNanos()), firstWhole, to);
        stitch(from, firstWhole, rank + 1, into);
        long partial = timeframe.openOf(source.totals().firstNanos());
        if (partial >= from && partial < firstWhole && into.lastNanos() != partial) {
            fold(source, partial, firstWhole, into);
        }
        fold(source, firstWhole, endWhole, into);
        int behind = into.size();
        stitch(endWhole, to, rank + 1, into);
        boolean begins = into.size() > behind && into.openNanos(behind) == endWhole;
        if (!begins && endWhole < Math.min(to, source.endNanos())) {
            CandleRows forming = new CandleRows(1);
            fold(source, endWhole, Math.min(to, timeframe.closeOf(endWhole)), forming);
            into.insert(behind, forming);
        }
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(value, most));
    }

    /** {@return the first open at or after a time} */
    private long ceiling(long nanos) {
        long open = timeframe.openOf(nanos);
        return open == nanos ? open : timeframe.closeOf(open);
    }

    private void fold(SeriesRow source, long from, long to, CandleRows into) throws SQLException {
        if (from >= to) {
            return;
        }
        Blocks blocks = new Blocks(source);
        Units units = new Units(key, source.instrument(), instrument);
        boolean exact = source.key().equals(key);
        RowKind kind = source.kind();
        CandleFold fold = new CandleFold(timeframe, source.stepNanos(), false, into);
        BlockTable.each(connection, source.id(), from, to, block -> {
            if (exact && units.same() && from <= block.info().firstNanos() && to > block.info().lastNanos()) {
                into.add(blocks, block);
                return;
            }
            long[] cells = blocks.decode(block);
            int rows = block.info().rows();
            units.convert(cells, rows, kind);
            int first = from <= block.info().firstNanos() ? 0 : rowFrom(cells, rows, kind.width(), from);
            int end = to > block.info().lastNanos() ? rows : rowFrom(cells, rows, kind.width(), to);
            if (exact) {
                into.add(cells, first * kind.width(), end - first);
            } else if (kind == RowKind.CANDLES) {
                fold.candles(cells, first, end - first);
            } else {
                fold.trades(cells, first, end - first);
            }
        });
        fold.end();
        incomplete += fold.incomplete();
    }

    /** {@return the first row at or after a time} */
    static int rowFrom(long[] cells, int rows, int width, long nanos) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cells[middle * width] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
