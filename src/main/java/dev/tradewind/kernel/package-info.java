/**
 * The deterministic core: time, numbered inputs, the event loop and its two drivers, timers, randomness, the journal port.
 *
 * <p>Entry type: {@link dev.tradewind.kernel.EventLoop}. One thread owns everything that is stepped here; the only class
 * with a thread of its own is {@link dev.tradewind.kernel.RealtimeDriver}. Nothing here reads the wall clock except the
 * clocks made for it, and nothing iterates an unordered collection.
 */
@NullMarked
package dev.tradewind.kernel;

import org.jspecify.annotations.NullMarked;
