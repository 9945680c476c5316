/**
 * The one page before a session: where the market comes from and how much paper money there is; every question is already
 * answered. Entry type: {@link dev.tradewind.ui.screen.start.StartView}.
 */
@NullMarked
package dev.tradewind.ui.screen.start;

import org.jspecify.annotations.NullMarked;
