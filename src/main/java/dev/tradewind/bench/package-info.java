/**
 * The benchmarks behind {@code tradewind bench}, each with a peer that runs beside it in the same process. May use
 * everything; nothing but the command line uses it.
 */
@NullMarked
package dev.tradewind.bench;

import org.jspecify.annotations.NullMarked;
