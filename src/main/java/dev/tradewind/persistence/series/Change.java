package dev.tradewind.persistence.series;

import dev.tradewind.persistence.series.BlockTable.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be written to a series, worked out before anything is: blocks to put, to remove, and rows to keep aside.
 */
final class Change {

    /** Blocks to put, each in place of the one that starts where it does. */
    final List<Block> put = new ArrayList<>();

    /** Where blocks start that go. */
    final List<Long> removed = new ArrayList<>();

    /** Earlier versions of rows. */
    final List<Block> superseded = new ArrayList<>();

    /** What a repair takes out. */
    final List<Quarantined> quarantined = new ArrayList<>();

    long added;
    long same;
    long revised;
    long dropped;

    /** Where in what was put the rows begin that all go behind the last stored one; −1 if anything else changes. */
    int appendFrom = -1;

    /** Whether the series' summary is to be made anew even where no block changes. */
    boolean sumAnew;

    /** What a repair takes out of a series, and why. */
    record Quarantined(String reason, Block block) {}

    boolean isEmpty() {
        return put.isEmpty() && removed.isEmpty() && !sumAnew;
    }

    /** {@return rows to be written, for progress} */
    long rows() {
        return put.stream().mapToLong(block -> block.info().rows()).sum();
    }
}
