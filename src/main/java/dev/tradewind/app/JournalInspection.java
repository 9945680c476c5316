package dev.tradewind.app;

import dev.tradewind.domain.StateException;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StoredSession;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a session's journal from outside: checks it, plays it again, writes it out. Changes nothing in it. */
public final class JournalInspection {

    private static final String SESSIONS = "sessions";

    private final Path session;

    private JournalInspection(Path session) {
        this.session = session;
    }

    /**
     * What a check found.
     *
     * @param outcome {@code intact}, {@code tail cut}, {@code damaged}, {@code tape dropped}, {@code not a journal} or
     *     {@code unknown version}
     * @param usable  whether the session can go on
     * @param rows    rows that are whole
     * @param inputs  inputs in journal and tape together
     * @param hash    the running hash after them; empty where it cannot be told
     * @param badRow  the first row that cannot be trusted, 0 where all can
     * @param replayableFrom the first row that can be replayed: 1 unless the tape's beginning was dropped; 0 where none can
     * @param message all of it in words: what it is, what it means, what to do
     */
    public record Found(
            String outcome,
            boolean usable,
            long rows,
            long inputs,
            String hash,
            long badRow,
            long replayableFrom,
            String message) {}

    /**
     * What playing a journal again gave.
     *
     * @param same     whether every row and the running hash came out as recorded
     * @param rows     rows compared
     * @param recorded the recorded running hash
     * @param replayed the running hash of the session played again; empty if it stopped at a row that differs
     * @param message  in words
     */
    public record Replayed(boolean same, long rows, String recorded, String replayed, String message) {}

