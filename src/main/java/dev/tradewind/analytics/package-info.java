/**
 * Statistics over equity curves and closed trades: what a run earned, what it risked, and how both compare with
 * holding.
 *
 * <p>Entry types: {@link dev.tradewind.analytics.Metric} names every figure with its formula and source, {@link
 * dev.tradewind.analytics.Performance} holds them. Pure functions on {@code double}; any thread. It knows neither the
 * engine nor how a run came about.
 */
@NullMarked
package dev.tradewind.analytics;

import org.jspecify.annotations.NullMarked;
