package dev.tradewind.app;

import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.app.job.Job;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.optimise.Search;
import dev.tradewind.optimise.SearchBook;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpace;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.TrialLedger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Searches a bot's parameters over a setup's history: the path of the command line, of the Lab and of the benchmarks
 * alike.
 */
public final class SearchDesk {

    private final TrialLedger ledger;
    private final boolean playsAll;

    /**
     * @param ledger where trials are counted and kept
     */
    public SearchDesk(TrialLedger ledger) {
        this(ledger, false);
    }

    private SearchDesk(TrialLedger ledger, boolean playsAll) {
        this.ledger = ledger;
        this.playsAll = playsAll;
    }

    /**
     * {@return the same desk, whose trials are all played event by event: what is worked out of columns is held against
     * it}
     */
    public SearchDesk playingAll() {
        return new SearchDesk(ledger, true);
    }

    /**
     * Checks a search without reading the history.
     *
     * @return the combinations it asks for
     * @throws IllegalArgumentException naming what cannot be used and what would pass
     */
    public static SearchSpace space(RunSetup setup, SearchSpec spec) {
        BotChoice bot = bot(setup);
        return SearchSpace.of(bot.type().params(), bot.params().asMap(), spec);
    }

    /**
     * Starts a search, or goes on with it where an earlier one of the same setup, ranges, objective and data stopped.
     * It can be cancelled; what is finished is kept.
     *
     * @return the running job; it fails with an {@link IllegalArgumentException}, an {@link ImportException} or a
     *         {@link StartException} in words for the user
     */
    public Job<SearchReport> search(RunSetup setup, SearchSpec spec) {
        return Job.start("tradewind-search", progress -> plan(setup, spec).run(progress));
    }

    /**
     * Reads the history once and plans the search; nothing runs yet.
     *
     * @throws StartException           if the history has nothing in the range asked for
     * @throws ImportException          if the history cannot be read
     * @throws IllegalArgumentException naming what cannot be used and what would pass
     */
    public Search plan(RunSetup setup, SearchSpec spec) throws StartException {
        SearchSpace space = space(setup, spec);
        Lane lane = setup.lanes().getFirst();
        return plan(setup, spec, space, lane.market().load());
    }

    /** As above, over a history that was read already. */
    public Search plan(RunSetup setup, SearchSpec spec, DataFiles.Loaded history) throws StartException {
        return plan(setup, spec, space(setup, spec), history);
    }

    private Search plan(RunSetup setup, SearchSpec spec, SearchSpace space, DataFiles.Loaded history)
            throws StartException {
        TrialRuns runs = new TrialRuns(bot(setup), setup, history);
        // only the order and the range of what is tried: those searched may be given or not
        Map<String, String> fixed = new LinkedHashMap<>(bot(setup).params().asMap());
        spec.ranges().keySet().forEach(fixed::remove);
        long id = SearchIdentity.of(setup, fixed, spec, space, runs.dataChecksum());
        return new Search(
                space, spec, new SearchBook(ledger, runs.dataChecksum(), id), playsAll ? runs::player : runs::runner);
    }

    private static BotChoice bot(RunSetup setup) {
        if (setup.bots() != 1) {
            throw new IllegalArgumentException("the setup has " + setup.bots() + " bots in " + setup.lanes().size()
                    + " lanes; a search takes one bot on one history");
        }
        return setup.lanes().getFirst().bots().getFirst().bot();
    }
}
