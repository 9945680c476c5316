package dev.tradewind.persistence;

/**
 * When a journal and its tape begin a new file, and the tape a new block.
 *
 * @param rollBytes     a journal file this long gets no more rows
 * @param blockEvents   market events in a block
 * @param tapeRollBytes a tape file this long gets no more blocks; the tape is dropped in whole files
 */
record JournalLimits(long rollBytes, int blockEvents, long tapeRollBytes) {

    static final JournalLimits DEFAULT = new JournalLimits(SegmentFiles.ROLL_BYTES, Tape.BLOCK_EVENTS, 8L << 20);

    JournalLimits(long rollBytes, int blockEvents) {
        this(rollBytes, blockEvents, DEFAULT.tapeRollBytes);
    }
}
