package dev.tradewind.engine;

/** Whether orders can leave for the exchange. */
public enum LineState {
    /** They can. */
    OPEN,
    /** The exchange cannot be reached: nothing is sent. */
    LOST,
    /** The exchange can be reached, but what it says is still being compared with what we think: only cancels leave. */
    COMPARING
}
