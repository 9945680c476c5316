package dev.tradewind.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One object of a setup's JSON with its place in words; remembers which keys were asked for. */
final class SetupNode {

    private final JsonNode object;
    private final String place;
    private final Set<String> known = new LinkedHashSet<>();

    SetupNode(@Nullable JsonNode object, String place) {
        if (object == null || !object.isObject()) {
            throw new IllegalArgumentException(place + " must be a JSON object in braces");
        }
        this.object = object;
        this.place = place;
    }

    private Optional<JsonNode> value(String key) {
        known.add(key);
        JsonNode value = object.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private IllegalArgumentException wrong(String key, JsonNode value, String wanted) {
        return new IllegalArgumentException(place + ": " + key + " " + value + " must be " + wanted);
    }

    Optional<String> maybe(String key) {
        return value(key).map(value -> {
            if (!value.isTextual()) {
                throw wrong(key, value, "text in quotes");
            }
            return value.textValue();
        });
    }

    String text(String key, String otherwise) {
        return maybe(key).orElse(otherwise);
    }

    String text(String key) {
        return maybe(key).orElseThrow(() -> new IllegalArgumentException(place + ": " + key + " is missing"));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(key)) {
            if (!element.isTextual()) {
                throw wrong(key, element, "a list of text in quotes");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private Iterable<JsonNode> array(String key) {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isArray()) {
            throw wrong(key, value.get(), "a list in brackets");
        }
        return value.isPresent() ? value.get() : List.of();
    }

    List<SetupNode> list(String key) {
        List<SetupNode> nodes = new ArrayList<>();
        for (JsonNode element : array(key)) {
            nodes.add(new SetupNode(element, place + ", " + key + " " + (nodes.size() + 1)));
        }
        return nodes;
    }

    Optional<SetupNode> node(String key) {
        return value(key).map(value -> new SetupNode(value, place + ", " + key));
    }

    /** {@return every key with its value as text: numbers and switches may go without quotes} */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw wrong(entry.getKey(), entry.getValue(), "text, a number, true or false");
            }
            all.put(entry.getKey(), entry.getValue().isNumber()
                    ? entry.getValue().decimalValue().toPlainString()
                    : entry.getValue().asText());
        });
        return all;
    }

    Optional<BigDecimal> maybeNumber(String key) {
        return value(key).map(value -> {
            try {
                if (value.isNumber() || value.isTextual()) {
                    return value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue());
                }
            } catch (NumberFormatException e) {
                // said below with the value
            }
            throw wrong(key, value, "a number");
        });
    }

    BigDecimal number(String key, BigDecimal otherwise) {
        return maybeNumber(key).orElse(otherwise);
    }

    long count(String key, long otherwise) {
        Optional<BigDecimal> number = maybeNumber(key);
        try {
            return number.isPresent() ? number.get().longValueExact() : otherwise;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    place + ": " + key + " " + number.orElseThrow().toPlainString() + " must be a whole number", e);
        }
    }

    int whole(String key, int otherwise) {
        long count = count(key, otherwise);
        if (count != (int) count) {
            throw new IllegalArgumentException(place + ": " + key + " " + count + " is too large");
        }
        return (int) count;
    }

    long time(String key, long otherwise) {
        Optional<String> text = maybe(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Instant instant = Instant.parse(text.get());
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(place + ": " + key + " '" + text.get()
                    + "' is not a time; 2024-01-01T00:00:00Z would pass", e);
        }
    }

    Optional<Timeframe> timeframe() {
        return checked(() -> maybe("timeframe").map(Timeframe::ofLabel));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Optional<String> text = maybe(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (words(constant).equalsIgnoreCase(text.get())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(place + ": " + key + " '" + text.get() + "' is not one of "
                + Arrays.stream(type.getEnumConstants()).map(SetupNode::words).collect(Collectors.joining(", ")));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what is made of this object's values; a refusal is told with its place} */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(place) ? e : new IllegalArgumentException(place + ": " + message, e);
        }
    }

    /**
     * Nothing else is asked for.
     *
     * @throws IllegalArgumentException if there are keys nobody asked for
     */
    void end() {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        place + ": " + key + " is unknown; there are " + String.join(", ", known));
            }
        });
    }
}
