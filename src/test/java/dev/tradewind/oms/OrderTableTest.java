package dev.tradewind.oms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTableTest {

    @Test
    void findsLikeAMapWhateverOpensAndCloses() {
        long seed = 31_337;
        Rng rng = new Rng(seed);
        OrderTable table = new OrderTable();
        Map<Long, Order> naive = new LinkedHashMap<>();
        List<Long> closed = new ArrayList<>();
        OrderRequest request = new OrderRequest();
        long id = 1L << 40;
        for (int i = 0; i < 60_000; i++) {
            String what = "seed " + seed + " step " + i;
            // waves: the table grows to hundreds and falls back, so that it rehashes and shifts long runs
            boolean open = rng.nextInt(100) < (i / 3_000 % 2 == 0 ? 60 : 40);
            if (open || naive.isEmpty()) {
                id += 1 + (rng.nextInt(50) == 0 ? rng.nextInt(1_000_000) : 0);
                request.set(id, 1, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, 1, 0, 0, 0);
                naive.put(id, table.open(request, i, i));
            } else {
                List<Long> ids = new ArrayList<>(naive.keySet());
                long gone = ids.get(rng.nextInt(ids.size()));
                table.close(naive.remove(gone));
                closed.add(gone);
            }
            assertEquals(naive.size(), table.size(), what);
            if (i % 100 == 0) {
                naive.forEach((key, order) -> assertSame(order, table.find(key), what));
                closed.forEach(key -> assertNull(table.find(key), what));
                closed.clear();
                List<Order> inOrder = List.copyOf(naive.values());
                for (int at = 0; at < inOrder.size(); at++) {
                    assertSame(inOrder.get(at), table.get(at), what);
                }
            }
        }
        assertThrows(IndexOutOfBoundsException.class, () -> table.get(table.size()));
    }
}
