package dev.tradewind.app;

import dev.tradewind.analytics.Performance;
import dev.tradewind.app.DataFiles.Book;
import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.backtest.DayRows;
import dev.tradewind.backtest.PlayedRun;
import dev.tradewind.backtest.SignalBacktest;
import dev.tradewind.backtest.SignalRun;
import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.TrialRun;
import dev.tradewind.optimise.TrialRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs trials as {@code tradewind backtest} would, all over one history that was read once. */
final class TrialRuns {

    private final BotChoice base;
    private final RunSetup setup;
    private final Loaded history;
    private final SignalPath path;
    private final Optional<DayRows> days;

    /**
     * @throws StartException if the history has nothing in the range asked for
     */
    TrialRuns(BotChoice base, RunSetup setup, Loaded history) throws StartException {
        this.base = base;
        this.setup = setup;
        this.history = history;
        // refuses a range without events and a capital that does not fit before anything is planned
        BacktestRunner first = runner(base);
        this.path = first.signalPath();
        this.days = first.days();
    }

    private BacktestRunner runner(BotChoice bot) throws StartException {
        Lane lane = setup.lanes().getFirst();
        Entry entry = lane.bots().getFirst();
        Lane changed = new Lane(
                lane.market(), lane.perpetual(), lane.timeframe(),
                List.of(new Entry(bot, entry.capital(), entry.timeframe())));
        return BacktestRunner.of(new RunSetup(setup.title(), setup.terms(), List.of(changed)), List.of(history));
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
        if (path.objection().isPresent() || days.isEmpty()) {
            return player();
        }
        SignalBacktest columns = path.backtest();
        SignalRun into = new SignalRun();
        Predicate<BotChoice> worksOut = bot -> columns.objection(bot.params()).isEmpty();
        return new Runner(
                (bot, progress) -> worksOut.test(bot) ? workedOut(bot, columns, into, progress) : played(bot, progress),
                worksOut);
    }

    /** {@return a runner for one thread that plays every trial event by event} */
    TrialRunner player() {
        return new Runner(this::played, bot -> false);
    }

    /** One way to run a bot. */
    private interface Way {
        TrialRun run(BotChoice bot, Progress progress) throws StartException;
    }

    /** Runs trials one way, and those whose every figure is wanted as a report would. */
    private final class Runner implements TrialRunner {

        private final Way way;
        private final Predicate<BotChoice> worksOut;

        Runner(Way way, Predicate<BotChoice> worksOut) {
            this.way = way;
            this.worksOut = worksOut;
        }

        @Override
        public boolean worksOut(Map<String, String> params) {
            return worksOut.test(bot(params));
        }

        @Override
        public TrialRun run(Map<String, String> params, Progress progress) {
            return run(params, progress, way);
        }

        @Override
        public Performance figures(Map<String, String> params, Progress progress) {
            return run(params, progress, TrialRuns.this::played).performance().get();
        }

        private TrialRun run(Map<String, String> params, Progress progress, Way how) {
            progress.at(0, 0);
            try {
                return how.run(bot(params), progress);
            } catch (StartException | IllegalArgumentException refused) {
                return TrialRun.refused(String.valueOf(refused.getMessage()));
            }
        }
    }

    private BotChoice bot(Map<String, String> params) {
        return BotChoice.of(base.type().id(), base.params().with(params).asMap());
    }

    private TrialRun played(BotChoice bot, Progress progress) throws StartException {
        PlayedRun run = runner(bot).trial(progress);
        TrialFigures figures = TrialFigures.of(run, days, progress);
        return TrialRun.of(run.journalHash(), figures::value, figures::all);
    }

    private TrialRun workedOut(BotChoice bot, SignalBacktest columns, SignalRun run, Progress progress) {
        columns.run(bot.params(), run);
        TrialFigures figures = TrialFigures.of(run, days.orElseThrow(), () -> performance(bot, progress));
        return TrialRun.of(run.hash(), figures::value, figures::all);
    }

    private Performance performance(BotChoice bot, Progress progress) {
        try {
            return played(bot, progress).performance().get();
        } catch (StartException e) {
            throw new IllegalStateException("what was worked out cannot be played: " + e.getMessage(), e);
        }
    }
}
