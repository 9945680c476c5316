package dev.tradewind.app;

import dev.tradewind.domain.Progress;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import java.nio.file.Path;
import java.util.Optional;

/** The program {@link SearchDeskTest} kills: a search of some thousand trials. */
public final class SearchChild {

    static final SearchSpec SPEC = SearchDeskTest.spec("2:61:1", "70:170:1", 2);

    private SearchChild() {}

    /** {@code args[0]} is the data folder. Says {@code trial N} now and then, and in the end what it found. */
    public static void main(String[] args) throws Exception {
        TrialShelf shelf = TrialShelf.at(Optional.of(Path.of(args[0])), System.err::println);
        SearchReport report =
                new SearchDesk(shelf).plan(SearchDeskTest.setup("10000"), SPEC).run(Progress.NONE, trial -> {
                    if (trial.number() % 100 == 0) {
                        System.out.println("trial " + trial.number());
                    }
                });
        System.out.println(words(report));
    }

    /** {@return a report in one line, every figure of the best with all its digits} */
    static String words(SearchReport report) {
        return report.best() + " " + report.mean() + " " + report.deviation() + " " + report.plateau() + " "
                + report.trialsOnData() + " " + report.maps().hashCode();
    }
}
