package dev.tradewind.marketdata;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Timeframe;

/** Hears of candles as they close, on the thread that feeds the aggregator. */
@FunctionalInterface
public interface CandleListener {

    /** Hears nothing. */
    CandleListener NONE = (timeframe, candle) -> {};

    /** A candle closed; {@code candle} is reused, read it before returning. Its series already holds it. */
    void onCandleClosed(Timeframe timeframe, CandleEvent candle);
}
