package dev.tradewind.persistence;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Java Flight Recorder's event of a commit: with intents in it, its duration is what lies between an order's intent and its
 * leaving. Used again and again by its journal, so that it allocates nothing.
 */
@Name("tradewind.JournalCommit")
@Label("Journal Commit")
@Description("Rows of a session's journal made durable")
@Category("Tradewind")
@StackTrace(false)
final class JournalCommitEvent extends Event {

    @Label("Rows")
    @Description("Rows since the commit before")
    long rows;

    @Label("Size")
    @Description("Bytes of these rows")
    @DataAmount
    long size;

    @Label("Intents")
    @Description("Orders, amendments and cancels among the rows")
    int intents;
}
