package dev.tradewind.indicator;

import static org.ta4j.core.indicators.pivotpoints.FibonacciReversalIndicator.FibReversalTyp.RESISTANCE;
import static org.ta4j.core.indicators.pivotpoints.FibonacciReversalIndicator.FibReversalTyp.SUPPORT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.aggregator.HeikinAshiBarAggregator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.ChandelierExitLongIndicator;
import org.ta4j.core.indicators.ChandelierExitShortIndicator;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.RecentSwingHighIndicator;
import org.ta4j.core.indicators.RecentSwingLowIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.ZLEMAIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.OpenPriceIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanAIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.pivotpoints.FibonacciReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.PivotLevel;
import org.ta4j.core.indicators.pivotpoints.PivotPointIndicator;
import org.ta4j.core.indicators.pivotpoints.StandardReversalIndicator;
import org.ta4j.core.indicators.pivotpoints.TimeLevel;
import org.ta4j.core.indicators.statistics.CorrelationCoefficientIndicator;
import org.ta4j.core.indicators.statistics.SigmaIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Our indicators against ta4j 0.19 on doubles, for what TA-Lib does not have or computes with fewer digits. */
class Ta4jTest {

    /** After so many candles nothing is left of how an average of the periods used here began. */
    private static final int FADED = 900;

    private record Case(String id, String params, int line, int from, Function<BarSeries, Indicator<Num>> theirs) {}

    private final List<Case> cases = new ArrayList<>();

    private void same(String id, String params, int line, int from, Function<BarSeries, Indicator<Num>> theirs) {
        cases.add(new Case(id, params, line, from, theirs));
    }

    private static ClosePriceIndicator close(BarSeries s) {
        return new ClosePriceIndicator(s);
    }

    private void averages() {
        same("rma", "period=14", 0, FADED, s -> new MMAIndicator(close(s), 14));
        same("hma", "period=20", 0, 30, s -> new HMAIndicator(close(s), 20));
        same("vwma", "period=20", 0, 30, s -> new VWMAIndicator(close(s), 20));
        same("zlema", "period=20", 0, FADED, s -> new ZLEMAIndicator(close(s), 20));
        same("elder-ray", "period=13", 0, FADED, s -> minus(new HighPriceIndicator(s), new EMAIndicator(close(s), 13)));
        same("elder-ray", "period=13", 1, FADED, s -> minus(new LowPriceIndicator(s), new EMAIndicator(close(s), 13)));
    }

    private static Indicator<Num> minus(Indicator<Num> one, Indicator<Num> other) {
        return BinaryOperationIndicator.difference(one, other);
    }

    private void trend() {
        same("awesome", "", 0, 40, s -> new AwesomeOscillatorIndicator(s));
        same("choppiness", "period=14", 0, 40, s -> new ChopIndicator(s, 14, 100));
        same("chandelier", "", 0, FADED, s -> new ChandelierExitLongIndicator(s, 22, 3));
        same("chandelier", "", 1, FADED, s -> new ChandelierExitShortIndicator(s, 22, 3));
        same("supertrend", "", 0, FADED, s -> new SuperTrendIndicator(s, 10, 3.0));
        same("atr", "", 0, FADED, s -> new ATRIndicator(s, 14));
        same("keltner", "atrPeriod=20", 0, FADED, s -> new KeltnerChannelMiddleIndicator(close(s), 20));
        same("keltner", "atrPeriod=20", 1, FADED, s ->
                new KeltnerChannelUpperIndicator(new KeltnerChannelMiddleIndicator(close(s), 20), 2, 20));
        same("keltner", "atrPeriod=20", 2, FADED, s ->
                new KeltnerChannelLowerIndicator(new KeltnerChannelMiddleIndicator(close(s), 20), 2, 20));
        same("ichimoku", "", 0, 100, s -> new IchimokuTenkanSenIndicator(s));
        same("ichimoku", "", 1, 100, s -> new IchimokuKijunSenIndicator(s));
        same("ichimoku", "", 2, 100, s -> new IchimokuSenkouSpanAIndicator(s));
        same("ichimoku", "", 3, 100, s -> new IchimokuSenkouSpanBIndicator(s));
    }

