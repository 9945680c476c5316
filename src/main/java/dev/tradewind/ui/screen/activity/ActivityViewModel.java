package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.activity.ActivityDesk.Cursor;
import dev.tradewind.app.activity.ActivityDesk.ExportReceipt;
import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.app.activity.ActivityDesk.Finding;
import dev.tradewind.app.activity.ActivityDesk.Page;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.app.activity.ActivityDesk.Verdict;
import dev.tradewind.app.job.Job;
import dev.tradewind.monitor.Actor;
import dev.tradewind.ui.widget.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The Activity screen without its nodes. JavaFX thread only. */
final class ActivityViewModel {

    /** Rows of a page. */
    static final int PAGE = 1_000;

    /** More are not shown: a filter finds what is older. */
    static final int MOST = 20_000;

    final ObjectProperty<Optional<Actor>> actor = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Topic>> topic = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Integer>> session = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty text = new SimpleStringProperty("");
    final StringProperty from = new SimpleStringProperty("");
    final StringProperty to = new SimpleStringProperty("");
    final StringProperty timeError = new SimpleStringProperty("");
    final ObjectProperty<List<Integer>> sessions = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<Row>> rows = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<Row>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Verdict>> verdict = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty more = new SimpleBooleanProperty();
    final BooleanProperty busy = new SimpleBooleanProperty();
    final BooleanProperty reading = new SimpleBooleanProperty();
    final StringProperty shown = new SimpleStringProperty("");
    final StringProperty headline = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    final StringProperty trouble = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");

    private final ActivityDesk desk;
    private Optional<Cursor> next = Optional.empty();
    private long checkedNanos;

    ActivityViewModel(ActivityDesk desk) {
        this.desk = desk;
        say();
    }

    /** {@return what is asked for; empty where a time typed is none, which is said then} */
    Optional<Filter> filter() {
        timeError.set("");
        try {
            long begin = TimeField.nanos(from.get(), Long.MIN_VALUE);
            long end = TimeField.nanos(to.get(), Long.MAX_VALUE);
            if (begin >= end) {
                timeError.set("From " + from.get().strip() + " is not before " + to.get().strip() + ".");
                return Optional.empty();
            }
            return Optional.of(new Filter(
                    actor.get().map(Set::of).orElse(Set.of()), topic.get().map(Set::of).orElse(Set.of()), text.get().strip(),
                    session.get(), begin, end, PAGE));
        } catch (IllegalArgumentException e) {
            timeError.set(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** {@return whether anything is filtered out} */
    boolean filtered() {
        return actor.get().isPresent() || topic.get().isPresent() || session.get().isPresent() || !text.get().isBlank()
                || !from.get().isBlank() || !to.get().isBlank();
    }

    /** Shows everything again. */
    void clear() {
        actor.set(Optional.empty());
        topic.set(Optional.empty());
        session.set(Optional.empty());
        text.set("");
        from.set("");
        to.set("");
    }

    /** Reads the sessions there are; not for the JavaFX thread. */
    List<Integer> readSessions() {
        return desk.sessions();
    }

    Job<Page> read(Filter filter) {
        trouble.set("");
        return desk.read(filter);
    }

    /** {@return the rows behind those shown; empty where there are none, or enough are shown} */
    Optional<Job<Page>> readOlder(Filter filter) {
        return next.filter(place -> rows.get().size() < MOST).map(place -> desk.older(filter, place));
    }

    Job<Verdict> verify() {
        trouble.set("");
        note.set("");
        return desk.verify();
    }

    Job<ExportReceipt> export(Filter filter, Path file) {
        trouble.set("");
        note.set("");
        return desk.export(filter, file);
    }

    /** Shows the first page of a filter. */
    void take(Page page) {
        Optional<Row> chosen = selected.get();
        rows.set(page.rows());
        took(page);
        selected.set(chosen.flatMap(row -> page.rows().stream().filter(row::equals).findFirst())
                .or(() -> page.rows().stream().findFirst()));
    }

    /** Shows a further page below those there are. */
    void append(Page page) {
        List<Row> all = new ArrayList<>(rows.get());
        all.addAll(page.rows());
        rows.set(List.copyOf(all));
        took(page);
    }

    private void took(Page page) {
        next = page.next();
        more.set(next.isPresent() && rows.get().size() < MOST);
        if (!page.troubles().isEmpty()) {
            trouble.set(String.join(" ", page.troubles()));
        }
        say();
    }

    /** A check ended. */
    void checked(Verdict found, long atNanos) {
        checkedNanos = atNanos;
        verdict.set(Optional.of(found));
        say();
    }

    /** An export ended. */
    void exported(ExportReceipt receipt) {
        note.set(Figures.whole(receipt.rows()) + (receipt.rows() == 1 ? " row" : " rows") + " written to " + receipt.file());
    }

    /** Something did not work. */
    void failed(String what, Throwable cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        trouble.set(what + ": " + why);
    }

    private void say() {
        int count = rows.get().size();
        shown.set(count == 0
                ? ""
                : Figures.whole(count) + (count == 1 ? " row" : " rows") + (next.isEmpty()
                        ? ", all there are"
                        : more.get() ? ", older ones follow" : "; narrow the filter to see older ones"));
        Optional<Verdict> found = verdict.get();
        if (found.isEmpty()) {
            tone.set("");
            headline.set("Everything that was done");
            meaning.set("Settings, keys, sessions, commands, orders and decisions, the newest first. Not checked since the"
                    + " terminal opened.");
            return;
        }
        Verdict checked = found.get();
        long wrong = checked.findings().stream().filter(finding -> !finding.sound()).count();
        tone.set(checked.sound() ? "is-buy" : "is-sell");
        headline.set(checked.sound()
                ? "All is as it was written"
                : Figures.whole(wrong) + (wrong == 1 ? " thing is" : " things are") + " not as it was written");
        long sessionsChecked = Math.max(0, checked.findings().size() - 1);
        meaning.set(Figures.whole(checked.rows()) + " rows of the trail and of " + Figures.whole(sessionsChecked)
                + (sessionsChecked == 1 ? " journal" : " journals") + " checked at " + Figures.clock(checkedNanos)
                + " UTC" + (checked.sound()
                        ? ": every row whole, every chain unbroken, every journal the one the trail was tied to."
                        : ". Running sessions and orders are not touched. Compare with your last backup:"));
    }

    /** {@return what is wrong, for the head} */
    List<String> wrongs() {
        return verdict.get().map(found -> found.findings().stream()
                        .filter(finding -> !finding.sound())
                        .map(Finding::words)
                        .toList())
                .orElse(List.of());
    }

    /** {@return whether the chosen row's source passed the check, in words} */
    String standing(Row row) {
        if (verdict.get().isEmpty()) {
            return "Not checked since the terminal opened";
        }
        String source = ActivityWords.capital(row.source()) + ":";
        boolean trail = row.source().equals("audit");
        boolean wrong = verdict.get().get().findings().stream()
                .anyMatch(finding -> !finding.sound()
                        && (finding.words().startsWith(source) || trail && finding.words().startsWith("The audit trail")));
        return wrong ? "✕ Its source is not as it was written" : "✓ As it was written, its chain unbroken";
    }

    /** {@return the tone of that} */
    String standingTone(Row row) {
        return verdict.get().isEmpty() ? "is-faint" : standing(row).startsWith("✓") ? "is-buy" : "is-sell";
    }
}
