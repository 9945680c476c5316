package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.job.Job;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.widget.Figures;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Backups without their nodes; one job at a time. JavaFX thread only. */
final class BackupsViewModel {

    private static final String TRADING = "Trading goes on; no order was touched.";
    private static final long NANOS_PER_MILLI = 1_000_000;

    final ObjectProperty<List<BackupRow>> rows = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<BackupPlan>> plan = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Going>> going = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Ask>> ask = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Found>> found = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty headline = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty brief = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    final StringProperty next = new SimpleStringProperty("");
    final StringProperty planError = new SimpleStringProperty("");
    final StringProperty folderError = new SimpleStringProperty("");
    final Outcome outcome = new Outcome();

    private final BackupDesk desk;
    private final Hands hands;
    private final InstantSource clock;
    private final ObservableValue<SecurityState> vault;
    private Optional<Job<?>> job = Optional.empty();
    private Optional<Instant> due = Optional.empty();
    private String trouble = "";

    /** @param vault tells whether backups are encrypted */
    BackupsViewModel(BackupDesk desk, Hands hands, InstantSource clock, ObservableValue<SecurityState> vault) {
        this.desk = desk;
        this.hands = hands;
        this.clock = clock;
        this.vault = vault;
        vault.addListener((property, before, now) -> headline());
        headline();
    }

    /** What is to be done with a backup once a person has said how. */
    record Ask(What what, BackupRow row) {

        /** What is to be done. */
        enum What {
            VERIFY,
            REHEARSE,
            RESTORE
        }
    }

    /** What a check, a rehearsal or a restore found. */
    record Found(String title, boolean good, List<String> lines) {

        Found {
            lines = List.copyOf(lines);
        }
    }

    private record Read(BackupPlan plan, List<BackupRow> rows, Optional<Instant> due, String trouble) {}

    /** Reads plan and list anew. */
    void read() {
        hands.apart("backups-read", () -> new Read(desk.plan(), desk.list(), desk.due(), desk.trouble()), now -> {
            plan.set(Optional.of(now.plan()));
            rows.set(List.copyOf(now.rows()));
            due = now.due();
            trouble = now.trouble();
            headline();
        }, failure -> outcome.failed(Trouble.of("The backups could not be read", failure, TRADING)));
    }

    private void headline() {
        boolean open = vault.getValue().vault() == VaultState.NONE;
        Optional<BackupRow> newest = rows.get().stream().filter(BackupRow::readable).findFirst();
        String age = newest.map(row -> age(row.made())).orElse("");
        if (!trouble.isEmpty()) {
            headline.set("The backup that was due was not made");
        } else {
            headline.set(newest.isEmpty() ? "No backup yet" : "Last backup " + age + " ago");
        }
        brief.set(!trouble.isEmpty() ? "Not made" : newest.isEmpty() ? "None yet" : age + " ago");
        String guard = open
                ? "There is no passphrase, so backups are not encrypted: whoever gets the file can read it. It holds"
                        + " no keys."
                : "Each is one file with everything of the data folder, encrypted under your passphrase.";
        meaning.set(trouble.isEmpty() ? guard : dotted(trouble) + " Trading goes on. " + guard);
        tone.set(!trouble.isEmpty() ? "is-sell" : newest.isEmpty() || open ? "is-warn" : "is-buy");
        next.set(due.map(at -> "Next one due " + Figures.minute(Panes.nanos(at)) + " UTC")
                .orElse("None is made by itself"));
    }

