package dev.tradewind.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A setup's JSON as rows people can read, whatever keys it has. */
final class SetupRows {

    private final List<Row> rows = new ArrayList<>();

    private SetupRows() {}

    /** A name and its value; without a value the head of the rows that follow. */
    record Row(int depth, String name, String value) {

        boolean isHead() {
            return value.isEmpty();
        }
    }

    /** {@return the rows; the text itself where it is no JSON} */
    static List<Row> of(String setup) {
        SetupRows made = new SetupRows();
        try {
            JsonNode root = new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(setup);
            if (root.isObject()) {
                made.object(root, 0);
                return List.copyOf(made.rows);
            }
        } catch (JsonProcessingException notJson) {
            // shown as it is
        }
        return setup.isBlank() ? List.of() : List.of(new Row(0, "Setup", setup));
    }

    /** Plain values first, so that they stand under their own head. */
    private void object(JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!nested(field.getValue())) {
                value(depth, words(field.getKey()), field.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (nested(field.getValue())) {
                nested(field.getKey(), field.getValue(), depth);
            }
        }
    }

    private static boolean nested(JsonNode value) {
        return value.isObject() || value.isArray() && !value.isEmpty() && value.get(0).isObject();
    }

    private void nested(String name, JsonNode value, int depth) {
        if (value.isObject()) {
            rows.add(new Row(depth, words(name), ""));
            object(value, depth + 1);
            return;
        }
        int number = 1;
        for (JsonNode element : value) {
            rows.add(new Row(depth, one(words(name)) + (value.size() > 1 ? " " + number++ : ""), ""));
            object(element, depth + 1);
        }
    }

    private void value(int depth, String name, JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            rows.add(new Row(depth, name, shown(String.join("; ", parts))));
        } else {
            rows.add(new Row(depth, name, shown(value.isNumber() ? number(value.decimalValue()) : value.asText())));
        }
    }

    private static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String shown(String value) {
        return value.isBlank() ? FigureText.NONE : value;
    }

    private static String one(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    /** {@return a key as words: {@code takeProfitPercent} as "Take profit percent"} */
    static String words(String key) {
        String spaced = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
