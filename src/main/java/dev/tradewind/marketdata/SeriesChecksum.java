package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a series in 64 bits: two runs over the same checksum saw the same market. Multiply–xor–shift mixing
 * with
 * the constants of splitmix64, row by row; it tells series apart, it does not guard against forgery.
 */
public final class SeriesChecksum {

    private SeriesChecksum() {}

    /** {@return the checksum of the timeframe and every row} */
    public static long of(CandleColumns candles) {
        return end(add(begin(Optional.of(candles.timeframe())), candles, 0), candles.size());
    }

    /**
     * {@return where the checksum of a series begins that is read piece by piece: then {@link #add} each, then {@link #end}}
     *
     * @param timeframe of candles, empty for trades
     */
    public static long begin(Optional<Timeframe> timeframe) {
        return timeframe.isPresent() ? mix(0x43414E44_4C455331L, timeframe.get().nanos()) : 0x54524144_45533130L;
    }

    /** {@return a checksum begun that takes the rows from {@code from} on in} */
    public static long add(long begun, CandleColumns candles, int from) {
        long hash = begun;
        for (int row = from; row < candles.size(); row++) {
            hash = mix(hash, candles.openTimeNanos(row));
            hash = mix(hash, candles.openTicks(row));
            hash = mix(hash, candles.highTicks(row));
            hash = mix(hash, candles.lowTicks(row));
            hash = mix(hash, candles.closeTicks(row));
            hash = mix(hash, candles.volumeLots(row));
        }
        return hash;
    }

    /** {@return a checksum begun that takes the rows from {@code from} on in} */
    public static long add(long begun, TradeColumns trades, int from) {
        long hash = begun;
        for (int row = from; row < trades.size(); row++) {
            hash = mix(hash, trades.timeNanos(row));
            hash = mix(hash, trades.priceTicks(row));
            hash = mix(hash, trades.quantityLots(row));
            hash = mix(hash, trades.id(row) * 3 + code(trades.aggressor(row)));
        }
        return hash;
    }

    /** {@return the checksum of a series of which every row was added} */
    public static long end(long begun, long rows) {
        return mix(begun, rows);
    }

    /** {@return the checksum of every row with its side and id} */
    public static long of(TradeColumns trades) {
        return end(add(begin(Optional.empty()), trades, 0), trades.size());
    }

    /** {@return a checksum that takes a perpetual's mark prices and funding in} */
    public static long add(long hash, MarkColumns marks, FundingColumns funding) {
        long sum = mix(hash, marks.timeNanos().length);
        for (long time : marks.timeNanos()) {
            sum = mix(sum, time);
        }
        for (long ticks : marks.ticks()) {
            sum = mix(sum, ticks);
        }
        for (int row = 0; row < funding.size(); row++) {
            sum = mix(mix(sum, funding.timeNanos()[row]), funding.rateE8()[row]);
        }
        return mix(sum, funding.size());
    }

    /** {@return a checksum that takes one more trade in} */
    static long add(long hash, TradeEvent trade) {
        long sum = mix(mix(hash, trade.timeNanos()), trade.priceTicks());
        return mix(mix(sum, trade.quantityLots()), trade.tradeId() * 3 + code(trade.aggressor()));
    }

    /** {@return a checksum that takes one more change of a book in} */
    static long add(long hash, BookEvent book) {
        long sum = mix(mix(hash, book.timeNanos()), book.snapshot() ? 1 : 0);
        sum = mix(mix(sum, book.firstId()), book.lastId());
        for (int i = 0; i < book.bids(); i++) {
            sum = mix(mix(sum, book.bidTicks(i)), book.bidLots(i));
        }
        for (int i = 0; i < book.asks(); i++) {
            sum = mix(mix(sum, -book.askTicks(i)), book.askLots(i));
        }
        return sum;
    }

    private static int code(@Nullable Side side) {
        return side == null ? 0 : side == Side.BUY ? 1 : 2;
    }

    private static long mix(long hash, long value) {
        long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        return (z ^ (z >>> 29)) + 0x9E3779B97F4A7C15L;
    }
}
