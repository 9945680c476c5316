package dev.tradewind.engine;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.marketdata.CandleColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The candles a session keeps: those of its screens and those its bots asked for. Engine thread only. */
final class CandleBook {

    private final List<Timeframe> kept = new ArrayList<>();

    /** {@code closed} hears of every candle of a kept timeframe as it closes. */
    CandleBook(List<Timeframe> timeframes, Closed closed) {
        kept.addAll(timeframes);
    }

    void keep(Timeframe timeframe) {
        if (!kept.contains(timeframe)) {
            kept.add(timeframe);
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    void trade(TradeEvent trade) {
    }

    void candle(CandleEvent candle) {
    }

    interface Closed {
        void closed(Timeframe timeframe, CandleEvent candle);
    }

    List<CandleColumns> columns() {
        return new ArrayList<>();
    }

    List<EngineSnapshot.@Nullable Forming> forming() {
        return new ArrayList<>();
    }
}
