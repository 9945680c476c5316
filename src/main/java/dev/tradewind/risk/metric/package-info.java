/**
 * The metrics of risk rules, one class each, their catalogue and the text form of rules.
 *
 * <p>Entry types: {@link dev.tradewind.risk.metric.RiskCatalog} and {@link dev.tradewind.risk.metric.RuleText}. Pure.
 */
@NullMarked
package dev.tradewind.risk.metric;

import org.jspecify.annotations.NullMarked;
