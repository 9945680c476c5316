package dev.tradewind.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes journal rows to the database. It follows the journal's files, so nothing waits for it and
 * nothing is lost when it is slow or fails: the next start reads on where the tables end. Trouble is logged once and ends
 * the following; orders and journal do not depend on it.
 */
public final class ProjectionWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWriter.class);
    private static final long LOOK_MILLIS = 500;

    /** Nobody reads the tables while the first screen is still being built. */
    private static final long FIRST_LOOK_MILLIS = 3_000;

    private final Path session;
    private final Path file;
    private final Connection connection;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ending;
    private volatile String trouble = "";

    private ProjectionWriter(Database database, Path session) {
        this.session = session;
        this.file = database.file();
        this.connection = database.connect();
        this.thread = Thread.ofPlatform().name("projection").daemon().unstarted(this::run);
    }

    /** Begins to follow the journal of the session in {@code session}. */
    public static ProjectionWriter start(Database database, Path session) {
        ProjectionWriter writer = new ProjectionWriter(database, session);
        writer.thread.start();
        return writer;
    }

    /**
     * Brings the tables of a session that is not being written up to its journal, on the calling thread.
     *
     * @return rows taken over
     * @throws StorageException if the journal is damaged or the database cannot be written
     */
    public static long catchUp(Database database, Path session) {
        try (Connection connection = database.connect()) {
            return new SessionProjector(connection, session).catchUp();
        } catch (IOException e) {
            throw new StorageException(DiskTrouble.describe("read the journal", session, e), e);
        } catch (SQLException | DataAccessException e) {
            throw Database.trouble(database.file(), e);
        }
    }

    private void run() {
        try {
            if (wakeUps.tryAcquire(FIRST_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
            SessionProjector projector = new SessionProjector(connection, session);
            boolean last = false;
            while (!last) {
                last = ending;
                projector.catchUp();
                if (!last && wakeUps.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (IOException e) {
            report(DiskTrouble.describe("read the journal", session, e), e);
        } catch (DataAccessException e) {
            report(Database.trouble(file, e).getMessage(), e);
        } catch (StorageException e) {
            report(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(String words, Exception cause) {
        trouble = words;
        LOG.warn("{} The journal goes on; the database is brought up to it at the next start.", words, cause);
    }

    /** {@return why the tables no longer follow the journal; empty while they do} */
    public String trouble() {
        return trouble;
    }

    /** Says that there are new rows; never waits. Without it they are seen within half a second. */
    public void wake() {
        wakeUps.release();
    }

    /** Takes over what is left, then ends. */
    @Override
    public void close() {
        ending = true;
        wake();
        try {
            thread.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw Database.trouble(file, e);
        }
    }
}
