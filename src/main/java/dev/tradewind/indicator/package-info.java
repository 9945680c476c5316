/**
 * Indicators that take one value at a time and keep what they need of the past.
 *
 * <p>Entry type: one class per indicator, for instance {@link dev.tradewind.indicator.Atr}. Pure state on {@code double};
 * owned by whoever made it, one thread. They know neither orders nor money.
 */
@NullMarked
package dev.tradewind.indicator;

import org.jspecify.annotations.NullMarked;
