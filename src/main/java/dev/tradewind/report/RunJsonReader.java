package dev.tradewind.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.FillTier;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link RunJson} wrote; every failure is an {@link IllegalArgumentException} naming the field. */
final class RunJsonReader {

    private static final long NANOS = 1_000_000_000L;

    private final JsonNode root;

    RunJsonReader(JsonNode root) {
        this.root = root;
    }

    RunReport report() {
        if (!root.isObject()) {
            throw new IllegalArgumentException("a run's report is a JSON object");
        }
        long format = whole(root, "format");
        if (format != RunJson.FORMAT) {
            throw new IllegalArgumentException(
                    "this report has format " + format + "; this program reads format " + RunJson.FORMAT);
        }
        return new RunReport(
                text(root, "title"),
                text(root, "setup"),
                text(root, "quote"),
                oneOf(FillTier.values(), text(root, "tier"), "tier"),
                list(root, "data", RunJsonReader::data),
                time(root, "from"),
                time(root, "to"),
                number(root, "startEquity"),
                number(root, "endEquity"),
                performance(root),
                series(root, "equity"),
                series(root, "hold"),
                series(root, "daily"),
                root.has("spread") ? Optional.of(spread(root.get("spread"))) : Optional.empty(),
                whole(root, "unclear"),
                list(root, "trades", RunJsonReader::trade),
                list(root, "parts", part -> new RunReport.Part(text(part, "kind"), text(part, "name"), performance(part))),
                list(root, "checks", RunJsonReader::check),
                whole(root, "fills"),
                whole(root, "journalRows"),
                text(root, "journalHash"),
                whole(root, "refusals"));
    }

    private static RunReport.Data data(JsonNode node) {
        return new RunReport.Data(
                text(node, "source"),
                text(node, "symbol"),
                text(node, "timeframe"),
                whole(node, "events"),
                Math.toIntExact(whole(node, "gaps")),
                whole(node, "missing"),
                text(node, "checksum"));
    }

    private static RunReport.Spread spread(JsonNode node) {
        return new RunReport.Spread(
                number(node, "pessimisticEnd"),
                number(node, "optimisticEnd"),
                series(node, "pessimistic"),
                series(node, "optimistic"));
    }

    private static RunReport.Check check(JsonNode node) {
        return new RunReport.Check(
                text(node, "id"),
                text(node, "label"),
                oneOf(RunReport.Verdict.values(), text(node, "verdict"), "verdict"),
                text(node, "text"));
    }

    private static ClosedTrade trade(JsonNode node) {
        return new ClosedTrade(
                Math.toIntExact(whole(node, "bot")),
                text(node, "symbol"),
                time(node, "opened"),
                time(node, "closed"),
                isLong(text(node, "side")),
                Math.toIntExact(whole(node, "orders")),
                number(node, "quantity"),
                number(node, "invested"),
                number(node, "entryPrice"),
                number(node, "exitPrice"),
                number(node, "net"),
                number(node, "fees"),
                number(node, "slippage"),
                number(node, "funding"),
                number(node, "worst"),
                number(node, "best"),
                text(node, "ending"));
    }

    private static boolean isLong(String side) {
        return switch (side) {
            case "long" -> true;
            case "short" -> false;
            default -> throw new IllegalArgumentException("side '" + side + "' must be long or short");
        };
    }

    /** Figures this program does not know are left out; those the text does not have cannot be told. */
    private static Performance performance(JsonNode owner) {
        JsonNode node = field(owner, "performance");
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (node.has(metric.id())) {
                figures.put(metric, number(node, metric.id()));
            }
        }
        return Performance.of(figures);
    }

    private static EquitySeries series(JsonNode owner, String name) {
        JsonNode node = field(owner, name);
        JsonNode times = array(node, "timeNanos");
        JsonNode values = array(node, "equity");
        long[] timeNanos = new long[times.size()];
        for (int i = 0; i < timeNanos.length; i++) {
            timeNanos[i] = whole(times.get(i), name + ".timeNanos");
        }
        double[] equity = new double[values.size()];
        for (int i = 0; i < equity.length; i++) {
            equity[i] = number(values.get(i), name + ".equity");
        }
        return new EquitySeries(timeNanos, equity);
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new IllegalArgumentException("a run's report needs '" + name + "', which is missing");
        }
        return field;
    }

    private static JsonNode array(JsonNode node, String name) {
        JsonNode array = field(node, name);
        if (!array.isArray()) {
            throw new IllegalArgumentException("'" + name + "' must be a list");
        }
        return array;
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        for (JsonNode element : array(node, name)) {
            list.add(each.apply(element));
        }
        return list;
    }

    private static String text(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isTextual()) {
            throw new IllegalArgumentException("'" + name + "' must be text, not " + field);
        }
        return field.asText();
    }

    private static long whole(JsonNode node, String name) {
        JsonNode value = node.isContainerNode() ? field(node, name) : node;
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number, not " + value);
        }
        return value.asLong();
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.isContainerNode() ? field(node, name) : node;
        if (value.isNull()) {
            return Double.NaN;
        }
        if (value.isTextual() && value.asText().matches("-?Infinity")) {
            return Double.parseDouble(value.asText());
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' must be a number, not " + value);
        }
        return value.asDouble();
    }

    private static long time(JsonNode node, String name) {
        String text = text(node, name);
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + name + "' must be a time, not '" + text + "'", e);
        }
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name, String what) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " '" + name + "' must be one of " + Arrays.toString(values)));
    }
}
