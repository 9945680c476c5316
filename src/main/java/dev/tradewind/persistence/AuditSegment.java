package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of the audit trail in memory: its header and a cursor before its first row, or what is wrong with its beginning.
 *
 * @param parsed  its header; null where the file is no file of a trail
 * @param cursor  null likewise
 * @param bytes   how long the file is
 * @param problem what is wrong; empty where there is a cursor
 */
record AuditSegment(
        Path file, @Nullable SegmentHeader parsed, @Nullable AuditCursor cursor, int bytes, String problem) {

    /** Reads file {@code number}. */
    static AuditSegment read(Disk disk, Path folder, int number) throws IOException {
        Path file = SegmentFiles.file(folder, number, SegmentFiles.AUDIT_SUFFIX);
        if (!disk.isFile(file)) {
            return bad(file, 0, "the file is missing");
        }
        byte[] bytes;
        try {
            bytes = SegmentFiles.read(disk, file);
        } catch (BadDataException e) {
            return bad(file, 0, String.valueOf(e.getMessage()));
        }
        return switch (SegmentHeader.parse(bytes, bytes.length, SegmentHeader.AUDIT)) {
            case SegmentHeader.Parsed.Good(SegmentHeader header) when header.number() != number ->
                bad(file, bytes.length, "the file says that it is file " + header.number());
            case SegmentHeader.Parsed.Good(SegmentHeader header) ->
                new AuditSegment(file, header, new AuditCursor(bytes, header), bytes.length, "");
            case SegmentHeader.Parsed.Foreign() ->
                bad(file, bytes.length, "the file does not begin like an audit trail");
            case SegmentHeader.Parsed.Version(int found) ->
                bad(file, bytes.length, "the file has format version " + found + ", this program reads version "
                        + SegmentHeader.VERSION);
            case SegmentHeader.Parsed.Broken(String reason) -> bad(file, bytes.length, reason);
        };
    }

    private static AuditSegment bad(Path file, int bytes, String problem) {
        return new AuditSegment(file, null, null, bytes, problem);
    }

    SegmentHeader header() {
        SegmentHeader header = parsed;
        if (header == null) {
            throw new IllegalStateException(file + ": " + problem);
        }
        return header;
    }
}
