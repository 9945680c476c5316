package dev.tradewind.ui.screen.start;

import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.JobBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.SecretField;
import dev.tradewind.ui.widget.Segments;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Which backup, into which folder, opened by what; then how far it is, and what to start. JavaFX thread only. */
final class RestoreView extends VBox {

    private static final BigDecimal MEGA = BigDecimal.valueOf(1_000_000);

    private final RestoreModel model;
    private final SecretField secret = new SecretField("Passphrase or recovery code of the backup");
    private final VBox outcome = new VBox();
    private final JobBar bar = new JobBar("restore-bar");
    private final Button go = Buttons.of("Restore", this::restore, "primary");

    /** @param back shows the start page again */
    RestoreView(RestoreModel model, Runnable back) {
        this.model = model;
        setId("restore");
        getStyleClass().add("restore");
        secret.setId("restore-secret");
        secret.prompt("Leave empty if the backup is not encrypted");
        secret.onEnter(this::restore);
        go.setId("restore-go");
        go.disableProperty().bind(model.busy);
        Button leave = Buttons.of("Back", back, "quiet");
        leave.setId("restore-back");
        leave.disableProperty().bind(model.busy);
        HBox foot = new HBox(go, leave);
        foot.getStyleClass().add("prompt-foot");
        getChildren().addAll(
                new VBox(Labels.of("Restore a backup", "t-title"), Labels.wrapped(
                        "Everything of another machine's data folder, as of the backup, in a new folder here. What is open now stays as it is.",
                        "t-secondary", "t-point")),
                ParamForm.stack("Backup", place(model.file, "No file chosen", "restore-file", this::chooseFile), null, ""),
                ParamForm.stack("New folder", place(model.folder, "", "restore-folder", this::chooseFolder), null, ""),
                opener(), bar, outcome, foot);
        model.busy.addListener((property, old, now) -> busy(now));
        model.share.addListener((property, old, now) -> bar.at(now.doubleValue(), model.leftNanos.get()));
        model.trouble.addListener((property, old, now) -> show());
        model.restored.addListener((property, old, now) -> show());
        outcome.managedProperty().bind(outcome.visibleProperty());
        show();
    }

    private Node place(ObjectProperty<? extends @Nullable Path> path, String empty, String id, Runnable choose) {
        Label name = new Label();
        name.setId(id + "-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Runnable refresh = () -> {
            Path now = path.get();
            name.setText(now == null ? empty : now.toString());
            name.getStyleClass().setAll("label", "t-field", now == null ? "t-faint" : "restore-path");
        };
        path.addListener((property, old, now) -> refresh.run());
        refresh.run();
        Button button = Buttons.of("Choose…", choose, "quiet", "small");
        button.setId(id);
        button.disableProperty().bind(model.busy);
        HBox row = new HBox(name, button);
        row.getStyleClass().addAll("field", "restore-place");
        return row;
    }

    private Node opener() {
        Segments<Boolean> way = new Segments<>(List.of(false, true), code -> code ? "Recovery code" : "Passphrase", false);
        way.setId("restore-way");
        way.select(false);
        way.onChoice(model.recoveryCode::set);
        HBox.setHgrow(secret, Priority.ALWAYS);
        HBox row = new HBox(way, secret);
        row.getStyleClass().add("unlock-line");
        Node keyFile = place(model.keyFile, "No key file; choose it if the passphrase needs one", "restore-key-file",
                () -> choose("Choose the key file", model.keyFile::set));
        keyFile.visibleProperty().bind(model.recoveryCode.not());
        keyFile.managedProperty().bind(keyFile.visibleProperty());
        VBox box = new VBox(ParamForm.stack("Opened by", row, null, ""), keyFile);
        box.getStyleClass().add("unlock-part");
        return box;
    }

    private void chooseFile() {
        choose("Choose the backup", model.file::set);
    }

    private void choose(String title, Consumer<Path> taken) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            taken.accept(chosen.toPath());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose an empty folder");
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folder.set(chosen.toPath());
        }
    }

    private void restore() {
        if (!model.busy.get()) {
            model.restore(secret.take());
        }
    }

    private void busy(boolean now) {
        if (now) {
            bar.begin("Restoring", model::cancel);
        } else {
            bar.end();
        }
    }

    private void show() {
        outcome.getChildren().clear();
        RestoreReceipt receipt = model.restored.get();
        if (!model.trouble.get().isEmpty()) {
            Label words = Labels.wrapped(model.trouble.get(), "field-error");
            words.setId("restore-trouble");
            outcome.getChildren().add(words);
        } else if (receipt != null) {
            outcome.getChildren().add(done(receipt));
        }
        outcome.setVisible(!outcome.getChildren().isEmpty());
    }

    private Node done(RestoreReceipt receipt) {
        HBox head = new HBox(new IconView(Icon.CHECK, "icon-16", "is-buy"), Labels.of("Restored", "t-strong"));
        head.getStyleClass().add("spacing-8");
        String size = Figures.fixed(BigDecimal.valueOf(receipt.bytes()).divide(MEGA), 1) + " MB";
        Label line = Labels.wrapped(
                Figures.whole(receipt.files()) + " files, " + size + ", in " + receipt.folder()
                        + ". Close this window and start the terminal there:", "t-secondary");
        Label command = Labels.wrapped(model.command(), "t-mono");
        command.setId("restore-command");
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        Button copy = Buttons.icon(Icon.COPY, "Copy the command", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.command());
            Clipboard.getSystemClipboard().setContent(content);
        }, "small");
        HBox row = new HBox(command, copy);
        row.getStyleClass().addAll("inset-box", "restore-place");
        VBox box = new VBox(head, line, row);
        box.setId("restore-done");
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().add("unlock-part");
        return box;
    }
}
