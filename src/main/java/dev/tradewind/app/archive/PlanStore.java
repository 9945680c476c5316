package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.settings.SettingTable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plan in the settings, and which backups were found sound. */
final class PlanStore {

    static final String PREFIX = "backup.";

    private static final Logger LOG = LoggerFactory.getLogger(PlanStore.class);
    private static final String FOLDER = "backup.folder";
    private static final String EVERY = "backup.every";
    private static final String KEEP = "backup.keep";
    private static final String SINCE = "backup.since";
    private static final String VERIFIED = "backup.verified";
    private static final int USUAL_KEEP = 3;

    private final SettingTable settings;
    private final Path standard;

    PlanStore(SettingTable settings, Path dataFolder) {
        this.settings = settings;
        this.standard = usualFolder(dataFolder);
    }

    /** {@return where backups go where nobody said otherwise} */
    static Path usualFolder(Path dataFolder) {
        return dataFolder.resolve("backups");
    }

    BackupPlan load() {
        return of(settings.values(PREFIX), standard);
    }

    static BackupPlan of(Map<String, String> values, Path standard) {
        BackupPlan usual = new BackupPlan(standard, Every.DAY, USUAL_KEEP);
        try {
            return new BackupPlan(
                    Path.of(values.getOrDefault(FOLDER, standard.toString())),
                    Every.valueOf(values.getOrDefault(EVERY, usual.every().name())),
                    Integer.parseInt(values.getOrDefault(KEEP, Integer.toString(USUAL_KEEP))));
        } catch (InvalidPathException e) {
            LOG.warn("The saved folder for backups is not readable ({}); {} is used.", e.getMessage(), standard);
        } catch (IllegalArgumentException e) {
            LOG.warn("The saved plan for backups is not readable ({}); the usual one is used.", e.getMessage());
        }
        return usual;
    }

    void save(BackupPlan plan) {
        settings.put(Map.of(
                FOLDER, plan.folder().toString(),
                EVERY, plan.every().name(),
                KEEP, Integer.toString(plan.keep())));
    }

    /** {@return since when backups are to be made by themselves: the time this was asked first} */
    long since(long nowNanos) {
        String known = settings.values(SINCE).get(SINCE);
        if (known != null && known.matches("\\d{1,18}|[1-8]\\d{18}")) {
            return Long.parseLong(known);
        }
        settings.put(Map.of(SINCE, Long.toString(nowNanos)));
        return nowNanos;
    }

    /** {@return the file that was last found sound, with its digest; empty where none was} */
    Optional<Sound> sound() {
        String[] words = settings.values(VERIFIED).getOrDefault(VERIFIED, "").split(" ");
        return words.length == 2 ? Optional.of(new Sound(words[0], words[1])) : Optional.empty();
    }

    void sound(Sound sound) {
        settings.put(Map.of(VERIFIED, sound.name() + " " + sound.sha256()));
    }

    /** A backup that was found sound. */
    record Sound(String name, String sha256) {}

    /** {@return the time between two backups, empty for never} */
    static Optional<Duration> period(Every every) {
        return switch (every) {
            case NEVER -> Optional.empty();
            case HOUR -> Optional.of(Duration.ofHours(1));
            case DAY -> Optional.of(Duration.ofDays(1));
            case WEEK -> Optional.of(Duration.ofDays(7));
        };
    }
}
