package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.backtest.Backtest;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.DayRows;
import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.LanePlan;
import dev.tradewind.backtest.PlayedRun;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.sim.PathRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays bots over histories: the path of the command line, of the screens and of the benchmarks alike.
 * Immutable; each run has sessions of its own, on the caller's thread.
 */
public final class BacktestRunner {

    private final RunSetup setup;
    private final List<LaneHistory> histories;
    private final LanePlans plans;

    /**
     * Wires a backtest.
     *
     * @throws StartException           if the history has nothing in the range asked for
     * @throws IllegalArgumentException if the capital does not fit the instrument's asset
     */
    public BacktestRunner(BotChoice bot, Loaded history, BacktestRequest request) throws StartException {
        this(bot, history, request, Optional.empty());
    }

    /**
     * As above.
     *
     * @param perpetual that the market is traded as a perpetual, empty for spot
     */
    public BacktestRunner(
            BotChoice bot, Loaded history, BacktestRequest request, Optional<PerpetualChoice> perpetual)
            throws StartException {
        this(RunSetup.of(bot, MarketChoice.of(Path.of("history")), perpetual, request), List.of(history));
    }

    private BacktestRunner(RunSetup setup, List<Loaded> loaded) throws StartException {
        this.setup = setup;
        List<LaneHistory> parts = new ArrayList<>();
        for (int i = 0; i < setup.lanes().size(); i++) {
            parts.add(new LaneHistory(
                    loaded.get(i), setup.terms().fromNanos(), setup.terms().toNanos(), setup.lanes().get(i).perpetual()));
        }
        histories = List.copyOf(parts);
        plans = new LanePlans(setup, histories);
    }

    /**
     * Reads a setup's histories and wires it.
     *
     * @throws StartException                               if a history has nothing in the range asked for
     * @throws dev.tradewind.marketdata.ImportException      if a file cannot be read
     * @throws IllegalArgumentException                     if the capital does not go round, or the quote assets differ
     */
    public static BacktestRunner of(RunSetup setup) throws StartException {
        List<Loaded> loaded = new ArrayList<>();
        for (RunSetup.Lane lane : setup.lanes()) {
            loaded.add(lane.market().load());
        }
        return of(setup, loaded);
    }

    /**
     * Wires a setup over histories that were read before, one for each lane in their order.
     *
     * @throws StartException           if a history has nothing in the range asked for
     * @throws IllegalArgumentException if the capital does not go round, or the quote assets differ
     */
    public static BacktestRunner of(RunSetup setup, List<Loaded> histories) throws StartException {
        if (histories.size() != setup.lanes().size()) {
            throw new IllegalArgumentException(
                    histories.size() + " histories do not go with " + setup.lanes().size() + " lanes");
        }
        return new BacktestRunner(setup, histories);
    }

    /** {@return what is traded, of several histories the first's} */
    public Instrument instrument() {
        return histories.getFirst().instrument();
    }

    /** {@return what each history trades} */
    public List<Instrument> instruments() {
        return histories.stream().map(LaneHistory::instrument).toList();
    }

    /** {@return the asset that may pay fees, of several histories the first's} */
    public Optional<ThirdAsset> third() {
        return Optional.ofNullable(plans.first().terms().schedule().third());
    }

    /** {@return what is played} */
    public RunSetup setup() {
        return setup;
    }

    /** {@return whether and how the run can be worked out of whole columns: a search of many tries it first} */
    public SignalPath signalPath() {
        return SignalPath.of(plans.first(), histories.getFirst(), setup.bots());
    }

    private Backtest single() {
        if (setup.bots() != 1) {
            throw new IllegalStateException("a setup of " + setup.bots() + " bots has a report, not one bot's outcome");
        }
        LanePlan lane = plans.first();
        LanePlan.Starter bot = lane.bots().getFirst();
        return new Backtest(lane.config(), lane.terms(), bot.start(), lane.firstNanos(), bot.candles());
    }

