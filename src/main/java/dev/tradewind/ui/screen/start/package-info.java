/**
 * The one page before a session: the passphrase, where the market comes from and how much paper money there is; every question
 * is answered. From here a backup is restored. Entry type: {@link dev.tradewind.ui.screen.start.StartView}.
 */
@NullMarked
package dev.tradewind.ui.screen.start;

import org.jspecify.annotations.NullMarked;
