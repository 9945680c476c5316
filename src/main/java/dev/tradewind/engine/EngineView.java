package dev.tradewind.engine;

import dev.tradewind.domain.Command;

/** The way out. Safe on any thread. */
public interface EngineView {

    /** {@return the newest published snapshot; cheap} */
    EngineSnapshot snapshot();

    /** Asks the engine to publish a fresh snapshot when it next comes round; many requests make one snapshot. */
    void request();

    /**
     * {@return what an order of the user would meet and do at the newest snapshot: every rule's verdict, cost, fee and what
     * is held after it; nothing is sent}
     */
    OrderPreview preview(Command.PlaceOrder order);
}
