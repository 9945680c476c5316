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
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exchange demands of orders, read from a file: Binance's {@code exchangeInfo} answer or one symbol of it, with
 * {@code PRICE_FILTER}, {@code LOT_SIZE}, {@code MARKET_LOT_SIZE}, {@code MIN_NOTIONAL} or {@code NOTIONAL} and
 * {@code MAX_NUM_ORDERS}. Filters that are absent or 0 set no limit.
 */
public final class InstrumentRules {

    private static final String NONE = "0";

    private final String file;
    private final JsonNode symbol;

    private InstrumentRules(String file, JsonNode symbol) {
        this.file = file;
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
            return new InstrumentRules(file, pick(file, root, name)).instrument();
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
        BigDecimal tick = positive("PRICE_FILTER", "tickSize");
        BigDecimal lot = positive("LOT_SIZE", "stepSize");
        Asset base = Asset.of(asset("baseAsset", "BASE"));
        Asset quote = Asset.of(asset("quoteAsset", "QUOTE"));
        BigDecimal minNotional = number("MIN_NOTIONAL", "minNotional")
                .max(number("NOTIONAL", "minNotional"))
                .max(number("MIN_NOTIONAL", "notional"));
        InstrumentFilters filters = new InstrumentFilters(
                Math.max(1, steps(number("LOT_SIZE", "minQty"), lot, RoundingMode.CEILING)),
                steps(number("LOT_SIZE", "maxQty"), lot, RoundingMode.FLOOR),
                steps(number("MARKET_LOT_SIZE", "maxQty"), lot, RoundingMode.FLOOR),
                quote.toAtoms(minNotional),
                Math.max(1, steps(number("PRICE_FILTER", "minPrice"), tick, RoundingMode.CEILING)),
                steps(number("PRICE_FILTER", "maxPrice"), tick, RoundingMode.FLOOR),
                number("MAX_NUM_ORDERS", "maxNumOrders").max(number("MAX_NUM_ORDERS", "limit")).intValue());
        return new Instrument(symbol.path("symbol").asText("?"), "file", base, quote, tick, lot, filters);
    }

    private static long steps(BigDecimal amount, BigDecimal step, RoundingMode rounding) {
        return amount.divide(step, 0, rounding).longValueExact();
    }

    private String asset(String field, String otherwise) {
        String code = symbol.path(field).asText(otherwise);
        if (!code.matches("[\\p{Alnum}]{1,20}")) {
            throw new ImportException(file, 0, field + " '" + code + "' is not a code of letters and digits");
        }
        return code;
    }

    private BigDecimal positive(String filter, String field) {
        BigDecimal value = number(filter, field);
        if (value.signum() <= 0) {
            throw new ImportException(file, 0, symbol.path("symbol").asText("the symbol") + " has no positive " + field
                    + " in a filter " + filter);
        }
        return value;
    }

    private BigDecimal number(String filter, String field) {
        for (JsonNode candidate : symbol.get("filters")) {
            if (candidate.path("filterType").asText("").equals(filter)) {
                String text = candidate.path(field).asText(NONE);
                try {
                    return new BigDecimal(text);
                } catch (NumberFormatException e) {
                    throw new ImportException(file, 0, filter + " " + field + " '" + text + "' is not a number");
                }
            }
        }
        return BigDecimal.ZERO;
    }
}
