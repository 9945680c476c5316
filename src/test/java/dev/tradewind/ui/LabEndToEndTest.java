package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.app.DataHome;
import dev.tradewind.app.Desks;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person backtests a bot on a sample with nothing replaced behind the Lab: set-up, run, report, search, comparison. */
@ExtendWith(ApplicationExtension.class)
class LabEndToEndTest {

    private static final Path PICTURES = Path.of("target", "screens");

    @TempDir
    static Path folder;

    private DataHome home;
    private Desks desks;
    private Scene scene;

    @Start
    void start(Stage stage) {
        home = DataHome.open(Optional.of(folder));
        desks = home.terminal().desks();
        FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);
        Theme theme = new Theme(Appearance.DEFAULT);
        Shell shell = new Shell(session, desks, theme, ScreenCatalog.SCREENS);
        scene = new Scene(shell.node(), 1600, 998);
        theme.dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        shell.open();
        shell.show("lab");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPersonBacktestsSearchesAndCompares(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#lab-data").<TableView<?>>query().getItems().size() == 2);
        robot.interact(() -> robot.lookup("#lab-data").<TableView<?>>query().getSelectionModel().select(1));
        type(robot, "#lab-capital", "0");
        assertThat(robot.lookup("#lab-run").queryButton().isDisabled()).isTrue();
        type(robot, "#lab-capital", "5,000");
        type(robot, "#param-takeProfit", "0.5");
        type(robot, "#param-deviation", "0.4");
        press(robot, "#lab-run");
        until(() -> shows(robot, "#lab-deals"));
        RunStore.Kept kept = desks.lab().runs(1).getFirst();
        List<ClosedTrade> trades = desks.lab().load(kept.number()).orElseThrow().report().trades();
        assertThat(kept.trades()).isPositive().isEqualTo(trades.stream().filter(trade -> !trade.isOpen()).count());
        assertThat(robot.lookup("#lab-deals").<TableView<?>>query().getItems()).hasSize(trades.size());
        assertThat(robot.lookup("#lab-tier").lookup("T0").tryQuery()).isPresent();
        searches(robot);
        takesWhatItFound(robot);
        compares(robot);
    }

    private void searches(FxRobot robot) throws Exception {
        type(robot, "#lab-from-deviation", "0.2");
        type(robot, "#lab-to-deviation", "0.6");
        type(robot, "#lab-step-deviation", "0.2");
        type(robot, "#lab-from-stepScale", "1");
        type(robot, "#lab-to-stepScale", "1.5");
        type(robot, "#lab-step-stepScale", "0.25");
        picture("lab-e2e-report");
        press(robot, "#lab-search-start");
        until(() -> shows(robot, "#lab-heat"));
        picture("lab-e2e-searched");
    }

    private void takesWhatItFound(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#lab-heat").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        until(() -> shows(robot, "#lab-run"));
        press(robot, "#lab-run");
        until(() -> desks.lab().runs(5).size() == 2 && shows(robot, "#lab-deals"));
    }

    private void compares(FxRobot robot) throws Exception {
        until(() -> !robot.lookup("#lab-compare").<Button>query().isDisabled());
        press(robot, "#lab-compare");
        until(() -> shows(robot, "#lab-comparison"));
        TableView<?> table = robot.lookup("#lab-comparison").query();
        assertThat(table.getColumns()).hasSize(3);
        assertThat(table.getItems()).isNotEmpty();
        picture("lab-e2e-compared");
        press(robot, "#lab-compare-back");
        until(() -> shows(robot, "#lab-deals"));
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::getScene).isPresent();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).<TextField>query().setText(text));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<Button>query().fire());
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(8);
        Image image = WaitForAsyncUtils.asyncFx(() -> PngWriter.picture(scene)).get();
        PngWriter.write(image, PICTURES.resolve(name + ".png"));
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
