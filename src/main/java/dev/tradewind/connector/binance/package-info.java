/**
 * Binance. Entry type: {@link dev.tradewind.connector.binance.BinanceKeyCheck}. Endpoints, limits and error codes are those
 * of Binance's public API documentation.
 */
@NullMarked
package dev.tradewind.connector.binance;

import org.jspecify.annotations.NullMarked;
