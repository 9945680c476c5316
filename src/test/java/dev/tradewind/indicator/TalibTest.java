package dev.tradewind.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our indicators against TA-Lib 0.4.0 (Java), on generated candles and, where they are, on real ones. */
class TalibTest {

    /** After so many candles nothing is left of how an average of the periods used here began. */
    private static final int FADED = 900;

    private final Core core = new Core();

    /** A function of TA-Lib over whole columns. */
    private interface Function {
        RetCode call(Market m, int last, MInteger begin, MInteger count, double[][] out);
    }

    /** @param lines which lines of ours its outputs are */
    private record Case(String id, String params, int[] lines, int from, Function function) {}

    private final List<Case> cases = new ArrayList<>();

    private void same(String id, String params, Function function, int... lines) {
        cases.add(new Case(id, params, lines, 0, function));
    }

    private void faded(String id, String params, Function function, int... lines) {
        cases.add(new Case(id, params, lines, FADED, function));
    }

    private void averages() {
        same("sma", "period=20", (m, e, b, n, o) -> core.sma(0, e, m.close(), 20, b, n, o[0]), 0);
        same("ema", "period=20", (m, e, b, n, o) -> core.ema(0, e, m.close(), 20, b, n, o[0]), 0);
        same("wma", "period=20", (m, e, b, n, o) -> core.wma(0, e, m.close(), 20, b, n, o[0]), 0);
        same("dema", "period=20", (m, e, b, n, o) -> core.dema(0, e, m.close(), 20, b, n, o[0]), 0);
        same("tema", "period=20", (m, e, b, n, o) -> core.tema(0, e, m.close(), 20, b, n, o[0]), 0);
        same("trima", "period=20", (m, e, b, n, o) -> core.trima(0, e, m.close(), 20, b, n, o[0]), 0);
        same("trima", "period=15", (m, e, b, n, o) -> core.trima(0, e, m.close(), 15, b, n, o[0]), 0);
        same("kama", "period=10", (m, e, b, n, o) -> core.kama(0, e, m.close(), 10, b, n, o[0]), 0);
    }

