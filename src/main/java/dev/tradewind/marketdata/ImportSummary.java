package dev.tradewind.marketdata;

/**
 * What an import found, for the user to see.
 *
 * @param file            the file as the user knows it
 * @param rows            candles or trades kept
 * @param withoutQuantity trades left out because they had no quantity (none given, zero, or less than half a lot)
 * @param rounded         kept rows whose quantity or volume was finer than a lot and was rounded to the nearest
 * @param gaps            places where candles are missing; 0 for trades
 * @param missing         candles missing in all gaps together; 0 for trades
 * @param firstNanos      time of the first row, nanoseconds since the epoch
 * @param lastNanos       time of the last row
 */
public record ImportSummary(
        String file,
        int rows,
        int withoutQuantity,
        int rounded,
        int gaps,
        long missing,
        long firstNanos,
        long lastNanos) {}
