package dev.tradewind.persistence.series;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.TradeColumns;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * From the ticks and lots of one instrument to those of another. What does not come out even is refused, never
 * rounded.
 */
final class Units {

    private final SeriesKey key;
    private final Instrument from;
    private final Instrument to;
    private final Ratio ticks;
    private final Ratio lots;

    /** {@code up} of the new unit for every {@code down} of the old. */
    private record Ratio(long up, long down) {
        static Ratio of(BigDecimal from, BigDecimal to) {
            int scale = Math.max(0, Math.max(from.scale(), to.scale()));
            BigInteger old = from.movePointRight(scale).toBigIntegerExact();
            BigInteger made = to.movePointRight(scale).toBigIntegerExact();
            BigInteger common = old.gcd(made);
            return new Ratio(old.divide(common).longValueExact(), made.divide(common).longValueExact());
        }

        boolean same() {
            return up == 1 && down == 1;
        }
    }

    /** @param key the series the rows are for, named where one does not fit */
    Units(SeriesKey key, Instrument from, Instrument to) {
        this.key = key;
        this.from = from;
        this.to = to;
        this.ticks = Ratio.of(from.tickSize(), to.tickSize());
        this.lots = Ratio.of(from.lotSize(), to.lotSize());
    }

    /** {@return an instrument like another, in those steps} */
    static Instrument finer(Instrument like, BigDecimal tickSize, BigDecimal lotSize) {
        Asset base = like.base();
        Asset quote = like.quote();
        return new Instrument(
                like.symbol(),
                like.venue(),
                new Asset(base.code(), Math.max(base.scale(), lotSize.scale())),
                new Asset(quote.code(), Math.max(quote.scale(), tickSize.scale() + lotSize.scale())),
                tickSize,
                lotSize,
                InstrumentFilters.NONE);
    }

    /** {@return whether nothing changes} */
    boolean same() {
        return ticks.same() && lots.same();
    }

    /** {@return whether every number of the old units is one of the new} */
    boolean exact() {
        return ticks.down() == 1 && lots.down() == 1;
    }

    /**
     * {@return the candles in the new units}
     *
     * @throws IllegalArgumentException if one does not fit, naming it and what to do
     */
    CandleColumns convert(CandleColumns candles) {
        if (same()) {
            return candles;
        }
        int width = CandleColumns.WIDTH;
        long[] cells = new long[Math.multiplyExact(candles.size(), width)];
        for (int row = 0; row < candles.size(); row++) {
            long time = candles.openTimeNanos(row);
            int at = row * width;
            cells[at] = time;
            cells[at + 1] = ticks(candles.openTicks(row), time);
            cells[at + 2] = ticks(candles.highTicks(row), time);
            cells[at + 3] = ticks(candles.lowTicks(row), time);
            cells[at + 4] = ticks(candles.closeTicks(row), time);
            cells[at + 5] = lots(candles.volumeLots(row), time);
        }
        return CandleColumns.adopt(candles.timeframe(), candles.size(), cells);
    }

    /** As above, for trades. */
    TradeColumns convert(TradeColumns trades) {
        if (same()) {
            return trades;
        }
        TradeCells cells = new TradeCells(trades.size());
        for (int row = 0; row < trades.size(); row++) {
            long time = trades.timeNanos(row);
            cells.add(
                    time, ticks(trades.priceTicks(row), time), lots(trades.quantityLots(row), time),
                    TradeCells.code(trades.aggressor(row)), trades.id(row));
        }
        return cells.columns();
    }

    /** Changes rows of a block in their place. */
    void convert(long[] cells, int rows, RowKind kind) {
        if (same()) {
            return;
        }
        int lot = kind == RowKind.CANDLES ? 5 : 2;
        for (int row = 0; row < rows; row++) {
            int at = row * kind.width();
            for (int price = RowKind.PRICE; price < lot; price++) {
                cells[at + price] = ticks(cells[at + price], cells[at]);
            }
            cells[at + lot] = lots(cells[at + lot], cells[at]);
        }
    }

    long ticks(long number, long timeNanos) {
        return ticks.same() ? number : change(number, ticks, timeNanos, true);
    }

    long lots(long number, long timeNanos) {
        return lots.same() ? number : change(number, lots, timeNanos, false);
    }

    private long change(long number, Ratio ratio, long timeNanos, boolean price) {
        if (number % ratio.down() == 0) {
            try {
                return Math.multiplyExact(number / ratio.down(), ratio.up());
            } catch (ArithmeticException e) {
                // refused below with the value
            }
        }
        String value = (price ? from.toPrice(number) : from.toQuantity(number)).toPlainString();
        throw new IllegalArgumentException("The " + (price ? "price " : "quantity ") + value + " at "
                + Blocks.show(timeNanos) + " does not fit the stored series " + key + ", which is kept in "
                + (price ? "ticks of " + to.tickSize().toPlainString() : "lots of " + to.lotSize().toPlainString())
                + ". Drop the series and import it anew in finer steps, or keep these rows under another venue's"
                + " name.");
    }
}
