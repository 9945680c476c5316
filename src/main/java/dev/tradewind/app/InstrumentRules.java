package dev.tradewind.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.marketdata.ImportException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exchange demands of orders, read from a file: Binance's {@code exchangeInfo} answer or one symbol of it, spot or
 * futures, with all its filters. Filters that are absent or 0 set no limit; those this program does not know are listed in
 * {@link InstrumentFilters#unknown()}.
 */
public final class InstrumentRules {

    private final String file;
    private final JsonNode root;
    private final JsonNode symbol;

    private InstrumentRules(String file, JsonNode root, JsonNode symbol) {
        this.file = file;
        this.root = root;
        this.symbol = symbol;
    }

    /**
     * {@return the rules where nobody names others, those of BTCUSDT as Binance published them in 2021: tick 0.01, lot
     * 0.00001, orders worth 10 or more, at most 200 open}
     */
    public static Instrument standard() {
        Asset quote = Asset.of("QUOTE");
        InstrumentFilters filters = new InstrumentFilters(
                1, 900_000_000L, 11_221_108L, quote.toAtoms(BigDecimal.TEN), 1, 100_000_000L, 200);
        return new Instrument(
                "BASEQUOTE", "default rules", Asset.of("BASE"), quote, new BigDecimal("0.01"),
                new BigDecimal("0.00001"), filters);
    }

    /**
     * Reads a file of rules.
     *
     * @param name the symbol wanted; empty takes the only one
     * @throws ImportException if the file cannot be read, is no such JSON, or has no or several such symbols
     */
    public static Instrument read(Path path, String name) {
        String file = path.toString();
        if (!Files.isRegularFile(path)) {
            throw new ImportException(file, 0, Files.exists(path) ? "is not a file" : "there is no such file");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(path));
            return new InstrumentRules(file, root, pick(file, root, name)).instrument();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ImportException(file, line, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ImportException(file, 0, "cannot be read: " + e);
        } catch (ArithmeticException e) {
            throw new ImportException(file, 0, "a limit is too large: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ImportException(file, 0, String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode pick(String file, JsonNode root, String name) {
        List<JsonNode> candidates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        JsonNode symbols = root.has("symbols") ? root.get("symbols") : root;
        Iterable<JsonNode> all = symbols.isArray() ? symbols : List.of(symbols);
        for (JsonNode candidate : all) {
            String symbol = candidate.path("symbol").asText("");
            names.add(symbol);
            if (candidate.has("filters") && (name.isEmpty() || symbol.equals(name))) {
                candidates.add(candidate);
            }
        }
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (candidates.isEmpty()) {
            throw new ImportException(file, 0, name.isEmpty()
                    ? "has no symbol with filters; an exchangeInfo answer or one symbol of it would pass"
                    : "has no symbol " + name + "; it has " + String.join(", ", names));
        }
        throw new ImportException(file, 0, "has several symbols; name one of " + String.join(", ", names));
    }

    private Instrument instrument() {
        FilterReader reader = new FilterReader(file, symbol);
        Asset base = Asset.of(asset("baseAsset", "BASE"));
        Asset quote = Asset.of(asset("quoteAsset", "QUOTE"));
        InstrumentFilters filters = reader.read(quote, root.path("exchangeFilters"));
        return new Instrument(
                symbol.path("symbol").asText("?"), "file", base, quote, reader.tick(), reader.lot(), filters);
    }

    private String asset(String field, String otherwise) {
        String code = symbol.path(field).asText(otherwise);
        if (!code.matches("[\\p{Alnum}]{1,20}")) {
            throw new ImportException(file, 0, field + " '" + code + "' is not a code of letters and digits");
        }
        return code;
    }
}
