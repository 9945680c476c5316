/**
 * Live exchanges, one nested package each. Entry types are what they implement of {@link dev.tradewind.venue}. Network calls
 * block the thread that asks; never the engine's or the window's.
 */
@NullMarked
package dev.tradewind.connector;

import org.jspecify.annotations.NullMarked;
