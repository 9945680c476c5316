package dev.tradewind.persistence;

import java.nio.file.Path;

/**
 * What a saved state turns out to be. One that is not usable is never used on a guess: the session starts from an older one
 * or lives through its journal from the beginning.
 */
public sealed interface SnapshotCheck {

    /** {@return where it is} */
    Path file();

    /** {@return the outcome in words} */
    String message();

    /** A state of this journal that its tape goes on from. */
    record Usable(Path file, long row) implements SnapshotCheck {

        @Override
        public String message() {
            return file + " holds the state after row " + row + ".";
        }
    }

    /** Not as it was written. */
    record Damaged(Path file, String reason) implements SnapshotCheck {

        @Override
        public String message() {
            return "The saved state " + file + " is damaged: " + reason + ". It is not used.";
        }
    }

    /** Written by another version of the program. */
    record UnknownVersion(Path file, int found, int supported) implements SnapshotCheck {

        @Override
        public String message() {
            return "The saved state " + file + " has format version " + found + ", this program reads version "
                    + supported + ". It is not used.";
        }
    }

    /** The state of another session. */
    record OtherSession(Path file, String found) implements SnapshotCheck {

        @Override
        public String message() {
            return "The saved state " + file + " belongs to another session (\"" + found + "\"). It is not used.";
        }
    }

    /** A state this journal never was in: the journal ends before it, or went another way. */
    record OffCourse(Path file, long row, String reason) implements SnapshotCheck {

        @Override
        public String message() {
            return "The saved state " + file + " after row " + row + " does not belong to this journal: " + reason
                    + ". It is not used.";
        }
    }

    /** The market events after it are not on the tape. */
    record Unfollowed(Path file, long row, String reason) implements SnapshotCheck {

        @Override
        public String message() {
            return "The saved state " + file + " after row " + row + " cannot be gone on from: " + reason
                    + ". It is not used.";
        }
    }
}
