/**
 * The command line: a thin shell over {@code app}. Each command parses, calls and prints; nothing is worked out here.
 *
 * <p>Entry type: {@link dev.tradewind.cli.TradewindCommand}. Results go to standard output, everything else to standard
 * error; exit codes are 0 (done), 1 (failed) and 2 (called wrongly). Runs on the caller's thread.
 */
@NullMarked
package dev.tradewind.cli;

import org.jspecify.annotations.NullMarked;
