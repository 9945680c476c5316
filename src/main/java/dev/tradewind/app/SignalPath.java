package dev.tradewind.app;

import dev.tradewind.backtest.LanePlan;
import dev.tradewind.backtest.SignalBacktest;
import dev.tradewind.bot.SignalColumns;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import java.util.Optional;

/**
 * Whether a backtest can be worked out of whole columns instead of event by event, and the columns for it: made once,
 * shared by any number of threads. What is worked out is what the event path makes, to the journal hash.
 */
public final class SignalPath {

    private final LanePlan lane;
    private final LaneHistory history;
    private final Optional<SignalColumns> columns;
    private final Optional<String> objection;

    private SignalPath(
            LanePlan lane, LaneHistory history, Optional<SignalColumns> columns, Optional<String> objection) {
        this.lane = lane;
        this.history = history;
        this.columns = columns;
        this.objection = objection;
    }

    static SignalPath of(LanePlan lane, LaneHistory history, int bots) {
        Optional<CandleColumns> candles = history.candles();
        if (bots != 1 || candles.isEmpty()) {
            return new SignalPath(
                    lane, history, Optional.empty(), Optional.of(bots != 1 ? "there are several bots" : "the data are no candles"));
        }
        LanePlan.Starter bot = lane.bots().getFirst();
        Optional<Timeframe> coarser = bot.candles();
        Optional<String> early = SignalBacktest.objection(lane.config(), lane.terms(), bot.start(), coarser);
        if (early.isPresent()) {
            return new SignalPath(lane, history, Optional.empty(), early);
        }
        SignalColumns columns = SignalColumns.of(candles.get());
        return new SignalPath(lane, history, Optional.of(columns), SignalBacktest.objection(columns));
    }

    /** {@return why it cannot be worked out of columns, in words; empty if it can} */
    public Optional<String> objection() {
        return objection;
    }

    /**
     * {@return what works runs out, for one thread}
     *
     * @throws IllegalStateException if there is an {@link #objection}
     */
    public SignalBacktest backtest() {
        if (objection.isPresent()) {
            throw new IllegalStateException("not from columns: " + objection.get());
        }
        return history.signal(lane, columns.orElseThrow());
    }
}
