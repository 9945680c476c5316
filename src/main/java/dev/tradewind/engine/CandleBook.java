package dev.tradewind.engine;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.marketdata.CandleAggregator;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles a session keeps: those of its screens, those its bots asked for, and minutes for bots that take candles as the
 * feed has them where it has trades. Engine thread only.
 */
final class CandleBook {

    private final List<Timeframe> shown;
    private final List<Timeframe> kept;
    private CandleAggregator[] aggregators = {};
    private final CandleListener closed;
    private final CandleEvent carrier = new CandleEvent();
    private @Nullable CandleAggregator minutes;
    private boolean minutesWanted;
    private boolean coarser;

    /** {@code closed} hears of every candle of a kept timeframe as it closes. */
    CandleBook(List<Timeframe> timeframes, CandleListener closed) {
        this.shown = timeframes.stream().sorted().toList();
        this.kept = new ArrayList<>(shown);
        this.closed = closed;
        if (!shown.isEmpty()) {
            add(new CandleAggregator(0, shown, closed));
        }
    }

    /** Keeps one more timeframe from now on. */
    void keep(Timeframe timeframe) {
        if (kept.contains(timeframe)) {
            return;
        }
        kept.add(timeframe);
        // the minutes made of trades for bots that take candles as the feed has them serve both
        if (timeframe != Timeframe.M1 || minutes == null) {
            add(new CandleAggregator(0, List.of(timeframe), closed));
        }
    }

    private void add(CandleAggregator aggregator) {
        aggregators = Arrays.copyOf(aggregators, aggregators.length + 1);
        aggregators[aggregators.length - 1] = aggregator;
    }

    /** Bots that take candles as the feed has them get those of a timeframe instead. */
    void feedCandles(Timeframe timeframe) {
        coarser = true;
        minutesWanted = false;
        keep(timeframe);
    }

    /** Some bot takes candles as the feed has them; where it has trades these are minutes. */
    void keepFeedCandles() {
        minutesWanted = !coarser;
    }

    void trade(TradeEvent trade) {
        if (minutesWanted && minutes == null && !kept.contains(Timeframe.M1)) {
            minutes = new CandleAggregator(0, List.of(Timeframe.M1), closed);
        }
        for (CandleAggregator aggregator : aggregators) {
            aggregator.onTrade(trade.timeNanos(), trade.priceTicks(), trade.quantityLots());
        }
        if (minutes != null) {
            minutes.onTrade(trade.timeNanos(), trade.priceTicks(), trade.quantityLots());
        }
    }

    void candle(CandleEvent candle) {
        for (CandleAggregator aggregator : aggregators) {
            aggregator.onCandle(candle);
        }
    }

    /** {@return the closed candles screens show, finest first} */
    List<CandleColumns> columns() {
        List<CandleColumns> columns = new ArrayList<>(shown.size());
        for (Timeframe timeframe : shown) {
            columns.add(aggregators[0].closed(timeframe));
        }
        return columns;
    }

    /** {@return the candles that are forming, in the order of {@link #columns()}} */
    List<EngineSnapshot.@Nullable Forming> forming() {
        List<EngineSnapshot.@Nullable Forming> forming = new ArrayList<>(shown.size());
        for (Timeframe timeframe : shown) {
            forming.add(
                    aggregators[0].forming(timeframe, carrier)
                            ? new EngineSnapshot.Forming(
                                    carrier.openTimeNanos(),
                                    carrier.openTicks(),
                                    carrier.highTicks(),
                                    carrier.lowTicks(),
                                    carrier.closeTicks(),
                                    carrier.volumeLots())
                            : null);
        }
        return forming;
    }
}
