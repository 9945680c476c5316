package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of a series one after the other, block by block, and tells what is wrong with each. */
final class RowCheck {

    private final SeriesRow series;
    private final Optional<Timeframe> timeframe;
    private final int width;
    private boolean any;
    /** Time of the last candle with which nothing is wrong. */
    private long rightNanos = Long.MIN_VALUE;

    private long timeBefore;
    private long idBefore;

    RowCheck(SeriesRow series) {
        this.series = series;
        this.timeframe = series.key().timeframe();
        this.width = series.kind().width();
    }

    /** What is wrong with a row. */
    record Wrong(Kind kind, String text) {}

    /** Nothing can be read up to a time. */
    void skip(long lastNanos) {
        any = true;
        timeBefore = lastNanos;
        idBefore = 0;
    }

    /** {@return what is wrong with the next row, null if nothing is}; a gap before it goes to the findings */
    @Nullable Wrong next(long[] cells, int row, Findings findings) {
        int at = row * width;
        return timeframe.isPresent() ? candle(timeframe.get(), cells, at, findings) : trade(cells, at);
    }

    private @Nullable Wrong candle(Timeframe length, long[] cells, int at, Findings findings) {
        long time = cells[at];
        if (any && time < timeBefore || length.openOf(time) != time) {
            return new Wrong(Kind.IMPOSSIBLE, "no " + length.label() + " candle opens here");
        }
        if (time == rightNanos) {
            return new Wrong(Kind.DUPLICATE, "a second candle of the same time");
        }
        if (any && time > timeBefore) {
            long missing = Blocks.missing(length, timeBefore, time);
            if (missing > 0) {
                long from = length.closeOf(timeBefore);
                findings.add(Kind.GAP, from, missing, missing + (missing == 1 ? " candle is" : " candles are")
                        + " missing, until " + Blocks.show(time));
            }
        }
        any = true;
        timeBefore = time;
        String impossible = impossible(cells, at);
        rightNanos = impossible == null ? time : rightNanos;
        return impossible == null ? null : new Wrong(Kind.IMPOSSIBLE, impossible);
    }

    private @Nullable String impossible(long[] cells, int at) {
        long open = cells[at + 1];
        long high = cells[at + 2];
        long low = cells[at + 3];
        long close = cells[at + 4];
        if (low <= 0) {
            return "low " + price(low) + " is not a price";
        }
        if (high < low) {
            return "high " + price(high) + " is under low " + price(low);
        }
        if (high < open || high < close) {
            return "high " + price(high) + " is under "
                    + (high < open ? "open " + price(open) : "close " + price(close));
        }
        if (low > open || low > close) {
            return "low " + price(low) + " is over " + (low > open ? "open " + price(open) : "close " + price(close));
        }
        return cells[at + 5] < 0 ? "volume " + quantity(cells[at + 5]) + " is negative" : null;
    }

    private @Nullable Wrong trade(long[] cells, int at) {
        long id = cells[at + RowKind.ID];
        if (any && cells[at] < timeBefore) {
            return new Wrong(Kind.IMPOSSIBLE, "a trade before the one before it");
        }
        any = true;
        timeBefore = cells[at];
        if (id != 0 && id == idBefore) {
            return new Wrong(Kind.DUPLICATE, "trade " + id + " a second time");
        }
        if (cells[at + 1] <= 0) {
            return new Wrong(Kind.IMPOSSIBLE, "price " + price(cells[at + 1]) + " is none");
        }
        if (cells[at + 2] <= 0) {
            return new Wrong(Kind.IMPOSSIBLE, "quantity " + quantity(cells[at + 2]) + " is none");
        }
        idBefore = id;
        return null;
    }

    private String price(long ticks) {
        return series.instrument().tickSize().multiply(BigDecimal.valueOf(ticks)).toPlainString();
    }

    private String quantity(long lots) {
        return series.instrument().lotSize().multiply(BigDecimal.valueOf(lots)).toPlainString();
    }
}
