/**
 * A hostile world, made from a seed: an exchange whose answers come late, twice, out of order or never, a disk that forgets
 * and tears what was not forced, a process that dies at any step, and the checks that nothing is lost or done twice in it.
 *
 * <p>Entry type: {@link dev.tradewind.hostile.Simulation}. One thread, no clock, no randomness but
 * {@link dev.tradewind.kernel.Rng}: a seed is a whole world and is the same everywhere. It may not name how sessions are
 * stored; that is handed in as {@link dev.tradewind.hostile.Storage}.
 */
@NullMarked
package dev.tradewind.hostile;

import org.jspecify.annotations.NullMarked;
