package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;

/**
 * What the store says of a series without reading it.
 *
 * @param key        its name
 * @param instrument what prices and quantities are scaled by
 * @param rows       candles or trades held, newest revision only
 * @param firstNanos time of the first row, nanoseconds since the epoch
 * @param lastNanos  time of the last row
 * @param gaps       places where candles are missing; 0 for trades
 * @param missing    candles missing in all gaps together
 * @param revisions  rows whose earlier version is kept as well
 * @param bytes      bytes on disk
 * @param checksum   {@link SeriesChecksum} of the whole newest revision
 * @param source     where the newest rows came from, for people
 */
public record StoredSeries(
        SeriesKey key,
        Instrument instrument,
        long rows,
        long firstNanos,
        long lastNanos,
        int gaps,
        long missing,
        long revisions,
        long bytes,
        long checksum,
        String source) {}
