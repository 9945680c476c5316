package dev.tradewind.indicator;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A kind of indicator as the catalogue shows it. Immutable; safe on any thread.
 *
 * @param id          stable id, for instance {@code ema}
 * @param label       what a list shows
 * @param group       the heading it stands under
 * @param description one sentence
 * @param params      what may be chosen
 * @param outputs     names of its lines, in order
 * @param eventful    whether a line may be NaN after the warm-up too, because it waits for something to happen
 * @param warmUpBars  whole candles until every line has a value, or could have one if it is eventful
 * @param factory     makes one
 */
public record IndicatorType(
        String id,
        String label,
        Group group,
        String description,
        List<ParamSpec> params,
        List<String> outputs,
        boolean eventful,
        ToIntFunction<Params> warmUpBars,
        Function<Params, Indicator> factory) {

    /** Headings of lists. */
    public enum Group {
        AVERAGE,
        MOMENTUM,
        TREND,
        VOLATILITY,
        VOLUME,
        STATISTICS,
        LEVELS,
        CANDLES
    }

    public IndicatorType {
        params = List.copyOf(params);
        outputs = List.copyOf(outputs);
    }

    /** {@return a type with one line called {@code value} and no parameters yet} */
    static IndicatorType of(
            String id, String label, Group group, String description, ToIntFunction<Params> warmUpBars,
            Function<Params, Indicator> factory) {
        return new IndicatorType(
                id, label, group, description, List.of(), List.of("value"), false, warmUpBars, factory);
    }

    IndicatorType with(ParamSpec... specs) {
        return new IndicatorType(
                id, label, group, description, List.of(specs), outputs, eventful, warmUpBars, factory);
    }

    IndicatorType lines(String... names) {
        return new IndicatorType(
                id, label, group, description, params, List.of(names), eventful, warmUpBars, factory);
    }

    IndicatorType waiting() {
        return new IndicatorType(id, label, group, description, params, outputs, true, warmUpBars, factory);
    }

    /**
     * {@return the given values over the defaults}
     *
     * @throws dev.tradewind.domain.ParamException for an unknown id or a value out of range
     */
    public Params params(Map<String, String> given) {
        return Params.of(params, given);
    }

    /** {@return a fresh indicator; {@code values} are of this type, see {@link #params(Map)}} */
    public Indicator make(Params values) {
        return factory.apply(values);
    }

    /**
     * {@return how many whole candles it takes in until every line has a value, or could have one if it is eventful}
     */
    public int warmUp(Params values) {
        return warmUpBars.applyAsInt(values);
    }
}
