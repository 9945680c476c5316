package dev.tradewind.optimise;

/**
 * Where a search writes down its trials.
 *
 * @param ledger       the ledger
 * @param dataChecksum identity of the data set
 * @param searchId     identity of the search: the same for the same setup, ranges, objective and data, and only for
 *                     those; never {@link TrialLedger#BY_HAND}
 */
public record SearchBook(TrialLedger ledger, long dataChecksum, long searchId) {

    public SearchBook {
        if (searchId == TrialLedger.BY_HAND) {
            throw new IllegalArgumentException("search " + searchId + " stands for backtests by hand");
        }
    }
}
