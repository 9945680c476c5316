package dev.tradewind.app;

import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the audit trail of a data folder. */
final class TrailFile {

    private static final Logger LOG = LoggerFactory.getLogger(TrailFile.class);

    private TrailFile() {}

    /**
     * {@return the trail, begun where there is none; its first row then names the sessions there are already}
     *
     * @throws StorageException if it can be neither read nor begun
     */
    static AuditLog open(Path dataFolder) {
        try {
            AuditLog log = AuditLog.open(dataFolder, new SystemClock(), () -> first(dataFolder));
            if (!log.found().isEmpty()) {
                LOG.warn(log.found());
            }
            return log;
        } catch (AuditException e) {
            throw new StorageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return a trail that is opened for each row alone: for commands, beside a window that may be open on the folder} */
    static AuditTrail each(Path dataFolder) {
        return entry -> {
            try (AuditLog log = AuditLog.open(dataFolder, new SystemClock(), () -> first(dataFolder))) {
                log.record(entry);
            }
        };
    }

    private static AuditEntry first(Path dataFolder) {
        String sessions = sessions(dataFolder.resolve("sessions")).stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new AuditEntry(Actor.PROGRAM, "trail.began", "sessions " + sessions, "", DataHome.version());
    }

    private static List<Integer> sessions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,6}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AuditException("the sessions in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
