package dev.tradewind.bot.type;

import dev.tradewind.bot.Signal;
import dev.tradewind.bot.SignalColumns;
import dev.tradewind.bot.SignalTurns;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where two simple moving averages cross: the one definition behind the bot and the columns. On sums of closes in
 * ticks, so that ties are exact: with {@code d = Σfast·slow − Σslow·fast} of the last {@code fast} and {@code slow}
 * closes, the fast average crosses up when {@code d > 0} and the {@code d} before was at most 0, and down when {@code d
 * < 0} and the {@code d} before was at least 0; the first {@code d} (of candle number {@code slow}) only sets the
 * scene. Where {@code d} leaves a long it wraps, the same way on every path.
 *
 * @param fast      closes in the fast average
 * @param slow      closes in the slow one, more than in the fast one
 * @param size      what an entry buys
 * @param timeframe the candles averaged, empty for those of the feed
 */
record SmaCross(int fast, int slow, BigDecimal size, Optional<Timeframe> timeframe) implements Signal {

    /** The choice of candles that takes them as they come. */
    static final String FEED = "feed";

    /** Rows of one pass. */
    private static final int PART = 2048;

    /** @throws ParamException if the fast average is not the faster one */
    static SmaCross of(Params params) {
        int fast = params.integer("fast");
        int slow = params.integer("slow");
        if (fast >= slow) {
            throw new ParamException("fast", params.text("fast"), "fewer candles than slow, " + params.text("slow"));
        }
        String timeframe = params.text("timeframe");
        return new SmaCross(
                fast, slow, params.decimal("size"),
                timeframe.equals(FEED) ? Optional.empty() : Optional.of(Timeframe.ofLabel(timeframe)));
    }

    @Override
    public long lots(Instrument instrument) {
        return Rounding.lots(instrument, size);
    }

    /**
     * {@return whether the averages cross where {@code d} was {@code before} and is {@code now}; up exactly if that is
     * above 0}
     */
    static boolean crosses(long before, long now) {
        return now > 0 ? before <= 0 : now < 0 && before >= 0;
    }

    /**
     * {@return {@code (last − fastGone)·slow − (last − slowGone)·fast}: of a close and the closes that leave the
     * averages with it, how much {@code d} changes; of sums of all closes up to a candle and up to where each average
     * begins, {@code d}}
     */
    static long difference(long last, long fastGone, int fast, long slowGone, int slow) {
        return (last - fastGone) * slow - (last - slowGone) * fast;
    }

    @Override
    public void turns(SignalColumns columns, int first, int end, SignalTurns into) {
        int begin = first + slow;
        if (begin >= end) {
            return;
        }
        double[] sums = columns.exactSums();
        // then every product and difference of what follows is a whole number a double holds
        if (sums.length > 0 && columns.highestClose() <= SignalColumns.EXACT / fast / slow) {
            exactTurns(sums, begin, end, into);
        } else {
            wideTurns(columns, begin, end, into);
        }
    }

    private void wideTurns(SignalColumns columns, int begin, int end, SignalTurns into) {
        long before = difference(columns.sum(begin), columns.sum(begin - fast), fast, columns.sum(begin - slow), slow);
        for (int row = begin; row < end; row++) {
            int at = row + 1;
            long now = difference(columns.sum(at), columns.sum(at - fast), fast, columns.sum(at - slow), slow);
            if (crosses(before, now)) {
                into.add(row, now > 0);
            }
            before = now;
        }
    }

    /**
     * The same in two passes over parts that stay close to the processor, the first of which it does many rows at once.
     */
    private void exactTurns(double[] sums, int begin, int end, SignalTurns into) {
        float[] part = new float[PART];
        differences(sums, fast, slow, begin, 1, part);
        float before = part[0];
        for (int from = begin; from < end; from += PART) {
            int count = Math.min(PART, end - from);
            differences(sums, fast, slow, from + 1, count, part);
            for (int i = 0; i < count; i++) {
                float now = part[i];
                // mostly both are of one sign
                if (now * before <= 0 && crosses((long) before, (long) now)) {
                    into.add(from + i, now > 0);
                }
                before = now;
            }
        }
    }

    /**
     * Puts {@code d} after each candle before {@code at} and the following into floats, which keep whether it is 0 and
     * its sign.
     */
    private static void differences(double[] sums, int fast, int slow, int at, int count, float[] into) {
        double fastCloses = fast;
        double slowCloses = slow;
        for (int i = 0; i < count; i++) {
            double last = sums[at + i];
            into[i] = (float) ((last - sums[at + i - fast]) * slowCloses - (last - sums[at + i - slow]) * fastCloses);
        }
    }
}
