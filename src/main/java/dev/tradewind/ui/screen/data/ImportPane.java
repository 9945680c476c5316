package dev.tradewind.ui.screen.data;

import dev.tradewind.app.DataDesk.BadRow;
import dev.tradewind.app.DataDesk.FormatChoice;
import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Files to take in, how, and what came of them. Files may be dropped on it. */
final class ImportPane extends VBox {

    private static final int SHOWN_BAD = 8;

    private final DataViewModel model;
    private final Label chosen = Labels.wrapped("", "t-secondary");
    private final VBox results = new VBox();

    ImportPane(DataViewModel model, DataActions actions) {
        this.model = model;
        getStyleClass().addAll("pane", "data-import");
        HBox head = new HBox(Labels.of("Import", "t-pane"), Labels.spring(), Labels.of("CSV, JSON, gzip, zip", "t-label"));
        head.getStyleClass().add("pane-head");
        VBox drop = new VBox(new IconView(Icon.INBOX, "icon-20", "is-faint"), chosen);
        drop.getStyleClass().add("drop-zone");
        drop.setOnDragOver(this::over);
        drop.setOnDragDropped(this::dropped);
        drop.setOnMouseClicked(event -> actions.chooseFiles());
        Button take = Buttons.of("Import", actions::importFiles, "primary");
        take.setId("data-import");
        take.disableProperty().bind(model.busy.or(model.asError.isNotEmpty()).or(model.files.isEqualTo(List.of())));
        CheckBox repair = new CheckBox("Drop bad rows and count them");
        repair.setId("data-repair-rows");
        repair.selectedProperty().bindBidirectional(model.repair);
        Label error = Labels.wrapped("", "field-error");
        error.textProperty().bind(model.asError);
        error.visibleProperty().bind(model.asError.isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        VBox fields = new VBox(
                drop, labelled("Format", formats()), labelled("Store as", name()), error, repair,
                Labels.wrapped("Without this, the first bad row refuses the whole file.", "t-label"),
                new HBox(Labels.spring(), take));
        fields.getStyleClass().addAll("data-fields", "spacing-8");
        results.getStyleClass().addAll("data-results", "spacing-8");
        ScrollPane scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("data-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, fields, Labels.rule(), scroll);
        model.files.addListener((property, before, now) -> showFiles());
        model.receipts.addListener((property, before, now) -> showResults());
        showFiles();
        showResults();
    }

    private ComboBox<FormatChoice> formats() {
        ComboBox<FormatChoice> box = new ComboBox<>();
        box.setId("data-format");
        box.getItems().setAll(model.formats());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(FormatChoice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public FormatChoice fromString(String text) {
                return DataViewModel.BY_CONTENT;
            }
        });
        box.valueProperty().bindBidirectional(model.format);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private TextField name() {
        TextField field = new TextField();
        field.setId("data-as");
        field.setPromptText("told by the file, or binance:BTCUSDT:1m");
        field.textProperty().bindBidirectional(model.as);
        return field;
    }

    private static Node labelled(String words, Node field) {
        Label label = Labels.of(words, "t-label");
        label.getStyleClass().add("data-label");
        HBox row = new HBox(label, field);
        row.getStyleClass().addAll("spacing-8", "data-field-row");
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && !model.busy.get()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.files.set(event.getDragboard().getFiles().stream().map(file -> file.toPath()).toList());
            event.setDropCompleted(true);
        }
        event.consume();
    }

    private void showFiles() {
        List<Path> files = model.files.get();
        chosen.setText(files.isEmpty()
                ? "Drop files here, or click to choose them"
                : files.stream().limit(4).map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(", "))
                        + (files.size() > 4 ? " and " + (files.size() - 4) + " more" : ""));
    }

    private void showResults() {
        results.getChildren().clear();
        for (ImportReceipt receipt : model.receipts.get()) {
            results.getChildren().add(result(receipt));
        }
        if (model.receipts.get().isEmpty()) {
            results.getChildren().add(Labels.wrapped(
                    "What an import came to is shown here: rows added, alike and revised, bad rows with their lines.",
                    "t-label"));
        }
    }

    private static Node result(ImportReceipt receipt) {
        HBox head = new HBox(
                new IconView(receipt.bad() == 0 ? Icon.CHECK : Icon.LOOK, receipt.bad() == 0 ? "is-buy" : "is-warn"),
                Labels.of(receipt.key().toString(), "t-strong"), Labels.spring(), Labels.of(receipt.format(), "t-label"));
        head.getStyleClass().add("spacing-8");
        VBox box = new VBox(head, Labels.wrapped(receipt.file(), "t-label"), Labels.wrapped(words(receipt), "t-secondary"));
        box.getStyleClass().addAll("inset-box", "spacing-4");
        for (BadRow bad : receipt.listed().subList(0, Math.min(SHOWN_BAD, receipt.listed().size()))) {
            box.getChildren().add(Labels.wrapped(
                    (bad.line() > 0 ? "Line " + Figures.whole(bad.line()) + ": " : "") + bad.why(), "field-error"));
        }
        if (receipt.bad() > SHOWN_BAD) {
            box.getChildren().add(Labels.of("and " + Figures.whole(receipt.bad() - SHOWN_BAD) + " more", "t-label"));
        }
        return box;
    }

    private static String words(ImportReceipt receipt) {
        String text = Figures.whole(receipt.rows()) + " rows: " + Figures.whole(receipt.added()) + " added, "
                + Figures.whole(receipt.same()) + " alike, " + Figures.whole(receipt.revised()) + " revised";
        if (receipt.bad() > 0) {
            text += ", " + Figures.whole(receipt.bad()) + " bad dropped";
        }
        if (receipt.missing() > 0) {
            text += "; " + Figures.whole(receipt.missing()) + " missing in " + Figures.whole(receipt.gaps()) + " gaps";
        }
        return receipt.rounded() == 0 ? text : text + "; " + Figures.whole(receipt.rounded()) + " volumes rounded to a lot";
    }
}
