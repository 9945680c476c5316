/**
 * A finished run on paper: {@link dev.tradewind.report.RunJson} (whole, reads back equal),
 * {@link dev.tradewind.report.RunCsv} and {@link dev.tradewind.report.HtmlReport}.
 *
 * <p>Plots are built once as a {@link dev.tradewind.report.Drawing} that knows nothing of its output. Pure functions from
 * {@link dev.tradewind.backtest.RunReport} to text and bytes; any thread. It opens no file, knows no engine and no network.
 */
@NullMarked
package dev.tradewind.report;

import org.jspecify.annotations.NullMarked;
