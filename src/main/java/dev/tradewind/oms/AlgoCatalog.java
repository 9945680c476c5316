package dev.tradewind.oms;

import dev.tradewind.domain.AlgoType;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** Every execution algorithm there is. To add one, add a line. */
public final class AlgoCatalog {

    /** An algorithm: what it takes and how one is made. */
    record Entry(AlgoType type, Function<Algo.Setup, Algo> factory) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(TrailingStop.TYPE, TrailingStop::new),
            new Entry(LinkedExits.TYPE, LinkedExits::new),
            new Entry(Bracket.OTO, Bracket::new),
            new Entry(Bracket.OTOCO, Bracket::new),
            new Entry(Bracket.TYPE, Bracket::new),
            new Entry(Iceberg.TYPE, Iceberg::new),
            new Entry(Twap.TYPE, Twap::new));

    private AlgoCatalog() {}

    /** {@return all types, in the order a list shows them} */
    public static List<AlgoType> types() {
        return ENTRIES.stream().map(Entry::type).toList();
    }

    static Entry entry(String id) {
        StringJoiner known = new StringJoiner(", ");
        for (Entry entry : ENTRIES) {
            if (entry.type().id().equals(id)) {
                return entry;
            }
            known.add(entry.type().id());
        }
        throw new IllegalArgumentException("algorithm '" + id + "' is not one of " + known);
    }
}
