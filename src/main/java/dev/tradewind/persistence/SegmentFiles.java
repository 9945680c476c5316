package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Names, order and limits of the numbered files a journal, a tape or the audit trail is made of. */
final class SegmentFiles {

    /** A new file is begun once the last one has this size. */
    static final long ROLL_BYTES = 64L << 20;
    /** No file of ours is larger; what is would only exhaust the memory of who reads it. */
    static final long LIMIT_BYTES = ROLL_BYTES + (8L << 20);

    static final String JOURNAL_SUFFIX = ".twj";
    static final String TAPE_SUFFIX = ".twt";
    static final String AUDIT_SUFFIX = ".twa";

    private static final int DIGITS = 8;

    private SegmentFiles() {}

    static Path file(Path folder, int number, String suffix) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", number, suffix));
    }

    /** {@return how many files there are; names that are not ours do not count} */
    static int highestNumber(Disk disk, Path folder, String suffix) throws IOException {
        if (!disk.isFolder(folder)) {
            return 0;
        }
        int highest = 0;
        for (String name : disk.list(folder)) {
            highest = Math.max(highest, number(name, suffix));
        }
        return highest;
    }

    /** {@return the number of the first file there is, 0 if there is none; the first of a tape may have been dropped} */
    static int lowestNumber(Disk disk, Path folder, String suffix) throws IOException {
        if (!disk.isFolder(folder)) {
            return 0;
        }
        int lowest = 0;
        for (String name : disk.list(folder)) {
            int number = number(name, suffix);
            lowest = number > 0 && (lowest == 0 || number < lowest) ? number : lowest;
        }
        return lowest;
    }

    /** {@return the number in a file's name, 0 if it is not a name of ours} */
    private static int number(String name, String suffix) {
        if (name.length() != DIGITS + suffix.length() || !name.endsWith(suffix)) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * {@return a file's bytes}
     *
     * @throws BadDataException if it is larger than anything this program writes
     */
    static byte[] read(Disk disk, Path file) throws IOException, BadDataException {
        long size = disk.size(file);
        if (size > LIMIT_BYTES) {
            throw new BadDataException(tooLong(size));
        }
        return disk.read(file);
    }

    /** As above, but no more than the first {@code mostBytes} of it. */
    static byte[] read(Disk disk, Path file, int mostBytes) throws IOException, BadDataException {
        if (disk.size(file) <= mostBytes || mostBytes >= LIMIT_BYTES) {
            return read(disk, file);
        }
        ByteBuffer head = ByteBuffer.allocate(mostBytes);
        disk.read(file, 0, head);
        return Arrays.copyOf(head.array(), head.position());
    }

    static String tooLong(long bytes) {
        return "the file has " + bytes + " bytes, more than this program ever writes";
    }
}
