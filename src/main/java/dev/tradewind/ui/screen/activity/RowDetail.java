package dev.tradewind.ui.screen.activity;

import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The chosen row in full: who did what when, before and after, and where it stands. */
final class RowDetail extends VBox {

    private final ActivityViewModel model;
    private final VBox body = new VBox();

    RowDetail(ActivityViewModel model) {
        this.model = model;
        getStyleClass().addAll("pane", "activity-detail");
        HBox head = new HBox(Labels.of("Chosen row", "t-pane"));
        head.getStyleClass().add("pane-head");
        body.getStyleClass().addAll("activity-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.selected.addListener((property, before, now) -> show(now));
        model.verdict.addListener((property, before, now) -> show(model.selected.get()));
        show(model.selected.get());
    }

    private void show(Optional<Row> chosen) {
        body.getChildren().clear();
        if (chosen.isEmpty()) {
            body.getChildren().add(Labels.wrapped("Choose a row to see it in full.", "t-secondary"));
            return;
        }
        Row row = chosen.get();
        Label words = Labels.wrapped(row.words(), "t-section");
        words.setId("activity-words");
        HBox who = new HBox(
                new IconView(ActivityWords.icon(row.actor())), Labels.of(row.who(), "t-medium"),
                Labels.of(ActivityWords.topic(row.topic()), "t-secondary"));
        who.getStyleClass().addAll("spacing-8", "activity-who");
        body.getChildren().addAll(words, who, fact("Time", Figures.moment(row.timeNanos()), ActivityWords.clock(row)));
        if (!row.before().isEmpty() || !row.after().isEmpty()) {
            body.getChildren().addAll(value("Before", row.before(), "activity-before"), value("After", row.after(), "activity-after"));
        }
        Label place = Labels.of(ActivityWords.place(row), "t-mono");
        place.setId("activity-place");
        Label standing = Labels.wrapped(model.standing(row), "");
        standing.setId("activity-standing");
        Labels.tone(standing, model.standingTone(row));
        Label action = Labels.of(row.action(), "t-mono");
        body.getChildren().addAll(Labels.rule(), named("Row", place), named("Check", standing), named("Kind", action));
    }

    private static VBox fact(String name, String value, String note) {
        Label said = Labels.of(value, "t-medium");
        VBox box = new VBox(Labels.of(name, "t-label"), said, Labels.wrapped(note, "t-note"));
        box.getStyleClass().add("activity-fact");
        return box;
    }

    /** Values that belong together stand one below the other. */
    private static VBox value(String name, String text, String id) {
        VBox lines = new VBox();
        lines.setId(id);
        lines.getStyleClass().addAll("inset-box", "activity-value");
        List<String> parts = text.isEmpty() ? List.of(Figures.NONE) : List.of(text.split("(?<=[^0-9]), |, (?=[^0-9])|; "));
        for (String part : parts) {
            lines.getChildren().add(Labels.wrapped(part, text.isEmpty() ? "t-faint" : ""));
        }
        VBox box = new VBox(Labels.of(name, "t-label"), lines);
        box.getStyleClass().add("spacing-4");
        return box;
    }

    private static HBox named(String name, Node value) {
        Label label = Labels.of(name, "t-label", "activity-name");
        HBox row = new HBox(label, value);
        HBox.setHgrow(value, Priority.ALWAYS);
        row.getStyleClass().addAll("spacing-8", "activity-who");
        return row;
    }
}
