package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.marketdata.CandleColumns;

/**
 * Market data that comes with the program.
 *
 * @param id          stable, for instance {@code bitstamp-btcusd}
 * @param title       for instance {@code Bitstamp BTC/USD trades}
 * @param description one line: how much, from when to when
 * @param trades      whether it holds single trades (candles otherwise)
 * @param instrument  what it is of
 * @param preview     up to some hundred real candles of it, for a drawing
 */
public record SampleData(
        String id, String title, String description, boolean trades, Instrument instrument, CandleColumns preview) {}
