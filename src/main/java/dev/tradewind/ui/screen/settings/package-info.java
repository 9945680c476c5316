/**
 * The Settings screen: accounts and keys, passphrase and lock, backups, log and metrics, look, about.
 *
 * <p>Entry type: {@link dev.tradewind.ui.screen.settings.SettingsScreen}. JavaFX thread; what blocks is done on other
 * threads through {@link dev.tradewind.ui.fx.Hands}. A secret is taken from a {@link
 * dev.tradewind.ui.widget.SecretField} as a {@code char[]} and handed to a desk, which wipes it; no label, tooltip or
 * property here ever holds one.
 */
@NullMarked
package dev.tradewind.ui.screen.settings;

import org.jspecify.annotations.NullMarked;
