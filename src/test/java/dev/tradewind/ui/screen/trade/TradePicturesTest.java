package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.chart.SampleMarket;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the Trade screen in both themes, at 100 and 200 %, with a deal and before the first trade. */
@ExtendWith(ApplicationExtension.class)
class TradePicturesTest {

    private static final SampleMarket MARKET = new SampleMarket(33_000);

    @Test
    void dealInEveryLook() throws Exception {
        EngineSnapshot deal = MARKET.deal();
        shoot("trade", new Appearance(Ground.DARK, false, 100), deal);
        shoot("trade", new Appearance(Ground.LIGHT, false, 100), deal);
        shoot("trade", new Appearance(Ground.DARK, false, 200), deal);
    }

    @Test
    void nothingYet() throws Exception {
        shoot("trade-empty", new Appearance(Ground.DARK, false, 100), MARKET.empty());
        shoot("trade-empty", new Appearance(Ground.LIGHT, false, 100), MARKET.empty());
    }

    @Test
    void insideTheShell() throws Exception {
        FakeSession session = new FakeSession(MARKET.deal(), List.of());
        Scene scene = WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(new Appearance(Ground.DARK, false, 100));
            Shell shell = new Shell(session, theme, ScreenCatalog.SCREENS);
            shell.open();
            shell.show("trade");
            Scene made = new Scene(shell.node(), 1600, 1000);
            theme.dress(made);
            return made;
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
            scene.snapshot(null);
            PngWriter.write(PngWriter.picture(scene), Path.of("target/screens/terminal-dark-100.png"));
            return true;
        }).get();
    }

    private static void shoot(String name, Appearance look, EngineSnapshot snapshot) throws Exception {
        FakeSession session = new FakeSession(snapshot, List.of());
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            TradeScreen screen = new TradeScreen(
                    new ScreenContext(session, new EngineFeed(session.view()), theme, words -> {}));
            screen.shown();
            screen.model().ticket().sizeProperty().set("0.5");
            Scene scene = new Scene(new StackPane(screen.node()), 1542, 924);
            theme.dress(scene);
            scene.getRoot().setStyle(scene.getRoot().getStyle() + "-fx-padding: 4px;");
            made[0] = scene;
            return true;
        }).get();
        WaitForAsyncUtils.asyncFx(() -> {
            made[0].snapshot(null);
            made[0].snapshot(null);
            Path file = Path.of("target/screens", name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-"
                    + look.textPercent() + ".png");
            PngWriter.write(PngWriter.picture(made[0]), file);
            assertThat(Files.size(file)).isGreaterThan(5_000);
            return true;
        }).get();
    }
}
