package dev.tradewind.oms;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a screen may know of an execution algorithm. Quantities in lots, prices in ticks.
 *
 * @param owner     0 is the user
 * @param type      the {@code AlgoType}'s id
 * @param label     the type's label
 * @param next      what it does next, or why it ended, in words
 * @param totalLots what it is to trade
 * @param doneLots  what it has traded
 * @param orders    client order ids of its working orders
 * @param params    values by id
 */
public record AlgoStatus(
        int id,
        int owner,
        String type,
        String label,
        Side side,
        AlgoState state,
        String next,
        long startedNanos,
        long totalLots,
        long doneLots,
        List<Long> orders,
        Map<String, String> params) {

    /** Writes the row down, as part of a desk's state. */
    void save(StateWriter out) {
        out.number(id).number(owner).text(type).text(label).constant(side).constant(state).text(next);
        out.number(startedNanos).number(totalLots).number(doneLots).number(orders.size());
        for (long order : orders) {
            out.number(order);
        }
        out.number(params.size());
        params.forEach((param, value) -> out.text(param).text(value));
    }

    /** {@return a row that was written down} */
    static AlgoStatus load(StateReader in) {
        return new AlgoStatus(
                in.integer(),
                in.integer(),
                in.text(),
                in.text(),
                in.constant(Side.class),
                in.constant(AlgoState.class),
                in.text(),
                in.number(),
                in.number(),
                in.number(),
                Arrays.stream(in.numbers()).boxed().toList(),
                values(in));
    }

    private static Map<String, String> values(StateReader in) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            values.put(in.text(), in.text());
        }
        return values;
    }
}
