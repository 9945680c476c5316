/**
 * Pre-trade and running rules as pure functions from a request and a view to a verdict.
 *
 * <p>Entry type: {@link dev.tradewind.risk.RiskGate}. A pass allocates nothing; a refusal names the rule, the value and what
 * would pass.
 */
@NullMarked
package dev.tradewind.risk;

import org.jspecify.annotations.NullMarked;
