package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The files of one session as of one moment, while it may be writing. In this order, so that what is found belongs
 * together:
 *
 * <ol>
 *   <li>saved states: each stands behind a row that was durable before it was written
 *   <li>the journal up to its last whole row: nothing in it refers to what comes later
 *   <li>the open block of the tape, then the closed ones: an event the journal's rows follow from is in the first, or was
 *       put into the others before it left the first
 * </ol>
 *
 * So journal and tape may end a little apart, as after the end of a process, which a start cuts; but no input is missing
 * before an intent.
 */
final class SessionMoment {

    private static final int TRIES = 5;
    private static final int WALK_BYTES = 1 << 20;

    private final Disk disk = new SystemDisk();
    private final Path session;
    private final String prefix;
    private final List<FolderPiece> pieces = new ArrayList<>();

    private SessionMoment(Path session, String prefix) {
        this.session = session;
        this.prefix = prefix;
    }

    /**
     * Looks at a session.
     *
     * @param prefix what stands before its files' names, such as {@code sessions/3/}
     * @return the pieces, held open
     */
    static List<FolderPiece> take(Path session, String prefix) throws IOException {
        IOException last = new IOException("the session in " + session + " changed each time it was looked at");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            SessionMoment moment = new SessionMoment(session, prefix);
            boolean whole = false;
            try {
                whole = moment.look();
                if (whole) {
                    return moment.pieces;
                }
            } catch (NoSuchFileException gone) {
                // dropped between the list and the look: the next list is another one
                last = gone;
            } finally {
                if (!whole) {
                    moment.close();
                }
            }
        }
        throw last;
    }

    /** {@return whether the tape kept its beginning meanwhile} */
    private boolean look() throws IOException {
        Path tape = session.resolve(SessionScan.TAPE_FOLDER);
        int lowest = SegmentFiles.lowestNumber(disk, tape, SegmentFiles.TAPE_SUFFIX);
        for (String name : SnapshotFile.names(disk, session)) {
            pieces.add(open(SnapshotFile.FOLDER, name));
        }
        Path journal = session.resolve(SessionScan.JOURNAL_FOLDER);
        segments(journal, SessionScan.JOURNAL_FOLDER, SegmentFiles.JOURNAL_SUFFIX, SegmentHeader.JOURNAL, SegmentHeader.CHAIN_BYTES);
        if (Files.isRegularFile(tape.resolve(Tape.OPEN_FILE))) {
            pieces.add(openBlock(open(SessionScan.TAPE_FOLDER, Tape.OPEN_FILE)));
        }
        segments(tape, SessionScan.TAPE_FOLDER, SegmentFiles.TAPE_SUFFIX, SegmentHeader.TAPE, 0);
        return SegmentFiles.lowestNumber(disk, tape, SegmentFiles.TAPE_SUFFIX) == lowest;
    }

    private FolderPiece open(String folder, String name) throws IOException {
        return FolderPiece.open(prefix + folder + "/" + name, session.resolve(folder).resolve(name));
    }

    /** Numbered files: only the last one grows, and is cut to whole frames. */
    private void segments(Path folder, String name, String suffix, long magic, int trailing) throws IOException {
        int last = SegmentFiles.highestNumber(disk, folder, suffix);
        for (int number = SegmentFiles.lowestNumber(disk, folder, suffix); number > 0 && number <= last; number++) {
            FolderPiece piece = open(name, SegmentFiles.file(folder, number, suffix).getFileName().toString());
            pieces.add(number < last ? piece : piece.first(wholeFrames(piece, magic, trailing)));
        }
    }

    /** {@return where the last whole frame ends; the piece's own length where it is no file of ours} */
    private static long wholeFrames(FolderPiece piece, long magic, int trailing) throws IOException {
        long at = headerBytes(piece, magic);
        if (at == 0) {
            return piece.bytes();
        }
        ByteBuffer window = ByteBuffer.allocate(WALK_BYTES);
        long base = 0;
        window.limit(0);
        while (true) {
            if (at - base + Integer.BYTES > window.limit()) {
                base = at;
                window.clear();
                piece.read(base, window);
                window.flip();
                if (window.limit() < Integer.BYTES) {
                    return at;
                }
            }
            long length = window.getInt((int) (at - base));
            long end = at + Frames.OVERHEAD + length + trailing;
            if (length < 0 || length > Frames.MAX_CONTENT || end > piece.bytes()) {
                return at;
            }
            at = end;
        }
    }

    private static long headerBytes(FolderPiece piece, long magic) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SegmentHeader.MAX_BYTES);
        int read = piece.read(0, head);
        return SegmentHeader.parse(head.array(), read, magic) instanceof SegmentHeader.Parsed.Good(SegmentHeader header)
                ? header.encodedBytes()
                : 0;
    }

    /**
     * Reads the open block at once and keeps the whole pieces it begins with, of one block. The file may be emptied and
     * filled anew while it is read; what is missing then was put into the closed blocks before, which are looked at after
     * this.
     */
    private static FolderPiece openBlock(FolderPiece piece) throws IOException {
        try (piece) {
            if (piece.bytes() > SegmentFiles.LIMIT_BYTES) {
                throw new IOException(piece.path() + ": " + SegmentFiles.tooLong(piece.bytes()));
            }
            byte[] bytes = readAsFarAsThere(piece);
            if (!(SegmentHeader.parse(bytes, bytes.length, SegmentHeader.OPEN_BLOCK)
                    instanceof SegmentHeader.Parsed.Good(SegmentHeader header))) {
                return FolderPiece.of(piece.path(), bytes);
            }
            int at = header.encodedBytes();
            ByteBuffer view = ByteBuffer.wrap(bytes);
            long block = -1;
            int number = 0;
            while (Frames.problem(bytes, at, Tape.PIECE_HEAD, 0).isEmpty()) {
                long its = view.getLong(at + Frames.OVERHEAD);
                if (number > 0 && its != block || view.getInt(at + Frames.OVERHEAD + Long.BYTES) != number) {
                    break;
                }
                block = its;
                number++;
                at += Frames.OVERHEAD + Frames.length(bytes, at);
            }
            return FolderPiece.of(piece.path(), Arrays.copyOf(bytes, at));
        }
    }

    private static byte[] readAsFarAsThere(FolderPiece piece) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate((int) piece.bytes());
        try {
            piece.read(0, whole);
        } catch (IOException shorter) {
            // emptied meanwhile: what was read before that is what there is
            whole.flip();
            return Arrays.copyOf(whole.array(), whole.limit());
        }
        return whole.array();
    }

    private void close() throws IOException {
        for (FolderPiece piece : pieces) {
            piece.close();
        }
    }
}
