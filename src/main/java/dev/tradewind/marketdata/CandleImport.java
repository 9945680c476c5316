package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;

/**
 * Candles that were read, whole and checked.
 *
 * @param instrument what prices and volumes are scaled by
 * @param candles    oldest first
 * @param checksum   {@link SeriesChecksum#of(CandleColumns)}
 * @param summary    what the import found
 */
public record CandleImport(Instrument instrument, CandleColumns candles, long checksum, ImportSummary summary) {}
