package dev.tradewind.ui.screen.lab;

import dev.tradewind.backtest.RunReport;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** What deals held over time, as a share of equity. */
final class ExposurePainting extends Painting {

    private Exposure exposure = new Exposure(new double[0]);
    private String from = "";
    private String to = "";

    ExposurePainting(Theme theme) {
        super(theme);
        getStyleClass().add("lab-painting");
    }

    void show(Exposure wanted, RunReport report) {
        exposure = wanted;
        from = Figures.day(report.firstNanos());
        to = Figures.day(report.lastNanos());
        repaint();
    }

    @Override
    void paint(GraphicsContext pen, Palette palette, double width, double height, double em) {
        pen.setTextBaseline(VPos.TOP);
        pen.setFill(palette.fg2());
        double most = exposure.most();
        if (most == 0) {
            pen.setTextAlign(TextAlignment.CENTER);
            pen.fillText("Nothing was held at any time.", width / 2, height / 2);
            return;
        }
        double left = em;
        double right = width - 4.5 * em;
        double top = 2.6 * em;
        double bottom = height - 2.2 * em;
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText("Largest cost of the deals open at a time, % of equity: at most " + Words.percent(most, 1), left,
                0.8 * em);
        double[] shares = exposure.shares();
        pen.setFill(palette.accent().line());
        for (int i = 0; i < shares.length; i++) {
            double x = left + (right - left) * i / shares.length;
            double tall = (bottom - top) * shares[i] / most;
            pen.fillRect(x, bottom - tall, (right - left) / shares.length + 0.5, tall);
        }
        pen.setStroke(palette.line2());
        pen.strokeLine(left, bottom + 0.5, right, bottom + 0.5);
        pen.setFill(palette.fg3());
        pen.fillText(from, left, bottom + 0.5 * em);
        pen.fillText(Words.percent(most, 0), right + 0.6 * em, top);
        pen.fillText("0 %", right + 0.6 * em, bottom - em);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(to, right, bottom + 0.5 * em);
    }
}
