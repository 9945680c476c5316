package dev.tradewind.persistence;

import java.nio.file.Path;

/** What a journal and its tape turn out to be. Every way of being wrong has a name; nothing is guessed. */
public sealed interface JournalCheck {

    /** {@return the outcome in words: what it is, what it means, what to do} */
    String message();

    /** {@return whether the session can go on, perhaps after its tail is cut} */
    default boolean usable() {
        return switch (this) {
            case Intact intact -> true;
            case TailCut cut -> true;
            case Damaged damaged -> false;
            case NotAJournal foreign -> false;
            case UnknownVersion version -> false;
            case OtherIdentity other -> false;
            case TapeDropped dropped -> false;
        };
    }

    /**
     * Everything is as it was written.
     *
     * @param rows         rows in the journal
     * @param inputs       inputs in journal and tape together
     * @param lastSequence number of the last input, 0 before the first
     * @param runHash      the running hash after the last row
     */
    record Intact(long rows, long inputs, long lastSequence, long runHash) implements JournalCheck {

        @Override
        public String message() {
            return "Journal intact: " + rows + " rows, " + inputs + " inputs, run hash "
                    + String.format("%016x", runHash) + ".";
        }
    }

    /**
     * The last write was torn (the power failed, the disk filled up, the process was killed). What is whole can be used.
     *
     * @param rowsKept      rows that are whole
     * @param bytesDropped  bytes after them that opening the session for writing removes
     * @param eventsDropped market events on the tape that came after a lost row
     * @param inputs        inputs kept, in journal and tape together
     * @param lastSequence  number of the last input kept, 0 if there is none
     * @param runHash       the running hash after the last row kept
     */
    record TailCut(
            long rowsKept, long bytesDropped, long eventsDropped, long inputs, long lastSequence, long runHash)
            implements JournalCheck {

        @Override
        public String message() {
            return "The journal's last write was torn: " + rowsKept + " rows are whole, " + bytesDropped
                    + " bytes and " + eventsDropped
                    + " market events behind them are dropped. Tradewind sends no order before its row is whole on the"
                    + " disk, so none is lost.";
        }
    }

    /**
     * Something before the end is not as it was written.
     *
     * @param row    the first row that cannot be trusted
     * @param file   where
     * @param offset byte offset in the file
     * @param reason what is wrong
     */
    record Damaged(long row, Path file, long offset, String reason) implements JournalCheck {

        @Override
        public String message() {
            return "The journal is damaged at row " + row + " (" + file + ", byte " + offset + "): " + reason
                    + ". The session does not start, so no order is sent or cancelled; orders at the exchange stay as"
                    + " they are. Restore the session's folder from a backup, or move it away and start a new session.";
        }
    }

    /**
     * The tape's beginning is gone (dropped to save space, or lost), and no saved state can be used that it goes on from.
     *
     * @param rows  rows of the journal, which are whole
     * @param tape  the tape's folder
     * @param block the first block that is still there
     */
    record TapeDropped(long rows, Path tape, long block) implements JournalCheck {

        @Override
        public String message() {
            return "The tape in " + tape + " begins with block " + block + ": the market events before it were dropped, and"
                    + " there is no saved state to start from that it goes on from. The session does not start, so no order"
                    + " is sent or cancelled; its " + rows + " journal rows can still be read. Restore the session's folder"
                    + " from a backup, or start a new session.";
        }
    }

    /** The folder or file is no journal. */
    record NotAJournal(Path path, String reason) implements JournalCheck {

        @Override
        public String message() {
            return path + " is not a Tradewind journal: " + reason + ". Name a session's folder.";
        }
    }

    /** Written by another version of the program. */
    record UnknownVersion(Path file, int found, int supported) implements JournalCheck {

        @Override
        public String message() {
            return file + " has format version " + found + ", this program reads version " + supported
                    + ". Nothing was changed; open it with the program that wrote it or a newer one.";
        }
    }

    /** The journal of another account or session. */
    record OtherIdentity(Path file, String found, String expected) implements JournalCheck {

        @Override
        public String message() {
            return file + " belongs to \"" + found + "\", not to \"" + expected
                    + "\". Nothing was changed; no order is sent. Start with the account it belongs to.";
        }
    }
}
