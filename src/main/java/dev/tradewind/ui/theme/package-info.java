/**
 * The look: colours, type and icons, from one list of tokens.
 *
 * <p>Entry type: {@link dev.tradewind.ui.theme.Theme}. Style sheets lie beside it in the resources: {@code dark.css} and
 * {@code light.css} name the colours ({@code -tw-…} and AtlantaFX's {@code -color-…}), {@code tradewind.css} shapes the
 * controls, {@code bridge.css} serves ControlsFX. Canvas code takes the same colours from
 * {@link dev.tradewind.ui.theme.Palette}. JavaFX thread only.
 */
@NullMarked
package dev.tradewind.ui.theme;

import org.jspecify.annotations.NullMarked;
