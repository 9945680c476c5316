package dev.tradewind.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every candle pattern against TA-Lib's of that name, candle by candle. */
class TalibCandlesTest {

    private static final Core CORE = new Core();

    private interface Function {
        RetCode call(
                int from, int to, double[] open, double[] high, double[] low, double[] close, MInteger begin,
                MInteger count, int[] out);
    }

    private static Map<String, Function> functions() {
        Map<String, Function> all = new LinkedHashMap<>();
        all.put("doji", CORE::cdlDoji);
        all.put("dragonfly-doji", CORE::cdlDragonflyDoji);
        all.put("gravestone-doji", CORE::cdlGravestoneDoji);
        all.put("long-legged-doji", CORE::cdlLongLeggedDoji);
        all.put("takuri", CORE::cdlTakuri);
        all.put("spinning-top", CORE::cdlSpinningTop);
        all.put("high-wave", CORE::cdlHignWave);
        all.put("marubozu", CORE::cdlMarubozu);
        all.put("closing-marubozu", CORE::cdlClosingMarubozu);
        all.put("belt-hold", CORE::cdlBeltHold);
        all.put("long-line", CORE::cdlLongLine);
        all.put("short-line", CORE::cdlShortLine);
        all.put("hammer", CORE::cdlHammer);
        all.put("hanging-man", CORE::cdlHangingMan);
        all.put("inverted-hammer", CORE::cdlInvertedHammer);
        all.put("shooting-star", CORE::cdlShootingStar);
        all.put("doji-star", CORE::cdlDojiStar);
        all.put("engulfing", CORE::cdlEngulfing);
        all.put("harami", CORE::cdlHarami);
        all.put("harami-cross", CORE::cdlHaramiCross);
        all.put("piercing", CORE::cdlPiercing);
        all.put("dark-cloud-cover", (f, t, o, h, l, c, b, n, out) -> CORE.cdlDarkCloudCover(f, t, o, h, l, c, 0.5, b,
                n, out));
        all.put("matching-low", CORE::cdlMatchingLow);
        all.put("counterattack", CORE::cdlCounterAttack);
        all.put("homing-pigeon", CORE::cdlHomingPigeon);
        all.put("morning-star", (f, t, o, h, l, c, b, n, out) -> CORE.cdlMorningStar(f, t, o, h, l, c, 0.3, b, n, out));
        all.put("evening-star", (f, t, o, h, l, c, b, n, out) -> CORE.cdlEveningStar(f, t, o, h, l, c, 0.3, b, n, out));
        all.put("morning-doji-star", (f, t, o, h, l, c, b, n, out) ->
                CORE.cdlMorningDojiStar(f, t, o, h, l, c, 0.3, b, n, out));
        all.put("evening-doji-star", (f, t, o, h, l, c, b, n, out) ->
                CORE.cdlEveningDojiStar(f, t, o, h, l, c, 0.3, b, n, out));
        all.put("three-inside", CORE::cdl3Inside);
        all.put("three-outside", CORE::cdl3Outside);
        all.put("three-white-soldiers", CORE::cdl3WhiteSoldiers);
        all.put("three-black-crows", CORE::cdl3BlackCrows);
        return all;
    }

    @Test
    void holdsEveryPattern() {
        assertThat(IndicatorCatalog.TYPES.stream().map(IndicatorType::id).filter(id -> id.startsWith("candle-")))
                .containsExactlyInAnyOrderElementsOf(functions().keySet().stream().map(id -> "candle-" + id).toList());
    }

    @TestFactory
    Stream<DynamicTest> agreesOnGeneratedCandles() {
        return tests(true, () -> Market.generated(11, 20_000));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnRealCandles() {
        return tests(false, () -> Market.real("candles/1h/binance-spot-BTCUSDT-1h-2020-2021.csv.gz", 5_482));
    }

    private static Stream<DynamicTest> tests(boolean mustFind, Supplier<Market> market) {
        return functions().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            int found = check(each.getKey(), each.getValue(), market.get());
            if (mustFind) {
                assertThat(found).as("patterns found").isPositive();
            }
        }));
    }

    private static int check(String id, Function function, Market market) {
        double[] ours = market.run("candle-" + id, Map.of())[0];
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        int[] out = new int[market.size()];
        RetCode code = function.call(
                0, market.size() - 1, market.open(), market.high(), market.low(), market.close(), begin, count, out);
        assertEquals(RetCode.Success, code);
        int found = 0;
        for (int i = 0; i < count.value; i++) {
            assertEquals(out[i], ours[begin.value + i], id + ", candle " + (begin.value + i));
            found += out[i] == 0 ? 0 : 1;
        }
        return found;
    }
}
