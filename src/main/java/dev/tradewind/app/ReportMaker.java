package dev.tradewind.app;

import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.LookAhead;
import dev.tradewind.backtest.PlayedRun;
import dev.tradewind.backtest.Portfolio;
import dev.tradewind.backtest.RunFigures;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Data;
import dev.tradewind.backtest.RunReport.Spread;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.backtest.WarmUp;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.sim.PathRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a wired setup and puts its report together. */
final class ReportMaker {

    /** A run and the walk over it, of which the run takes the longer. */
    private static final int RUN_PARTS = 3;

    private static final int PARTS = 4;

    /** The checks that play the run again, together. */
    private static final int THOROUGH_PARTS = 40;

    private final RunSetup setup;
    private final List<LaneHistory> histories;
    private final LanePlans plans;

    ReportMaker(RunSetup setup, List<LaneHistory> histories, LanePlans plans) {
        this.setup = setup;
        this.histories = histories;
        this.plans = plans;
    }

    static PlayedRun play(Portfolio portfolio, Progress progress) throws StartException {
        try {
            return portfolio.run(progress);
        } catch (IllegalArgumentException refused) {
            throw new StartException("the bot cannot start: " + refused.getMessage(), refused);
        }
    }

    /** @param thorough whether to look for bots that see the future, and how much hangs on where the run begins */
    BacktestRunner.Played make(Progress progress, boolean thorough) throws StartException {
        Portfolio portfolio = plans.portfolio();
        Stages stages = new Stages(progress);
        stages.thorough(thorough);
        long began = System.nanoTime();
        PlayedRun run = play(portfolio, stages.next(RUN_PARTS));
        long took = System.nanoTime() - began;
        List<String> poor = poor(run);
        if (!poor.isEmpty() && fills(run) == 0) {
            throw new StartException(String.join("; ", poor));
        }
        return new BacktestRunner.Played(
                report(run, portfolio, stages), run.bots(), run.accountLog(), run.dealings(), took);
    }

    private RunReport report(PlayedRun run, Portfolio portfolio, Stages stages) throws StartException {
        boolean unclear = run.unclearCandles() > 0;
        stages.spread(unclear);
        RunFigures figures = RunFigures.of(run, stages.next(PARTS - RUN_PARTS));
        Optional<Spread> spread = unclear ? Optional.of(spread(portfolio, stages)) : Optional.empty();
        List<Data> data = data(run);
        List<Check> checks = new ArrayList<>(List.of(gaps(), figures.books()));
        PerpetualCheck.of(histories).ifPresent(checks::add);
        List<String> poor = poor(run);
        if (!poor.isEmpty()) {
            checks.add(new Check("capital", "Capital", Verdict.WARNING, String.join("; ", poor)));
        }
        if (stages.thorough) {
            checks.add(LookAhead.check(portfolio, plans::until, stages.next(THOROUGH_PARTS / 2)));
            checks.add(WarmUp.check(portfolio, figures.trades(), plans::from, stages.next(THOROUGH_PARTS / 2)));
        }
        return new RunReport(
                setup.name(),
                setup.absolute().toJson(),
                histories.getFirst().instrument().quote().code(),
                plans.tier(),
                data,
                figures.firstNanos(),
                figures.lastNanos(),
                figures.startEquity(),
                figures.endEquity(),
                figures.performance(),
                figures.equity(),
                figures.hold(),
                figures.daily(),
                spread,
                run.unclearCandles(),
                figures.trades(),
                figures.parts(),
                checks,
                fills(run),
                run.journalRows(),
                run.journalHash(),
                run.refusals());
    }

    private Spread spread(Portfolio portfolio, Stages stages) throws StartException {
        RunFigures worst = figures(portfolio.with(PathRule.PESSIMISTIC), stages);
        RunFigures best = figures(portfolio.with(PathRule.OPTIMISTIC), stages);
        return new Spread(worst.endEquity(), best.endEquity(), worst.equity(), best.equity());
    }

    private static RunFigures figures(Portfolio portfolio, Stages stages) throws StartException {
        PlayedRun run = play(portfolio, stages.next(RUN_PARTS));
        return RunFigures.of(run, stages.next(PARTS - RUN_PARTS));
    }

    private long fills(PlayedRun run) {
        long fills = 0;
        for (int i = 0; i < histories.size(); i++) {
            fills += run.fills(i).size();
        }
        return fills;
    }

    /** {@return bots that never traded for want of money, and what would let them} */
    private List<String> poor(PlayedRun run) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            List<BacktestReport> bots = run.bots().get(i);
            for (int bot = 0; bot < bots.size(); bot++) {
                int id = plans.plans().get(i).bots().get(bot).start().botId();
                FirstOrder.words(
                                plans.plans().get(i), bot, setup.lanes().get(i).bots().get(bot).bot(), bots.get(bot),
                                run.fills(i).hasOwner(id), histories.get(i).firstTicks())
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    private List<Data> data(PlayedRun run) {
        List<Data> data = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            LaneHistory history = histories.get(i);
            LaneHistory.Gaps gaps = history.gaps();
            data.add(new Data(
                    history.summary().file(),
                    history.instrument().symbol(),
                    history.timeframe().map(Timeframe::label).orElse(""),
                    run.events(i),
                    gaps.count(),
                    gaps.missing(),
                    String.format("%016x", history.checksum())));
        }
        return data;
    }

    private Check gaps() {
        List<String> found = new ArrayList<>();
        for (LaneHistory history : histories) {
            LaneHistory.Gaps gaps = history.gaps();
            if (gaps.count() > 0) {
                found.add(history.instrument().symbol() + " lacks " + gaps.missing() + " candles in " + gaps.count()
                        + (gaps.count() == 1 ? " gap" : " gaps") + ", the longest of " + gaps.longest() + " from "
                        + Instant.ofEpochSecond(0, gaps.atNanos()));
            }
        }
        return found.isEmpty()
                ? new Check("gaps", "Gaps in the data", Verdict.PASSED, "no candle is missing in the range played")
                : new Check("gaps", "Gaps in the data", Verdict.WARNING,
                        String.join("; ", found) + "; bots saw them as they are");
    }

    /** Tells a listener of several pieces of work as of one. */
    private static final class Stages {

        private final Progress whole;
        /** At most: that fewer are needed moves the whole forward, never back. */
        private int total = 3 * PARTS;
        private int before;
        private int present;
        private boolean thorough;

        Stages(Progress whole) {
            this.whole = whole;
        }

        void thorough(boolean wanted) {
            thorough = wanted;
            total += wanted ? THOROUGH_PARTS : 0;
        }

        void spread(boolean wanted) {
            total -= wanted ? 0 : 2 * PARTS;
        }

        Progress next(int parts) {
            before += present;
            present = parts;
            int from = before;
            return (done, all) -> whole.at(
                    all == 0 ? from * 1_000L : from * 1_000L + done * 1_000L * parts / all, total * 1_000L);
        }
    }
}
