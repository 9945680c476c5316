package dev.tradewind.persistence;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.monitor.AuditException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Checks the audit trail and all journals of a data folder, each alone and against each other: every row of both, that each
 * journal is the one the trail was tied to and holds what it held then, and that the trail holds what journals remember of
 * it. Reads files only, also beside a terminal that runs: sessions are listed first, then the trail is read, then the
 * journals, so that nothing refers to what was not there yet. One use, one thread.
 */
public final class TrailCheck {

    private static final String SESSIONS = "sessions";
    private static final String REFERENCE = "audit";
    private static final String SESSION = "session ";

    private final Disk disk;
    private final Path home;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<Integer, AuditHead> references = new TreeMap<>();
    private final SortedMap<Integer, List<JournalAnchor>> anchors = new TreeMap<>();
    private final SortedMap<Long, String> chains = new TreeMap<>();
    private final Set<Long> wanted = new HashSet<>();
    private final Set<Integer> older = new HashSet<>();
    private long rows;

    private TrailCheck(Disk disk, Path home) {
        this.disk = disk;
        this.home = home;
    }

    /**
     * What was found of one file or session.
     *
     * @param sound whether all is as it was written
     * @param words what it is, and what is wrong with it
     */
    public record Finding(boolean sound, String words) {}

    /** What was found in all: rows that were checked, of the trail and of journals, and a line for each of them. */
    public record Result(long rows, List<Finding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }

