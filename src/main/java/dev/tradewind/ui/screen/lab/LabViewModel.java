package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.LabDesk.Format;
import dev.tradewind.app.LabDesk.History;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.job.Job;
import dev.tradewind.backtest.RunStore.Kept;
import dev.tradewind.bot.BotType;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.PresetModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the Lab shows and does: the set-up, the run that goes on, its report, the runs kept, those compared. Holds no
 * nodes; JavaFX thread only. What blocks is done by its {@link Hands}.
 */
final class LabViewModel {

    private static final int MOST_LISTED = 200;

    /** What fills the screen. */
    enum Page {
        SETUP,
        REPORT,
        COMPARE
    }

    /** Something that went wrong: what happened, and what to do. */
    record Trouble(String title, String line) {}

    /** Work that goes on. */
    record Going(String words, Job<?> job, double share, Optional<Long> leftNanos) {}

    final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.SETUP);
    final ObjectProperty<SetupModel> setup;
    final ObjectProperty<List<History>> histories = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<Kept>> kept = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<Going>> going = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Trouble>> trouble = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<ReportModel>> report = new SimpleObjectProperty<>(Optional.empty());
    final CompareModel compare;
    final SearchModel search;

    private final LabDesk desk;
    private final Hands hands;
    private final Consumer<String> say;
    private final List<History> files = new ArrayList<>();
    private boolean read;

    LabViewModel(LabDesk desk, Hands hands, Consumer<String> say) {
        this.desk = desk;
        this.hands = hands;
        this.say = say;
        this.compare = new CompareModel(desk, hands);
        this.search = new SearchModel(desk, hands);
        BotType first = desk.botTypes().getFirst();
        setup = new SimpleObjectProperty<>(new SetupModel(first, Map.of()).of(first));
    }

    /** The screen shows: what can be played is looked up the first time, the runs kept each time. */
    void shown() {
        if (!read) {
            read = true;
            hands.apart("lab-histories", desk::histories, this::take, this::noHistories);
        }
        refresh();
    }

    private void noHistories(Exception e) {
        trouble.set(Optional.of(new Trouble(
                "What is stored cannot be read", said(e) + " Choose a file instead, or mend it on the Data screen.")));
    }

    private void take(List<History> found) {
        List<History> all = new ArrayList<>(files);
        all.addAll(found);
        histories.set(List.copyOf(all));
        if (setup.get().history.get().isEmpty() && !all.isEmpty()) {
            setup.get().choose(all.getFirst());
        }
    }

    private void refresh() {
        hands.apart("lab-runs", () -> desk.runs(MOST_LISTED), kept::set, e -> trouble.set(Optional.of(new Trouble(
                "The runs kept cannot be read", said(e) + " New runs can still be made."))));
    }

    /** Reads a file and chooses it. */
    void addFile(Path file) {
        trouble.set(Optional.empty());
        hands.apart("lab-file", () -> desk.history(file), history -> {
            files.removeIf(known -> known.market().equals(history.market()));
            files.addFirst(history);
            List<History> all = new ArrayList<>(histories.get());
            all.removeIf(known -> known.market().equals(history.market()));
            all.addFirst(history);
            histories.set(List.copyOf(all));
            setup.get().choose(history);
        }, e -> trouble.set(Optional.of(new Trouble("The file was not taken", said(e) + " Nothing was changed."))));
    }

    List<BotType> botTypes() {
        return desk.botTypes();
    }

    /** Goes on with another kind of bot; data and terms stay. */
    void type(BotType type) {
        setup.set(setup.get().of(type));
    }

    /** {@return the person's own presets of the set-up's kind of bot} */
    PresetModel presets() {
        SetupModel form = setup.get();
        return new PresetModel(desk.presets(), form.type.id(), form::texts, form::fill);
    }

    /** Plays the set-up; does nothing while something blocks it or another run goes on. */
    void run() {
        if (going.get().isEmpty()) {
            setup.get().setup().ifPresent(this::run);
        }
    }

    private void run(RunSetup wanted) {
        trouble.set(Optional.empty());
        Job<Run> job = desk.run(wanted, setup.get().thorough.get());
        String words = "Playing " + wanted.name();
        going.set(Optional.of(new Going(words, job, -1, Optional.empty())));
        hands.follow(job, new JobWatch.Listener<>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                going.set(Optional.of(new Going(words, job, share, leftNanos)));
            }

            @Override
            public void done(Run run) {
                going.set(Optional.empty());
                say.accept(run.report().title() + " is run " + run.number());
                open(run);
                refresh();
            }

            @Override
            public void cancelled() {
                going.set(Optional.empty());
                say.accept("Run cancelled; nothing was kept");
            }

            @Override
            public void failed(Throwable cause) {
                going.set(Optional.empty());
                trouble.set(Optional.of(new Trouble("The run could not be made", said(cause) + " Nothing was kept.")));
            }
        });
    }

    /** Ends the run that goes on. */
    void cancel() {
        going.get().ifPresent(now -> now.job().cancel());
    }

    private void open(Run run) {
        hands.apart("lab-report", () -> ReportModel.of(run, RunTerms.of(run.report().setup())), model -> {
            report.set(Optional.of(model));
            compare.showing(model);
            search.over(model);
            page.set(Page.REPORT);
        }, e -> trouble.set(Optional.of(new Trouble("The report cannot be shown", said(e)))));
    }

    /** Shows a run kept. */
    void open(int number) {
        trouble.set(Optional.empty());
        hands.apart("lab-load", () -> desk.load(number), run -> run.ifPresentOrElse(this::open, () -> {
            trouble.set(Optional.of(new Trouble("Run " + number + " is not there any more",
                    "It was dropped meanwhile.")));
            refresh();
        }), e -> trouble.set(Optional.of(new Trouble("Run " + number + " cannot be read", said(e)))));
    }

    /** Drops a run kept. */
    void drop(int number) {
        hands.apart("lab-drop", () -> desk.drop(number), dropped -> {
            compare.remove(number);
            report.get().filter(shown -> shown.number() == number).ifPresent(shown -> {
                report.set(Optional.empty());
                page.set(Page.SETUP);
            });
            say.accept("Run " + number + " was dropped");
            refresh();
        }, e -> trouble.set(Optional.of(new Trouble("Run " + number + " was not dropped", said(e)))));
    }

    /** Puts the shown run's set-up into the form and goes there. */
    void editSetup() {
        report.get().ifPresent(shown -> fill(shown.report().setup(), Map.of()));
    }

    /** Puts the shown run's set-up with other values into the form and goes there. */
    void takeParams(Map<String, String> found) {
        report.get().ifPresent(shown -> fill(shown.report().setup(), found));
    }

    private void fill(String json, Map<String, String> found) {
        try {
            Optional<SetupModel> form = SetupModel.of(RunSetup.ofJson(json), histories.get());
            if (form.isEmpty()) {
                say.accept("This run has more than the form can hold; play it again from the command line");
                return;
            }
            form.get().take(found);
            setup.set(form.get());
            page.set(Page.SETUP);
        } catch (IllegalArgumentException e) {
            say.accept("The set-up cannot be read any more: " + said(e));
        }
    }

    /** Writes the shown run. */
    void export(Format format, Path file) {
        Optional<ReportModel> shown = report.get();
        if (shown.isEmpty() || going.get().isPresent()) {
            return;
        }
        Job<List<String>> job = desk.export(shown.get().run(), format, file);
        String words = "Writing " + file.getFileName();
        going.set(Optional.of(new Going(words, job, -1, Optional.empty())));
        hands.follow(job, new JobWatch.Listener<>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                going.set(Optional.of(new Going(words, job, share, leftNanos)));
            }

            @Override
            public void done(List<String> lines) {
                going.set(Optional.empty());
                say.accept(String.join(", ", lines));
            }

            @Override
            public void cancelled() {
                going.set(Optional.empty());
                say.accept("Cancelled; nothing was written");
            }

            @Override
            public void failed(Throwable cause) {
                going.set(Optional.empty());
                trouble.set(Optional.of(new Trouble("The run was not written", said(cause)
                        + " Choose another place.")));
            }
        });
    }

    /** {@return what a run kept says in one line} */
    static String line(Kept run) {
        return "#" + run.number() + " " + run.title() + "  " + Words.change(run.totalReturn(), 1) + ", Sharpe "
                + Figures.fixed(run.sharpe(), 2);
    }

    static String said(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.endsWith(".") ? message : message + ".";
    }
}
