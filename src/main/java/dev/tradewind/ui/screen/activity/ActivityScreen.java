package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.activity.ActivityDesk.Page;
import dev.tradewind.app.job.Job;
import dev.tradewind.ui.fx.Background;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.JobBar;
import java.io.File;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What was done in the data folder, by whom, and whether the record of it is whole. */
public final class ActivityScreen implements Screen, ActivityActions {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR =
            new ScreenDescriptor("activity", "Activity", Icon.HISTORY, ActivityScreen::new);

    /** Below this width, in pixels at 100 % text, the chosen row goes under the table. */
    private static final double NARROW = 980;

    private static final Duration QUIET = Duration.millis(250);

    private final ActivityViewModel model;
    private final Theme theme;
    private final Consumer<String> say;
    private final Clock clock;
    private final JobBar bar = new JobBar("activity-job");
    private final VBox root = new VBox();
    private final RowTable table;
    private final VBox detail;
    private final ActivityHead head;
    private final FilterBar filters;
    private final PauseTransition typing = new PauseTransition(QUIET);
    private @Nullable Job<Page> running;
    private boolean narrow;

    /** The screen; it reads when it is shown. */
    public ActivityScreen(ScreenContext context) {
        this(context.desks().activity(), context.theme(), context.say(), Clock.systemUTC());
    }

    ActivityScreen(ActivityDesk desk, Theme theme, Consumer<String> say, Clock clock) {
        this.theme = theme;
        this.say = say;
        this.clock = clock;
        model = new ActivityViewModel(desk);
        head = new ActivityHead(model, this, bar);
        filters = new FilterBar(model, this);
        table = new RowTable(model, this, theme);
        detail = new RowDetail(model);
        HBox.setHgrow(table, Priority.ALWAYS);
        typing.setOnFinished(event -> read());
        root.setId("activity-screen");
        root.getStyleClass().addAll("gutter", "spacing-4", "activity");
        root.getStylesheets().add(sheet());
        root.widthProperty().addListener((property, before, now) -> arrange());
        theme.appearanceProperty().addListener((property, before, now) -> arrange());
        arrange(false);
    }

    private static String sheet() {
        URL resource = ActivityScreen.class.getResource("activity.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet activity.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    private void arrange() {
        double scale = theme.rootPixels() / Theme.ROOT_PIXELS;
        boolean wanted = root.getWidth() / scale < NARROW;
        if (root.getWidth() > 0 && wanted != narrow) {
            arrange(wanted);
        }
    }

    private void arrange(boolean wanted) {
        narrow = wanted;
        table.narrow(wanted);
        root.getStyleClass().remove("narrow");
        root.getChildren().clear();
        if (narrow) {
            root.getStyleClass().add("narrow");
            root.getChildren().addAll(head, filters, table, detail);
            return;
        }
        HBox both = new HBox(table, detail);
        both.getStyleClass().add("spacing-4");
        VBox.setVgrow(both, Priority.ALWAYS);
        root.getChildren().addAll(head, filters, both);
    }

    @Override
    public void filter() {
        typing.playFromStart();
    }

    @Override
    public void clear() {
        model.clear();
        filter();
    }

    private void read() {
        typing.stop();
        model.filter().ifPresent(wanted -> follow(model.read(wanted), model::take));
    }

    @Override
    public void older() {
        model.filter().flatMap(model::readOlder).ifPresent(job -> follow(job, model::append));
    }

    /** A reading takes the place of one that still runs. */
    private void follow(Job<Page> job, Consumer<Page> taken) {
        Job<Page> before = running;
        if (before != null) {
            before.cancel();
        }
        running = job;
        model.reading.set(true);
        JobWatch.follow(job, new JobWatch.Listener<Page>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                // the table's foot says that it reads
            }

            @Override
            public void done(Page page) {
                if (ended()) {
                    taken.accept(page);
                }
            }

            @Override
            public void cancelled() {
                ended();
            }

            @Override
            public void failed(Throwable cause) {
                if (ended()) {
                    model.failed("It could not be read", cause);
                }
            }

            private boolean ended() {
                if (running != job) {
                    return false;
                }
                running = null;
                model.reading.set(false);
                return true;
            }
        });
    }

    @Override
    public void verify() {
        work("Checking trail and journals", "The check could not be made", model.verify(), found -> {
            Instant now = clock.instant();
            model.checked(found, now.getEpochSecond() * 1_000_000_000L + now.getNano());
            say.accept(model.headline.get());
        });
    }

    @Override
    public void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export what was done");
        chooser.setInitialFileName("activity.csv");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("CSV", "*.csv"), new FileChooser.ExtensionFilter("JSON lines", "*.jsonl"));
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.filter().ifPresent(wanted -> work(
                    "Exporting", "The export failed", model.export(wanted, file.toPath()), model::exported));
        }
    }

    private <T> void work(String words, String trouble, Job<T> job, Consumer<T> done) {
        model.busy.set(true);
        bar.begin(words, job::cancel);
        JobWatch.follow(job, new JobWatch.Listener<T>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                bar.at(share, leftNanos);
            }

            @Override
            public void done(T value) {
                end();
                done.accept(value);
            }

            @Override
            public void cancelled() {
                end();
                model.note.set(words + " cancelled. Nothing was changed.");
            }

            @Override
            public void failed(Throwable cause) {
                end();
                model.failed(trouble, cause);
            }
        });
    }

    private void end() {
        bar.end();
        model.busy.set(false);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        Background.run("activity-sessions", model::readSessions, model.sessions::set,
                failure -> model.failed("The sessions could not be listed", failure));
        read();
    }

    @Override
    public void hidden() {
        typing.stop();
    }

    ActivityViewModel model() {
        return model;
    }
}
