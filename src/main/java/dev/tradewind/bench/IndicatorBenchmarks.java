package dev.tradewind.bench;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import dev.tradewind.indicator.Atr;
import dev.tradewind.indicator.Bar;
import dev.tradewind.indicator.Bollinger;
import dev.tradewind.indicator.Ema;
import dev.tradewind.indicator.Indicator;
import dev.tradewind.indicator.Macd;
import dev.tradewind.indicator.Rsi;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Nanoseconds a bar of single indicators over the benchmark's million bars, fed candle by candle (EMA and Bollinger
 * bands: with the whole column), beside TA-Lib's function for whole arrays in turns. Both write every value of every line
 * TA-Lib has to an array. The gate holds our last value against theirs, of the bands the upper one's.
 */
final class IndicatorBenchmarks {

    private static final String PEER = "TA-Lib 0.4.0 (Java), whole arrays";
    private static final int BARS = 1_000_000;
    private static final int WARM_UPS = 25;
    private static final int RUNS = 15;
    private static final double RELATIVE = 1e-9;

    /** Runs over all candles once, lines into {@code out} from their first rows on. */
    private interface Pass {
        /** {@return a line's last value} */
        double run(Columns in, double[][] out);
    }

    /** The candles as plain columns. */
    private record Columns(double[] open, double[] high, double[] low, double[] close, double[] volume) {

        static Columns of(BenchSeries series) {
            int size = series.size();
            Columns columns = new Columns(
                    new double[size], new double[size], new double[size], new double[size], new double[size]);
            for (int i = 0; i < size; i++) {
                columns.open[i] = series.open(i);
                columns.high[i] = series.high(i);
                columns.low[i] = series.low(i);
                columns.close[i] = series.close(i);
                columns.volume[i] = series.volume(i);
            }
            return columns;
        }

        int size() {
            return close.length;
        }
    }

    private IndicatorBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                benchmark("indicator.ema", IndicatorBenchmarks::ema, () -> Talib::ema),
                benchmark("indicator.rsi", IndicatorBenchmarks::rsi, () -> Talib::rsi),
                benchmark("indicator.macd", (in, out) -> lines(new Macd(12, 26, 9), 3, in, out), () -> Talib::macd),
                benchmark(
                        "indicator.bollinger", IndicatorBenchmarks::bollinger, () -> Talib::bollinger),
                benchmark("indicator.atr", IndicatorBenchmarks::atr, () -> Talib::atr));
    }

    /** Names TA-Lib only when it is run, so that a program without it still measures itself. */
    private interface Peer {
        Pass pass();
    }

    private static Benchmark benchmark(String name, Pass ours, Peer theirs) {
        return Benchmark.of(name, "ns/bar", OptionalDouble.empty(), () -> measure(ours, theirs));
    }

    private static BenchResult measure(Pass ours, Peer peer) throws Exception {
        Columns in = Columns.of(BenchSeries.of(BARS, BenchSeries.SEED));
        double[][] out = new double[3][BARS];
        double[] last = new double[2];
        Repeated.Work mine = () -> timed(ours, in, out, last, 0);
        try {
            Pass theirs = peer.pass();
            Repeated.Pair pair = Repeated.inTurns(WARM_UPS, RUNS, mine, () -> timed(theirs, in, out, last, 1));
            boolean same = Math.abs(last[0] - last[1]) <= RELATIVE * Math.abs(last[1]);
            return BenchResult.of(pair.work())
                    .beside(PEER, pair.peer())
                    .judged(same ? BenchResult.OK : "ours ends at " + last[0] + ", theirs at " + last[1]);
        } catch (LinkageError absent) {
            return BenchResult.of(Repeated.median(WARM_UPS, RUNS, mine));
        }
    }

    private static double timed(Pass pass, Columns in, double[][] out, double[] last, int slot) {
        long began = System.nanoTime();
        last[slot] = pass.run(in, out);
        return (double) (System.nanoTime() - began) / in.size();
    }

    private static double ema(Columns in, double[][] out) {
        new Ema(20).next(in.close, out[0]);
        return out[0][in.size() - 1];
    }

    private static double rsi(Columns in, double[][] out) {
        Rsi rsi = new Rsi(14);
        double[] line = out[0];
        double[] close = in.close;
        for (int i = 0; i < close.length; i++) {
            line[i] = rsi.next(close[i]);
        }
        return line[close.length - 1];
    }

    private static double atr(Columns in, double[][] out) {
        Atr atr = new Atr(14);
        double[] line = out[0];
        for (int i = 0; i < in.size(); i++) {
            atr.add(in.high[i], in.low[i], in.close[i]);
            line[i] = atr.value();
        }
        return line[in.size() - 1];
    }

    private static double bollinger(Columns in, double[][] out) {
        new Bollinger(20, 2).next(in.close, out[0], out[1], out[2]);
        return out[1][in.size() - 1];
    }

    private static double lines(Indicator indicator, int lines, Columns in, double[][] out) {
        Bar bar = new Bar();
        for (int i = 0; i < in.size(); i++) {
            bar.set(i, in.open[i], in.high[i], in.low[i], in.close[i], in.volume[i]);
            indicator.add(bar);
            for (int line = 0; line < lines; line++) {
                out[line][i] = indicator.value(line);
            }
        }
        return out[0][in.size() - 1];
    }

    /** TA-Lib's functions. */
    private static final class Talib {

        private Talib() {}

        static double ema(Columns in, double[][] out) {
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            new Core().ema(0, in.size() - 1, in.close, 20, begin, count, out[0]);
            return out[0][count.value - 1];
        }

        static double rsi(Columns in, double[][] out) {
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            new Core().rsi(0, in.size() - 1, in.close, 14, begin, count, out[0]);
            return out[0][count.value - 1];
        }

        static double macd(Columns in, double[][] out) {
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            new Core().macd(0, in.size() - 1, in.close, 12, 26, 9, begin, count, out[0], out[1], out[2]);
            return out[0][count.value - 1];
        }

        static double bollinger(Columns in, double[][] out) {
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            new Core().bbands(0, in.size() - 1, in.close, 20, 2, 2, MAType.Sma, begin, count, out[1], out[0], out[2]);
            return out[1][count.value - 1];
        }

        static double atr(Columns in, double[][] out) {
            MInteger begin = new MInteger();
            MInteger count = new MInteger();
            new Core().atr(0, in.size() - 1, in.high, in.low, in.close, 14, begin, count, out[0]);
            return out[0][count.value - 1];
        }
    }
}
