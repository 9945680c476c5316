/**
 * What the market did, in memory: columnar candle series, candle aggregation from trades, synthetic depth, and the ports
 * history and live feeds come through.
 *
 * <p>Entry types: {@link dev.tradewind.marketdata.CandleSeries} and {@link dev.tradewind.marketdata.MarketFeed}. Written by
 * the engine thread alone; {@link dev.tradewind.marketdata.CandleColumns} may be read by any thread it is handed to.
 */
@NullMarked
package dev.tradewind.marketdata;

import org.jspecify.annotations.NullMarked;
