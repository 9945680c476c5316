/**
 * Risk: whether the session trades and the switches that end it, the rules in force with live gauges, the stop watchdog,
 * and what the rules did. Entry type: {@link dev.tradewind.ui.screen.risk.RiskScreen}.
 */
@NullMarked
package dev.tradewind.ui.screen.risk;

import org.jspecify.annotations.NullMarked;
