package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names, order and limits of the numbered files a journal or tape is made of. */
final class SegmentFiles {

    /** A new file is begun once the last one has this size. */
    static final long ROLL_BYTES = 64L << 20;
    /** No file of ours is larger; what is would only exhaust the memory of who reads it. */
    static final long LIMIT_BYTES = ROLL_BYTES + (8L << 20);

    static final String JOURNAL_SUFFIX = ".twj";
    static final String TAPE_SUFFIX = ".twt";

    private SegmentFiles() {}

    static Path file(Path folder, int number, String suffix) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", number, suffix));
    }

    /** {@return how many files there are; names that are not ours do not count} */
    static int highestNumber(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            int highest = 0;
            for (String name : names) {
                if (name.matches("\\d{8}" + suffix.replace(".", "\\."))) {
                    highest = Math.max(highest, Integer.parseInt(name.substring(0, 8)));
                }
            }
            return highest;
        }
    }

    /**
     * {@return a file's bytes}
     *
     * @throws BadDataException if it is larger than anything this program writes
     */
    static byte[] read(Path file) throws IOException, BadDataException {
        long size = Files.size(file);
        if (size > LIMIT_BYTES) {
            throw new BadDataException("the file has " + size + " bytes, more than this program ever writes");
        }
        return Files.readAllBytes(file);
    }
}
