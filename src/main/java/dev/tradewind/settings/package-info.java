/**
 * What a person prefers, and the port it is kept behind.
 *
 * <p>Entry types: {@link dev.tradewind.settings.Preferences} and {@link dev.tradewind.settings.PreferenceStore}. Values are
 * immutable; nothing here touches a file.
 */
@NullMarked
package dev.tradewind.settings;

import org.jspecify.annotations.NullMarked;
