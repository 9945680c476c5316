package dev.tradewind.app.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a backup's file, as in {@code tradewind-2026-11-21T15-30-00Z.twb} or
 * {@code tradewind-2026-11-21T15-30-00Z-before-schema-5.twb}.
 *
 * @param made   when, to the second
 * @param number 1, or more where several were made in a second
 * @param schema the form of the database it was made before, 0 for any other occasion
 */
record BackupName(Instant made, int number, int schema) implements Comparable<BackupName> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss");
    private static final Pattern NAME = Pattern.compile(
            "tradewind-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d)Z(?:-([2-9]|[1-9]\\d{1,2}))?(?:-before-schema-([1-9]\\d{0,3}))?\\.twb");
    private static final int MOST_IN_A_SECOND = 999;

    /** {@return what a file's name says, empty where it is none of ours} */
    static Optional<BackupName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant made = LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC);
            int number = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            int schema = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            return Optional.of(new BackupName(made, number, schema));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** {@return a name that no file in a folder has} */
    static BackupName free(Path folder, long nowNanos, int schema) {
        Instant now = Instant.ofEpochSecond(Math.floorDiv(nowNanos, 1_000_000_000L));
        for (int number = 1; number <= MOST_IN_A_SECOND; number++) {
            BackupName name = new BackupName(now, number, schema);
            if (!Files.exists(folder.resolve(name.text()))) {
                return name;
            }
        }
        throw new IllegalStateException("there are " + MOST_IN_A_SECOND + " backups of " + now + " in " + folder);
    }

    String text() {
        return "tradewind-" + TIME.format(made.atOffset(ZoneOffset.UTC)) + "Z" + (number == 1 ? "" : "-" + number)
                + (schema == 0 ? "" : "-before-schema-" + schema) + ".twb";
    }

    @Override
    public int compareTo(BackupName other) {
        int byTime = made.compareTo(other.made);
        if (byTime != 0) {
            return byTime;
        }
        // what was made before a migration was made before all else of that second
        return schema != other.schema ? Integer.compare(other.schema, schema) : Integer.compare(number, other.number);
    }
}
