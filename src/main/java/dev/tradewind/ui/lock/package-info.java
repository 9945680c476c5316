/**
 * The passphrase in the window: asking for it, setting it, the lock screen, and what locks by itself when nobody is there or the
 * machine slept.
 *
 * <p>Entry types: {@link dev.tradewind.ui.lock.LockGuard}, {@link dev.tradewind.ui.lock.UnlockForm},
 * {@link dev.tradewind.ui.lock.NewPassphraseForm} and {@link dev.tradewind.ui.lock.ArmPrompt}. JavaFX thread only; models and
 * watches hold no nodes. What checks a passphrase takes half a second or more and runs apart, by
 * {@link dev.tradewind.ui.fx.Hands}. Knows no screen and no vault: it works on
 * {@link dev.tradewind.app.custody.SecurityDesk}.
 */
@NullMarked
package dev.tradewind.ui.lock;

import org.jspecify.annotations.NullMarked;
