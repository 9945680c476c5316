package dev.tradewind.engine;

/** The way out. Safe on any thread. */
public interface EngineView {

    /** {@return the newest published snapshot; cheap} */
    EngineSnapshot snapshot();

    /** Asks the engine to publish a fresh snapshot when it next comes round; many requests make one snapshot. */
    void request();
}
