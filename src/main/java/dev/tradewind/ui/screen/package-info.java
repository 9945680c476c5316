/**
 * What every screen is given and must offer: {@link dev.tradewind.ui.screen.Screen} and
 * {@link dev.tradewind.ui.screen.ScreenContext}. Each screen has a package of its own below and never uses another's.
 */
@NullMarked
package dev.tradewind.ui.screen;

import org.jspecify.annotations.NullMarked;
