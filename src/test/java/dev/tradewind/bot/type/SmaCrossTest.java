package dev.tradewind.bot.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.bot.SignalColumns;
import dev.tradewind.bot.SignalTurns;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleSeries;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Crossings out of columns are those of plain sums, whatever the size of the prices. */
class SmaCrossTest {

    private static final long MINUTE = 60_000_000_000L;

    private static CandleColumns candles(Rng rng, long level, int size) {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        for (int i = 0; i < size; i++) {
            long price = level + rng.nextInt(6);
            series.append(i * MINUTE, price, price, price, price, 1);
        }
        return series.columns();
    }

    private static String turns(SmaCross cross, CandleColumns candles, int first, int end) {
        SignalTurns turns = new SignalTurns();
        cross.turns(SignalColumns.of(candles), first, end, turns);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < turns.size(); i++) {
            text.append(turns.wanted(i) ? " up " : " down ").append(turns.row(i));
        }
        return text.toString();
    }

    private static String plain(int fast, int slow, CandleColumns candles, int first, int end) {
        StringBuilder text = new StringBuilder();
        for (int row = first + slow; row < end; row++) {
            int now = Long.signum(difference(candles, row, fast, slow));
            if (now != 0 && now != Long.signum(difference(candles, row - 1, fast, slow))) {
                text.append(now > 0 ? " up " : " down ").append(row);
            }
        }
        return text.toString();
    }

    private static long difference(CandleColumns candles, int last, int fast, int slow) {
        long fastSum = 0;
        long slowSum = 0;
        for (int i = 0; i < slow; i++) {
            slowSum += candles.closeTicks(last - i);
            fastSum += i < fast ? candles.closeTicks(last - i) : 0;
        }
        return fastSum * slow - slowSum * fast;
    }

    /** Small prices, prices whose products leave what a double counts, and prices whose sums do. */
    @Test
    void crossesWherePlainSumsDo() {
        for (long level : new long[] {1, 1_000, 3_000_000, 1_000_000_000_000L, 70_000_000_000_000L, 1L << 52}) {
            for (long seed = 1; seed <= 20; seed++) {
                Rng rng = new Rng(seed);
                CandleColumns candles = candles(rng, level, 5_000);
                int fast = 1 + rng.nextInt(6);
                int slow = fast + 1 + rng.nextInt(20);
                int first = rng.nextInt(3) == 0 ? rng.nextInt(600) : 0;
                int end = candles.size() - (rng.nextInt(3) == 0 ? rng.nextInt(3_000) : 0);
                SmaCross cross = new SmaCross(fast, slow, BigDecimal.ONE, Optional.empty());
                String expected = plain(fast, slow, candles, first, end);
                assertThat(expected).contains(" up ").contains(" down ");
                assertEquals(expected, turns(cross, candles, first, end), "level " + level + ", seed " + seed);
            }
        }
    }

    @Test
    void hasNoTurnWhereTheSeriesIsTooShort() {
        CandleColumns candles = candles(new Rng(1), 100, 30);
        SmaCross cross = new SmaCross(2, 30, BigDecimal.ONE, Optional.empty());
        assertEquals("", turns(cross, candles, 0, 30));
        assertEquals("", turns(cross, candles, 25, 30));
        assertEquals("", turns(cross, candles, 0, 0));
    }
}
