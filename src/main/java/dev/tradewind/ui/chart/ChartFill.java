package dev.tradewind.ui.chart;

import dev.tradewind.domain.Side;

/**
 * A fill as a mark on the chart.
 *
 * @param name    short, beside the mark; may be empty
 * @param title   first line of its tooltip
 * @param detail  size, price and time
 * @param journal where it is written down
 */
public record ChartFill(
        long timeNanos, long priceTicks, Side side, String name, String title, String detail, String journal) {}
