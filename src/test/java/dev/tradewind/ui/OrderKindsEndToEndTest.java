package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.DataHome;
import dev.tradewind.app.OpenSession;
import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.fx.PngWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/**
 * Stops, algorithms and the kill switch with nothing replaced: a person places them from the ticket in a paper session and
 * flattens from the Risk screen.
 */
@ExtendWith(ApplicationExtension.class)
class OrderKindsEndToEndTest {

    @TempDir
    static Path folder;

    private DataHome home;
    private TerminalWindow window;

    @Start
    void start(Stage unused) {
        home = DataHome.open(Optional.of(folder));
        window = new TerminalWindow(home.terminal(), () -> {});
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
    void aPersonPlacesEveryKindAndFlattens(FxRobot robot) throws Exception {
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("#trade-screen").tryQuery().isPresent());
        fire(robot, "#replay-pause");
        until(() -> snapshot().market().lastTicks() > 0);
        buysSomething(robot);
        placesAStop(robot);
        amendsIt(robot);
        startsAnOco(robot);
        startsABracket(robot);
        takesAPicture();
        setsARule(robot);
        flattens(robot);
    }

    /** Plays the market event by event until something shows: the price hardly moves meanwhile. */
    private void played(FxRobot robot, Callable<Boolean> condition) throws Exception {
        for (int step = 0; step < 400 && !condition.call(); step++) {
            fire(robot, "#replay-step");
            WaitForAsyncUtils.waitForFxEvents();
        }
        until(condition);
    }

    private void buysSomething(FxRobot robot) throws Exception {
        tab(robot, "Market");
        type(robot, "#ticket-size", "2");
        send(robot);
        played(robot, () -> snapshot().account().baseAtoms() > 0);
    }

    private void placesAStop(FxRobot robot) throws Exception {
        tab(robot, "Stop");
        side(robot, "Sell");
        String wanted = away(-3);
        type(robot, "#ticket-stop", wanted);
        type(robot, "#ticket-size", "0.5");
        send(robot);
        played(robot, () -> stop().isPresent());
        assertThat(stop().orElseThrow().stopTicks()).isEqualTo(ticks(wanted));
    }

    /** Types another price into the order's own line. */
    private void amendsIt(FxRobot robot) throws Exception {
        TableView<?> open = robot.lookup("#blotter-open").query();
        until(() -> open.getItems().size() == 1);
        String wanted = away(-4);
        edit(robot, open);
        robot.interact(() -> {
            TextField field = robot.lookup(".cell-field").query();
            field.setText(wanted);
            field.fireEvent(new ActionEvent());
        });
        played(robot, () -> stop().filter(order -> order.stopTicks() == ticks(wanted)).isPresent());
    }

