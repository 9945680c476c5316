/**
 * Where the process starts: {@link dev.tradewind.Main} picks the window or the command line. Nothing depends on this
 * package, and it holds only what must run before either of them can.
 */
@NullMarked
package dev.tradewind;

import org.jspecify.annotations.NullMarked;