        /** {@return whether everything is as it was written} */
        public boolean sound() {
            return findings.stream().allMatch(Finding::sound);
        }
    }

    /**
     * Checks a data folder.
     *
     * @throws AuditException if files cannot be read at all
     */
    public static Result run(Path dataFolder, Progress progress) {
        return run(new SystemDisk(), dataFolder, progress);
    }

    static Result run(Disk disk, Path dataFolder, Progress progress) {
        TrailCheck check = new TrailCheck(disk, dataFolder);
        try {
            check.everything(progress);
        } catch (IOException | JournalException e) {
            throw new AuditException("The audit trail and journals in " + dataFolder + " cannot be read (" + e.getMessage()
                    + "). Make the folder readable for you, then try again.", e);
        }
        return new Result(check.rows, check.findings);
    }

    private void everything(Progress progress) throws IOException {
        SortedSet<Integer> sessions = sessions();
        for (int session : sessions) {
            reference(session);
        }
        int parts = sessions.size() + 1;
        AuditReader.Found trail = AuditReader.of(disk, home).check(this::take, Progress.NONE);
        rows += trail.rows();
        judgeTrail(trail);
        int done = 0;
        for (int session : sessions) {
            progress.at(++done, parts);
            judge(session, anchors.getOrDefault(session, List.of()));
        }
        for (Map.Entry<Integer, List<JournalAnchor>> known : anchors.entrySet()) {
            // a session that began while this ran is not judged: its folder was not there when they were listed
            if (!sessions.contains(known.getKey()) && !disk.isFolder(folder(known.getKey()))) {
                wrong(known.getKey(), "its folder is gone; the trail knows it up to row "
                        + known.getValue().getLast().row());
            }
        }
        progress.at(parts, parts);
    }

    private Path folder(int session) {
        return home.resolve(SESSIONS).resolve(Integer.toString(session));
    }

    private SortedSet<Integer> sessions() throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        Path folder = home.resolve(SESSIONS);
        if (disk.isFolder(folder)) {
            for (String name : disk.list(folder)) {
                if (name.matches("[1-9][0-9]{0,6}")) {
                    numbers.add(Integer.parseInt(name));
                }
            }
        }
        return numbers;
    }

    /** What a journal remembers of the trail; a first row that cannot be read is named when the journal is checked. */
    private void reference(int session) {
        try {
            String place = JournalReader.properties(disk, folder(session)).get(REFERENCE);
            if (place != null) {
                AuditHead head = AuditHead.parse(place);
                references.put(session, head);
                wanted.add(head.row());
            }
        } catch (JournalException | IllegalArgumentException e) {
            // what is wrong with it is said by the check of its rows
        }
    }

    private void take(AuditRow row, Supplier<AuditHead> head) {
        if (wanted.contains(row.row())) {
            chains.put(row.row(), head.get().chain());
        }
        String subject = row.entry().subject();
        if (row.entry().action().equals("trail.began")) {
            for (String number : subject.split(" ")) {
                if (number.matches("[1-9][0-9]{0,6}")) {
                    older.add(Integer.parseInt(number));
                }
            }
        } else if (subject.startsWith(SESSION) && subject.substring(SESSION.length()).matches("[1-9][0-9]{0,6}")) {
            int session = Integer.parseInt(subject.substring(SESSION.length()));
            JournalAnchor.parse(row.entry().after())
                    .ifPresent(anchor -> anchors.computeIfAbsent(session, number -> new ArrayList<>()).add(anchor));
        }
    }

    private void judgeTrail(AuditReader.Found trail) {
        findings.add(new Finding(trail.whole(), trail.message()));
        if (!trail.whole()) {
            return;
        }
        for (Map.Entry<Integer, AuditHead> reference : references.entrySet()) {
            AuditHead place = reference.getValue();
            if (older.contains(reference.getKey())) {
                continue;
            }
            String chain = chains.get(place.row());
            if (place.row() > trail.rows()) {
                findings.add(new Finding(false, "The audit trail was cut: session " + reference.getKey()
                        + " began when it had row " + place.row() + ", now it ends with row " + trail.rows()
                        + ". Compare it with the one in your last backup."));
            } else if (chain != null && !chain.equals(place.chain())) {
                findings.add(new Finding(false, "The audit trail was rewritten: its row " + place.row()
                        + " is not the one session " + reference.getKey()
                        + " began behind. Compare it with the one in your last backup."));
            }
        }
    }

    private void judge(int session, List<JournalAnchor> known) throws IOException {
        Path journal = folder(session).resolve(SessionScan.JOURNAL_FOLDER);
        if (SegmentFiles.highestNumber(disk, journal, SegmentFiles.JOURNAL_SUFFIX) == 0) {
            if (known.isEmpty()) {
                fine(session, "it never began");
            } else {
                wrong(session, "its journal is gone; the trail knows it up to row " + known.getLast().row());
            }
            return;
        }
        long[] marks = known.stream().mapToLong(JournalAnchor::row).distinct().sorted().toArray();
        JournalIndex index = JournalIndex.of(disk, journal, null, marks);
        rows += index.end().row();
        JournalCheck failure = index.failure();
        if (failure != null) {
            wrong(session, failure.message());
            return;
        }
        String difference = difference(index, known);
        if (!difference.isEmpty()) {
            wrong(session, difference);
        } else if (known.isEmpty() && !older.contains(session) && index.end().row() > 1) {
            wrong(session, "the trail knows nothing of it: its beginning was recorded nowhere");
        } else {
            fine(session, index.end().row() + (index.end().row() == 1 ? " row" : " rows") + " intact, tied to the trail in " + known.size()
                    + (known.size() == 1 ? " place" : " places")
                    + (older.contains(session) ? "; it is older than the trail" : "")
                    + (index.droppedBytes() > 0 ? "; its last write was torn or is under way" : ""));
        }
    }

    /** {@return how a journal differs from the one the trail was tied to; empty if it does not} */
    private static String difference(JournalIndex index, List<JournalAnchor> known) {
        SegmentHeader header = index.header();
        SortedMap<Long, Place> places = new TreeMap<>();
        index.marks().forEach(mark -> places.put(mark.place().row(), mark.place()));
        for (JournalAnchor anchor : known) {
            if (!anchor.identity().equals(header.identity()) || anchor.createdNanos() != header.createdNanos()) {
                return "its journal was replaced: it is of " + header.identity() + ", created at " + header.createdNanos()
                        + "; the trail was tied to " + anchor.identity() + ", created at " + anchor.createdNanos();
            }
            Place place = places.get(anchor.row());
            if (place == null) {
                return "its journal was cut: it ends with row " + index.end().row() + ", row " + anchor.row()
                        + " was on the disk when the trail was tied to it";
            }
            if (!HexFormat.of().formatHex(place.chain()).equals(anchor.chain())) {
                return "its journal was rewritten: rows up to " + anchor.row()
                        + " are not those the trail was tied to";
            }
        }
        return "";
    }

    private void fine(int session, String words) {
        findings.add(new Finding(true, "Session " + session + ": " + words + "."));
    }

    private void wrong(int session, String words) {
        findings.add(new Finding(false, "Session " + session + ": " + words + (words.endsWith(".") ? "" : ".")));
    }
}
