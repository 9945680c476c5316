/**
 * The frame around the screens: rail, top bar, status bar, replay levers, command palette.
 *
 * <p>Entry type: {@link dev.tradewind.ui.shell.Shell}. JavaFX thread only. View models hold properties and no nodes.
 */
@NullMarked
package dev.tradewind.ui.shell;

import org.jspecify.annotations.NullMarked;