    private static String dotted(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    /** {@return how long ago something was, in its two largest units} */
    String age(Instant made) {
        return Figures.duration(Math.max(0, Duration.between(made, clock.instant()).toNanos()));
    }

    /** Keeps a plan as typed. */
    void keep(String folder, Every every, String newest) {
        planError.set("");
        Optional<Path> path = path(folder, planError);
        if (path.isEmpty()) {
            return;
        }
        BackupPlan wanted;
        try {
            wanted = new BackupPlan(path.get(), every, Integer.parseInt(newest.strip()));
        } catch (NumberFormatException e) {
            planError.set("'" + newest.strip() + "' is no number of backups; 1 to 1,000 is.");
            return;
        } catch (IllegalArgumentException e) {
            planError.set("Keeping " + newest.strip() + " backups is not possible; 1 to 1,000 are.");
            return;
        }
        outcome.begin("Keeping the plan …");
        hands.apart("backup-plan", () -> {
            desk.plan(wanted);
            return wanted;
        }, done -> {
            outcome.done("Plan kept.");
            read();
        }, failure -> outcome.failed(Trouble.of("The plan was not kept", failure, "The old one stays in force. "
                + TRADING)));
    }

    private static Optional<Path> path(String text, StringProperty error) {
        try {
            if (!text.isBlank()) {
                return Optional.of(Path.of(text.strip()));
            }
            error.set("Name a folder.");
        } catch (InvalidPathException e) {
            error.set("'" + text.strip() + "' is no folder: " + e.getReason() + ".");
        }
        return Optional.empty();
    }

    /** {@return a folder beside the backups that is not there yet, to begin with} */
    String beside(String name) {
        String day = clock.instant().toString().substring(0, 10);
        return plan.get().map(kept -> kept.folder().resolveSibling("tradewind-" + name + "-" + day).toString())
                .orElse("");
    }

    /** Makes a backup now. */
    void create() {
        follow("Backing up", "The backup was not made", desk::create, made -> outcome.done(
                made.file().getFileName() + " made, " + Sizes.of(made.bytes())
                        + (made.encrypted() ? ", encrypted." : ", not encrypted.")));
    }

    /** Asks how something is to be done; a check that needs nothing begins at once. */
    void ask(Ask.What what, BackupRow row) {
        folderError.set("");
        if (what != Ask.What.RESTORE && !row.encrypted()) {
            begin(new Ask(what, row), Optional.empty(), "");
        } else {
            ask.set(Optional.of(new Ask(what, row)));
        }
    }

    /** Leaves the question unanswered. */
    void leave() {
        ask.set(Optional.empty());
    }

    /** Does what was asked about; {@code folder} is where a restore goes. */
    void begin(Ask asked, Optional<Unlock> unlock, String folder) {
        Path file = asked.row().file();
        switch (asked.what()) {
            case VERIFY -> {
                leave();
                follow("Checking " + file.getFileName(), "The check did not end", () -> desk.verify(file, unlock),
                        this::checked);
            }
            case REHEARSE -> {
                leave();
                follow("Rehearsing " + file.getFileName(), "The rehearsal did not end",
                        () -> desk.rehearse(file, unlock), played -> rehearsed(file, played));
            }
            case RESTORE -> path(folder, folderError).ifPresent(target -> {
                leave();
                follow("Restoring " + file.getFileName(), "The backup was not restored",
                        () -> desk.restore(file, target, unlock), made -> restored(file, made));
            });
        }
    }

    private void checked(BackupCheck check) {
        String title = check.file().getFileName() + (check.sound() ? " is sound" : " is damaged");
        found.set(Optional.of(new Found(title, check.sound(), check.findings())));
    }

    private void rehearsed(Path file, Rehearsal played) {
        String title =
                file.getFileName() + (played.passed() ? ": a start from it succeeds" : ": a start from it fails");
        List<String> lines = new ArrayList<>(played.steps());
        lines.add("took " + Figures.duration(played.tookMillis() * NANOS_PER_MILLI));
        found.set(Optional.of(new Found(title, played.passed(), lines)));
    }

    private void restored(Path file, RestoreReceipt made) {
        found.set(Optional.of(new Found(file.getFileName() + " restored", true, List.of(
                Figures.whole(made.files()) + " files, " + Sizes.of(made.bytes()) + ", in " + made.folder(),
                "What runs here is as it was. To look at it: start the program with --data-dir " + made.folder()))));
    }

    /** Writes everything without secrets into a folder. */
    void export(String folder) {
        folderError.set("");
        path(folder, folderError).ifPresent(target -> follow(
                "Exporting", "The export did not end", () -> desk.export(target), made -> outcome.done(
                        Figures.whole(made.files()) + " files, " + Sizes.of(made.bytes()) + ", written to "
                                + made.folder() + ".")));
    }

    /** Ends the running job. */
    void cancel() {
        job.ifPresent(Job::cancel);
    }

    private <T> void follow(String words, String title, Callable<Job<T>> begin, Consumer<T> done) {
        outcome.begin("");
        found.set(Optional.empty());
        going.set(Optional.of(new Going(words, -1, Optional.empty())));
        hands.apart("backup-begin", begin, begun -> follow(words, title, begun, done), failure -> {
            end("");
            outcome.failed(Trouble.of(title, failure, TRADING));
        });
    }

    private <T> void follow(String words, String title, Job<T> begun, Consumer<T> done) {
        job = Optional.of(begun);
        hands.follow(begun, new JobWatch.Listener<T>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                going.set(Optional.of(new Going(words, share, leftNanos)));
            }

            @Override
            public void done(T value) {
                end("");
                done.accept(value);
            }

            @Override
            public void cancelled() {
                end(words + " cancelled; nothing half done was left.");
            }

            @Override
            public void failed(Throwable cause) {
                end("");
                outcome.failed(Trouble.of(title, cause, TRADING));
            }
        });
    }

    private void end(String note) {
        job = Optional.empty();
        going.set(Optional.empty());
        outcome.done(note);
        read();
    }
}
