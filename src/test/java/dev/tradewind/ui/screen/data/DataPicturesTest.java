package dev.tradewind.ui.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.BadRows.BadRow;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.ui.FakeDataDesk;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders the Data screen in its states to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class DataPicturesTest {

    private static final Path FOLDER = Path.of("target", "screens");

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void everyState() throws Exception {
        FakeDataDesk desk = FakeDataDesk.filled();
        Consumer<DataScreen> looked = screen -> {
            DataViewModel model = screen.model();
            model.take(model.read());
            model.keys().forEach(key -> model.checked(desk.check(key, false)));
        };
        shoot("data", new Appearance(Ground.DARK, false, 100), desk, looked);
        shoot("data", new Appearance(Ground.LIGHT, false, 100), desk, looked);
        shoot("data", new Appearance(Ground.DARK, false, 200), desk, looked);
        shoot("data-import", new Appearance(Ground.DARK, false, 100), desk, looked.andThen(screen -> {
            screen.model().selected.set(screen.model().lines.get().stream()
                    .filter(line -> line.key().equals(SeriesKey.parse("binance-um:ETHUSDT:5m"))).findFirst());
            screen.model().imported(List.of(new ImportReceipt(
                    "ETHUSDT-5m-2024-05.zip", DataFormat.BINANCE_KLINES, SeriesKey.parse("binance-um:ETHUSDT:5m"), 8_928,
                    4_032, 4_893, 3, 0, 0,
                    new BadRows(List.of(
                            new BadRow("ETHUSDT-5m-2024-05.csv", 1_204, "high 2498.10 is below low 2499.00"),
                            new BadRow("ETHUSDT-5m-2024-05.csv", 1_205, "duplicate: the candle of 2024-05-05 04:20 is there")),
                            2, 0), 1, 4, 0, 0)));
            screen.model().failed("The import was refused", new IllegalArgumentException(
                    "b.csv, line 7: close 0 is not positive."));
        }));
        shoot("data-empty", new Appearance(Ground.DARK, false, 100), new FakeDataDesk(),
                screen -> screen.model().take(screen.model().read()));
    }

    private void shoot(String name, Appearance look, FakeDataDesk desk, Consumer<DataScreen> then) throws Exception {
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            DataScreen screen = new DataScreen(desk, theme, words -> {});
            Scene scene = new Scene(screen.node(), 1536, 910);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            then.accept(screen);
            made[0] = scene;
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(8);
        Path file = FOLDER.resolve(name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-"
                + look.textPercent() + ".png");
        WaitForAsyncUtils.asyncFx(() -> {
            PngWriter.write(PngWriter.picture(made[0]), file);
            return true;
        }).get();
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
