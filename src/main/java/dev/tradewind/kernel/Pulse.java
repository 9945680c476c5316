package dev.tradewind.kernel;

/**
 * Hears how long a driver's work takes, on the engine thread. It changes nothing: an engine with one and an engine without
 * make the same decisions. It must be quick and allocate nothing.
 */
public interface Pulse {

    /** Hears nothing. */
    Pulse NONE = new Pulse() {
        @Override
        public void taking(long counterNanos) {}

        @Override
        public void batch(int inputs, long nanos, long lagNanos) {}
    };

    /**
     * An input is about to be dealt with.
     *
     * @param counterNanos the machine's steady counter
     */
    void taking(long counterNanos);

    /**
     * Inputs were dealt with in one go.
     *
     * @param inputs   market events and commands; never 0
     * @param nanos    how long that took
     * @param lagNanos how long the first market event had been due by the driver's clock, in the market's time; 0 without one
     */
    void batch(int inputs, long nanos, long lagNanos);
}
