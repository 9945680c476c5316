package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.OpenSession;
import dev.tradewind.app.StartChoice;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.ui.screen.start.StartView;
import dev.tradewind.ui.shell.Brand;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Presses what a person presses and looks at what the session was asked. */
@ExtendWith(ApplicationExtension.class)
class TerminalScreensTest {

    private final FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);
    private Stage stage;
    private Theme theme;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void enterOpensTheTerminalWithTheDefaults(FxRobot robot) throws Exception {
        FakeTerminal terminal = new FakeTerminal(session);
        List<OpenSession> opened = new ArrayList<>();
        show(() -> new StartView(terminal, theme, new Brand("icon-56"), opened::add).node());
        robot.push(KeyCode.ENTER);
        until(() -> !opened.isEmpty());
        assertThat(terminal.choices).containsExactly(
                new StartChoice(new StartChoice.Sample("bitstamp-btcusd"), new BigDecimal("10000.00")));
    }

    @Test
    void theStartPageSaysWhatWentWrongInPlace(FxRobot robot) throws Exception {
        FakeTerminal terminal = new FakeTerminal(session);
        terminal.refusal = "trades.csv, line 3: price 'x' is not a number";
        show(() -> new StartView(terminal, theme, new Brand("icon-56"), opened -> {}).node());
        robot.clickOn("#source-1");
        robot.interact(() -> field(robot, "#capital").setText("250"));
        robot.clickOn("#open");
        until(() -> robot.lookup("#start-trouble").tryQuery().isPresent());
        assertThat(robot.from(robot.lookup("#start-trouble").<Node>query()).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("trades.csv, line 3: price 'x' is not a number");
        assertThat(terminal.choices).containsExactly(
                new StartChoice(new StartChoice.Sample("binanceus-ethusd"), new BigDecimal("250")));
    }

    @Test
    void theBarsSteerReplayThemeAndHalt(FxRobot robot) throws Exception {
        showShell();
        robot.clickOn("#replay-pause");
        assertThat(session.paused).isTrue();
        robot.clickOn("600×");
        assertThat(session.speed).isEqualTo(600);
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        assertThat(session.steps).isEqualTo(1);
        robot.clickOn("#theme-toggle");
        assertThat(theme.appearanceProperty().get().ground()).isEqualTo(Ground.LIGHT);
        robot.clickOn("#halt");
        assertThat(session.sent).isEmpty();
        robot.moveTo("#halt").press(MouseButton.PRIMARY);
        until(() -> !session.sent.isEmpty());
        robot.release(MouseButton.PRIMARY);
        assertThat(session.sent).containsExactly(new Command.Halt("by you"));
    }

    @Test
    void thePaletteFindsAndDoes(FxRobot robot) throws Exception {
        showShell();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> field(robot, "#palette-query").setText("pause crash"));
        robot.push(KeyCode.ENTER);
        assertThat(session.sent).containsExactly(new Command.PauseBot(1));
        assertThat(robot.lookup("#palette-query").tryQuery()).isEmpty();
    }

    @Test
    void aBotIsMadeFromTheForm(FxRobot robot) throws Exception {
        showShell();
        robot.clickOn("#new-bot");
        robot.interact(() -> field(robot, "#bot-name").setText("Dip ladder"));
        robot.interact(() -> field(robot, "#bot-capital").setText("2,500"));
        assertThat(robot.lookup("#form-start").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#form-start").queryButton().getText()).isEqualTo("Start blocked by capital");
        robot.clickOn((Node) robot.lookup(".mend").query());
        assertThat(robot.lookup("#form-start").queryButton().getText()).isEqualTo("Start Dip ladder");
        assertThat(robot.lookup("#risk-sheet").<TableView<?>>query().getItems()).hasSize(7);
        robot.clickOn("#form-start");
        Command.StartBot sent = (Command.StartBot) session.sent.getFirst();
        assertThat(sent.name()).isEqualTo("Dip ladder");
        assertThat(sent.params().get("baseOrder")).isNotEqualTo("100");
        assertThat(robot.lookup("#bot-table").tryQuery()).isPresent();
    }

    @Test
    void aBotIsPausedStoppedAndFiltered(FxRobot robot) throws Exception {
        showShell();
        robot.clickOn("#bot-pause");
        robot.clickOn("#bot-stop");
        robot.clickOn("#stop-sell");
        assertThat(session.sent).containsExactly(new Command.PauseBot(1), new Command.StopBot(1, StopMode.SELL));
        robot.clickOn("Attention");
        assertThat(robot.lookup("#bot-table").<TableView<?>>query().getItems()).hasSize(3);
        robot.interact(() -> field(robot, "#bot-search").setText("deep"));
        assertThat(robot.lookup("#bot-table").<TableView<?>>query().getItems()).hasSize(1);
    }

    @Test
    void thePaletteFindsTheLab(FxRobot robot) throws Exception {
        showShell();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> field(robot, "#palette-query").setText("lab"));
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#lab-run").tryQuery().isPresent());
        assertThat(robot.lookup("#rail-lab").<ToggleButton>query().isSelected()).isTrue();
    }

    @Test
    void everyScreenOpensByItsShortcut(FxRobot robot) throws Exception {
        showShell();
        for (int i = 0; i < ScreenCatalog.SCREENS.size(); i++) {
            robot.push(KeyCode.CONTROL, KeyCode.values()[KeyCode.DIGIT1.ordinal() + i]);
            String id = "#rail-" + ScreenCatalog.SCREENS.get(i).id();
            assertThat(robot.lookup(id).<ToggleButton>query().isSelected()).as(id).isTrue();
        }
    }

    private void showShell() throws Exception {
        show(() -> {
            Shell shell = new Shell(session, FakeLabDesk.desks(), theme, ScreenCatalog.SCREENS);
            shell.open();
            shell.show("bots");
            return shell.node();
        });
    }

    private interface Made {
        Parent make();
    }

    private void show(Made made) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            theme = new Theme(Appearance.DEFAULT);
            Scene scene = new Scene(made.make(), 1600, 900);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
