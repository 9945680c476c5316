package dev.tradewind.kernel;

/** The engine's time. Every part of the core is handed one; none asks the operating system. */
@FunctionalInterface
public interface Clock {

    /** {@return nanoseconds since the Unix epoch; never earlier than the last answer} */
    long nowNanos();
}
