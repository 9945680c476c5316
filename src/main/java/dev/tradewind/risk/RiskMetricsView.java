package dev.tradewind.risk;

/**
 * The figures of one rule's scope and window, as a metric may read them: a reusable view of the engine thread. Money in
 * quote atoms. Where an order is being judged, {@link #candidateAtoms()} is its worth and the counts include it.
 */
public interface RiskMetricsView {

    /** {@return the equity of the scope: what it has and what it holds at the last price} */
    long equityAtoms();

    /** {@return its equity when this UTC day began, or at the start} */
    long dayStartEquityAtoms();

    /** {@return the highest equity within the window, since the start without one} */
    long peakEquityAtoms();

    /** {@return the worth of the positions held at the last price, longs and shorts added up} */
    long heldAtoms();

    /** {@return the worth of the asset held at the last price, shorts taken off longs; without sign} */
    long netHeldAtoms();

    /** {@return the worth of working entries} */
    long workingEntryAtoms();

    /** {@return the worth of the order being judged, 0 without one} */
    long candidateAtoms();

    /** {@return how many owners (you, and each bot) hold a position} */
    int openPositions();

    /** {@return orders placed within the window} */
    int orders();

    /** {@return closing orders in a row that lost money, up to the newest} */
    int losingStreak();

    /** {@return nanoseconds since a stop closed a position, {@link RiskMetric#NOTHING} before the first} */
    long sinceStopNanos();

    /** {@return realised profit within the window} */
    long realisedAtoms();

    /** {@return closing orders within the window} */
    int closes();

    /** {@return the highest correlation of two bots' profits over the window times 10⁸, {@link RiskMetric#NOTHING} if unknown} */
    long correlationE8();

    /** {@return the largest move to the present price from any within the window, as a fraction times 10⁸} */
    long priceMoveE8();

    /**
     * {@return the least of the positions' distances to liquidation now, of the distance each opened with, times 10⁸;
     * {@link RiskMetric#NOTHING} without a position that can be liquidated}
     */
    long liquidationLeftE8();

    /** {@return nanoseconds that a position has been without the stop its policy asks for, 0 if all have theirs} */
    long unprotectedNanos();
}
