/**
 * Indicators that take one candle at a time and keep what they need of the past.
 *
 * <p>Entry type: {@link dev.tradewind.indicator.IndicatorCatalog}; one class per indicator with its
 * {@link dev.tradewind.indicator.IndicatorType}, the candle patterns in two lists. Pure state on {@code double}; owned
 * by whoever made it, one thread. They know neither orders nor money.
 */
@NullMarked
package dev.tradewind.indicator;

import org.jspecify.annotations.NullMarked;
