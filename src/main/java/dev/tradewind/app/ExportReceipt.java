package dev.tradewind.app;

import dev.tradewind.marketdata.SeriesKey;
import java.nio.file.Path;

/**
 * What an export wrote.
 *
 * @param key        the series written
 * @param file       where
 * @param replaced   whether a file of that name was there
 * @param rows       candles or trades
 * @param firstNanos time of the first row, nanoseconds since the epoch; 0 without rows
 * @param lastNanos  time of the last row
 * @param checksum   {@link dev.tradewind.marketdata.SeriesChecksum} of what was written
 */
public record ExportReceipt(
        SeriesKey key, Path file, boolean replaced, long rows, long firstNanos, long lastNanos, long checksum) {}
