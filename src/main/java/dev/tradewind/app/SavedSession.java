package dev.tradewind.app;

/**
 * A session that can go on.
 *
 * @param title  its market, for instance {@code BTC/USD, Bitstamp replay}
 * @param detail one line: where its market stands, bots and open orders
 */
public record SavedSession(String title, String detail) {}