    /**
     * Plays a setup of one bot from its first event to its last, for its fills alone: the quickest way, without a report.
     *
     * @throws StartException if the bot cannot start, in words
     */
    public BacktestOutcome run() throws StartException {
        Backtest backtest = single();
        LaneHistory history = histories.getFirst();
        HistoryFeed feed = history.played();
        long began = System.nanoTime();
        BacktestReport report = run(backtest, feed);
        return outcome(report, System.nanoTime() - began);
    }

    private BacktestOutcome outcome(BacktestReport report, long took) {
        LaneHistory history = histories.getFirst();
        RunSetup.Lane lane = setup.lanes().getFirst();
        Optional<Timeframe> asked =
                lane.bots().getFirst().timeframe().or(lane::timeframe).or(setup.terms()::timeframe);
        return new BacktestOutcome(
                setup.terms().on(asked), report, history.summary(), history.checksum(), plans.tier(),
                history.timeframe(), history.firstNanos(), history.endNanos(), history.lastTicks(), took, plans.first().terms().schedule());
    }

    private static BacktestReport run(Backtest backtest, HistoryFeed feed) throws StartException {
        try {
            return backtest.run(feed);
        } catch (IllegalArgumentException refused) {
            throw new StartException("the bot cannot start: " + refused.getMessage(), refused);
        }
    }

    /**
     * What a run's unclear candles may be worth.
     *
     * @param pessimistic the run in which stops always came first
     * @param optimistic  the run in which profit orders always came first
     */
    public record Spread(BacktestReport pessimistic, BacktestReport optimistic) {

        /** {@return how far apart the two end, in quote atoms} */
        public long atoms() {
            return Math.abs(optimistic.endEquityAtoms() - pessimistic.endEquityAtoms());
        }
    }

    /**
     * Plays the range twice more where candles left open whether a stop or a profit order came first.
     *
     * @return empty where no candle did
     * @throws StartException if the bot cannot start, in words
     */
    public Optional<Spread> spread(BacktestOutcome outcome) throws StartException {
        if (outcome.report().unclearCandles() == 0) {
            return Optional.empty();
        }
        Backtest backtest = single();
        LaneHistory history = histories.getFirst();
        return Optional.of(new Spread(
                run(backtest.with(PathRule.PESSIMISTIC), history.played()),
                run(backtest.with(PathRule.OPTIMISTIC), history.played())));
    }

    /**
     * Plays everything and works its report out; twice more where candles left open whether a stop or a profit order came first.
     *
     * @throws StartException                          if a bot cannot start, in words
     * @throws dev.tradewind.domain.CancelledException if the listener ends it
     */
    public RunReport report(Progress progress) throws StartException {
        return play(progress).report();
    }

    /** As {@link #report}, with what became of each bot. */
    public Played play(Progress progress) throws StartException {
        return play(progress, false);
    }

    /**
     * As above.
     *
     * @param thorough whether to play the run some thirty times more: cut off at orders, to find bots that see the future, and
     *                 begun later, to see how much hangs on that
     */
    public Played play(Progress progress, boolean thorough) throws StartException {
        return new ReportMaker(setup, histories, plans).make(progress, thorough);
    }

    /**
     * Everything played.
     *
     * @param bots      what became of each bot, lane by lane; fills, events and equity are its lane's
     * @param account   what rules about the whole account did, empty where it is one history's
     * @param dealings  every order and fill
     * @param tookNanos how long the run took by the machine's clock, without reading files and without the report
     */
    public record Played(
            RunReport report,
            List<List<BacktestReport>> bots,
            Optional<RiskLog> account,
            Dealings dealings,
            long tookNanos) {}

    /** {@return one bot's outcome of a setup that has only one} */
    public BacktestOutcome outcome(Played played) {
        single();
        return outcome(played.bots().getFirst().getFirst(), played.tookNanos());
    }

    /**
     * Plays everything once and works nothing out: what a search asks of each trial.
     *
     * @throws StartException                          if a bot cannot start, in words
     * @throws dev.tradewind.domain.CancelledException if the listener ends it
     */
    PlayedRun trial(Progress progress) throws StartException {
        return ReportMaker.play(plans.portfolio(), progress);
    }

    /** {@return the days of the first history, empty where it has no candles} */
    Optional<DayRows> days() {
        return histories.getFirst().days();
    }
}
