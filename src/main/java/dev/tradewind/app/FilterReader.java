package dev.tradewind.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.IcebergParts;
import dev.tradewind.domain.InstrumentFilter;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.MaxPosition;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PercentPrice;
import dev.tradewind.domain.PriceBounds;
import dev.tradewind.domain.TrailingDelta;
import dev.tradewind.marketdata.ImportException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of one symbol of an {@code exchangeInfo} answer, of spot or of futures, into ticks, lots and atoms. Bounds
 * that lie between two steps are rounded to the stricter one; bounds too large to be counted are none.
 */
final class FilterReader {

    private static final BigDecimal ONE_E8 = BigDecimal.ONE.movePointRight(8);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String file;
    private final JsonNode filters;
    private final boolean futures;
    private final BigDecimal tick;
    private final BigDecimal lot;
    private final List<String> unknown = new ArrayList<>();

    FilterReader(String file, JsonNode symbol) {
        this.file = file;
        filters = symbol.path("filters");
        futures = symbol.has("contractType") || !field("MIN_NOTIONAL", "notional").isMissingNode();
        String name = symbol.path("symbol").asText("the symbol");
        tick = grid(name, "PRICE_FILTER", "tickSize", "minPrice");
        lot = grid(name, "LOT_SIZE", "stepSize", "minQty");
    }

    /** {@return the smallest price step} */
    BigDecimal tick() {
        return tick;
    }

    /** {@return the smallest quantity step} */
    BigDecimal lot() {
        return lot;
    }

    /** The step; a finer one where futures count it from a least that is no multiple of it. */
    private BigDecimal grid(String name, String filter, String stepField, String leastField) {
        JsonNode node = find(filter);
        BigDecimal step = node == null ? BigDecimal.ZERO : number(node, stepField);
        if (node == null || step.signum() <= 0) {
            throw new ImportException(file, 0, name + " has no positive " + stepField + " in a filter " + filter);
        }
        BigDecimal least = number(node, leastField);
        return futures && least.signum() > 0 ? common(step, least, false) : step;
    }

    /** The largest step both are multiples of, or the smallest that is a multiple of both. */
    private static BigDecimal common(BigDecimal a, BigDecimal b, boolean multiple) {
        int scale = Math.max(a.scale(), b.scale());
        BigInteger left = a.setScale(scale).unscaledValue();
        BigInteger right = b.setScale(scale).unscaledValue();
        BigInteger divisor = left.gcd(right);
        return new BigDecimal(multiple ? left.multiply(right).divide(divisor) : divisor, scale);
    }

    /**
     * {@return the filters, in the file's order}
     *
     * @param ofExchange filters of the whole exchange, missing where the file has none
     */
    InstrumentFilters read(Asset quote, JsonNode ofExchange) {
        List<InstrumentFilter> read = new ArrayList<>();
        for (JsonNode node : filters) {
            read(node, quote, read);
        }
        for (JsonNode node : ofExchange) {
            read(node, quote, read);
        }
        return new InstrumentFilters(read, unknown);
    }

    private void read(JsonNode node, Asset quote, List<InstrumentFilter> read) {
        String id = node.path("filterType").asText("");
        switch (id) {
            case "PRICE_FILTER" -> read.add(price(node));
            case "LOT_SIZE" -> read.add(size(node, false));
            case "MARKET_LOT_SIZE" -> read.add(size(node, true));
            case "PERCENT_PRICE" -> read.add(percent(node));
            case "PERCENT_PRICE_BY_SIDE" -> read.add(PercentPrice.bySide(
                    most(node, "bidMultiplierUp"), least(node, "bidMultiplierDown"), most(node, "askMultiplierUp"),
                    least(node, "askMultiplierDown"), whole(node, "avgPriceMins")));
            case "MIN_NOTIONAL" -> read.add(minWorth(node, quote));
            case "NOTIONAL" -> read.add(new OrderWorth(
                    false, atoms(node, "minNotional", quote, RoundingMode.CEILING), flag(node, "applyMinToMarket", true),
                    atoms(node, "maxNotional", quote, RoundingMode.FLOOR), flag(node, "applyMaxToMarket", false),
                    whole(node, "avgPriceMins"), false));
            case "ICEBERG_PARTS" -> read.add(new IcebergParts(whole(node, "limit")));
            case "MAX_POSITION" -> read.add(
                    new MaxPosition(steps(number(node, "maxPosition"), lot, RoundingMode.FLOOR)));
            case "TRAILING_DELTA" -> read.add(new TrailingDelta(
                    whole(node, "minTrailingAboveDelta"), whole(node, "maxTrailingAboveDelta"),
                    whole(node, "minTrailingBelowDelta"), whole(node, "maxTrailingBelowDelta")));
            default -> {
                OrderCount count = count(id, node);
                if (count == null) {
                    unknown.add(id.isEmpty() ? "UNNAMED" : id.replaceAll("\\W", "_"));
                } else {
                    read.add(count);
                }
            }
        }
    }

