package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.DataHome;
import dev.tradewind.app.OpenSession;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.fx.PngWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole program with nothing replaced: data folder, sample replay, engine, journal, window. A person's first half hour,
 * from the start page to closing the window and going on with the session.
 */
@ExtendWith(ApplicationExtension.class)
class TerminalEndToEndTest {

    private static final int MOST_CLICKS = 4;
    private static final Path PICTURES = Path.of("target", "screens");

    @TempDir
    static Path folder;

    private final AtomicBoolean closed = new AtomicBoolean();
    private DataHome home;
    private TerminalWindow window;

    @Start
    void start(Stage unused) {
        home = DataHome.open(Optional.of(folder));
        window = new TerminalWindow(home.terminal(), () -> closed.set(true));
        window.showStart();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            window.dispose();
            return true;
        }).get();
        home.close();
    }

    @Test
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPersonTradesClosesTheWindowAndGoesOn(FxRobot robot) throws Exception {
        opensWithTheDefaults(robot);
        startsABot(robot);
        seesItsFills(robot);
        tradesByHand(robot);
        haltsAndLeavesTheHalt(robot);
        leavesAnOrderWorking(robot);
        takesPictures(robot);
        EngineSnapshot left = closesTheWindow();
        assertThat(JournalReader.check(folder.resolve("sessions").resolve("1"))).isInstanceOf(JournalCheck.Intact.class);
        try (OpenSession again = home.terminal().goOn()) {
            EngineSnapshot found = again.view().snapshot();
            assertThat(found.openOrders()).isEqualTo(left.openOrders()).isNotEmpty();
            assertThat(found.fills()).isEqualTo(left.fills());
            assertThat(found.account()).isEqualTo(left.account());
            assertThat(found.bots()).usingRecursiveComparison().isEqualTo(left.bots());
        }
    }

    private void opensWithTheDefaults(FxRobot robot) throws Exception {
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#trade-screen").tryQuery().isPresent());
        long opened = snapshot().timeNanos();
        long rows = candles();
        press(robot, "600×", () -> speed() == 600);
        until(() -> snapshot().timeNanos() > opened && candles() > rows);
        until(() -> chart(robot).visibleCandles() > 1 && chart(robot).lastDrawNanos() > 0);
    }

    private void startsABot(FxRobot robot) throws Exception {
        press(robot, "#rail-bots", () -> shows(robot, "#bot-table"));
        press(robot, "#first-bot", () -> shows(robot, "#form-start"));
        press(robot, "DCA");
        press(robot, "Sample", () -> robot.lookup("#param-baseOrder").<TextField>query().getText().equals("200"));
        type(robot, "#bot-capital", "5,000");
        press(robot, "#form-start", () -> snapshot().bots().size() == 1);
        press(robot, "10,000×", () -> speed() == 10_000);
        until(() -> ownedBy(bot()).size() > 2);
        press(robot, "60×", () -> speed() == 60);
    }

    private void seesItsFills(FxRobot robot) throws Exception {
        press(robot, "#rail-trade", () -> shows(robot, "#trade-screen"));
        until(() -> fillShows(chart(robot)));
        tab(robot, "Fills");
        TableView<FillRow> fills = robot.lookup("#blotter-fills").query();
        until(() -> fills.getItems().size() > 2);
        assertThat(fills.getItems()).extracting(FillRow::botId).containsOnly(bot());
        assertThat(robot.from(fills).lookup(".chip").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains(snapshot().bots().getFirst().name());
    }

    private void tradesByHand(FxRobot robot) throws Exception {
        press(robot, "Market", () -> !limitAsked(robot));
        type(robot, "#ticket-size", "0.05");
        send(robot);
        until(() -> !ownedBy(0).isEmpty());
        FillRow bought = ownedBy(0).getFirst();
        Instrument instrument = snapshot().market().instrument();
        assertThat(instrument.toQuantity(bought.quantityLots())).isEqualByComparingTo("0.05");
        press(robot, "Limit", () -> limitAsked(robot));
        type(robot, "#ticket-price", "100.00");
        send(robot);
        until(() -> mine().filter(order -> order.state() == OrderState.LIVE).isPresent());
        assertThat(mine().orElseThrow().priceTicks()).isEqualTo(instrument.toTicks(new BigDecimal("100.00"), RoundingMode.UNNECESSARY));
        tab(robot, "Open orders");
        press(robot, "#cancel-mine", () -> mine().isEmpty());
        assertThat(snapshot().history()).anyMatch(order -> order.botId() == 0 && order.state() == OrderState.CANCELED);
    }

    private void haltsAndLeavesTheHalt(FxRobot robot) throws Exception {
        robot.moveTo("#halt").press(MouseButton.PRIMARY);
        until(() -> snapshot().trading() == TradingState.HALTED);
        robot.release(MouseButton.PRIMARY);
        until(() -> robot.lookup("#halt-banner").query().isVisible());
        until(() -> !robot.lookup("#halt").<Button>query().isArmed());
        assertThat(robot.lookup(".hold-fill").query().isVisible()).isFalse();
        assertThat(robot.lookup("#badge .badge-word").<Label>query().getText()).isEqualTo("HALTED");
        press(robot, "#leave-halt", () -> shows(robot, "#leave-halt-yes"));
        assertThat(snapshot().trading()).isEqualTo(TradingState.HALTED);
        press(robot, "#leave-halt-yes", () -> snapshot().trading() == TradingState.ACTIVE);
        until(() -> !robot.lookup("#halt-banner").query().isVisible());
    }

    private void leavesAnOrderWorking(FxRobot robot) throws Exception {
        send(robot);
        until(() -> mine().filter(order -> order.state() == OrderState.LIVE).isPresent());
    }

    private void takesPictures(FxRobot robot) throws Exception {
        press(robot, "#replay-pause", () -> session().replay().position().paused());
        picture("terminal-dark.png");
        press(robot, "#theme-toggle", () -> home.terminal().preferences().load().light());
        picture("terminal-light.png");
        assertThat(home.terminal().preferences().load().light()).isTrue();
    }

    private EngineSnapshot closesTheWindow() throws Exception {
        OpenSession session = session();
        WaitForAsyncUtils.asyncFx(() -> {
            window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        }).get();
        until(closed::get);
        return session.view().snapshot();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(3);
        Image image = WaitForAsyncUtils.asyncFx(window::picture).get();
        PngWriter.write(image, PICTURES.resolve(name));
        assertThat(Files.size(PICTURES.resolve(name))).isGreaterThan(20_000);
    }

    /** Clicks until that shows an effect, as a person does whose click fell on a tooltip. */
    private static void press(FxRobot robot, String query, Callable<Boolean> effect) throws Exception {
        for (int attempt = 1; attempt < MOST_CLICKS; attempt++) {
            press(robot, query);
            try {
                WaitForAsyncUtils.waitFor(3, TimeUnit.SECONDS, effect);
                return;
            } catch (TimeoutException e) {
                robot.moveBy(0, 40);
            }
        }
        press(robot, query);
        until(effect);
    }

    /** Clicks on something once it is there, laid out and enabled. */
    private static void press(FxRobot robot, String query) throws Exception {
        until(() -> robot.lookup(query).queryAll().stream().anyMatch(TerminalEndToEndTest::ready));
        robot.clickOn(query);
    }

    private static boolean ready(Node node) {
        return node.isVisible() && !node.isDisabled() && node.getScene() != null && node.getLayoutBounds().getWidth() > 1;
    }

    /** Presses the ticket's button itself: it moves as the ticket's lines come and go, and a click may fall beside it. */
    private static void send(FxRobot robot) throws Exception {
        Button send = robot.lookup("#ticket-send").query();
        until(() -> !send.isDisabled());
        robot.interact(send::fire);
    }

    private static void type(FxRobot robot, String field, String words) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(words));
    }

    private static void tab(FxRobot robot, String words) throws Exception {
        Node tab = robot.lookup("#blotter-tabs .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().startsWith(words))
                .findFirst()
                .orElseThrow();
        robot.clickOn(tab);
    }

    private static boolean fillShows(CandleChart chart) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
            for (double y = 0; y < chart.getHeight(); y += 5) {
                for (double x = 0; x < chart.getWidth(); x += 5) {
                    if (chart.hasFillAt(x, y)) {
                        return true;
                    }
                }
            }
            return false;
        }).get();
    }

    private static CandleChart chart(FxRobot robot) {
        return robot.lookup("#trade-screen .candle-chart").query();
    }

    private OpenSession session() {
        return Objects.requireNonNull(window.session());
    }

    private EngineSnapshot snapshot() {
        session().view().request();
        return session().view().snapshot();
    }

    private long candles() {
        return snapshot().market().candles().stream().mapToLong(CandleColumns::size).sum();
    }

    private double speed() {
        return session().replay().position().speed();
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static boolean limitAsked(FxRobot robot) {
        return robot.lookup("#ticket-price").query().getParent().getParent().isVisible();
    }

    private int bot() {
        return snapshot().bots().getFirst().id();
    }

    private List<FillRow> ownedBy(int bot) {
        return snapshot().fills().stream().filter(fill -> fill.botId() == bot).toList();
    }

    private Optional<OrderRow> mine() {
        return snapshot().openOrders().stream().filter(order -> order.botId() == 0).findFirst();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
    }
}
