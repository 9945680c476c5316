package dev.tradewind.marketdata;

/**
 * What putting rows into the store came to.
 *
 * @param key     the series
 * @param added   rows that were not there
 * @param same    rows that were there alike
 * @param revised rows that were there otherwise; the earlier ones are kept as a revision
 */
public record StoreReceipt(SeriesKey key, long added, long same, long revised) {}