    private static <T> void edit(FxRobot robot, TableView<T> table) throws Exception {
        TableColumn<T, ?> price = table.getColumns().stream()
                .filter(column -> column.getText().equals("Price"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> table.edit(0, price));
        until(() -> robot.lookup(".cell-field").tryQuery().isPresent());
    }

    private void startsAnOco(FxRobot robot) throws Exception {
        tab(robot, "OCO");
        type(robot, "#ticket-size", "0.5");
        type(robot, "#param-limit", away(5));
        type(robot, "#param-stop", away(-5));
        send(robot);
        played(robot, () -> algo("oco").filter(algo -> algo.orders().size() == 2).isPresent());
    }

    private void startsABracket(FxRobot robot) throws Exception {
        tab(robot, "Limit");
        side(robot, "Buy");
        type(robot, "#ticket-price", away(-2));
        type(robot, "#ticket-size", "0.5");
        fire(robot, "#ticket-exits");
        type(robot, "#ticket-take-profit", away(4));
        type(robot, "#ticket-stop-loss", away(-6));
        send(robot);
        played(robot, () -> algo("otoco").filter(algo -> !algo.orders().isEmpty()).isPresent());
        assertThat(snapshot().algos()).noneMatch(algo -> algo.state() == AlgoState.FAILED);
    }

    private void setsARule(FxRobot robot) throws Exception {
        fire(robot, "#rail-risk");
        until(() -> robot.lookup("#risk-screen").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#risk-text").<TextArea>query().setText("account daily-loss"));
        assertThat(robot.lookup("#risk-error").<Label>query().getText()).startsWith("risk rule in line 1, at its end: expected a limit");
        assertThat(robot.lookup("#risk-apply").queryButton().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#risk-text").<TextArea>query().setText("account daily-loss 50% halt"));
        fire(robot, "#risk-apply");
        until(() -> snapshot().risk().rules().stream().anyMatch(rule -> rule.text().equals("account daily-loss 50% halt")));
    }

    private void flattens(FxRobot robot) throws Exception {
        robot.moveTo("#risk-flatten").press(MouseButton.PRIMARY);
        until(() -> snapshot().trading() == TradingState.HALTED);
        robot.release(MouseButton.PRIMARY);
        played(robot, () -> snapshot().openOrders().isEmpty() && snapshot().account().baseAtoms() == 0);
        until(() -> robot.lookup("#risk-state").<Label>query().getText().equals("■ Halted"));
        assertThat(snapshot().algos()).allMatch(algo -> algo.state().isTerminal());
        robot.moveTo("#risk-leave").press(MouseButton.PRIMARY);
        until(() -> snapshot().trading() == TradingState.ACTIVE);
        robot.release(MouseButton.PRIMARY);
    }

    private void takesAPicture() throws Exception {
        WaitForAsyncUtils.waitForFxEvents(8);
        Image image = WaitForAsyncUtils.asyncFx(window::picture).get();
        PngWriter.write(image, Path.of("target", "screens", "order-kinds.png"));
    }

    private Optional<OrderRow> stop() {
        return snapshot().openOrders().stream()
                .filter(order -> order.type() == OrderType.STOP_MARKET && order.state() != OrderState.PENDING_NEW)
                .findFirst();
    }

    private Optional<AlgoRow> algo(String type) {
        return snapshot().algos().stream().filter(algo -> algo.type().equals(type)).findFirst();
    }

    /** A price some percent from the market, as a person types it. */
    private String away(int percent) {
        EngineSnapshot.Market market = snapshot().market();
        return market.instrument().toPrice(market.lastTicks() + market.lastTicks() * percent / 100).toPlainString();
    }

    private long ticks(String price) {
        Instrument instrument = snapshot().market().instrument();
        return instrument.toTicks(new BigDecimal(price), RoundingMode.UNNECESSARY);
    }

    private static void tab(FxRobot robot, String words) {
        toggle(robot, "#ticket-type", words);
    }

    private static void side(FxRobot robot, String words) {
        toggle(robot, "#ticket-side", words);
    }

    private static void toggle(FxRobot robot, String group, String words) {
        List<ToggleButton> buttons = List.copyOf(robot.lookup(group + " .toggle-button").queryAllAs(ToggleButton.class));
        ToggleButton button = buttons.stream().filter(one -> one.getText().equals(words)).findFirst().orElseThrow();
        robot.interact(button::fire);
    }

    private static void send(FxRobot robot) throws Exception {
        Button send = robot.lookup("#ticket-send").query();
        try {
            until(() -> !send.isDisabled());
        } catch (TimeoutException e) {
            throw new AssertionError("the ticket says: " + send.getText() + " / "
                    + robot.lookup("#ticket-verdicts .label").queryAllAs(Label.class).stream().map(Label::getText).toList(), e);
        }
        robot.interact(send::fire);
    }

    private static void fire(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        robot.interact(() -> ((ButtonBase) node).fire());
    }

    private static void type(FxRobot robot, String field, String words) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(words));
    }

    private OpenSession session() {
        return Objects.requireNonNull(window.session());
    }

    private EngineSnapshot snapshot() {
        session().view().request();
        return session().view().snapshot();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
    }
}
