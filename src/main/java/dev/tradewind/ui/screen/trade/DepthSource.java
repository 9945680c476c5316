package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot;

/** Where the ladder's book comes from. */
@FunctionalInterface
interface DepthSource {

    /** Fills the book as it stands at the snapshot; leaves it empty before the first price. JavaFX thread. */
    void fill(EngineSnapshot snapshot, DepthBook book);
}
