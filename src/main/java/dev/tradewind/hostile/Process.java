package dev.tradewind.hostile;

import dev.tradewind.domain.OrderState;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Journal;
import dev.tradewind.oms.Order;
import org.jspecify.annotations.Nullable;

/** One life of the terminal's process: the engine and what was noted of it, gone at the next crash. */
final class Process {

    private final Session session;
    private final Journal journal;
    private final Books books;
    private final OpenOrders orders;

    Process(Session session, Journal journal, Books books) {
        this.session = session;
        this.journal = journal;
        this.books = books;
        orders = new OpenOrders(session);
    }

    Session session() {
        return session;
    }

    Journal journal() {
        return journal;
    }

    Books books() {
        return books;
    }

    OpenOrders orders() {
        return orders;
    }

    /** {@return where the order a venue's id is about is in its life, null if the engine does not know it} */
    @Nullable OrderState stateOf(long venueId) {
        long id = Order.orderId(venueId);
        Order order = orders.find(id);
        return order != null ? order.state() : books.end(id);
    }
}
