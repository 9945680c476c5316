package dev.tradewind.backtest;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One history and the bots that trade it. Immutable; every run asks for a feed of its own.
 *
 * @param config     the lane's session; its fees should be those of {@code terms}, its number is the lane's own
 * @param terms      what the simulated venue charges
 * @param bots       at least one, started in this order before the first event
 * @param firstNanos when the history begins
 * @param lastNanos  when it ends
 * @param feed       plays the history from its beginning
 */
public record LanePlan(
        SessionConfig config,
        SimTerms terms,
        List<Starter> bots,
        long firstNanos,
        long lastNanos,
        Supplier<HistoryFeed> feed) {

    /**
     * A bot to be started.
     *
     * @param start   its id is the only one of it in the whole run
     * @param candles what it gets where it takes candles as the feed has them; empty for the feed's own
     */
    public record Starter(Command.StartBot start, Optional<Timeframe> candles) {}

    public LanePlan {
        bots = List.copyOf(bots);
        if (bots.isEmpty()) {
            throw new IllegalArgumentException("a lane on " + config.instrument() + " has no bot");
        }
    }

    /** {@return the same with candles walked by another rule} */
    LanePlan with(PathRule rule) {
        return new LanePlan(config, terms.with(terms.models().with(rule)), bots, firstNanos, lastNanos, feed);
    }

    /** {@return the same with another feed, of the same range} */
    public LanePlan with(Supplier<HistoryFeed> other) {
        return new LanePlan(config, terms, bots, firstNanos, lastNanos, other);
    }

    /** {@return the timeframe all bots take, empty where they differ or take the feed's own} */
    Optional<Timeframe> commonCandles() {
        Optional<Timeframe> first = bots.getFirst().candles();
        return bots.stream().allMatch(bot -> bot.candles().equals(first)) ? first : Optional.empty();
    }
}
