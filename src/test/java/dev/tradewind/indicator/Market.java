package dev.tradewind.indicator;

import dev.tradewind.app.DataFiles;
import dev.tradewind.domain.Instrument;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Candles for tests, in columns. */
record Market(long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {

    private static final Path DATA = Path.of("../shared/data");
    private static final long HOUR = 3_600_000_000_000L;
    private static final long START = 1_600_000_000_000_000_000L / HOUR * HOUR;

    static Market empty(int size) {
        return new Market(
                new long[size], new double[size], new double[size], new double[size], new double[size],
                        new double[size]);
    }

    /** A seeded random walk in cents, with gaps and every kind of candle. */
    static Market generated(long seed, int size) {
        Rng rng = new Rng(seed);
        Market market = empty(size);
        double price = 200;
        for (int i = 0; i < size; i++) {
            double gap = rng.nextInt(4) == 0 ? rng.nextDouble() - 0.5 : 0;
            double body = (rng.nextDouble() - 0.5) * (rng.nextInt(3) == 0 ? 0.1 : 3);
            // a pull to the middle, so that it neither ends at nothing nor runs away
            double open = cents(price + gap + (200 - price) * 0.01);
            double close = cents(open + body);
            market.time[i] = START + i * HOUR;
            market.open[i] = open;
            market.close[i] = close;
            market.high[i] = cents(Math.max(open, close) + shadow(rng));
            market.low[i] = cents(Math.min(open, close) - shadow(rng));
            market.volume[i] = Math.rint(1 + 1000 * rng.nextDouble()) / 10;
            price = close;
        }
        return market;
    }

    private static double shadow(Rng rng) {
        return rng.nextInt(3) == 0 ? 0 : rng.nextDouble() * (rng.nextInt(3) == 0 ? 3 : 0.5);
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    /** {@return a place in the shared data; the test is skipped where it is not} */
    static Path data(String file) {
        Path path = DATA.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not here, so this test is skipped");
        return path;
    }

    /** {@return the first candles of a file of the shared data; the test is skipped where that is not} */
    static Market real(String file, int most) {
        CandleImport read = DataFiles.candles(data(file), null);
        CandleColumns candles = read.candles();
        Instrument instrument = read.instrument();
        Market market = empty(Math.min(most, candles.size()));
        for (int i = 0; i < market.size(); i++) {
            market.time[i] = candles.openTimeNanos(i);
            market.open[i] = instrument.priceAsDouble(candles.openTicks(i));
            market.high[i] = instrument.priceAsDouble(candles.highTicks(i));
            market.low[i] = instrument.priceAsDouble(candles.lowTicks(i));
            market.close[i] = instrument.priceAsDouble(candles.closeTicks(i));
            market.volume[i] = instrument.quantityAsDouble(candles.volumeLots(i));
        }
        return market;
    }

    int size() {
        return close.length;
    }

    void fill(int row, Bar bar) {
        bar.set(time[row], open[row], high[row], low[row], close[row], volume[row]);
    }

    /** {@return each line of an indicator over all candles} */
    double[][] run(String id, Map<String, String> params) {
        IndicatorType type = IndicatorCatalog.type(id);
        return run(type.make(type.params(params)));
    }

    double[][] run(Indicator indicator) {
        double[][] lines = new double[indicator.outputs()][size()];
        Bar bar = new Bar();
        for (int i = 0; i < size(); i++) {
            fill(i, bar);
            indicator.add(bar);
            for (int line = 0; line < lines.length; line++) {
                lines[line][i] = indicator.value(line);
            }
        }
        return lines;
    }

    /** {@return the candles from one on} */
    Market from(int start) {
        int end = size();
        return new Market(
                Arrays.copyOfRange(time, start, end), Arrays.copyOfRange(open, start, end),
                Arrays.copyOfRange(high, start, end), Arrays.copyOfRange(low, start, end),
                Arrays.copyOfRange(close, start, end), Arrays.copyOfRange(volume, start, end));
    }
}
