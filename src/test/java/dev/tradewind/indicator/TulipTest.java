package dev.tradewind.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our indicators against the vectors Tulip Indicators tests itself with: {@code atoz.txt} is of Achelis, Technical
 * Analysis from A to Z, {@code untest.txt} of the library's own runs. A value may differ by half a unit of its last
 * digit.
 */
class TulipTest {

    /**
     * A Tulip indicator and ours: what its inputs are of (o, h, l, c, v), our parameters in the order of its options,
     * further ones of ours, and which lines of ours its outputs are.
     */
    private record Case(String inputs, String id, List<String> options, String more, int... lines) {}

    private static final List<String> PERIOD = List.of("period");

    private static final Map<String, Case> CASES = Map.ofEntries(
            Map.entry("ad", new Case("hlcv", "accumulation-distribution", List.of(), "", 0)),
            Map.entry("ao", new Case("hl", "awesome", List.of(), "", 0)),
            Map.entry("atr", new Case("hlc", "atr", PERIOD, "", 0)),
            Map.entry("bbands", new Case("c", "bollinger", List.of("period", "deviations"), "", 2, 0, 1)),
            Map.entry("bop", new Case("ohlc", "balance-of-power", List.of(), "", 0)),
            Map.entry("cci", new Case("hlc", "cci", PERIOD, "", 0)),
            Map.entry("hma", new Case("c", "hma", PERIOD, "", 0)),
            Map.entry("linreg", new Case("c", "linear-regression", PERIOD, "", 0)),
            Map.entry("linregslope", new Case("c", "linear-regression", PERIOD, "", 1)),
            Map.entry("max", new Case("h", "donchian", PERIOD, "", 0)),
            Map.entry("mfi", new Case("hlcv", "mfi", PERIOD, "", 0)),
            Map.entry("mom", new Case("c", "momentum", PERIOD, "", 0)),
            Map.entry("natr", new Case("hlc", "natr", PERIOD, "", 0)),
            Map.entry("obv", new Case("cv", "obv", List.of(), "", 0)),
            Map.entry("rsi", new Case("c", "rsi", PERIOD, "", 0)),
            Map.entry("sma", new Case("c", "sma", PERIOD, "", 0)),
            Map.entry("stddev", new Case("c", "deviation", PERIOD, "", 0)),
            Map.entry("stoch", new Case("hlc", "stochastic", List.of("period", "smoothK", "smoothD"), "", 0, 1)),
            Map.entry("tr", new Case("hlc", "true-range", List.of(), "", 0)),
            Map.entry("trima", new Case("c", "trima", PERIOD, "", 0)),
            Map.entry("tsf", new Case("c", "linear-regression", PERIOD, "", 3)),
            Map.entry("ultosc", new Case("hlc", "ultimate", List.of("first", "second", "third"), "", 0)),
            Map.entry("vwma", new Case("cv", "vwma", PERIOD, "", 0)),
            Map.entry("wilders", new Case("c", "rma", PERIOD, "", 0)),
            Map.entry("willr", new Case("hlc", "williams-r", PERIOD, "", 0)),
            Map.entry("wma", new Case("c", "wma", PERIOD, "", 0)));

    @TestFactory
    Stream<DynamicTest> agreesWithTheirVectors() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : List.of("atoz.txt", "untest.txt")) {
            Path path = Market.data("indicators/tulip/" + file);
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                String[] head = lines.get(i).strip().split(" +");
                Case each = CASES.get(head[0]);
                // the book's line of accumulation / distribution is cut off after three decimals, not rounded
                boolean cutOff = head[0].equals("ad") && file.equals("atoz.txt");
                if (each != null && !cutOff) {
                    List<String[]> arrays = arrays(lines, i + 1);
                    tests.add(DynamicTest.dynamicTest(file + ": " + lines.get(i), () -> check(each, head, arrays)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(35);
        return tests.stream();
    }

    private static List<String[]> arrays(List<String> lines, int from) {
        List<String[]> arrays = new ArrayList<>();
        for (int i = from; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("{")) {
                String inside = line.substring(1, line.indexOf('}'));
                arrays.add(inside.isEmpty() ? new String[0] : inside.split(","));
            }
        }
        return arrays;
    }

    private static void check(Case each, String[] head, List<String[]> arrays) {
        int size = arrays.getFirst().length;
        Market market = Market.empty(size);
        double[][] columns = {market.open(), market.high(), market.low(), market.close(), market.volume()};
        for (int input = 0; input < each.inputs.length(); input++) {
            double[] values = Arrays.stream(arrays.get(input)).mapToDouble(Double::parseDouble).toArray();
            System.arraycopy(values, 0, columns["ohlcv".indexOf(each.inputs.charAt(input))], 0, size);
        }
        StringBuilder params = new StringBuilder(each.more);
        for (int i = 0; i < each.options.size(); i++) {
            params.append(i == 0 ? "" : " ").append(each.options.get(i)).append('=').append(head[i + 1]);
        }
        double[][] ours = market.run(each.id, Oracle.params(params.toString()));
        for (int output = 0; output < each.lines.length; output++) {
            String[] theirs = arrays.get(each.inputs.length() + output);
            for (int i = 0; i < theirs.length; i++) {
                int candle = size - theirs.length + i;
                assertEquals(
                        Double.parseDouble(theirs[i]), ours[each.lines[output]][candle], halfUnit(theirs[i]),
                        head[0] + " output " + output + ", candle " + candle);
            }
        }
    }

    /** {@return half a unit of the last digit printed, and the hair a rounded half may lie beside it} */
    private static double halfUnit(String printed) {
        int point = printed.indexOf('.');
        int decimals = point < 0 ? 0 : printed.strip().length() - point - 1;
        return 0.5 * Math.pow(10, -Math.max(decimals, 3)) * (1 + 1e-9) + 1e-12;
    }
}
