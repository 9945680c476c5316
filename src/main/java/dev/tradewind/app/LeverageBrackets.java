package dev.tradewind.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.marketdata.ImportException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Margin brackets read from a file: Binance's {@code leverageBracket} answer, or one symbol of it, with
 * {@code initialLeverage}, {@code notionalFloor} and {@code maintMarginRatio} for each bracket.
 */
final class LeverageBrackets {

    private LeverageBrackets() {}

    /**
     * Reads the brackets of an instrument.
     *
     * @throws ImportException if the file cannot be read, is no such JSON, or has no brackets for the symbol
     */
    static PerpetualTerms read(Path path, Instrument instrument) {
        String file = path.toString();
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(path));
            List<MarginBrackets.Row> rows = new ArrayList<>();
            for (JsonNode bracket : pick(file, root, instrument.symbol()).get("brackets")) {
                rows.add(new MarginBrackets.Row(
                        instrument.quote().toAtoms(number(file, bracket, "notionalFloor")),
                        number(file, bracket, "maintMarginRatio").movePointRight(8).longValueExact(),
                        number(file, bracket, "initialLeverage").intValueExact()));
            }
            return PerpetualTerms.of(new MarginBrackets(rows));
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ImportException(file, line, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ImportException(file, 0, Files.exists(path) ? "cannot be read: " + e : "there is no such file");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ImportException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode pick(String file, JsonNode root, String symbol) {
        Iterable<JsonNode> all = root.isArray() ? root : List.of(root);
        String plain = symbol.replaceAll("[^\\p{Alnum}]", "");
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode one : all) {
            if (one.has("brackets")) {
                if (one.path("symbol").asText("").equalsIgnoreCase(plain)) {
                    return one;
                }
                found.add(one);
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new ImportException(file, 0, found.isEmpty()
                ? "has no brackets; a leverageBracket answer or one symbol of it would pass"
                : "has brackets of " + found.size() + " symbols, but none of " + plain);
    }

    private static BigDecimal number(String file, JsonNode bracket, String field) {
        JsonNode value = bracket.path(field);
        if (!value.isNumber() && !value.isTextual()) {
            throw new ImportException(file, 0, "has a bracket without " + field);
        }
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            throw new ImportException(file, 0, field + " '" + value.asText() + "' is not a number");
        }
    }
}
