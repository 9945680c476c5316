/**
 * The Lab: set up a backtest, follow it, read its report, search parameters, compare runs.
 *
 * <p>Entry type: {@link dev.tradewind.ui.screen.lab.LabScreen}. View models ({@code LabViewModel}, {@code SetupModel},
 * {@code SearchModel}) hold no nodes; what a report shows ({@code ReportModel}) is worked out away from the JavaFX
 * thread. JavaFX thread only, except {@code ReportModel} and what it is made of, which are pure.
 */
@NullMarked
package dev.tradewind.ui.screen.lab;

import org.jspecify.annotations.NullMarked;
