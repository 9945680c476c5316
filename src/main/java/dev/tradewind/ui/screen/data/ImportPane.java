package dev.tradewind.ui.screen.data;

import dev.tradewind.app.DataDesk.FormatChoice;
import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.marketdata.BadRows.BadRow;
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
        List<BadRow> bad = receipt.bad().rows();
        long dropped = receipt.bad().dropped();
        HBox head = new HBox(
                new IconView(dropped == 0 ? Icon.CHECK : Icon.LOOK, dropped == 0 ? "is-buy" : "is-warn"),
                Labels.of(receipt.key().toString(), "t-strong"));
        head.getStyleClass().add("spacing-8");
        VBox box = new VBox(head, Labels.wrapped(receipt.file() + ", " + receipt.format().label(), "t-label"),
                Labels.wrapped(words(receipt), "t-secondary"));
        box.getStyleClass().addAll("inset-box", "spacing-4");
        int shown = Math.min(SHOWN_BAD, bad.size());
        for (BadRow row : bad.subList(0, shown)) {
            box.getChildren().add(Labels.wrapped("Line " + Figures.whole(row.line()) + ": " + row.reason(), "field-error"));
        }
        if (dropped > shown) {
            box.getChildren().add(Labels.of("and " + Figures.whole(dropped - shown) + " more", "t-label"));
        }
        return box;
    }

    private static String words(ImportReceipt receipt) {
        StringBuilder text = new StringBuilder(Figures.whole(receipt.rows())).append(" rows: ");
        text.append(Figures.whole(receipt.added())).append(" added, ").append(Figures.whole(receipt.same()));
        text.append(" alike, ").append(Figures.whole(receipt.revised())).append(" revised");
        add(text, receipt.bad().dropped(), "bad dropped");
        add(text, receipt.bad().sorted(), "sorted in");
        add(text, receipt.withoutQuantity(), "without a quantity left out");
        add(text, receipt.rounded(), "volumes rounded to a lot");
        if (receipt.missing() > 0) {
            add(text, receipt.missing(), "missing in " + Figures.whole(receipt.gaps()) + (receipt.gaps() == 1 ? " gap" : " gaps"));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(", ").append(Figures.whole(number)).append(' ').append(what);
        }
    }
}
