package dev.tradewind.persistence;

import java.util.List;

/**
 * Where a tape goes on.
 *
 * @param files     how many files of closed blocks there are
 * @param file      the last of them to be kept
 * @param fileBytes how much of it is kept
 * @param openBlock number of the block being filled
 * @param kept      the events it holds already
 */
record TapeEnd(int files, int file, long fileBytes, long openBlock, List<TapeEvent> kept) {

    TapeEnd {
        kept = List.copyOf(kept);
    }
}
