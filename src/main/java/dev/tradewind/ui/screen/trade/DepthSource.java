package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot;

/** Where the ladder's book comes from. */
@FunctionalInterface
interface DepthSource {

    /** Rows a side a ladder can show. */
    int DEEPEST_ROWS = 60;

    /**
     * Fills an empty book as it stands at the snapshot; leaves it empty before the first price. JavaFX thread.
     *
     * @param groupTicks ticks a row gathers
     */
    void fill(EngineSnapshot snapshot, long groupTicks, DepthBook book);
}
