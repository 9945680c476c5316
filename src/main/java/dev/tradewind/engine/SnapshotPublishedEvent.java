package dev.tradewind.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Java Flight Recorder's event of a snapshot made for screens. It tells what was done and has no say in it. */
@Name("tradewind.SnapshotPublished")
@Label("Snapshot Published")
@Description("What screens see, gathered on the engine thread")
@Category("Tradewind")
@StackTrace(false)
final class SnapshotPublishedEvent extends Event {

    @Label("Sequence")
    @Description("Inputs the engine had taken")
    long sequence;

    @Label("Open Orders")
    int openOrders;

    @Label("Bots")
    int bots;
}
