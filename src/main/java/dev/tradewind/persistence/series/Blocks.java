package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and reads the blocks of one series. Serves one thread. */
final class Blocks {

    /** Rows of a full block. */
    static final int ROWS = 4_096;

    /** So many months are some hundred thousand days, and their nanoseconds still a long. */
    private static final int MONTHS = 1_024;

    /** Trades of one time share a block, however many they are; beyond this the number itself is damaged. */
    private static final int MOST_ROWS = 1 << 24;

    private static final long SECOND = 1_000_000_000L;

    private final SeriesKey key;
    private final BlockCodec codec;
    private final Optional<Timeframe> timeframe;
    private final long stepNanos;
    private long[] cells = new long[0];

    Blocks(SeriesRow series) {
        key = series.key();
        codec = new BlockCodec(series.kind());
        timeframe = key.timeframe();
        stepNanos = series.stepNanos();
    }

    /** {@return where the span of time begins that the block of candles holds in which one opens} */
    static long startOf(Timeframe timeframe, long openNanos) {
        long span = span(timeframe);
        return Math.floorDiv(openNanos, span) * span;
    }

    /** {@return nanoseconds that a block of candles spans} */
    static long span(Timeframe timeframe) {
        return timeframe.nanos() * (timeframe == Timeframe.MN1 ? MONTHS : ROWS);
    }

    /** {@return a block of rows, with the gaps between them counted} */
    Block encode(long start, long[] from, int first, int rows) {
        byte[] content = codec.encode(from, first, rows, stepNanos);
        int width = codec.kind().width();
        int gaps = 0;
        long missing = 0;
        long least = 0;
        long most = 0;
        int at = first * width;
        if (timeframe.isPresent()) {
            for (int row = 1; row < rows; row++) {
                long between = missing(timeframe.get(), from[at + (row - 1) * width], from[at + row * width]);
                gaps += between > 0 ? 1 : 0;
                missing += between;
            }
        } else {
            least = Long.MAX_VALUE;
            most = Long.MIN_VALUE;
            for (int row = 0; row < rows; row++) {
                long id = from[at + row * width + RowKind.ID];
                least = Math.min(least, id);
                most = Math.max(most, id);
            }
        }
        return new Block(
                new BlockInfo(
                        start, from[at], from[at + (rows - 1) * width], rows, gaps, missing, content.length, least,
                        most),
                content);
    }

    /** {@return candles missing between two that open one after the other} */
    static long missing(Timeframe timeframe, long openNanos, long nextNanos) {
        return nextNanos - openNanos == timeframe.nanos() ? 0 : timeframe.candlesBetween(openNanos, nextNanos) - 1;
    }

    /**
     * {@return the rows of a block, in an array that the next call overwrites}
     *
     * @throws StoreException if the block is damaged
     */
    long[] decode(Block block) {
        int most = rows(block.info()) * codec.kind().width();
        if (cells.length < most) {
            cells = new long[most];
        }
        decode(block, cells, 0);
        return cells;
    }

    /**
     * {@return the rows that the database says a block has}
     *
     * @throws StoreException if no block has so many
     */
    int rows(BlockInfo info) {
        if (info.rows() < 1 || info.rows() > MOST_ROWS) {
            throw damaged(key, info, "no block holds so many", null);
        }
        return info.rows();
    }

    /** {@return the rows of several blocks together} */
    int rows(List<BlockInfo> infos) {
        long rows = 0;
        for (BlockInfo info : infos) {
            rows += rows(info);
        }
        return Math.toIntExact(rows);
    }

    /**
     * Reads the rows of a block into an array, from a row on.
     *
     * @throws StoreException if the block is damaged
     */
    void decode(Block block, long[] into, int row) {
        try {
            codec.decode(block.content(), block.info(), into, row);
        } catch (DamagedBlockException e) {
            throw damaged(key, block.info(), e.getMessage(), e);
        }
    }

    /** {@return why a block cannot be read, empty if it can} */
    Optional<String> damage(Block block) {
        try {
            decode(block);
            return Optional.empty();
        } catch (StoreException e) {
            Throwable cause = e.getCause();
            return Optional.of(cause == null ? "no block holds so many rows" : String.valueOf(cause.getMessage()));
        }
    }

    private static StoreException damaged(SeriesKey key, BlockInfo info, String why, @Nullable Exception cause) {
        return new StoreException(
                "The stored series " + key + " is damaged from " + show(info.firstNanos()) + " to "
                        + show(info.lastNanos()) + " (" + info.rows() + " rows: " + why + "). The rest of it can be"
                        + " read. Take the damaged part out with 'tradewind data verify " + key
                        + " --repair', then import that time again.",
                cause);
    }

    /** {@return a time for people} */
    static String show(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)).toString();
    }
}
