package dev.tradewind.app.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which backups a plan no longer keeps. */
final class Rotation {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 4;

    private Rotation() {}

    /**
     * {@return the backups to drop, the oldest first}
     *
     * <p>Kept are the newest {@code keep}; the newest of each of the four weeks before {@code now}; the newest that was found
     * sound; and those made before the database got another form, which nobody counts.
     *
     * @param backups in any order
     * @param sound   the newest that was found sound
     */
    static List<BackupName> drop(List<BackupName> backups, int keep, Instant now, Optional<BackupName> sound) {
        List<BackupName> newestFirst = new ArrayList<>(backups.stream().filter(name -> name.schema() == 0).toList());
        newestFirst.sort(Comparator.reverseOrder());
        Set<BackupName> kept = new HashSet<>(newestFirst.subList(0, Math.min(keep, newestFirst.size())));
        sound.ifPresent(kept::add);
        Set<Long> weeks = new HashSet<>();
        for (BackupName name : newestFirst) {
            long week = Duration.between(name.made(), now).dividedBy(WEEK);
            if (week < WEEKS && weeks.add(Math.max(0, week))) {
                kept.add(name);
            }
        }
        newestFirst.removeAll(kept);
        return newestFirst.reversed();
    }
}
