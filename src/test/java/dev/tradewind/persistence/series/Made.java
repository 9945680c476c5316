package dev.tradewind.persistence.series;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.TradeColumns;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Candles and trades made for tests: a row is an array of its values. */
final class Made {

    static final long MINUTE = Timeframe.M1.nanos();

    /** 1 January 2024. */
    static final long START = 1_704_067_200_000_000_000L;

    private Made() {}

    static Instrument instrument(String tick, String lot) {
        return new Instrument(
                "BTCUSDT", "Binance", Asset.of("BTC"), new Asset("USDT", 12), new BigDecimal(tick), new BigDecimal(lot),
                InstrumentFilters.NONE);
    }

    static Instrument instrument() {
        return instrument("0.01", "0.0001");
    }

    static long[] candle(long openNanos, Rng rng) {
        long open = 100_000 + rng.nextInt(1_000);
        long close = 100_000 + rng.nextInt(1_000);
        return new long[] {
            openNanos, open, Math.max(open, close) + rng.nextInt(50), Math.min(open, close) - rng.nextInt(50), close,
            rng.nextInt(1_000_000)
        };
    }

    static CandleColumns candles(Timeframe timeframe, Collection<long[]> rows) {
        long[] cells = new long[rows.size() * CandleColumns.WIDTH];
        int at = 0;
        for (long[] row : rows) {
            System.arraycopy(row, 0, cells, at, CandleColumns.WIDTH);
            at += CandleColumns.WIDTH;
        }
        return CandleColumns.adopt(timeframe, rows.size(), cells);
    }

    static List<long[]> rows(CandleColumns candles) {
        return IntStream.range(0, candles.size())
                .mapToObj(row -> new long[] {
                    candles.openTimeNanos(row), candles.openTicks(row), candles.highTicks(row), candles.lowTicks(row),
                    candles.closeTicks(row), candles.volumeLots(row)
                })
                .toList();
    }

    static TradeColumns trades(List<long[]> rows) {
        TradeCells cells = new TradeCells(rows.size());
        rows.forEach(row -> cells.add(row[0], row[1], row[2], row[3], row[4]));
        return cells.columns();
    }

    static List<long[]> rows(TradeColumns trades) {
        return IntStream.range(0, trades.size())
                .mapToObj(row -> new long[] {
                    trades.timeNanos(row), trades.priceTicks(row), trades.quantityLots(row),
                    TradeCells.code(trades.aggressor(row)), trades.id(row)
                })
                .toList();
    }
}