    /**
     * Finds a session.
     *
     * @param folder a session's own folder, or a data folder, of which the newest session is taken
     * @throws StartException if there is neither
     */
    public static JournalInspection of(Path folder) throws StartException {
        if (!Files.isDirectory(folder)) {
            throw new StartException(folder + " is not a folder; name a session's folder or a data folder");
        }
        Path sessions = folder.getFileName() != null && folder.getFileName().toString().equals(SESSIONS)
                ? folder
                : folder.resolve(SESSIONS);
        if (!Files.isDirectory(sessions)) {
            return new JournalInspection(folder);
        }
        try (Stream<Path> all = Files.list(sessions)) {
            Optional<Path> newest = all.filter(path -> path.getFileName().toString().matches("[0-9]{1,7}"))
                    .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())));
            return new JournalInspection(
                    newest.orElseThrow(() -> new StartException(folder + " holds no session yet")));
        } catch (IOException e) {
            throw new StartException("the sessions in " + sessions + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** {@return the session's folder} */
    public Path session() {
        return session;
    }

    /**
     * Checks every row, its place in the chain, and the tape.
     *
     * @throws StartException if the files cannot be read at all
     */
    public Found verify() throws StartException {
        return found(stored());
    }

    private StoredSession stored() throws StartException {
        try {
            return StoredSession.earliest(session);
        } catch (JournalException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    /** {@return a journal that goes on where the replay starts} */
    static HashJournal emptyJournal(StoredSession stored) {
        return stored.state()
                .map(saved -> new HashJournal(saved.mark().row(), saved.mark().runHash()))
                .orElseGet(HashJournal::new);
    }

    private static Found found(StoredSession stored) {
        JournalCheck check = stored.check();
        long from = stored.startRow() + 1;
        String words = from == 1 || !check.usable()
                ? check.message()
                : check.message() + " The tape's beginning was dropped; it can be replayed from row " + from + " on.";
        return switch (check) {
            case JournalCheck.Intact intact -> new Found(
                    "intact", true, intact.rows(), intact.inputs(), hex(intact.runHash()), 0, from, words);
            case JournalCheck.TailCut cut -> new Found(
                    "tail cut", true, cut.rowsKept(), cut.inputs(), hex(cut.runHash()), 0, from, words);
            case JournalCheck.Damaged damaged -> new Found(
                    "damaged", false, damaged.row() - 1, 0, "", damaged.row(), 0, words);
            case JournalCheck.TapeDropped dropped -> new Found(
                    "tape dropped", false, dropped.rows(), 0, "", 0, 0, words);
            case JournalCheck.NotAJournal foreign -> new Found("not a journal", false, 0, 0, "", 0, 0, words);
            case JournalCheck.UnknownVersion version -> new Found("unknown version", false, 0, 0, "", 0, 0, words);
            case JournalCheck.OtherIdentity other -> new Found("other identity", false, 0, 0, "", 0, 0, words);
        };
    }

    private static String hex(long hash) {
        return String.format("%016x", hash);
    }

    /**
     * Builds the session again from its recorded inputs, through the wiring of a backtest, and compares every row and
     * the running hash. Where the tape's beginning was dropped, from the oldest saved state that it goes on from.
     *
     * @throws StartException if the journal cannot be used
     */
    public Replayed replay() throws StartException {
        StoredSession stored = stored();
        Found found = found(stored);
        if (!found.usable()) {
            throw new StartException(found.message());
        }
        try {
            PaperPlan plan = PaperPlan.of(JournalReader.properties(session));
            HashJournal journal = emptyJournal(stored);
            rebuild(plan, stored, PaperEngine.wire(plan, journal), Optional.empty());
            JournalReader rows = stored.rows();
            VerifyingJournal verifying = new VerifyingJournal(rows::next, new HashJournal(), Long.MAX_VALUE);
            rebuild(plan, stored, PaperEngine.wire(plan, verifying), Optional.of(verifying));
            String replayed = hex(journal.runHash());
            boolean same = replayed.equals(found.hash()) && !verifying.pending();
            long compared = found.rows() - stored.startRow();
            String which = stored.startRow() == 0 ? "" : " (from row " + (stored.startRow() + 1) + " on)";
            return new Replayed(same, compared, found.hash(), replayed, same
                    ? "Replayed " + compared + " rows" + which + ": every one came out as recorded, run hash " + replayed + "."
                    : "The run hash is " + replayed + ", recorded was " + found.hash() + ".");
        } catch (StateException e) {
            throw new StartException(
                    session + " cannot be replayed: its beginning was dropped, and its saved state is of another version ("
                            + e.getMessage() + ")",
                    e);
        } catch (JournalException e) {
            return new Replayed(false, found.rows(), found.hash(), "", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new StartException(session + " cannot be replayed: " + e.getMessage(), e);
        }
    }

    /**
     * Takes the recorded inputs; rows whose market events a torn tape lost are reached through the market's own
     * data.
     */
    private static void rebuild(
            PaperPlan plan, StoredSession stored, PaperEngine engine, Optional<VerifyingJournal> verifying)
            throws StartException {
        Session rebuilt = engine.session();
        PaperRecovery.load(engine, stored.state());
        long events = stored.startEvents() + PaperRecovery.takeAgain(stored.inputs(), rebuilt);
        if (verifying.isEmpty() || !verifying.get().pending()) {
            return;
        }
        try {
            Path dataFolder = stored.folder().toAbsolutePath().normalize().resolve("../..").normalize();
            HistoryFeed history = plan.market(DesktopTerminal.installedRoots(), dataFolder).feed();
            history.seek(events);
            while (verifying.get().pending() && history.advance(Long.MAX_VALUE)) {
                rebuilt.loop().market(history.current());
            }
        } catch (ImportException e) {
            throw new StartException(
                    "the tape ends before the journal, and the market's data is needed: " + e.getMessage(), e);
        }
    }

    /**
     * Writes every whole row as a line of JSON.
     *
     * @return how many there were
     * @throws StartException if the journal cannot be used
     * @throws IOException    if writing fails
     */
    public long export(Writer out) throws StartException, IOException {
        try {
            JournalReader rows = JournalReader.open(session);
            JournalJson json = new JournalJson();
            long written = 0;
            for (@Nullable JournalEntry entry = rows.next(); entry != null; entry = rows.next()) {
                out.write(json.line(entry));
                out.write('\n');
                written++;
            }
            return written;
        } catch (JournalException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }
}
