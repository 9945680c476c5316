package dev.tradewind.ui.screen.lab;

import dev.tradewind.optimise.HeatMap;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The objective over two parameters, with its legend; a cell can be pointed at, reached by arrow keys and taken. */
final class HeatPainting extends Painting {

    /** From worst to best; neither red nor green, since neither loss nor gain is meant. */
    private static final Color[] RAMP = {
        Color.web("#141A2B"), Color.web("#31468C"), Color.web("#8B9CFF"), Color.web("#D6DBFF")
    };

    private final SearchModel model;
    private Consumer<String> readout = words -> {};
    private Runnable taken = () -> {};
    private int column = -1;
    private int row = -1;
    private double left;
    private double top;
    private double cellWide;
    private double cellTall;

    HeatPainting(Theme theme, SearchModel model) {
        super(theme);
        this.model = model;
        setId("lab-heat");
        setFocusTraversable(true);
        setAccessibleText("Heat map of the search; arrow keys move, Enter takes the values into the set-up");
        getStyleClass().add("lab-heat");
        setOnMouseMoved(event -> point((int) Math.floor((event.getX() - left) / cellWide), rowAt(event.getY())));
        setOnMouseExited(event -> point(-1, -1));
        setOnMouseClicked(event -> {
            requestFocus();
            taken.run();
        });
        setOnKeyPressed(this::onKey);
        focusedProperty().addListener((property, before, now) -> repaint());
        model.found.addListener((property, before, now) -> point(-1, -1));
        model.map.addListener((property, before, now) -> point(-1, -1));
    }

    /** @param words hears what the cell pointed at says, empty for none */
    void onPoint(Consumer<String> words) {
        readout = words;
    }

    /** @param action runs when the cell pointed at is taken */
    void onTake(Runnable action) {
        taken = action;
    }

    int column() {
        return column;
    }

    int row() {
        return row;
    }

    private int rowAt(double y) {
        int rows = model.heatMap().map(heat -> heat.rows().size()).orElse(0);
        return rows - 1 - (int) Math.floor((y - top) / cellTall);
    }

