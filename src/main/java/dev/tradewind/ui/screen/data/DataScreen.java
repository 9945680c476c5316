package dev.tradewind.ui.screen.data;

import dev.tradewind.app.DataDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.ui.fx.Background;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import java.io.File;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** What is stored of markets, and all that can be done with it. One job at a time. */
public final class DataScreen implements Screen, DataActions {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR = new ScreenDescriptor("data", "Data", Icon.DATABASE, DataScreen::new);

    /** Below this width, in pixels at 100 % text, import and retention go under the tables. */
    private static final double NARROW = 980;

    private final DataViewModel model;
    private final Theme theme;
    private final Consumer<String> say;
    private final JobBar bar = new JobBar("data-job");
    private final VBox root = new VBox();
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final Node head;
    private boolean narrow;

    /** The screen; it reads the store when it is shown. */
    public DataScreen(ScreenContext context) {
        this(context.desks().data(), context.theme(), context.say());
    }

    DataScreen(DataDesk desk, Theme theme, Consumer<String> say) {
        this.theme = theme;
        this.say = say;
        model = new DataViewModel(desk);
        Button first = Buttons.of("Import files…", this::chooseFiles, "primary");
        first.setId("data-first");
        SeriesTables tables = new SeriesTables(model, theme, first);
        head = new DataHead(model, this, bar);
        left.getChildren().addAll(stored(tables), new SeriesDetail(model, this, theme, tables.findings()));
        left.getStyleClass().add("data-column");
        right.getChildren().addAll(new ImportPane(model, this), new RetentionPane(model, this));
        right.getStyleClass().addAll("data-column", "data-side");
        VBox.setVgrow(right.getChildren().getFirst(), Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        root.setId("data-screen");
        root.getStyleClass().addAll("gutter", "spacing-4", "data");
        root.getStylesheets().add(sheet());
        root.widthProperty().addListener((property, before, now) -> arrange());
        theme.appearanceProperty().addListener((property, before, now) -> arrange());
        arrange(false);
    }

    private static VBox stored(SeriesTables tables) {
        HBox title = new HBox(Labels.of("Stored series", "t-pane"), Labels.spring(), Labels.of("times in UTC", "t-label"));
        title.getStyleClass().add("pane-head");
        VBox.setVgrow(tables.series(), Priority.ALWAYS);
        VBox pane = new VBox(title, tables.series());
        pane.getStyleClass().addAll("pane", "data-stored");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
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
        root.getStyleClass().remove("narrow");
        root.getChildren().clear();
        if (narrow) {
            root.getStyleClass().add("narrow");
            root.getChildren().addAll(head, left, right);
            return;
        }
        HBox both = new HBox(left, right);
        both.getStyleClass().add("spacing-4");
        VBox.setVgrow(both, Priority.ALWAYS);
        root.getChildren().addAll(head, both);
    }

    private static String sheet() {
        URL resource = DataScreen.class.getResource("data.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet data.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    private void read() {
        Background.run("data-read", model::read, model::take, failure -> model.failed("The store could not be read", failure));
    }

    @Override
    public void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import market data");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Market data", "*.csv", "*.gz", "*.zip", "*.json", "*.txt"),
                new FileChooser.ExtensionFilter("All files", "*.*"));
        List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null && !files.isEmpty()) {
            model.files.set(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void importFiles() {
        String words = model.files.get().size() == 1 ? "Importing" : "Importing " + model.files.get().size() + " files";
        model.importFiles().ifPresent(job -> follow(words, "The import was refused", job, made -> {
            model.imported(made);
            say.accept("Imported " + Figures.whole(made.stream().mapToLong(receipt -> receipt.rows()).sum()) + " rows");
            read();
        }));
    }

    @Override
    public void checkAll() {
        check(new ArrayDeque<>(model.keys()));
    }

    private void check(Deque<SeriesKey> rest) {
        SeriesKey key = rest.poll();
        if (key != null) {
            follow("Checking " + key, "The check failed", model.check(key, false), check -> {
                model.checked(check);
                check(rest);
            });
        }
    }

    @Override
    public void check(boolean mend) {
        model.selected.get().ifPresent(line -> {
            Job<SeriesCheck> job = model.check(line.key(), mend);
            follow((mend ? "Repairing " : "Checking ") + line.key(), mend ? "The repair failed" : "The check failed", job, check -> {
                model.checked(check);
                if (mend) {
                    read();
                }
            });
        });
    }

    @Override
    public void export() {
        model.selected.get().ifPresent(line -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Export " + line.key());
            chooser.setInitialFileName(line.key().symbol().replace('/', '-') + "-" + line.kind() + ".csv.gz");
            File file = chooser.showSaveDialog(root.getScene().getWindow());
            if (file != null) {
                follow("Exporting " + line.key(), "The export failed", model.export(line, file.toPath()),
                        receipt -> model.note.set(Figures.whole(receipt.rows()) + " rows written to " + file
                                + (receipt.replaced() ? ", which was replaced" : "")));
            }
        });
    }

    @Override
    public void drop() {
        model.selected.get().ifPresent(line -> off("The series could not be dropped", () -> model.drop(line.key()),
                rows -> {
                    model.note.set(line.key() + " dropped: " + Figures.whole(rows) + " rows");
                    read();
                }));
    }

    @Override
    public void keepRule() {
        model.typedRule().ifPresent(rule -> off("The rule was not kept", () -> {
            model.retain(rule.timeframe(), Optional.of(rule.days()));
            return rule;
        }, kept -> {
            model.days.set("");
            read();
        }));
    }

    @Override
    public void liftRule(Retention rule) {
        off("The rule was not lifted", () -> {
            model.retain(rule.timeframe(), Optional.empty());
            return rule;
        }, lifted -> read());
    }

    @Override
    public void applyRules() {
        follow("Applying retention", "Retention could not be applied", model.applyRetention(), rows -> {
            model.note.set(Figures.whole(rows) + " rows older than the rules were dropped");
            read();
        });
    }

    private <T> void off(String trouble, Callable<T> work, Consumer<T> done) {
        model.trouble.set("");
        Background.run("data-work", work, done, failure -> model.failed(trouble, failure));
    }

    private <T> void follow(String words, String trouble, Job<T> job, Consumer<T> done) {
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
                model.note.set(words + " cancelled. What was stored is as it was.");
                read();
            }

            @Override
            public void failed(Throwable cause) {
                end();
                model.failed(trouble, cause);
                read();
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
        read();
    }

    @Override
    public void hidden() {
        // a running job goes on; its end is shown when the screen comes back
    }

    DataViewModel model() {
        return model;
    }
}
