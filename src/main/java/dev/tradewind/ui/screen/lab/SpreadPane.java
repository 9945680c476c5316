package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** How far apart the run ends with the worst and with the best order of fills inside unclear candles. */
final class SpreadPane extends VBox {

    private final HBox ends = new HBox();
    private final Bar bar;
    private final Label note = Labels.wrapped("", "t-label");

    SpreadPane(Theme theme) {
        bar = new Bar(theme);
        bar.getStyleClass().add("lab-spread-bar");
        HBox head = new HBox(
                Labels.of("Fill spread", "t-pane"), Labels.of("worst and best order inside a candle", "t-secondary"));
        head.getStyleClass().add("pane-head");
        VBox body = new VBox(ends, bar, note);
        body.getStyleClass().add("lab-spread");
        getStyleClass().add("pane");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, body);
    }

    void show(ReportModel model) {
        double[] values = model.ends();
        boolean known = values.length == 3;
        ends.setVisible(known);
        ends.setManaged(known);
        bar.setVisible(known);
        bar.setManaged(known);
        if (!known) {
            note.setText("No candle held both a stop and a profit order, so there is nothing to spread.");
            return;
        }
        ends.getChildren().setAll(
                end("Pessimistic", values[0], Pos.CENTER_LEFT, ""), end("Reported", values[1], Pos.CENTER, "is-accent"),
                end("Optimistic", values[2], Pos.CENTER_RIGHT, ""));
        bar.show(values);
        note.setText("Spread " + Figures.fixed(Math.abs(values[2] - values[0]) * 100, 2)
                + " points from " + Figures.whole(model.report().unclear()) + " unclear candles."
                + " Finer data narrows it.");
    }

    private static VBox end(String label, double value, Pos place, String tone) {
        Label figure = Labels.of(Words.change(value, 2), "t-strong", "lab-end");
        Labels.tone(figure, tone);
        VBox box = new VBox(Labels.of(label, "t-label"), figure);
        box.setAlignment(place);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(1);
        return box;
    }

    private static final class Bar extends Painting {

        private double[] values = {0, 0, 0};

        Bar(Theme theme) {
            super(theme);
        }

        void show(double[] wanted) {
            values = wanted;
            repaint();
        }

        @Override
        void paint(GraphicsContext pen, Palette palette, double width, double height, double em) {
            double thick = 0.5 * em;
            double top = (height - thick) / 2;
            pen.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE,
                    new Stop(0, palette.sell().line()), new Stop(0.5, palette.bg3()),
                    new Stop(1, palette.buy().line())));
            pen.fillRoundRect(0, top, width, thick, thick, thick);
            double low = Math.min(values[0], values[2]);
            double high = Math.max(values[0], values[2]);
            double share = high > low ? Math.clamp((values[1] - low) / (high - low), 0, 1) : 0.5;
            pen.setFill(palette.accent().main());
            pen.fillRoundRect(share * (width - 4), 0, 4, height, 3, 3);
        }
    }
}
