package dev.tradewind.app;

import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesKey;

/**
 * What importing a file into one series came to. A zip of several series gives one receipt for each.
 *
 * @param file            the file as the user knows it
 * @param format          its form
 * @param key             the series
 * @param rows            candles or trades read and kept
 * @param added           of them, rows that were not stored yet
 * @param same            of them, rows that were stored alike
 * @param revised         of them, rows that were stored otherwise; the earlier ones are kept as a revision
 * @param rounded         of them, rows whose quantity was finer than a lot and was rounded to the nearest
 * @param withoutQuantity trades left out because they had no quantity
 * @param bad             rows a repair left out
 * @param gaps            places where the file misses candles
 * @param missing         candles the file misses
 * @param firstNanos      time of its first row, nanoseconds since the epoch
 * @param lastNanos       time of its last row
 * @param tookNanos       how long it took
 */
public record ImportReceipt(
        String file,
        DataFormat format,
        SeriesKey key,
        long rows,
        long added,
        long same,
        long revised,
        long rounded,
        long withoutQuantity,
        BadRows bad,
        int gaps,
        long missing,
        long firstNanos,
        long lastNanos,
        long tookNanos) {}
