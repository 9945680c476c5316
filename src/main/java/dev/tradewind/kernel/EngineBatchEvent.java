package dev.tradewind.kernel;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Java Flight Recorder's event of a batch of inputs. Used again and again by its driver, so that it allocates nothing. */
@Name("tradewind.EngineBatch")
@Label("Engine Batch")
@Description("Inputs the engine dealt with in one go")
@Category("Tradewind")
@StackTrace(false)
final class EngineBatchEvent extends Event {

    @Label("Inputs")
    @Description("Market events and commands")
    int inputs;

    @Label("Feed Lag")
    @Description("How long the first market event had been due, in the market's time")
    @Timespan(Timespan.NANOSECONDS)
    long feedLag;
}
