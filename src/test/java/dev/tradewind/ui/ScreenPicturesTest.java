package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.LineState;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.start.StartView;
import dev.tradewind.ui.shell.Brand;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders the screens in both themes and at 100 and 200 % text to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class ScreenPicturesTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final List<Appearance> LOOKS = List.of(
            new Appearance(Ground.DARK, false, 100),
            new Appearance(Ground.LIGHT, false, 100),
            new Appearance(Ground.DARK, false, 200));

    @Test
    void startPage() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("start", look, theme ->
                    new StartView(new FakeTerminal(session()), theme, new Brand("icon-56"), opened -> {}).node());
        }
    }

    @Test
    void bots() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("bots", look, ScreenPicturesTest::botsShell);
        }
    }

    @Test
    void risk() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("risk", look, theme -> riskShell(theme, Troubled.of(Fixtures.halted())));
        }
        shoot("risk-empty", LOOKS.getFirst(), theme -> riskShell(theme, Fixtures.running()));
    }

    @Test
    void comparedWithTheExchange() throws Exception {
        EngineSnapshot found =
                Troubled.compared(Fixtures.running(), LineState.OPEN, 0, Troubled.differences());
        for (Appearance look : LOOKS) {
            shoot("compared", look, theme -> riskShell(theme, found), scene -> ((Button) scene.lookup("#exchange-show")).fire());
        }
        EngineSnapshot lost = Troubled.compared(Fixtures.running(), LineState.LOST, 2, List.of());
        shoot("line-lost", LOOKS.getFirst(), theme -> riskShell(theme, lost));
    }

    private static Parent riskShell(Theme theme, EngineSnapshot snapshot) {
        Shell shell = new Shell(new FakeSession(snapshot, BotCatalog.TYPES), FakeLabDesk.desks(), theme, ScreenCatalog.SCREENS);
        shell.open();
        shell.show("risk");
        return shell.node();
    }

    @Test
    void newBot() throws Exception {
        for (Appearance look : LOOKS.subList(0, 2)) {
            shoot("new-bot", look, ScreenPicturesTest::botsShell, scene -> ((Button) scene.lookup("#new-bot")).fire());
        }
    }

    @Test
    void archivedBotInTheList() throws Exception {
        for (Appearance look : LOOKS.subList(0, 2)) {
            shoot("bots-archived", look, theme -> {
                Shell shell = new Shell(
                        new FakeSession(Fixtures.snapshot(TradingState.ACTIVE, Fixtures.withArchived()), BotCatalog.TYPES),
                        FakeLabDesk.desks(), theme, ScreenCatalog.SCREENS);
                shell.open();
                shell.show("bots");
                return shell.node();
            }, scene -> {
                ((Button) scene.lookup("#show-archived")).fire();
                TableView<?> table = (TableView<?>) scene.lookup("#bot-table");
                table.getSelectionModel().select(table.getItems().size() - 1);
            });
        }
    }

    @Test
    void newBotThatIsBlocked() throws Exception {
        shoot("new-bot-blocked", LOOKS.getFirst(), ScreenPicturesTest::botsShell, scene -> {
            ((Button) scene.lookup("#new-bot")).fire();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((TextField) scene.lookup("#bot-capital")).setText("2,500.00");
            ((TextField) scene.lookup("#param-deviation")).setText("1.2");
        });
    }

    private static Parent botsShell(Theme theme) {
        Shell shell = new Shell(session(), FakeLabDesk.desks(), theme, ScreenCatalog.SCREENS);
        shell.open();
        shell.show("bots");
        return shell.node();
    }

    @Test
    void haltedWithStopQuestion() throws Exception {
        shoot("bots-stop", LOOKS.get(1), theme -> {
            Shell shell = new Shell(
                    new FakeSession(Fixtures.snapshot(TradingState.HALTED, Fixtures.bots()), BotCatalog.TYPES), FakeLabDesk.desks(), theme,
                    ScreenCatalog.SCREENS);
            shell.open();
            shell.show("bots");
            return shell.node();
        }, scene -> ((Button) scene.lookup("#bot-stop")).fire());
    }

    private static FakeSession session() {
        return new FakeSession(Fixtures.snapshot(TradingState.ACTIVE, Fixtures.bots()), BotCatalog.TYPES);
    }

    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    private interface Maker {
        Parent make(Theme theme);
    }

    private void shoot(String name, Appearance look, Maker maker) throws Exception {
        shoot(name, look, maker, scene -> {});
    }

    private void shoot(String name, Appearance look, Maker maker, Consumer<Scene> then) throws Exception {
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            Scene scene = new Scene(maker.make(theme), 1600, 998);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            made[0] = scene;
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
            then.accept(made[0]);
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(8);
        WaitForAsyncUtils.asyncFx(() -> {
            String file = name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-" + look.textPercent() + ".png";
            save(made[0], FOLDER.resolve(file));
            return true;
        }).get();
    }

    private static void save(Scene scene, Path file) throws IOException {
        PngWriter.write(PngWriter.picture(scene), file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
