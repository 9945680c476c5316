package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.screen.lab.ReportModel.Luck;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What the best of so many worthless tries brings by chance, as a hill, and where this run stands beside it. */
final class LuckPainting extends Painting {

    private static final int POINTS = 120;

    /** The hill reaches so many deviations to each side. */
    private static final double REACH = 4.2;

    private @Nullable Luck luck;

    LuckPainting(Theme theme) {
        super(theme);
        getStyleClass().add("lab-bell");
    }

    void show(Luck wanted) {
        luck = wanted;
        repaint();
    }

    @Override
    void paint(GraphicsContext pen, Palette palette, double width, double height, double em) {
        Luck shown = luck;
        if (shown == null) {
            return;
        }
        double low = Math.min(shown.byChance() - REACH * shown.deviation(), shown.ratio() - shown.deviation());
        double high = Math.max(shown.byChance() + REACH * shown.deviation(), shown.ratio() + shown.deviation());
        double bottom = height - 1.5 * em;
        double top = 1.5 * em;
        double[] x = new double[POINTS + 2];
        double[] y = new double[POINTS + 2];
        for (int i = 0; i < POINTS; i++) {
            double at = low + (high - low) * i / (POINTS - 1);
            double off = (at - shown.byChance()) / shown.deviation();
            x[i] = width * i / (POINTS - 1);
            y[i] = bottom - (bottom - top) * Math.exp(-off * off / 2);
        }
        x[POINTS] = width;
        y[POINTS] = bottom;
        y[POINTS + 1] = bottom;
        pen.setFill(palette.bg3());
        pen.fillPolygon(x, y, POINTS + 2);
        pen.setStroke(palette.fg3());
        pen.strokePolyline(x, y, POINTS);
        double chance = width * (shown.byChance() - low) / (high - low);
        double here = width * (shown.ratio() - low) / (high - low);
        pen.setLineDashes(3, 3);
        pen.strokeLine(chance, top, chance, bottom);
        pen.setLineDashes();
        pen.setStroke(palette.accent().main());
        pen.setFill(palette.accent().main());
        pen.strokeLine(here, 0.6 * em, here, bottom);
        pen.fillOval(here - 0.25 * em, 0.35 * em, 0.5 * em, 0.5 * em);
        boolean leftward = here > width * 0.75;
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(leftward ? TextAlignment.RIGHT : TextAlignment.LEFT);
        pen.fillText("this run " + Figures.fixed(shown.ratio(), 2), here + (leftward ? -0.6 : 0.6) * em, 0.6 * em);
        pen.setFill(palette.fg3());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText("best expected by chance " + Figures.fixed(shown.byChance(), 2),
                Math.clamp(chance, 6.5 * em, width - 6.5 * em), bottom + 0.8 * em);
    }
}
