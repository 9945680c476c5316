package dev.tradewind.bench;

import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.SeriesChecksum;
import java.math.BigDecimal;

/**
 * The benchmark's market: a seeded geometric random walk of one-minute candles from 2020 on, splitmix64 with
 * Box–Muller on {@code StrictMath}, prices in cents, volumes to four decimals. The same on every machine.
 */
public final class BenchSeries {

    /** The seed of every published figure. */
    public static final long SEED = 42;

    private static final long START_MILLIS = 1_577_836_800_000L;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double FIRST_PRICE = 30_000;
    private static final double STEP = 0.0003;
    private static final int STEPS = 4;
    private static final double TICKS_PER_UNIT = 100;
    private static final double VOLUME_STEPS = 1e4;

    /** Volumes have four decimals; the lot is one finer, as an import of the same figures from a file chooses it. */
    private static final long LOTS_PER_VOLUME_STEP = 10;

    private final long[] timeMillis;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private long state;

    private BenchSeries(int bars, long seed) {
        timeMillis = new long[bars];
        open = new double[bars];
        high = new double[bars];
        low = new double[bars];
        close = new double[bars];
        volume = new double[bars];
        state = seed;
        double price = FIRST_PRICE;
        for (int bar = 0; bar < bars; bar++) {
            price = draw(bar, price);
        }
    }

    /** {@return that many candles of that seed} */
    public static BenchSeries of(int bars, long seed) {
        return new BenchSeries(bars, seed);
    }

    private double draw(int bar, double first) {
        double price = first;
        double highest = first;
        double lowest = first;
        for (int step = 0; step < STEPS; step++) {
            price *= StrictMath.exp(STEP * gauss());
            highest = price > highest ? price : highest;
            lowest = price < lowest ? price : lowest;
        }
        timeMillis[bar] = START_MILLIS + MINUTE_MILLIS * bar;
        open[bar] = cents(first);
        high[bar] = cents(highest);
        low[bar] = cents(lowest);
        close[bar] = cents(price);
        volume[bar] = StrictMath.rint(VOLUME_STEPS * (0.1 + 10 * uniform())) / VOLUME_STEPS;
        return close[bar];
    }

    private static double cents(double price) {
        return StrictMath.rint(price * TICKS_PER_UNIT) / TICKS_PER_UNIT;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private double uniform() {
        return ((next() >>> 11) + 0.5) * 0x1.0p-53;
    }

    private double gauss() {
        return StrictMath.sqrt(-2 * StrictMath.log(uniform())) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** {@return the number of candles} */
    public int size() {
        return timeMillis.length;
    }

    /** {@return when a candle opened, in milliseconds since 1970} */
    public long timeMillis(int bar) {
        return timeMillis[bar];
    }

    /** {@return a candle's first price} */
    public double open(int bar) {
        return open[bar];
    }

    /** {@return a candle's highest price} */
    public double high(int bar) {
        return high[bar];
    }

    /** {@return a candle's lowest price} */
    public double low(int bar) {
        return low[bar];
    }

    /** {@return a candle's last price} */
    public double close(int bar) {
        return close[bar];
    }

    /** {@return a candle's volume} */
    public double volume(int bar) {
        return volume[bar];
    }

    /** {@return the series as an import of its CSV would bring it} */
    public Candles imported() {
        int bars = size();
        long[] times = new long[bars];
        long[] volumes = new long[bars];
        for (int bar = 0; bar < bars; bar++) {
            times[bar] = timeMillis[bar] * NANOS_PER_MILLI;
            volumes[bar] = Math.round(volume[bar] * VOLUME_STEPS) * LOTS_PER_VOLUME_STEP;
        }
        CandleColumns candles = new CandleColumns(
                Timeframe.M1, bars, times, ticks(open), ticks(high), ticks(low), ticks(close), volumes);
        ImportSummary summary = new ImportSummary("bench series", bars, 0, 0, 0, 0, times[0], times[bars - 1]);
        return new Candles(new CandleImport(instrument(), candles, SeriesChecksum.of(candles), summary));
    }

    private static long[] ticks(double[] prices) {
        long[] ticks = new long[prices.length];
        for (int bar = 0; bar < prices.length; bar++) {
            ticks[bar] = Math.round(prices[bar] * TICKS_PER_UNIT);
        }
        return ticks;
    }

    private static Instrument instrument() {
        return new Instrument(
                "BASEQUOTE", "bench", Asset.of("BASE"), Asset.of("QUOTE"), new BigDecimal("0.01"),
                new BigDecimal("0.00001"), InstrumentFilters.NONE);
    }
}
