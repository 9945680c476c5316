package dev.tradewind.kernel;

/**
 * One input as a journal and its tape remember it: what recovery and replay step the engine with. The carriers inside are
 * its own and may be kept.
 *
 * @param sequence  the input's number in the session, without holes
 * @param timeNanos the engine's clock when it was taken
 */
public record RecordedInput(long sequence, long timeNanos, Input input) {}
