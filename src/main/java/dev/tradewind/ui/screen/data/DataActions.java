package dev.tradewind.ui.screen.data;

import dev.tradewind.marketdata.CandleStore.Retention;

/** What the Data screen's parts ask of it. */
interface DataActions {

    /** Lets a person choose files to import. */
    void chooseFiles();

    /** Imports the files chosen. */
    void importFiles();

    /** Checks every series, one after the other. */
    void checkAll();

    /** Checks the chosen series, or mends it too. */
    void check(boolean mend);

    /** Lets a person choose where to write the chosen series, and writes it. */
    void export();

    /** Drops the chosen series. */
    void drop();

    /** Keeps the rule typed. */
    void keepRule();

    /** Lifts the rule of a timeframe. */
    void liftRule(Retention rule);

    /** Drops what the rules no longer keep. */
    void applyRules();
}
