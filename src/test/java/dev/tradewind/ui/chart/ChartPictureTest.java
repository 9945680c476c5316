package dev.tradewind.ui.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.fx.Toolkit;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Pictures of the chart by itself, in target/screens. */
class ChartPictureTest {

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aMillionCandlesFillThePlot() throws Exception {
        CandleColumns million = SampleMarket.walk(1_000_000, 7);
        Path file = picture("chart-1m-dark", new Appearance(Appearance.Ground.DARK, false, 100), chart -> {
            chart.candles(new SampleMarket(1).instrument(), million, null);
            chart.last(million.closeTicks(999_999));
            chart.fit();
        });
        assertTrue(Files.size(file) > 10_000, "the picture is nearly empty");
    }

    @Test
    void aDealWithItsLevels() throws Exception {
        EngineSnapshot snapshot = new SampleMarket(40_000).deal();
        Path file = picture("chart-deal-cb", new Appearance(Appearance.Ground.DARK, true, 100), chart -> {
            chart.candles(
                    snapshot.market().instrument(),
                    snapshot.market().candles().get(2),
                    snapshot.market().forming().get(2));
            chart.last(snapshot.market().lastTicks());
            chart.levels(List.of(new ChartLevel(
                    ChartLevel.Kind.ORDER, Side.BUY, snapshot.market().lastTicks() * 99 / 100, "Buy", "0.5", "q 4.2", 0,
                    1)));
        });
        assertTrue(Files.size(file) > 10_000, "the picture is nearly empty");
    }

    @Test
    void theCrosshairOverAFill() throws Exception {
        EngineSnapshot snapshot = new SampleMarket(33_000).deal();
        Path file = picture("chart-crosshair-light", new Appearance(Appearance.Ground.LIGHT, false, 100), chart -> {
            chart.last(snapshot.market().lastTicks());
            chart.candles(
                    snapshot.market().instrument(),
                    snapshot.market().candles().get(2),
                    snapshot.market().forming().get(2));
            var fill = snapshot.fills().getFirst();
            chart.fills(List.of(new ChartFill(
                    fill.timeNanos(), fill.priceTicks(), fill.side(), "SO 2", "SO 2 filled",
                    "0.60000000 at 919.00  ·  07:11:00", "Journal row 178,942")));
            chart.logarithmic(true);
            chart.getScene().getRoot().applyCss();
            chart.getScene().getRoot().layout();
            double x = -1;
            double y = -1;
            for (int px = 0; px < 700 && x < 0; px++) {
                for (int py = 0; py < 600 && x < 0; py++) {
                    if (chart.hasFillAt(px, py)) {
                        x = px + 7;
                        y = py + 2;
                    }
                }
            }
            chart.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false, false, false, false,
                    false, false, false, false, null));
        });
        assertTrue(Files.size(file) > 10_000, "the picture is nearly empty");
    }

    private static Path picture(String name, Appearance look, Consumer<CandleChart> fill)
            throws Exception {
        Image image = Toolkit.call(() -> {
            Theme theme = new Theme(look);
            CandleChart chart = new CandleChart(new ChartStyle(theme.palette(), look.textPercent() / 100.0));
            Scene scene = new Scene(new StackPane(chart), 866, 640);
            theme.dress(scene);
            fill.accept(chart);
            return PngWriter.picture(scene);
        });
        Path file = Path.of("target/screens/" + name + ".png");
        PngWriter.write(image, file);
        return file;
    }
}
