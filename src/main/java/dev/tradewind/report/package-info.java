/**
 * A finished run on paper: {@link dev.tradewind.report.RunJson} (whole, reads back equal),
 * {@link dev.tradewind.report.RunCsv}, {@link dev.tradewind.report.HtmlReport} and
 * {@link dev.tradewind.report.PdfReport}.
 *
 * <p>Plots are built once as a {@link dev.tradewind.report.Drawing} and shown by both HTML and PDF. Pure functions from
 * {@link dev.tradewind.backtest.RunReport} to text and bytes; any thread. It opens no file, knows no engine and no network.
 */
@NullMarked
package dev.tradewind.report;

import org.jspecify.annotations.NullMarked;
