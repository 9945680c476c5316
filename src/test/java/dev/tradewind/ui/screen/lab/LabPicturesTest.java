package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders the Lab in its states to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class LabPicturesTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final List<Appearance> LOOKS = List.of(
            new Appearance(Ground.DARK, false, 100),
            new Appearance(Ground.LIGHT, false, 100),
            new Appearance(Ground.DARK, false, 200));

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void report() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("lab-report", look, screen -> screen.show(ReportModel.of(
                    RunReports.crashLadder(7, "Crash ladder", ""), 412,
                    new RunTerms("DCA, spot long", List.of("fee 0.10 %", "slippage 1 bp", "latency 60 ms"), "ss 1.4"), 412)));
        }
    }

    private void shoot(String name, Appearance look, Consumer<LabScreen> then) throws Exception {
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);
            LabScreen screen = new LabScreen(
                    new ScreenContext(session, FakeLabDesk.desks(), new EngineFeed(session.view()), theme, words -> {}));
            ScrollPane room = new ScrollPane(screen.node());
            room.setFitToWidth(true);
            room.setFitToHeight(true);
            room.getStyleClass().add("screens");
            // what the shell leaves of 1600 × 1000
            Scene scene = new Scene(room, 1544, 928);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            screen.shown();
            then.accept(screen);
            made[0] = scene;
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(8);
        Path file = FOLDER.resolve(
                name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-" + look.textPercent() + ".png");
        WaitForAsyncUtils.asyncFx(() -> {
            // large text scrolls: the whole of it, not what the window shows
            Node whole = ((ScrollPane) made[0].getRoot()).getContent();
            PngWriter.write(look.textPercent() > 100 ? whole.snapshot(null, null) : PngWriter.picture(made[0]), file);
            return true;
        }).get();
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
