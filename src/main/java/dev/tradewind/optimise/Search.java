package dev.tradewind.optimise;

import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.Ambient;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.TrialFlow.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries combinations of parameters and keeps the best. What it finds depends on the space, the order and the data
 * alone: not on the number of workers, nor on whether it was stopped and continued in between. Its memory is bounded
 * whatever the number of trials.
 *
 * <p>Finished trials are written to the ledger in their order, at least every second; a search of the same id goes on
 * behind the last one written.
 */
public final class Search {

    private static final int LOOK_MILLIS = 100;
    private static final long WRITE_NANOS = 1_000_000_000L;

    private final SearchSpace space;
    private final Objective objective;
    private final int workers;
    private final int whole;
    private final SearchBook book;
    private final Supplier<TrialRunner> runners;
    private final TrialPlan plan;

    /**
     * Plans a search; nothing runs yet. Conditions on many combinations take some seconds to count.
     *
     * @param runners makes a runner for each worker, on that worker's thread, and one that is only asked
     * @throws IllegalArgumentException if there is nothing to try, or too much
     */
    public Search(SearchSpace space, SearchSpec spec, SearchBook book, Supplier<TrialRunner> runners) {
        this.space = space;
        this.objective = new Objective(spec.objective());
        this.workers = spec.workers();
        this.whole = spec.whole();
        this.book = book;
        this.runners = runners;
        this.plan = TrialPlan.of(space, spec.draw());
    }

    /** {@return how many trials there will be} */
    public int trials() {
        return plan.trials();
    }

    /** As below; nobody hears of each trial. */
    public SearchReport run(Progress progress) {
        return run(progress, trial -> {});
    }

    /**
     * Runs it, or goes on with it. Blocks; progress and trials are told on the calling thread, finished ones of an
     * earlier run included.
     *
     * @param progress may end it
     * @param each     hears of every trial in its order, once it is written down
     * @throws CancelledException if the progress ended it; what is finished is written down
     */
    public SearchReport run(Progress progress, Consumer<Trial> each) {
        SearchTally tally = new SearchTally(space, objective, runners.get()::worksOut);
        TrialPlan.Cursor cursor = plan.cursor();
        int resumed = resume(tally, cursor, each);
        progress.at(resumed, trials());
        if (resumed < trials()) {
            work(new TrialFlow(cursor, tally, trials()), progress, each);
        }
        SearchEnd end = new SearchEnd(
                space, objective, workers, book, runners, (done, total) -> progress.at(trials(), trials()));
        List<BestTrials.Placed> best = tally.best();
        Optional<Plateau> plateau = end.plateau(tally, best);
        List<Trial> told = end.whole(best, whole);
        progress.at(trials(), trials());
        return tally.report(plan, told, plateau, book.ledger().count(book.dataChecksum()));
    }

    /** Takes up finished trials, as far as they are those of this plan and none is missing. {@return how many} */
    private int resume(SearchTally tally, TrialPlan.Cursor cursor, Consumer<Trial> each) {
        // one ahead of what has been taken up
        TrialPlan.Cursor ahead = plan.cursor();
        boolean[] more = {ahead.next()};
        book.ledger().finished(book.dataChecksum(), book.searchId(), trial -> {
            if (more[0] && trial.number() == ahead.number() && trial.params().equals(space.params(ahead.at()))) {
                tally.add(trial, ahead.at());
                each.accept(trial);
                cursor.next();
                more[0] = ahead.next();
            }
        });
        return cursor.number() + 1;
    }

    @Ambient(reason = "the clock decides when finished trials are written down, and nothing else")
    private void work(TrialFlow flow, Progress progress, Consumer<Trial> each) {
        Crew crew = new Crew(workers, () -> work(flow));
        try {
            long wrote = System.nanoTime();
            while (flow.ordered() < trials() && !flow.stopped()) {
                flow.await(LOOK_MILLIS);
                if (flow.many() || System.nanoTime() - wrote >= WRITE_NANOS) {
                    write(flow, each);
                    wrote = System.nanoTime();
                }
                progress.at(flow.ordered(), trials());
            }
        } catch (CancelledException | InterruptedException e) {
            flow.stop();
            crew.join();
            throw new CancelledException(String.format(
                    Locale.ROOT, "stopped after %,d of %,d trials; the same search goes on from there", flow.ordered(),
                    trials()));
        } finally {
            flow.stop();
            crew.join();
            write(flow, each);
        }
        rethrow(flow.failure());
    }

    static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> { }
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException("a trial failed: " + failure, failure);
        }
    }

    private void write(TrialFlow flow, Consumer<Trial> each) {
        List<Trial> rows = flow.unwritten();
        if (!rows.isEmpty()) {
            book.ledger().add(book.dataChecksum(), book.searchId(), rows);
            flow.wrote(rows.size());
            rows.forEach(each);
        }
    }

    /** A worker's life. */
    private void work(TrialFlow flow) {
        try {
            TrialRunner runner = runners.get();
            Progress goOn = (done, total) -> {
                if (flow.stopped()) {
                    throw new CancelledException("the search ended");
                }
            };
            for (Ticket ticket = flow.take(); ticket != null; ticket = flow.take()) {
                flow.done(ticket, trial(ticket, runner.run(space.params(ticket.at()), goOn)));
            }
        } catch (Throwable e) {
            // an error too has to end the search
            flow.failed(e);
        }
    }

    private Trial trial(Ticket ticket, TrialRun run) {
        double value = run.refusal().isEmpty() ? run.figure().applyAsDouble(objective.metric()) : Double.NaN;
        return new Trial(
                ticket.number(), space.params(ticket.at()), Performance.of(Map.of(objective.metric(), value)),
                run.journalHash(), run.refusal());
    }
}