    private void volumeAndStatistics() {
        same("obv", "", 0, 0, s -> new OnBalanceVolumeIndicator(s));
        same("cmf", "", 0, 30, s -> new ChaikinMoneyFlowIndicator(s, 20));
        same("vwap-anchored", "", 0, 0, s -> new VWAPIndicator(s, s.getBarCount()));
        same("deviation", "", 0, 30, s -> new StandardDeviationIndicator(close(s), 20));
        same("z-score", "", 0, 30, s -> new SigmaIndicator(close(s), 20));
        same("bollinger", "", 3, 30, s -> new PercentBIndicator(close(s), 20, 2));
        same("correlation", "", 0, 30, s -> new CorrelationCoefficientIndicator(close(s), new VolumeIndicator(s), 30));
    }

    private void levels() {
        same("fractals", "", 0, 200, s -> new RecentSwingHighIndicator(new HighPriceIndicator(s), 2, 2, 0));
        same("fractals", "", 1, 200, s -> new RecentSwingLowIndicator(new LowPriceIndicator(s), 2, 2, 0));
        // theirs takes the first candle as it is; half of what that makes is gone with each candle
        same("heikin-ashi", "", 0, 100, s -> new OpenPriceIndicator(heikinAshi(s)));
        same("heikin-ashi", "", 1, 100, s -> new HighPriceIndicator(heikinAshi(s)));
        same("heikin-ashi", "", 2, 100, s -> new LowPriceIndicator(heikinAshi(s)));
        same("heikin-ashi", "", 3, 1, s -> new ClosePriceIndicator(heikinAshi(s)));
        pivots("", 0, p -> p);
        pivots("", 1, p -> new StandardReversalIndicator(p, PivotLevel.RESISTANCE_1));
        pivots("", 2, p -> new StandardReversalIndicator(p, PivotLevel.SUPPORT_1));
        pivots("", 3, p -> new StandardReversalIndicator(p, PivotLevel.RESISTANCE_2));
        pivots("", 4, p -> new StandardReversalIndicator(p, PivotLevel.SUPPORT_2));
        pivots("", 5, p -> new StandardReversalIndicator(p, PivotLevel.RESISTANCE_3));
        pivots("", 6, p -> new StandardReversalIndicator(p, PivotLevel.SUPPORT_3));
        pivots("kind=fibonacci", 1, p -> new FibonacciReversalIndicator(p, 0.382, RESISTANCE));
        pivots("kind=fibonacci", 4, p -> new FibonacciReversalIndicator(p, 0.618, SUPPORT));
    }

    private static BarSeries heikinAshi(BarSeries series) {
        return new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBars(new HeikinAshiBarAggregator().aggregate(series.getBarData()))
                .build();
    }

    private void pivots(String params, int line, Function<PivotPointIndicator, Indicator<Num>> theirs) {
        same("pivots", params, line, 60, s -> theirs.apply(new PivotPointIndicator(s, TimeLevel.DAY)));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnGeneratedCandles() {
        return tests("generated, seed 7", () -> Market.generated(7, 2_000));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnRealHours() {
        return tests("BTCUSDT 1h", () -> Market.real("candles/1h/binance-spot-BTCUSDT-1h-2020-2021.csv.gz", 2_000));
    }

    private Stream<DynamicTest> tests(String name, Supplier<Market> market) {
        averages();
        trend();
        volumeAndStatistics();
        levels();
        return cases.stream().map(each -> DynamicTest.dynamicTest(
                each.id + " " + each.params + " line " + each.line + ", " + name, () -> check(each, market.get())));
    }

    private static void check(Case each, Market market) {
        double[] ours = market.run(each.id, Oracle.params(each.params))[each.line];
        Indicator<Num> indicator = each.theirs.apply(series(market));
        double[] theirs = new double[market.size()];
        Arrays.setAll(theirs, i -> indicator.getValue(i).doubleValue());
        Oracle.agree(each.id + " line " + each.line, ours, theirs, each.from);
    }

    /** An hour less a second long each, so that the last one of a day ends in it. */
    private static BarSeries series(Market market) {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        Duration period = Duration.ofHours(1).minusSeconds(1);
        for (int i = 0; i < market.size(); i++) {
            series.barBuilder()
                    .timePeriod(period)
                    .endTime(Instant.ofEpochSecond(0, market.time()[i]).plus(period))
                    .openPrice(market.open()[i])
                    .highPrice(market.high()[i])
                    .lowPrice(market.low()[i])
                    .closePrice(market.close()[i])
                    .volume(market.volume()[i])
                    .add();
        }
        return series;
    }
}
