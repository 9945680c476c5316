package dev.tradewind.app.activity;

import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.AuditReader;
import dev.tradewind.persistence.RowPages;
import dev.tradewind.persistence.TrailCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The activity of a data folder, read from its files; also of one that another process works in. Remembers where journals'
 * pages are, so that only a first look at a long journal goes through all of it. Safe on any thread; one job reads at a time.
 */
public final class FolderActivity implements ActivityDesk {

    private final Path folder;
    private final TreeMap<Integer, Known> known = new TreeMap<>();

    /** A session that was looked at. */
    private record Known(RowPages pages, SessionStory story) {}

    /** The activity of a data folder; there may be none yet. */
    public FolderActivity(Path dataFolder) {
        this.folder = dataFolder;
    }

    @Override
    public Job<Page> read(Filter filter) {
        return Job.start("activity-read", progress -> said(() -> page(filter, Optional.empty(), progress)));
    }

    @Override
    public Job<Page> older(Filter filter, Cursor cursor) {
        return Job.start("activity-read", progress -> said(() -> page(filter, Optional.of(cursor), progress)));
    }

    @Override
    public Job<Verdict> verify() {
        return Job.start("activity-verify", progress -> said(() -> verdict(progress)));
    }

    @Override
    public Job<ExportReceipt> export(Filter filter, Path file) {
        return Job.start("activity-export", progress -> said(() -> {
            List<String> troubles = new ArrayList<>();
            synchronized (known) {
                Merge merge = new Merge(sources(filter, troubles, progress), Optional.empty(), progress);
                long rows = ActivityFile.at(file).write(merge);
                if (!troubles.isEmpty()) {
                    throw new RefusedException(file + " has " + rows + " rows, but not all there are: "
                            + String.join(" ", troubles));
                }
                return new ExportReceipt(file, rows);
            }
        }));
    }

    /** Trouble in words becomes a refusal. */
    private static <T> T said(Supplier<T> work) {
        try {
            return work.get();
        } catch (AuditException | JournalException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Verdict verdict(Progress progress) {
        TrailCheck.Result result = TrailCheck.run(folder, progress);
        List<Finding> findings = result.findings().stream()
                .map(finding -> new Finding(finding.sound(), finding.words()))
                .toList();
        return new Verdict(result.sound(), result.rows(), findings);
    }

    private Page page(Filter filter, Optional<Cursor> from, Progress progress) {
        synchronized (known) {
            List<String> troubles = new ArrayList<>();
            Merge merge = new Merge(sources(filter, troubles, progress), from, progress);
            List<Row> rows = new ArrayList<>();
            while (rows.size() < filter.most()) {
                Optional<Row> next = merge.next();
                if (next.isEmpty()) {
                    return new Page(rows, Optional.empty(), troubles);
                }
                rows.add(next.get());
            }
            return new Page(rows, merge.more() ? Optional.of(merge.cursor()) : Optional.empty(), troubles);
        }
    }

    private List<Source> sources(Filter filter, List<String> troubles, Progress progress) {
        Wanted wanted = new Wanted(filter);
        List<Source> sources = new ArrayList<>();
        sources.add(new TrailSource(AuditReader.of(folder), wanted));
        for (int session : sessions()) {
            if (filter.session().isEmpty() || filter.session().get() == session) {
                sources.add(source(session, wanted, troubles, progress));
            }
        }
        return sources;
    }

    private Source source(int session, Wanted wanted, List<String> troubles, Progress progress) {
        Known of = known.computeIfAbsent(session, number -> new Known(
                RowPages.of(folder.resolve("sessions").resolve(Integer.toString(number))), new SessionStory()));
        of.pages().refresh((done, all) -> progress.at(0, 0));
        of.story().learn(of.pages().landmarks());
        if (!of.pages().trouble().isEmpty()) {
            troubles.add("Session " + session + ": " + of.pages().trouble());
        }
        return new SessionSource("session " + session, of.pages(), of.story(), wanted);
    }

    @Override
    public List<Integer> sessions() {
        Path sessions = folder.resolve("sessions");
        if (!Files.isDirectory(sessions)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(sessions)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,6}"))
                    .map(Integer::valueOf)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new RefusedException("The sessions in " + sessions + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
