package dev.tradewind.persistence;

import dev.tradewind.domain.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A copy of the database as of one moment, made while others read and write it, also from another process: {@code VACUUM
 * INTO}, which reads in one transaction of the write-ahead log. Nobody waits for it: a writer appends to the log meanwhile,
 * which only cannot be emptied before the copy is made. SQLite's backup calls would begin anew with each change that is
 * committed between two of their steps, and forced a copy of their own to disk as a whole; this one is never forced, since
 * it is only read once and removed. Pages that are free are left out, and with them what was deleted.
 */
final class DatabaseCopy {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** SQLite asks after so many steps of its own whether to go on: some thousand times a second. */
    private static final int STEPS = 2_000;

    private DatabaseCopy() {}

    /** Hears that there was more work, and may take its time or throw. */
    @FunctionalInterface
    interface Pause {
        void between() throws CancelledException;
    }

    /**
     * Makes a copy.
     *
     * @param database the file
     * @param target   does not exist; readable by its owner alone then. Left to the caller to remove, also after a failure
     * @param pause    called now and then on the calling thread
     * @throws CancelledException as {@code pause} threw it
     * @throws IOException        if it cannot be read or written
     */
    static void make(Path database, Path target, Pause pause) throws IOException {
        Files.createFile(target, SystemDisk.ownerOnly(target, "rw-------"));
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        Pausing handler = new Pausing(pause);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            ProgressHandler.setHandler(connection, STEPS, handler);
            // a bound value would do as well, but the driver prepares no VACUUM
            statement.execute("vacuum into '" + target.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            RuntimeException ended = handler.ended;
            if (ended != null) {
                throw ended;
            }
            throw new IOException("the database " + database + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Hands the callback on; an exception must not cross the database's own code. */
    private static final class Pausing extends ProgressHandler {

        private final Pause pause;
        private volatile @Nullable RuntimeException ended;

        Pausing(Pause pause) {
            this.pause = pause;
        }

        @Override
        protected int progress() {
            try {
                pause.between();
                return 0;
            } catch (RuntimeException e) {
                ended = e;
                return 1;
            }
        }
    }
}
