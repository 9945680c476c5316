package dev.tradewind.optimise;

import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.BestTrials.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is run once the best trials are known: these once more for every figure, and the ground around the first of
 * them.
 */
final class SearchEnd {

    private static final int LOOK_MILLIS = 50;

    private final SearchSpace space;
    private final Objective objective;
    private final int workers;
    private final SearchBook book;
    private final Supplier<TrialRunner> runners;
    private final Progress progress;

    /** @param progress asked now and then whether to go on */
    SearchEnd(
            SearchSpace space,
            Objective objective,
            int workers,
            SearchBook book,
            Supplier<TrialRunner> runners,
            Progress progress) {
        this.space = space;
        this.objective = objective;
        this.workers = workers;
        this.book = book;
        this.runners = runners;
        this.progress = progress;
    }

    /** Something run for the end. */
    @FunctionalInterface
    private interface Work<T> {
        T run(TrialRunner runner, int at, Progress goOn);
    }

    /** {@return the trials, the first {@code whole} of them with every figure} */
    List<Trial> whole(List<Placed> best, int whole) {
        int count = Math.min(whole, best.size());
        List<Performance> figures = each(
                count, (runner, at, goOn) -> runner.figures(best.get(at).trial().params(), goOn));
        List<Trial> trials = new ArrayList<>();
        for (int place = 0; place < best.size(); place++) {
            Trial trial = best.get(place).trial();
            trials.add(place < count
                    ? new Trial(trial.number(), trial.params(), figures.get(place), trial.journalHash(), "")
                    : trial);
        }
        return trials;
    }

    /** Looks at the combinations one step away from the best in one number, and runs those that were not tried. */
    Optional<Plateau> plateau(SearchTally tally, List<Placed> best) {
        if (best.isEmpty() || space.axes().stream().noneMatch(SearchAxis::numeric)) {
            return Optional.empty();
        }
        List<int[]> around = around(best.getFirst().at());
        List<Trial> found = each(around.size(), (runner, at, goOn) -> neighbour(runner, tally, around.get(at), goOn));
        // run for this alone, and counted like any other
        book.ledger().add(
                book.dataChecksum(), TrialLedger.BY_HAND,
                found.stream().filter(trial -> trial.ran() && !trial.journalHash().isEmpty()).toList());
        double[] values = found.stream()
                .filter(Trial::ran)
                .mapToDouble(this::value)
                .toArray();
        return Optional.of(Plateau.of(objective, value(best.getFirst().trial()), values));
    }

    private double value(Trial trial) {
        return trial.performance().value(objective.metric());
    }

    private List<int[]> around(int[] centre) {
        List<int[]> around = new ArrayList<>();
        for (int axis = 0; axis < centre.length; axis++) {
            SearchAxis along = space.axes().get(axis);
            for (int step = -1; step <= 1 && along.numeric(); step += 2) {
                int[] at = centre.clone();
                at[axis] += step;
                if (at[axis] >= 0 && at[axis] < along.size() && space.admits(at)) {
                    around.add(at);
                }
            }
        }
        return around;
    }

    /** {@return the neighbour as it was tried, without a hash, or as it was run now} */
    private Trial neighbour(TrialRunner runner, SearchTally tally, int[] at, Progress goOn) {
        Map<String, String> params = space.params(at);
        OptionalDouble known = tally.value(at);
        if (known.isPresent()) {
            return new Trial(0, params, figure(known.getAsDouble()), "", "");
        }
        TrialRun run = runner.run(params, goOn);
        return run.refusal().isEmpty()
                ? new Trial(0, params, figure(run.figure().applyAsDouble(objective.metric())), run.journalHash(), "")
                : new Trial(0, params, figure(Double.NaN), "", run.refusal());
    }

    private Performance figure(double value) {
        return Performance.of(Map.of(objective.metric(), value));
    }

    /** Runs so many pieces of work on the workers. {@return what they made, in their order} */
    private <T> List<T> each(int count, Work<T> work) {
        if (count == 0) {
            return List.of();
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<AtomicReference<@Nullable T>> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new AtomicReference<>());
        }
        Progress goOn = (done, total) -> {
            if (stopped.get()) {
                throw new CancelledException("the search ended");
            }
        };
        Crew crew = new Crew(Math.min(workers, count), () -> {
            try {
                TrialRunner runner = runners.get();
                for (int at = next.getAndIncrement(); at < count && !stopped.get(); at = next.getAndIncrement()) {
                    made.get(at).set(work.run(runner, at, goOn));
                }
            } catch (Throwable e) {
                // an error too has to end the search
                failure.compareAndSet(null, e);
                stopped.set(true);
            }
        });
        await(crew, stopped);
        Search.rethrow(failure.get());
        return made.stream().map(AtomicReference::get).toList();
    }

    private void await(Crew crew, AtomicBoolean stopped) {
        try {
            while (!crew.ended(LOOK_MILLIS)) {
                progress.at(0, 0);
            }
        } catch (InterruptedException e) {
            throw new CancelledException("interrupted while the best trials were looked at");
        } finally {
            stopped.set(true);
            crew.join();
        }
    }
}
