package dev.tradewind.persistence;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Java Flight Recorder's event of a session's state written beside its journal. */
@Name("tradewind.StateSaved")
@Label("State Saved")
@Description("The state of a session packed and written")
@Category("Tradewind")
@StackTrace(false)
final class StateSavedEvent extends Event {

    @Label("Row")
    @Description("Journal row the state stands behind")
    long row;

    @Label("Size")
    @Description("Bytes before packing")
    @DataAmount
    long size;

    @Label("Written")
    boolean written;
}
