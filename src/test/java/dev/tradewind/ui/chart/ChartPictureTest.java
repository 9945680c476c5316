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
import javafx.scene.Scene;
import javafx.scene.image.Image;
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

    private static Path picture(String name, Appearance look, java.util.function.Consumer<CandleChart> fill)
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
