package dev.tradewind.indicator;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Every indicator there is, in the order lists show them. */
public final class IndicatorCatalog {

    /** The types. */
    public static final List<IndicatorType> TYPES = Stream.of(
                    averages(), momentum(), trend(), volatility(), volume(), statistics(), levels(), CandleShapes.TYPES,
                    CandleStars.TYPES)
            .flatMap(List::stream)
            .toList();

    private IndicatorCatalog() {}

    private static List<IndicatorType> averages() {
        return List.of(
                Sma.TYPE, Ema.TYPE, Wma.TYPE, Rma.TYPE, Dema.TYPE, Tema.TYPE, Hma.TYPE, Trima.TYPE, Kama.TYPE,
                Vwma.TYPE,
                Alma.TYPE, Zlema.TYPE);
    }

    private static List<IndicatorType> momentum() {
        return List.of(
                Rsi.TYPE, StochRsi.TYPE, Stochastic.TYPE, Macd.TYPE, Ppo.TYPE, Cci.TYPE, Roc.TYPE, Momentum.TYPE,
                WilliamsR.TYPE, Trix.TYPE, Ultimate.TYPE, Awesome.TYPE, Cmo.TYPE, BalanceOfPower.TYPE, ElderRay.TYPE);
    }

    private static List<IndicatorType> trend() {
        return List.of(
                Adx.TYPE, Aroon.TYPE, Supertrend.TYPE, ParabolicSar.TYPE, Ichimoku.TYPE, Vortex.TYPE, Choppiness.TYPE,
                Chandelier.TYPE);
    }

    private static List<IndicatorType> volatility() {
        return List.of(
                Bollinger.TYPE, Keltner.TYPE, Donchian.TYPE, TrueRange.TYPE, AverageTrueRange.TYPE, Natr.TYPE);
    }

    private static List<IndicatorType> volume() {
        return List.of(
                Vwap.TYPE, AnchoredVwap.TYPE, Obv.TYPE, Mfi.TYPE, Cmf.TYPE, AccumulationDistribution.TYPE,
                ChaikinOscillator.TYPE, Force.TYPE, VolumeProfile.TYPE, OrderFlowDelta.TYPE);
    }

    private static List<IndicatorType> statistics() {
        return List.of(
                LinearRegression.TYPE, Deviation.TYPE, ZScore.TYPE, Correlation.TYPE, Hurst.TYPE, HalfLife.TYPE);
    }

    private static List<IndicatorType> levels() {
        return List.of(Pivots.TYPE, Fractals.TYPE, ZigZag.TYPE, HeikinAshi.TYPE);
    }

    /**
     * {@return the type with that id}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static IndicatorType type(String id) {
        StringJoiner known = new StringJoiner(", ");
        for (IndicatorType type : TYPES) {
            if (type.id().equals(id)) {
                return type;
            }
            known.add(type.id());
        }
        throw new IllegalArgumentException("indicator '" + id + "' is not one of " + known);
    }
}
