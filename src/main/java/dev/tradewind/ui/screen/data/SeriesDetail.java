package dev.tradewind.ui.screen.data;

import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The chosen series: what it covers from end to end, what a check found, and what can be done with it. */
final class SeriesDetail extends VBox {

    private final Label title = Labels.of("", "t-pane");
    private final Label source = Labels.of("", "t-label");
    private final Label from = Labels.of("", "t-note");
    private final Label to = Labels.of("", "t-note");
    private final Label figures = Labels.of("", "t-secondary");
    private final CoverageStrip strip;

    SeriesDetail(DataViewModel model, DataActions actions, Theme theme, TableView<Finding> findings) {
        getStyleClass().addAll("pane", "data-detail");
        title.setId("data-chosen");
        source.setMinWidth(0);
        figures.setMinWidth(0);
        Button check = tool("data-check", "Check", Icon.CHECK, () -> actions.check(false));
        Button mend = tool("data-mend", "Repair", Icon.UNDO, () -> actions.check(true));
        Buttons.tip(mend, "Drops damaged blocks and impossible rows, counts them and keeps them apart");
        Button export = tool("data-export", "Export…", Icon.FILE, actions::export);
        HoldButton drop = new HoldButton("Hold to drop", new IconView(Icon.CROSS), actions::drop);
        drop.button().setId("data-drop");
        drop.button().getStyleClass().add("small");
        for (Button button : new Button[] {check, mend, export, drop.button()}) {
            button.disableProperty().bind(model.busy);
        }
        HBox head = new HBox(title, source, Labels.spring(), check, mend, export, drop);
        head.getStyleClass().addAll("pane-head", "tall");
        strip = new CoverageStrip(new Coverage(0, 1, 0, 0, List.of()), theme, 1.3333);
        HBox ends = new HBox(from, Labels.spring(), figures, Labels.spring(), to);
        VBox cover = new VBox(strip, ends);
        cover.getStyleClass().addAll("data-cover", "spacing-4");
        VBox.setVgrow(findings, Priority.ALWAYS);
        getChildren().addAll(head, cover, Labels.rule(), findings);
        VBox.setVgrow(this, Priority.ALWAYS);
        visibleProperty().bind(model.lines.isNotEqualTo(List.of()));
        managedProperty().bind(visibleProperty());
        model.selected.addListener((property, before, now) -> show(now));
        show(model.selected.get());
    }

    private static Button tool(String id, String words, Icon icon, Runnable action) {
        Button button = Buttons.of(words, action, "quiet", "small");
        button.setId(id);
        button.setGraphic(new IconView(icon));
        return button;
    }

    private void show(Optional<SeriesLine> chosen) {
        if (chosen.isEmpty()) {
            title.setText("No series chosen");
            return;
        }
        SeriesLine line = chosen.get();
        title.setText(line.key().toString());
        source.setText(line.series().source());
        from.setText(Figures.moment(line.series().firstNanos()));
        to.setText(Figures.moment(line.series().lastNanos()));
        figures.setText(Figures.whole(line.series().rows()) + " rows"
                + (line.key().timeframe().isEmpty()
                        ? ""
                        : ", " + line.missing() + " missing in " + line.gaps() + (line.series().gaps() == 1 ? " gap" : " gaps"))
                + ", checksum " + String.format("%016x", line.series().checksum()));
        strip.show(Coverage.of(line, line.series().firstNanos(), line.series().lastNanos()));
    }
}
