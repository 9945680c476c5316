package dev.tradewind.app;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Instrument filters as one line of text, as a session's first row keeps them: {@code ID figure figure; ID …}, in ticks, lots
 * and atoms, flags as 0 and 1. A name without a form of its own is an unknown filter's.
 */
final class FilterText {

    private static final String BETWEEN = ";";

    private FilterText() {}

    static String of(InstrumentFilters filters) {
        List<String> parts = new ArrayList<>();
        for (InstrumentFilter filter : filters.all()) {
            StringBuilder text = new StringBuilder(filter.id());
            for (long figure : figures(filter)) {
                text.append(' ').append(figure);
            }
            parts.add(text.toString());
        }
        parts.addAll(filters.unknown());
        return String.join(BETWEEN, parts);
    }

    private static long[] figures(InstrumentFilter filter) {
        return switch (filter) {
            case PriceBounds f -> new long[] {f.minTicks(), f.maxTicks(), f.stepTicks(), f.offsetTicks()};
            case LotSize f -> new long[] {f.minLots(), f.maxLots(), f.stepLots(), f.offsetLots()};
            case PercentPrice f -> new long[] {
                f.bidUpE8(), f.bidDownE8(), f.askUpE8(), f.askDownE8(), f.reference().ordinal(), f.averageMinutes()
            };
            case OrderWorth f -> new long[] {
                f.minAtoms(), flag(f.minOfMarket()), f.maxAtoms(), flag(f.maxOfMarket()), f.averageMinutes(),
                flag(f.exceptReducing())
            };
            case IcebergParts f -> new long[] {f.most()};
            case MaxPosition f -> new long[] {f.maxLots()};
            case OrderCount f -> new long[] {f.most()};
            case TrailingDelta f -> new long[] {f.minAboveBps(), f.maxAboveBps(), f.minBelowBps(), f.maxBelowBps()};
        };
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }

    /**
     * {@return the filters written as {@link #of}}
     *
     * @throws IllegalArgumentException if a known filter lacks figures or has others than numbers
     */
    static InstrumentFilters read(String text) {
        List<InstrumentFilter> filters = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(BETWEEN)) {
            String[] words = part.split(" ");
            if (words.length == 1) {
                unknown.add(part);
                continue;
            }
            long[] figures = Arrays.stream(words, 1, words.length).mapToLong(Long::parseLong).toArray();
            try {
                filters.add(filter(words[0], figures));
            } catch (ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("filter '" + part + "' lacks figures", e);
            }
        }
        return new InstrumentFilters(filters, unknown);
    }

    private static InstrumentFilter filter(String id, long[] f) {
        return switch (id) {
            case "PRICE_FILTER" -> new PriceBounds(f[0], f[1], f[2], f[3]);
            case "LOT_SIZE", "MARKET_LOT_SIZE" -> new LotSize(id.startsWith("MARKET"), f[0], f[1], f[2], f[3]);
            case "PERCENT_PRICE", "PERCENT_PRICE_BY_SIDE" -> new PercentPrice(
                    id.endsWith("SIDE"), f[0], f[1], f[2], f[3], PercentPrice.Reference.values()[(int) f[4]], (int) f[5]);
            case "MIN_NOTIONAL", "NOTIONAL" -> new OrderWorth(
                    id.startsWith("MIN"), f[0], f[1] == 1, f[2], f[3] == 1, (int) f[4], f[5] == 1);
            case "ICEBERG_PARTS" -> new IcebergParts(f[0]);
            case "MAX_POSITION" -> new MaxPosition(f[0]);
            case "TRAILING_DELTA" -> new TrailingDelta(f[0], f[1], f[2], f[3]);
            default -> count(id, Math.toIntExact(f[0]));
        };
    }

    private static OrderCount count(String id, int most) {
        for (OrderCount.Kind kind : OrderCount.Kind.values()) {
            for (boolean exchange : new boolean[] {false, true}) {
                OrderCount count = new OrderCount(kind, exchange, most);
                if (count.id().equals(id)) {
                    return count;
                }
            }
        }
        throw new IllegalArgumentException("filter '" + id + "' is not known here but has figures");
    }
}
