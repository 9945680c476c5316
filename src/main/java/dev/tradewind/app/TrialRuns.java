package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.SignalBacktest;
import dev.tradewind.backtest.SignalRun;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.optimise.TrialRun;
import dev.tradewind.optimise.TrialRunner;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Runs trials as {@code tradewind backtest} would, all over one history that was read once. */
final class TrialRuns {

    private final BotChoice base;
    private final Lane lane;
    private final BacktestRequest terms;
    private final Loaded history;
    private final SignalPath path;

    /**
     * @throws StartException if the history has nothing in the range asked for
     */
    TrialRuns(BotChoice base, RunSetup setup, Loaded history) throws StartException {
        this.base = base;
        this.lane = setup.lanes().getFirst();
        this.terms = terms(setup, lane.bots().getFirst());
        this.history = history;
        // refuses a range without events and a capital that does not fit before anything is planned
        this.path = new BacktestRunner(base, history, terms, lane.perpetual()).signalPath();
    }

    /** The terms of the only bot: its own capital and timeframe before the lane's and those of the whole. */
    private BacktestRequest terms(RunSetup setup, Entry entry) {
        BacktestRequest all = setup.terms();
        BigDecimal capital = entry.capital().orElse(all.capital());
        Optional<Timeframe> timeframe = entry.timeframe().or(lane::timeframe).or(all::timeframe);
        return new BacktestRequest(
                capital, all.fee(), all.buyFeeAsset(), all.slippageBps(), all.latencyNanos(), all.fromNanos(),
                all.toNanos(), all.rules(), all.models(), all.fees(), timeframe);
    }

    /** {@return identity of the history} */
    long dataChecksum() {
        return switch (history) {
            case Candles candles -> candles.content().checksum();
            case Trades trades -> trades.content().checksum();
            case Book book -> book.content().checksum();
        };
    }

    /** {@return a runner for one thread: out of columns what can be, and event by event what cannot} */
    TrialRunner runner() {
        if (path.objection().isPresent()) {
            return player();
        }
        SignalBacktest columns = path.backtest();
        SignalRun into = new SignalRun();
        return (params, progress) -> run(
                params, progress,
                bot -> columns.objection(bot.params()).isPresent() ? played(bot) : workedOut(bot, columns, into));
    }

    /** {@return a runner for one thread that plays every trial event by event} */
    TrialRunner player() {
        return (params, progress) -> run(params, progress, this::played);
    }

    /** One way to run a bot. */
    private interface Way {
        TrialRun run(BotChoice bot) throws StartException;
    }

    private TrialRun run(Map<String, String> params, Progress progress, Way way) {
        progress.at(0, 0);
        try {
            return way.run(BotChoice.of(base.type().id(), base.params().with(params).asMap()));
        } catch (StartException | IllegalArgumentException refused) {
            return TrialRun.refused(String.valueOf(refused.getMessage()));
        }
    }

    private TrialRun played(BotChoice bot) throws StartException {
        BacktestReport report = new BacktestRunner(bot, history, terms, lane.perpetual()).run().report();
        TrialFigures figures = TrialFigures.of(report);
        return TrialRun.of(report.hash(), figures::value, figures::all);
    }

    private static TrialRun workedOut(BotChoice bot, SignalBacktest columns, SignalRun run) {
        columns.run(bot.params(), run);
        TrialFigures figures = TrialFigures.of(run);
        return TrialRun.of(run.hash(), figures::value, figures::all);
    }
}
