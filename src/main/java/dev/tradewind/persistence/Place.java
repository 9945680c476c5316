package dev.tradewind.persistence;

import java.util.Arrays;

/**
 * A place behind a row of a journal, where reading or writing goes on.
 *
 * @param file     number of the file
 * @param offset   where the row ends in it
 * @param row      the row's number, 0 before the first
 * @param sequence the input it belongs to
 * @param chain    the chain hash after it
 */
record Place(int file, int offset, long row, long sequence, byte[] chain) {

    /** {@return before the first row of a file} */
    static Place before(SegmentHeader header, byte[] chain, long sequence) {
        return new Place(header.number(), header.encodedBytes(), header.first() - 1, sequence, chain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place that
                && file == that.file
                && offset == that.offset
                && row == that.row
                && sequence == that.sequence
                && Arrays.equals(chain, that.chain);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row);
    }
}
