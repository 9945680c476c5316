package dev.tradewind.engine;

/**
 * What an account has beyond one session, where several sessions share it: rules about the account measure the sum. Asked on the
 * engine thread; everything in quote atoms.
 */
public interface AccountBeyond {

    /** The session is all there is. */
    AccountBeyond NOTHING = new AccountBeyond() {
        @Override
        public long equityAtoms() {
            return 0;
        }

        @Override
        public long heldAtoms() {
            return 0;
        }

        @Override
        public long netHeldAtoms() {
            return 0;
        }

        @Override
        public long workingEntryAtoms() {
            return 0;
        }

        @Override
        public int openPositions() {
            return 0;
        }

        @Override
        public String barred() {
            return "";
        }
    };

    /** {@return equity elsewhere} */
    long equityAtoms();

    /** {@return worth of the positions held elsewhere, longs and shorts added up} */
    long heldAtoms();

    /** {@return worth of the assets held elsewhere, shorts taken off longs, each without sign} */
    long netHeldAtoms();

    /** {@return worth of working entries elsewhere} */
    long workingEntryAtoms();

    /** {@return owners with a position elsewhere} */
    int openPositions();

    /** {@return why no entry may be placed anywhere now, in words; empty if one may} */
    String barred();
}
