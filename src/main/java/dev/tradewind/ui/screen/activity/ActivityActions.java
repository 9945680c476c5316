package dev.tradewind.ui.screen.activity;

/** What the Activity screen's parts ask of it. */
interface ActivityActions {

    /** Reads what the filter asks for, once nothing was typed for a moment. */
    void filter();

    /** Shows everything again. */
    void clear();

    /** Reads the rows behind those shown. */
    void older();

    /** Checks trail and journals. */
    void verify();

    /** Lets a person choose where to write the rows that pass the filter, and writes them. */
    void export();
}
