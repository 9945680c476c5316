package dev.tradewind.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every indicator of the catalogue keeps to. */
class IndicatorCatalogTest {

    private static final long SEED = 20_261_121;
    private static final Market MARKET = Market.generated(SEED, 600);

    static List<IndicatorType> types() {
        return IndicatorCatalog.TYPES;
    }

    private static double[] lines(Indicator indicator) {
        double[] values = new double[indicator.outputs()];
        for (int line = 0; line < values.length; line++) {
            values[line] = indicator.value(line);
        }
        return values;
    }

    private static Params standard(IndicatorType type) {
        return type.params(Map.of());
    }

    @Test
    void holdsAtLeastSixtyWithIdsOfTheirOwn() {
        Set<String> ids = new HashSet<>();
        types().forEach(type -> assertTrue(ids.add(type.id()), type.id()));
        assertThat(ids).hasSizeGreaterThanOrEqualTo(60).allMatch(id -> id.matches("[a-z][a-z0-9-]*"));
        assertThat(types().stream().filter(type -> type.id().startsWith("candle-")).count()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void saysWhichThereAre() {
        assertThatThrownBy(() -> IndicatorCatalog.type("emma"))
                .hasMessageStartingWith("indicator 'emma' is not one of sma, ema, wma");
    }

    @ParameterizedTest
    @MethodSource("types")
    void describesItself(IndicatorType type) {
        assertThat(type.label()).isNotBlank();
        assertThat(type.description()).endsWith(".");
        assertThat(new HashSet<>(type.outputs())).hasSameSizeAs(type.outputs());
        assertThat(type.make(standard(type)).outputs()).isEqualTo(type.outputs().size());
        type.params().forEach(param -> assertThat(param.help()).endsWith("."));
    }

    /** One that saw a prefix says what one that is fed the whole series said there: it knows nothing of what comes. */
    @ParameterizedTest
    @MethodSource("types")
    void equalsItselfRecomputedOverEveryPrefix(IndicatorType type) {
        double[][] whole = MARKET.run(type.make(standard(type)));
        Indicator again = type.make(standard(type));
        Bar bar = new Bar();
        for (int end = 1; end <= 120; end++) {
            again.reset();
            for (int i = 0; i < end; i++) {
                MARKET.fill(i, bar);
                again.add(bar);
            }
            for (int line = 0; line < whole.length; line++) {
                assertEquals(whole[line][end - 1], again.value(line), type.id() + ", seed " + SEED + ", bar " + end);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void isWarmWhenItSaysSo(IndicatorType type) {
        Rng rng = new Rng(SEED);
        for (int round = 0; round < 8; round++) {
            Params params = round == 0 ? standard(type) : someParams(type, rng);
            int warmUp = type.warmUp(params);
            double[][] lines = MARKET.run(type.make(params));
            String what = type.id() + " " + params + ", seed " + SEED;
            for (int i = 0; i < warmUp - 1; i++) {
                boolean missing = false;
                for (double[] line : lines) {
                    missing |= Double.isNaN(line[i]);
                }
                assertTrue(missing, what + ": every line has a value at bar " + (i + 1) + " of " + warmUp);
            }
            for (int i = warmUp - 1; i < MARKET.size() && !type.eventful(); i++) {
                for (int line = 0; line < lines.length; line++) {
                    assertTrue(Double.isFinite(lines[line][i]), what + ": no " + type.outputs().get(line) + " at " + i);
                }
            }
        }
    }

    /** Small whole numbers and any of the choices, so that a warm-up fits the series. */
    private static Params someParams(IndicatorType type, Rng rng) {
        Map<String, String> values = new HashMap<>();
        for (ParamSpec param : type.params()) {
            switch (param.kind()) {
                case INTEGER -> {
                    long least = param.min().longValueExact();
                    long most = Math.min(param.max().longValueExact(), least + 40);
                    values.put(param.id(), Long.toString(least + rng.nextInt((int) (most - least) + 1)));
                }
                case CHOICE -> {
                    // volumes say nothing in common with prices: a correlation with itself is another matter
                    boolean volume = type.id().equals("correlation");
                    values.put(param.id(),
                            volume ? param.defaultValue() : param.choices().get(rng.nextInt(param.choices().size())));
                }
                case DECIMAL, SWITCH, LADDER -> values.put(param.id(), param.defaultValue());
            }
        }
        if (type.id().equals("vwap-anchored")) {
            values.put("anchor", "0");
        }
        return type.params(values);
    }

    @ParameterizedTest
    @MethodSource("types")
    void startsAnewAfterAReset(IndicatorType type) {
        Indicator indicator = type.make(standard(type));
        byte[] fresh = SavedStates.of(indicator);
        double[][] first = MARKET.run(indicator);
        indicator.reset();
        assertArrayEquals(fresh, SavedStates.of(indicator), type.id());
        assertArrayEquals(first, MARKET.run(indicator), type.id());
    }

    /** A bar with a hole is NaN in every line and otherwise as if it had not been there. */
    @ParameterizedTest
    @MethodSource("types")
    void passesOverBarsThatAreNotWhole(IndicatorType type) {
        double[][] whole = MARKET.run(type.make(standard(type)));
        Indicator indicator = type.make(standard(type));
        Bar bar = new Bar();
        Rng rng = new Rng(SEED);
        double[] holes = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < MARKET.size(); i++) {
            if (rng.nextInt(4) == 0) {
                double[] values = {MARKET.open()[i], MARKET.high()[i], MARKET.low()[i], MARKET.close()[i],
                        MARKET.volume()[i]};
                values[rng.nextInt(values.length)] = holes[rng.nextInt(holes.length)];
                bar.set(MARKET.time()[i], values[0], values[1], values[2], values[3], values[4]);
                indicator.add(bar);
                for (double value : lines(indicator)) {
                    assertEquals(Double.NaN, value, type.id());
                }
            }
            MARKET.fill(i, bar);
            indicator.add(bar);
            for (int line = 0; line < whole.length; line++) {
                assertEquals(whole[line][i], indicator.value(line), type.id() + ", seed " + SEED + ", bar " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void goesOnAsTheOneThatSaved(IndicatorType type) {
        Rng rng = new Rng(SEED);
        Bar bar = new Bar();
        for (int bars : new int[] {0, 1, 7, 30, 200}) {
            Indicator original = type.make(standard(type));
            for (int i = 0; i < bars; i++) {
                MARKET.fill(i, bar);
                original.add(bar);
            }
            byte[] state = SavedStates.of(original);
            Indicator loaded = SavedStates.loaded(state, type.make(standard(type)));
            assertArrayEquals(state, SavedStates.of(loaded), type.id());
            StateRules.all()
                    .ignoring("indicator.VolumeProfile", "rows", "filled anew for each candle")
                    .ignoring("indicator.CandlePattern", "rule", "follows from the type")
                    .compare(type.id() + " after " + bars, original, loaded);
            for (int i = bars; i < bars + 150; i++) {
                MARKET.fill(i, bar);
                original.add(bar);
                loaded.add(bar);
                assertArrayEquals(lines(original), lines(loaded), type.id() + " after " + bars + ", bar " + i);
            }
            assertArrayEquals(SavedStates.of(original), SavedStates.of(loaded), type.id());
            SavedStates.refuseDamageOf(state, () -> type.make(standard(type)), rng, 40);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesParametersOutOfRange(IndicatorType type) {
        assertThatThrownBy(() -> type.params(Map.of("colour", "red"))).isInstanceOf(ParamException.class);
        for (ParamSpec param : type.params()) {
            List<String> wrong = switch (param.kind()) {
                case CHOICE, SWITCH, LADDER -> List.of("nonsense", "");
                case INTEGER, DECIMAL -> List.of(
                        "x", "", param.min().subtract(BigDecimal.ONE).toPlainString(),
                        param.max().add(BigDecimal.ONE).toPlainString());
            };
            for (String value : wrong) {
                assertThatThrownBy(() -> type.params(Map.of(param.id(), value)), type.id() + " "
                        + param.id() + "=" + value)
                        .isInstanceOf(ParamException.class)
                        .hasMessageContaining(param.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void allocatesNothingPerBar(IndicatorType type) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Indicator indicator = type.make(standard(type));
        Bar bar = new Bar();
        double sum = 0;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < MARKET.size(); i++) {
                MARKET.fill(i, bar);
                indicator.add(bar);
                sum += indicator.value();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as(type.id() + " " + sum).isLessThan(MARKET.size());
    }

    @Test
    void takesAWholeColumnAsItWouldNumberByNumber() {
        double[] close = MARKET.close();
        double[] column = new double[close.length];
        Ema whole = new Ema(20);
        whole.next(Arrays.copyOf(close, 7), column);
        double[] rest = new double[close.length - 7];
        whole.next(Arrays.copyOfRange(close, 7, close.length), rest);
        System.arraycopy(rest, 0, column, 7, rest.length);
        Ema single = new Ema(20);
        for (int i = 0; i < close.length; i++) {
            assertEquals(single.next(close[i]), column[i], "candle " + i);
        }
    }

    /** In parts of random lengths, over short and long windows: bit for bit what it says candle by candle. */
    @Test
    void bandsOfAWholeColumnAreThoseOfSingleCandles() {
        Rng rng = new Rng(SEED);
        Market market = Market.generated(SEED, 4_000);
        for (int period : new int[] {1, 2, 3, 20, 33, 299, 1_200, 4_100}) {
            Bollinger single = new Bollinger(period, 2);
            double[][] lines = market.run(single);
            Bollinger parts = new Bollinger(period, 2);
            int row = 0;
            while (row < market.size()) {
                int end = Math.min(market.size(), row + 1 + rng.nextInt(2 * period + 1_500));
                double[][] out = new double[3][end - row];
                parts.next(Arrays.copyOfRange(market.close(), row, end), out[0], out[1], out[2]);
                for (int line = 0; line < out.length; line++) {
                    assertArrayEquals(
                            Arrays.copyOfRange(lines[line], row, end), out[line],
                            "period " + period + ", line " + line + " from " + row + ", seed " + SEED);
                }
                row = end;
            }
            Bar bar = new Bar();
            market.fill(7, bar);
            single.add(bar);
            parts.add(bar);
            assertArrayEquals(lines(single), lines(parts), "after the column, period " + period);
        }
    }

    @Test
    void refusesWindowsNobodyCanKeep() {
        assertThatThrownBy(() -> new Ema(0)).hasMessage("an EMA looks back over 1 to 5000 candles, not 0");
        assertThatThrownBy(() -> new Sma(5001)).hasMessage("an SMA looks back over 1 to 5000 candles, not 5001");
    }
}