    private void momentum() {
        same("rsi", "period=14", (m, e, b, n, o) -> core.rsi(0, e, m.close(), 14, b, n, o[0]), 0);
        same("cmo", "period=14", (m, e, b, n, o) -> core.cmo(0, e, m.close(), 14, b, n, o[0]), 0);
        same("stoch-rsi", "smoothK=1", (m, e, b, n, o) ->
                core.stochRsi(0, e, m.close(), 14, 14, 3, MAType.Sma, b, n, o[0], o[1]), 0, 1);
        same("stochastic", "period=14", (m, e, b, n, o) -> core.stoch(
                0, e, m.high(), m.low(), m.close(), 14, 3, MAType.Sma, 3, MAType.Sma, b, n, o[0], o[1]), 0, 1);
        faded("macd", "", (m, e, b, n, o) -> core.macd(0, e, m.close(), 12, 26, 9, b, n, o[0], o[1], o[2]), 0, 1, 2);
        faded("ppo", "", (m, e, b, n, o) -> core.ppo(0, e, m.close(), 12, 26, MAType.Ema, b, n, o[0]), 0);
        same("cci", "period=20", (m, e, b, n, o) -> core.cci(0, e, m.high(), m.low(), m.close(), 20, b, n, o[0]), 0);
        same("roc", "period=10", (m, e, b, n, o) -> core.roc(0, e, m.close(), 10, b, n, o[0]), 0);
        same("momentum", "period=10", (m, e, b, n, o) -> core.mom(0, e, m.close(), 10, b, n, o[0]), 0);
        same("williams-r", "", (m, e, b, n, o) -> core.willR(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 0);
        same("trix", "period=15", (m, e, b, n, o) -> core.trix(0, e, m.close(), 15, b, n, o[0]), 0);
        same("ultimate", "", (m, e, b, n, o) ->
                core.ultOsc(0, e, m.high(), m.low(), m.close(), 7, 14, 28, b, n, o[0]), 0);
        same("balance-of-power", "", (m, e, b, n, o) ->
                core.bop(0, e, m.open(), m.high(), m.low(), m.close(), b, n, o[0]), 0);
    }

    private void trend() {
        same("adx", "", (m, e, b, n, o) -> core.adx(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 0);
        same("adx", "", (m, e, b, n, o) -> core.plusDI(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 1);
        same("adx", "", (m, e, b, n, o) -> core.minusDI(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 2);
        same("aroon", "", (m, e, b, n, o) -> core.aroon(0, e, m.high(), m.low(), 14, b, n, o[0], o[1]), 1, 0);
        same("aroon", "", (m, e, b, n, o) -> core.aroonOsc(0, e, m.high(), m.low(), 14, b, n, o[0]), 2);
        same("parabolic-sar", "", (m, e, b, n, o) -> core.sar(0, e, m.high(), m.low(), 0.02, 0.2, b, n, o[0]), 0);
        same("bollinger", "", (m, e, b, n, o) ->
                core.bbands(0, e, m.close(), 20, 2, 2, MAType.Sma, b, n, o[0], o[1], o[2]), 1, 0, 2);
        same("donchian", "", (m, e, b, n, o) -> core.max(0, e, m.high(), 20, b, n, o[0]), 0);
        same("donchian", "", (m, e, b, n, o) -> core.midPrice(0, e, m.high(), m.low(), 20, b, n, o[0]), 1);
        same("donchian", "", (m, e, b, n, o) -> core.min(0, e, m.low(), 20, b, n, o[0]), 2);
        same("true-range", "", (m, e, b, n, o) -> core.trueRange(0, e, m.high(), m.low(), m.close(), b, n, o[0]), 0);
        faded("atr", "", (m, e, b, n, o) -> core.atr(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 0);
        faded("natr", "", (m, e, b, n, o) -> core.natr(0, e, m.high(), m.low(), m.close(), 14, b, n, o[0]), 0);
    }

    private void volumeAndStatistics() {
        same("accumulation-distribution", "", (m, e, b, n, o) ->
                core.ad(0, e, m.high(), m.low(), m.close(), m.volume(), b, n, o[0]), 0);
        faded("chaikin-oscillator", "", (m, e, b, n, o) ->
                core.adOsc(0, e, m.high(), m.low(), m.close(), m.volume(), 3, 10, b, n, o[0]), 0);
        same("mfi", "", (m, e, b, n, o) ->
                core.mfi(0, e, m.high(), m.low(), m.close(), m.volume(), 14, b, n, o[0]), 0);
        same("linear-regression", "", (m, e, b, n, o) -> core.linearReg(0, e, m.close(), 14, b, n, o[0]), 0);
        same("linear-regression", "", (m, e, b, n, o) -> core.linearRegIntercept(0, e, m.close(), 14, b, n, o[0]), 2);
        same("linear-regression", "", (m, e, b, n, o) -> core.tsf(0, e, m.close(), 14, b, n, o[0]), 3);
        same("linear-regression", "", (m, e, b, n, o) -> core.linearRegSlope(0, e, m.close(), 14, b, n, o[0]), 1);
    }

    @TestFactory
    Stream<DynamicTest> agreesOnGeneratedCandles() {
        return tests("generated, seed 7", () -> Market.generated(7, 3_000));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnRealHours() {
        return tests("BTCUSDT 1h", () -> Market.real("candles/1h/binance-spot-BTCUSDT-1h-2020-2021.csv.gz", 5_000));
    }

    @TestFactory
    Stream<DynamicTest> agreesOnRealMinutes() {
        return tests("ETHUSDT 1m", () -> Market.real("candles/1m/binance-spot-ETHUSDT-1m-2024.csv.gz", 5_000));
    }

    private Stream<DynamicTest> tests(String name, Supplier<Market> market) {
        averages();
        momentum();
        trend();
        volumeAndStatistics();
        return cases.stream().map(each -> DynamicTest.dynamicTest(
                each.id + " " + each.params + " lines " + Arrays.toString(each.lines) + ", " + name,
                () -> check(each, market.get())));
    }

    private static void check(Case each, Market market) {
        double[][] ours = market.run(each.id, Oracle.params(each.params));
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[][] out = new double[3][market.size()];
        RetCode code = each.function.call(market, market.size() - 1, begin, count, out);
        if (code != RetCode.Success) {
            throw new AssertionError(code);
        }
        for (int i = 0; i < each.lines.length; i++) {
            double[] theirs = new double[market.size()];
            Arrays.fill(theirs, Double.NaN);
            System.arraycopy(out[i], 0, theirs, begin.value, count.value);
            Oracle.agree(each.id + " line " + each.lines[i], ours[each.lines[i]], theirs, each.from);
        }
    }
}
