package dev.tradewind.persistence;

/**
 * When a journal begins a new file and its tape a new block.
 *
 * @param rollBytes   a journal file this long gets no more rows
 * @param blockEvents market events in a block
 */
record JournalLimits(long rollBytes, int blockEvents) {

    static final JournalLimits DEFAULT = new JournalLimits(SegmentFiles.ROLL_BYTES, Tape.BLOCK_EVENTS);
}
