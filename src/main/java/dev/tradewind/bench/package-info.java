/**
 * The benchmarks behind {@code tradewind bench}, with what they are held against.
 *
 * <p>Entry types: {@link dev.tradewind.bench.Benchmark} and {@link dev.tradewind.bench.BenchCatalog}. Every benchmark
 * takes the path the command line takes. Peers are libraries that the program itself does without: where they are not
 * on the class path, a benchmark runs without its peer. Runs on the caller's thread.
 */
@NullMarked
package dev.tradewind.bench;

import org.jspecify.annotations.NullMarked;