    private void onKey(KeyEvent event) {
        int[] start = column < 0 ? best() : new int[] {column, row};
        switch (event.getCode()) {
            case LEFT -> point(start[0] - (column < 0 ? 0 : 1), start[1]);
            case RIGHT -> point(start[0] + (column < 0 ? 0 : 1), start[1]);
            case UP -> point(start[0], start[1] + (column < 0 ? 0 : 1));
            case DOWN -> point(start[0], start[1] - (column < 0 ? 0 : 1));
            case ENTER, SPACE -> taken.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int[] best() {
        return model.found.get().filter(report -> !report.best().isEmpty())
                .map(report -> model.cell(report.best().getFirst().params()))
                .orElse(new int[] {0, 0});
    }

    private void point(int wantedColumn, int wantedRow) {
        @Nullable HeatMap heat = model.heatMap().orElse(null);
        boolean inside = heat != null && wantedColumn >= 0 && wantedColumn < heat.columns().size() && wantedRow >= 0
                && wantedRow < heat.rows().size();
        column = inside ? wantedColumn : -1;
        row = inside ? wantedRow : -1;
        readout.accept(heat != null && inside ? words(heat) : "");
        repaint();
    }

    private String words(HeatMap heat) {
        String metric = model.found.get().map(report -> report.objective().label()).orElse("");
        String place = model.label(heat.x()) + " " + heat.columns().get(column)
                + (heat.y().isEmpty() ? "" : ", " + model.label(heat.y()) + " " + heat.rows().get(row));
        double best = heat.best(column, row);
        String value = Double.isNaN(best) ? "not tried, or nothing to tell" : metric + " " + value(best);
        return place + ": " + value + (heat.count(column, row) > 1
                ? ", mean " + value(heat.mean(column, row)) + " of " + heat.count(column, row) : "");
    }

    private String value(double objective) {
        return model.found.get().map(report -> Words.of(report.objective(), objective)).orElse(Figures.NONE);
    }

    @Override
    void paint(GraphicsContext pen, Palette palette, double width, double height, double em) {
        @Nullable HeatMap heat = model.heatMap().orElse(null);
        @Nullable SearchReport report = model.found.get().orElse(null);
        if (heat == null || report == null) {
            return;
        }
        left = 4.6 * em;
        top = 0.7 * em;
        double right = width - 5.8 * em;
        double bottom = height - 2.9 * em;
        cellWide = (right - left) / heat.columns().size();
        cellTall = (bottom - top) / heat.rows().size();
        double[] range = range(heat);
        boolean lessIsBetter = !report.objective().moreIsBetter();
        double gap = cellWide > 5 && cellTall > 5 ? 1 : 0;
        for (int y = 0; y < heat.rows().size(); y++) {
            for (int x = 0; x < heat.columns().size(); x++) {
                pen.setFill(colour(heat.best(x, y), range, lessIsBetter, palette));
                pen.fillRect(left + x * cellWide, bottom - (y + 1) * cellTall, cellWide - gap, cellTall - gap);
            }
        }
        axes(pen, palette, heat, bottom, em);
        legend(pen, palette, range, lessIsBetter, right + 1.2 * em, bottom, em);
        rings(pen, palette, report, bottom, em);
    }

    private static double[] range(HeatMap heat) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < heat.rows().size(); y++) {
            for (int x = 0; x < heat.columns().size(); x++) {
                double value = heat.best(x, y);
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new double[] {low, high};
    }

    private static Color colour(double value, double[] range, boolean lessIsBetter, Palette palette) {
        if (Double.isNaN(value)) {
            return palette.bg2();
        }
        double share = range[1] > range[0] ? Math.clamp((value - range[0]) / (range[1] - range[0]), 0, 1) : 1;
        return ramp(lessIsBetter ? 1 - share : share);
    }

    private static Color ramp(double share) {
        double place = share * (RAMP.length - 1);
        int below = Math.min(RAMP.length - 2, (int) place);
        return RAMP[below].interpolate(RAMP[below + 1], place - below);
    }

    private void axes(GraphicsContext pen, Palette palette, HeatMap heat, double bottom, double em) {
        pen.setFill(palette.fg3());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        int everyX = Math.max(1, (int) Math.ceil(4.5 * em / cellWide));
        for (int x = 0; x < heat.columns().size(); x += everyX) {
            pen.fillText(first(heat.columns().get(x)), left + (x + 0.5) * cellWide, bottom + 0.3 * em);
        }
        pen.fillText(model.label(heat.x()), left + cellWide * heat.columns().size() / 2, bottom + 1.6 * em);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        int everyY = Math.max(1, (int) Math.ceil(1.4 * em / cellTall));
        for (int y = 0; y < heat.rows().size(); y += everyY) {
            pen.fillText(first(heat.rows().get(y)), left - 0.5 * em, bottom - (y + 0.5) * cellTall);
        }
        pen.save();
        pen.translate(0.9 * em, top + (bottom - top) / 2);
        pen.rotate(-90);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(heat.y().isEmpty() ? "" : model.label(heat.y()), 0, 0);
        pen.restore();
    }

    private static String first(String label) {
        int dash = label.indexOf(" – ");
        return dash < 0 ? label : label.substring(0, dash);
    }

    private void legend(
            GraphicsContext pen, Palette palette, double[] range, boolean lessIsBetter, double x, double bottom,
            double em) {
        double tall = bottom - top;
        int steps = 40;
        for (int i = 0; i < steps; i++) {
            double share = (i + 0.5) / steps;
            pen.setFill(ramp(lessIsBetter ? 1 - share : share));
            pen.fillRect(x, bottom - (i + 1) * tall / steps, 0.7 * em, tall / steps + 0.5);
        }
        pen.setFill(palette.fg3());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.TOP);
        pen.fillText(end(range[1]), x + em, top);
        pen.setTextBaseline(VPos.BOTTOM);
        pen.fillText(end(range[0]), x + em, bottom);
    }

    private String end(double value) {
        if (Math.abs(value) >= 1_000) {
            return Figures.fixed(value, 0);
        }
        return Double.isFinite(value) ? value(value).replace(" d", "") : Figures.NONE;
    }

    private void rings(GraphicsContext pen, Palette palette, SearchReport report, double bottom, double em) {
        if (!report.best().isEmpty()) {
            int[] best = model.cell(report.best().getFirst().params());
            boolean lone = report.plateau().map(plateau -> plateau.lonePeak()).orElse(false);
            String words = lone ? "lone peak" : report.plateau().filter(plateau -> Double.isFinite(plateau.score()))
                    .map(plateau -> "best, plateau " + Figures.fixed(plateau.score(), 2)).orElse("best");
            ring(pen, best, lone ? palette.warn().main() : palette.fg(), bottom, 2);
            tag(pen, palette, best, words, lone ? palette.warn().main() : palette.fg(), bottom, em);
        }
        int[] own = model.cell(model.own());
        if (own[0] >= 0 && own[1] >= 0) {
            pen.setLineDashes(3, 2);
            ring(pen, own, palette.fg(), bottom, 1.4);
            pen.setLineDashes();
        }
        if (column >= 0) {
            ring(pen, new int[] {column, row}, palette.accent().main(), bottom, 2);
        } else if (isFocused()) {
            pen.setStroke(palette.accent().main());
            pen.setLineWidth(1.5);
            pen.strokeRect(left - 2, top - 2, bottomRight() - left + 3, bottom - top + 3);
        }
        pen.setLineWidth(1);
    }

    private double bottomRight() {
        return left + cellWide * model.heatMap().map(heat -> heat.columns().size()).orElse(0);
    }

    private void ring(GraphicsContext pen, int[] cell, Color colour, double bottom, double thick) {
        if (cell[0] < 0 || cell[1] < 0) {
            return;
        }
        pen.setStroke(colour);
        pen.setLineWidth(thick);
        pen.strokeRect(left + cell[0] * cellWide - 0.5, bottom - (cell[1] + 1) * cellTall - 0.5, cellWide, cellTall);
    }

    private void tag(GraphicsContext pen, Palette palette, int[] cell, String words, Color colour, double bottom,
            double em) {
        if (cell[0] < 0 || cell[1] < 0) {
            return;
        }
        double wide = words.length() * 0.46 * em + 0.8 * em;
        boolean leftward = left + (cell[0] + 1) * cellWide + wide > bottomRight();
        double x = leftward ? left + cell[0] * cellWide - wide - 3 : left + (cell[0] + 1) * cellWide + 3;
        double y = bottom - (cell[1] + 0.5) * cellTall;
        pen.setFill(palette.bg0().deriveColor(0, 1, 1, 0.85));
        pen.fillRoundRect(x, y - 0.75 * em, wide, 1.5 * em, 4, 4);
        pen.setFill(colour);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(words, x + 0.4 * em, y);
    }
}
