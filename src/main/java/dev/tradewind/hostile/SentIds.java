package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import java.util.HashSet;
import java.util.Set;

/** Every order that left the processes of a world, over all their lives: no id leaves twice. */
final class SentIds {

    /** No client order id reaches the exchange twice. */
    static final String ONCE = "no client order id is sent twice";

    private final Set<Long> sent = new HashSet<>();

    /** An order is about to leave. */
    void leaves(OrderRequest request) {
        if (!sent.add(request.clientOrderId())) {
            throw new Violation(ONCE, request + " was sent before");
        }
    }
}