    private PriceBounds price(JsonNode node) {
        BigDecimal least = number(node, "minPrice");
        long step = futures ? steps(number(node, "tickSize"), tick, RoundingMode.UNNECESSARY) : 1;
        return new PriceBounds(
                Math.max(1, steps(least, tick, RoundingMode.CEILING)),
                steps(number(node, "maxPrice"), tick, RoundingMode.FLOOR),
                step,
                futures ? steps(least, tick, RoundingMode.CEILING) % step : 0);
    }

    private LotSize size(JsonNode node, boolean market) {
        BigDecimal least = number(node, "minQty");
        BigDecimal asked = number(node, "stepSize");
        long step = asked.signum() <= 0 ? 1 : steps(common(asked, lot, true), lot, RoundingMode.UNNECESSARY);
        return new LotSize(
                market,
                steps(least, lot, RoundingMode.CEILING),
                steps(number(node, "maxQty"), lot, RoundingMode.FLOOR),
                step,
                futures ? steps(least, lot, RoundingMode.CEILING) % step : 0);
    }

    private PercentPrice percent(JsonNode node) {
        long up = most(node, "multiplierUp");
        long down = least(node, "multiplierDown");
        return futures || node.has("multiplierDecimal")
                ? PercentPrice.ofMark(up, down)
                : PercentPrice.both(up, down, whole(node, "avgPriceMins"));
    }

    private OrderWorth minWorth(JsonNode node, Asset quote) {
        String field = node.has("notional") ? "notional" : "minNotional";
        return new OrderWorth(
                true, atoms(node, field, quote, RoundingMode.CEILING), flag(node, "applyToMarket", true), 0, false,
                whole(node, "avgPriceMins"), futures);
    }

    private @Nullable OrderCount count(String id, JsonNode node) {
        for (OrderCount.Kind kind : OrderCount.Kind.values()) {
            for (boolean exchange : new boolean[] {false, true}) {
                if (new OrderCount(kind, exchange, 0).id().equals(id)) {
                    String field = "maxNum" + switch (kind) {
                        case ORDERS -> "Orders";
                        case ALGO_ORDERS -> "AlgoOrders";
                        case ICEBERG_ORDERS -> "IcebergOrders";
                        case ORDER_LISTS -> "OrderLists";
                    };
                    return new OrderCount(kind, exchange, wanted(node, node.has("limit") ? "limit" : field));
                }
            }
        }
        return null;
    }

    private int wanted(JsonNode node, String field) {
        if (!node.has(field)) {
            throw new ImportException(file, 0, node.path("filterType").asText() + " has no " + field);
        }
        return whole(node, field);
    }

    private static boolean flag(JsonNode node, String field, boolean otherwise) {
        return node.has(field) ? node.path(field).asBoolean() : otherwise;
    }

    private int whole(JsonNode node, String field) {
        return number(node, field).intValueExact();
    }

    private long most(JsonNode node, String field) {
        return number(node, field).multiply(ONE_E8).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private long least(JsonNode node, String field) {
        return number(node, field).multiply(ONE_E8).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private long atoms(JsonNode node, String field, Asset quote, RoundingMode rounding) {
        return steps(number(node, field), BigDecimal.ONE.movePointLeft(quote.scale()), rounding);
    }

    /** Whole steps; 0, which bounds nothing, for more than a long holds. */
    private static long steps(BigDecimal amount, BigDecimal step, RoundingMode rounding) {
        BigDecimal steps = amount.divide(step, 0, rounding);
        return steps.compareTo(LARGEST) > 0 ? 0 : steps.longValueExact();
    }

    private @Nullable JsonNode find(String filter) {
        for (JsonNode candidate : filters) {
            if (candidate.path("filterType").asText("").equals(filter)) {
                return candidate;
            }
        }
        return null;
    }

    private JsonNode field(String filter, String name) {
        JsonNode found = find(filter);
        return found == null ? MissingNode.getInstance() : found.path(name);
    }

    private BigDecimal number(JsonNode node, String field) {
        String text = node.path(field).asText("0");
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() < 0) {
                throw new ImportException(file, 0, node.path("filterType").asText() + " " + field + " " + text
                        + " is negative; 0 or more would pass");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new ImportException(
                    file, 0, node.path("filterType").asText() + " " + field + " '" + text + "' is not a number");
        }
    }
}
