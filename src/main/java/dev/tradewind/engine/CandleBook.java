package dev.tradewind.engine;

import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
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
final class CandleBook implements Stateful {

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

    @Override
    public void save(StateWriter out) {
        out.section("Candles", 1).flag(coarser).flag(minutesWanted).flag(minutes != null);
        out.number(kept.size() - shown.size());
        int builders = shown.isEmpty() ? 0 : 1;
        for (int i = shown.size(); i < kept.size(); i++) {
            out.constant(kept.get(i));
            // at most one has none of its own: the minutes made for the feed's listeners serve it
            boolean own = kept.get(i) != Timeframe.M1 || aggregators.length - builders == kept.size() - shown.size();
            out.flag(own);
        }
        for (CandleAggregator aggregator : aggregators) {
            out.part(aggregator);
        }
        if (minutes != null) {
            out.part(minutes);
        }
    }

    @Override
    public void load(StateReader in) {
        coarser = in.section("Candles", 1).flag();
        minutesWanted = in.flag();
        minutes = in.flag() ? new CandleAggregator(0, List.of(Timeframe.M1), closed) : null;
        kept.subList(shown.size(), kept.size()).clear();
        aggregators = Arrays.copyOf(aggregators, shown.isEmpty() ? 0 : 1);
        for (int left = in.count(); left > 0; left--) {
            Timeframe timeframe = in.constant(Timeframe.class);
            kept.add(timeframe);
            if (in.flag()) {
                add(new CandleAggregator(0, List.of(timeframe), closed));
            }
        }
        for (CandleAggregator aggregator : aggregators) {
            in.part(aggregator);
        }
        if (minutes != null) {
            in.part(minutes);
        }
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
