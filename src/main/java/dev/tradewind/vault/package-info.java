/**
 * Sealed secrets. A passphrase (and, if the user wants, a key file) opens a {@link dev.tradewind.vault.Vault}, which
 * holds the private halves of keys to accounts, lends them for a moment or signs with them; a {@link
 * dev.tradewind.vault.Signer} never shows what it signs with. {@link dev.tradewind.vault.SealedOutput} writes streams
 * that only those who can open the vault can read, also while it is sealed. Any thread; what derives a key from a
 * passphrase blocks for half a second.
 *
 * <p>Depends on nothing of ours, and alone knows the cryptographic library. Secrets stand in {@link
 * dev.tradewind.vault.Secret}s outside the heap; arrays they pass through are wiped. No exception, log line or {@code
 * toString} here holds one.
 */
@NullMarked
package dev.tradewind.vault;

import org.jspecify.annotations.NullMarked;
