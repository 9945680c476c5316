/**
 * The candlestick chart, drawn on a canvas of its own because no chart library draws a million candles in a frame.
 *
 * <p>Entry type: {@link dev.tradewind.ui.chart.CandleChart}. JavaFX thread only. Axis arithmetic ({@code TimeWindow},
 * {@code PriceScale}, {@code TimeSteps}, {@code TagStack}) and the level-of-detail pyramid know no toolkit and are
 * tested without one. Nothing here may read the engine: what is shown is handed in.
 */
@NullMarked
package dev.tradewind.ui.chart;

import org.jspecify.annotations.NullMarked;
