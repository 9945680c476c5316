package dev.tradewind.oms;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Side;
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
        Map<String, String> params) {}
