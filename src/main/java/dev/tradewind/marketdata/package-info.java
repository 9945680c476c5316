/**
 * What the market did, in memory: columnar series of candles and trades, reading them from CSV, playing them back, building
 * candles from trades, synthetic depth, and the port feeds come through. Files are opened elsewhere.
 *
 * <p>Entry types: {@link dev.tradewind.marketdata.CandleCsv}, {@link dev.tradewind.marketdata.MarketFeed} and
 * {@link dev.tradewind.marketdata.CandleAggregator}. Written by the engine thread alone; {@link dev.tradewind.marketdata.CandleColumns} may be read by any thread it is handed to.
 */
@NullMarked
package dev.tradewind.marketdata;

import org.jspecify.annotations.NullMarked;
