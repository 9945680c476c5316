/**
 * The window. Entry type: {@link dev.tradewind.ui.TerminalUi}, called by {@code Main} alone.
 *
 * <p>The engine never waits for anything here: screens read immutable snapshots once per frame and send commands.
 */
@NullMarked
package dev.tradewind.ui;

import org.jspecify.annotations.NullMarked;
