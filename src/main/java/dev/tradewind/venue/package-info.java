/**
 * The exchange port: what an order venue can do and how it is asked. Answers come back as
 * {@link dev.tradewind.domain.VenueReport} inputs of the event loop, also from the simulator.
 *
 * <p>Entry type: {@link dev.tradewind.venue.Venue}. Called on the engine thread; must not block it.
 */
@NullMarked
package dev.tradewind.venue;

import org.jspecify.annotations.NullMarked;
