/**
 * Controls more than one screen uses, and how figures are written.
 *
 * <p>Entry types: {@link dev.tradewind.ui.widget.Figures} and {@link dev.tradewind.ui.widget.Labels}. JavaFX thread only,
 * except {@code Figures}, which is pure. Nothing here knows a screen or the engine.
 */
@NullMarked
package dev.tradewind.ui.widget;

import org.jspecify.annotations.NullMarked;
