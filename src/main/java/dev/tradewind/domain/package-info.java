/**
 * The values and events of trading: prices, quantities, money, instruments, orders, fills, reports, commands. Immutable
 * and safe on any thread; knows nothing but the JDK, and neither the time nor chance.
 */
@NullMarked
package dev.tradewind.domain;

import org.jspecify.annotations.NullMarked;
