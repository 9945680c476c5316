package dev.tradewind.settings;

/** Where the last use's choices are kept. Safe on any thread; both calls are quick. */
public interface LastUseStore {

    /** {@return what was saved last, or {@link LastUse#NONE}} */
    LastUse loadLastUse();

    /** Keeps the choices; trouble with the disk is logged and costs only them. */
    void saveLastUse(LastUse use);
}
