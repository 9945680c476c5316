/**
 * The keys to the user's accounts, as the window and the command line handle them: passphrase, screen lock and sealing, and
 * the accounts with their keys. Entry types: {@link dev.tradewind.app.custody.SecurityDesk} and
 * {@link dev.tradewind.app.custody.AccountsDesk}. Any thread, unless a method says that it blocks.
 *
 * <p>A secret crosses this border as a {@code char[]}; whoever is handed one wipes it, whatever comes of the call.
 */
@NullMarked
package dev.tradewind.app.custody;

import org.jspecify.annotations.NullMarked;
