/**
 * The headless composition root: builds, starts and stops everything, for the window and the command line alike.
 *
 * <p>Entry types: {@link dev.tradewind.app.Terminal} (what the window asks of the program) and
 * {@link dev.tradewind.app.OpenSession} (a session that runs). Knows every package but {@code ui} and {@code cli}.
 */
@NullMarked
package dev.tradewind.app;

import org.jspecify.annotations.NullMarked;
