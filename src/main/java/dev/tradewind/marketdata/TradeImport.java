package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;

/**
 * Trades that were read, whole and checked.
 *
 * @param instrument what prices and quantities are scaled by
 * @param trades     in file order, which is time order
 * @param checksum   {@link SeriesChecksum#of(TradeColumns)}
 * @param summary    what the import found
 */
public record TradeImport(Instrument instrument, TradeColumns trades, long checksum, ImportSummary summary) {}
