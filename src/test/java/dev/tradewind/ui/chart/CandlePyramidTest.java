package dev.tradewind.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleSeries;
import org.junit.jupiter.api.Test;

class CandlePyramidTest {

    private record Summary(long low, long high, long volume) {}

    private static Summary plain(CandleColumns columns, int from, int to) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long volume = 0;
        for (int row = from; row < to; row++) {
            low = Math.min(low, columns.lowTicks(row));
            high = Math.max(high, columns.highTicks(row));
            volume += columns.volumeLots(row);
        }
        return new Summary(low, high, volume);
    }

    private static Summary scanned(CandlePyramid pyramid, int from, int to) {
        pyramid.scan(from, to);
        return new Summary(pyramid.lowTicks(), pyramid.highTicks(), pyramid.volumeLots());
    }

    @Test
    void everyRangeEqualsAPlainLoop() {
        long seed = 21;
        CandleColumns columns = SampleMarket.walk(20_011, seed);
        CandlePyramid pyramid = new CandlePyramid();
        pyramid.update(columns);
        Rng rng = new Rng(seed);
        for (int turn = 0; turn < 3_000; turn++) {
            int from = rng.nextInt(columns.size() + 1);
            int to = from + rng.nextInt(columns.size() + 1 - from);
            assertThat(scanned(pyramid, from, to))
                    .as("seed %d, rows %d to %d", seed, from, to)
                    .isEqualTo(plain(columns, from, to));
        }
    }

    @Test
    void appendedCandlesExtendItWithoutABuild() {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        CandlePyramid pyramid = new CandlePyramid();
        Rng rng = new Rng(9);
        boolean rebuilt = false;
        for (int i = 0; i < 5_000; i++) {
            long price = 1_000 + rng.nextInt(500);
            series.append(i * 60_000_000_000L, price, price + rng.nextInt(9), price - rng.nextInt(9), price,
                    rng.nextInt(99));
            boolean other = pyramid.update(series.columns());
            rebuilt |= i > 0 && other;
        }
        assertThat(rebuilt).isFalse();
        assertThat(scanned(pyramid, 3, 4_999)).isEqualTo(plain(series.columns(), 3, 4_999));
    }

    @Test
    void anotherSeriesIsNoticed() {
        CandlePyramid pyramid = new CandlePyramid();
        CandleColumns first = SampleMarket.walk(700, 1);
        CandleColumns second = SampleMarket.walk(900, 2);
        pyramid.update(first);
        assertThat(pyramid.update(second)).isTrue();
        assertThat(scanned(pyramid, 0, 900)).isEqualTo(plain(second, 0, 900));
    }
}
