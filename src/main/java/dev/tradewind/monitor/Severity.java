package dev.tradewind.monitor;

/** How much a log line matters, the gravest first. */
public enum Severity {
    /** Something failed. */
    ERROR,
    /** Something is not as it should be; the program goes on. */
    WARN,
    /** What the program does. */
    INFO,
    /** How it does it. */
    DEBUG;

    /** {@return whether a log that takes lines from {@code least} on takes one of this severity} */
    public boolean passes(Severity least) {
        return compareTo(least) <= 0;
    }
}
