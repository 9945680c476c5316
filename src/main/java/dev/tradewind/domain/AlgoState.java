package dev.tradewind.domain;

/** Where an execution algorithm is in its life. */
public enum AlgoState {
    /** It waits for its condition; nothing of it is in the market. */
    ARMED,
    /** Its orders are in the market, or the next one has a time. */
    WORKING,
    /** Its orders are being cancelled. */
    ENDING,
    /** It did what it was asked. */
    DONE,
    /** It was cancelled, by a person or because its orders were. */
    CANCELLED,
    /** It could not go on; its reason says why and what is left in the market. */
    FAILED;

    /** {@return whether it does nothing more} */
    public boolean isTerminal() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
