package dev.tradewind.engine;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;

/** Somebody who keeps what a session did: a screen's history, a backtest's trade list. Engine thread; carriers are reused. */
public interface Recorder {

    /** Keeps nothing. */
    Recorder NONE = new Recorder() {};

    /** An order traded. {@code row} is the report's journal row. */
    default void filled(OrderRequest request, VenueReport report, long timeNanos, long row) {}

    /** An order came to its end. */
    default void finished(
            OrderRequest request,
            OrderState state,
            long placedNanos,
            long timeNanos,
            long filledLots,
            long filledNotionalAtoms,
            long row,
            VenueReport.Reason reason) {}

    /** Something was decided; {@code bot} is 0 for the engine. */
    default void decided(long row, long timeNanos, int bot, Reason reason, long first, long second) {}
}
