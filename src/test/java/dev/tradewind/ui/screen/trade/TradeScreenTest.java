package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Troubled;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.chart.SampleMarket;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the Trade screen like a person. */
@ExtendWith(ApplicationExtension.class)
class TradeScreenTest {

    private static final SampleMarket MARKET = new SampleMarket(33_000);
    private static final EngineSnapshot DEAL = MARKET.deal();

    private FakeSession session;
    private TradeScreen screen;

    @Start
    void start(Stage stage) {
        session = new FakeSession(DEAL, List.of());
        Theme theme = new Theme(Appearance.DEFAULT);
        screen = new TradeScreen(new ScreenContext(session, FakeLabDesk.desks(), new EngineFeed(session.view()), theme, words -> {}));
        Scene scene = new Scene(new StackPane(screen.node()), 1542, 900);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        screen.shown();
    }

    private CandleChart chart() {
        return screen.chart();
    }

    private double rowAt(double x) {
        return chart().firstVisibleRow() + x * chart().visibleCandles() / (Math.floor(chart().getWidth()) - 72);
    }

    private void fire(FxRobot robot, double x, double y, double deltaY) {
        robot.interact(() -> {
            Point2D at = chart().localToScreen(x, y);
            chart().fireEvent(new ScrollEvent(
                    null, chart(), ScrollEvent.SCROLL, x, y, at.getX(), at.getY(), false, false, false, false, false,
                    false, 0, deltaY, 0, deltaY, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        });
    }

    @Test
    void theWheelZoomsAtThePointer(FxRobot robot) {
        double visible = chart().visibleCandles();
        double under = rowAt(300);
        fire(robot, 300, 200, 80);
        assertThat(chart().visibleCandles()).isCloseTo(visible / 1.44, within(0.5));
        assertThat(rowAt(300)).isCloseTo(under, within(0.5));
    }

    @Test
    void draggingPansByThePixelsDragged(FxRobot robot) {
        double bar = (Math.floor(chart().getWidth()) - 72) / chart().visibleCandles();
        double before = chart().firstVisibleRow();
        Point2D from = chart().localToScreen(200, 300);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(90, 0)).release(MouseButton.PRIMARY);
        assertThat(chart().firstVisibleRow()).isCloseTo(before - 90 / bar, within(1.0));
    }

    @Test
    void keysMoveAndZoom(FxRobot robot) {
        robot.interact(() -> chart().requestFocus());
        double end = chart().firstVisibleRow();
        robot.type(KeyCode.LEFT);
        assertThat(chart().firstVisibleRow()).isLessThan(end);
        robot.type(KeyCode.END);
        assertThat(chart().firstVisibleRow()).isCloseTo(end, within(0.01));
        robot.type(KeyCode.HOME);
        assertThat(chart().firstVisibleRow()).isCloseTo(0, within(0.01));
        double visible = chart().visibleCandles();
        robot.type(KeyCode.MINUS);
        assertThat(chart().visibleCandles()).isGreaterThan(visible);
        robot.type(KeyCode.PLUS);
        assertThat(chart().visibleCandles()).isCloseTo(visible, within(0.01));
    }

    @Test
    void aClickOnTheLadderSetsTheTicketsPrice(FxRobot robot) {
        Node rows = robot.lookup("#ladder-rows").<Node>query();
        TextField price = robot.lookup("#ticket-price").<TextField>query();
        String before = price.getText();
        robot.clickOn(rows.localToScreen(rows.getLayoutBounds().getWidth() / 2, rows.getLayoutBounds().getHeight(
                ) - 30));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(price.getText()).isNotEqualTo(before);
        assertThat(screen.model().ladder().rows().bidRow(
                        MARKET.instrument().toTicks(new BigDecimal(price.getText()), RoundingMode.UNNECESSARY)))
                .isBetween(10L, 30L);
    }

    @Test
    void theTicketSendsWhatItsButtonSays(FxRobot robot) {
        robot.interact(() -> {
            screen.model().ticket().pickPrice(80_000);
            screen.model().ticket().size.set("0.25");
        });
        robot.clickOn("#ticket-send");
        assertThat(session.sent).hasSize(1);
        Command.PlaceOrder order = (Command.PlaceOrder) session.sent.getFirst();
        assertThat(order.side()).isEqualTo(Side.BUY);
        assertThat(order.type()).isEqualTo(OrderType.LIMIT);
        assertThat(order.priceTicks()).isEqualTo(80_000);
        assertThat(order.quantityLots()).isEqualTo(25_000_000);
    }

    @Test
    void oneClickCancels(FxRobot robot) {
        robot.clickOn("#cancel-mine");
        robot.clickOn(robot.lookup("#blotter-open .row-action").<Node>queryAll().iterator().next());
        assertThat(session.sent).hasSize(2);
        assertThat(session.sent.getFirst()).isEqualTo(new Command.CancelMine());
        assertThat(session.sent.getLast()).isInstanceOf(Command.CancelOrder.class);
    }

    @Test
    void theBlotterListsWhatIsOpenAndTheTabsSwitch(FxRobot robot) {
        TableView<?> open = robot.lookup("#blotter-open").<TableView<?>>query();
        assertThat(open.getItems()).hasSize(4);
        robot.clickOn("Fills  3");
        TableView<?> fills = robot.lookup("#blotter-fills").<TableView<?>>query();
        assertThat(fills.getItems()).hasSize(3);
    }

    @Test
    void theMenuChoosesAnAlgorithmAndItsFieldsShow(FxRobot robot) {
        robot.clickOn("#ticket-more");
        robot.clickOn("TWAP");
        assertThat(screen.model().ticket().kind.get().words()).isEqualTo("TWAP");
        assertThat(robot.lookup("#param-duration").<TextField>query().getText()).isEqualTo("3600");
        assertThat(robot.lookup("#ticket-price").query().getParent().getParent().isVisible()).isFalse();
        robot.clickOn("#ticket-more");
        robot.clickOn("Take profit limit");
        assertThat(screen.model().ticket().kind.get().is(OrderType.TAKE_PROFIT_LIMIT)).isTrue();
        assertThat(robot.lookup("#ticket-stop").<TextField>query().getText()).isNotEmpty();
    }

    @Test
    void aFigureThatPassesIsOneClickAway(FxRobot robot) {
        robot.interact(() -> {
            screen.model().ticket().pickPrice(80_000);
            screen.model().ticket().size.set("0.002");
        });
        assertThat(robot.lookup("#ticket-send").queryButton().isDisabled()).isTrue();
        robot.clickOn("use 0.00625");
        assertThat(robot.lookup("#ticket-size").<TextField>query().getText()).isEqualTo("0.00625");
        assertThat(robot.lookup("#ticket-send").queryButton().isDisabled()).isFalse();
    }

    @Test
    void closingAPositionAsksOnce(FxRobot robot) {
        robot.interact(() -> screen.model().take(Troubled.onMargin(DEAL)));
        robot.clickOn("Positions  3");
        robot.clickOn(robot.lookup("#blotter-position .row-action")
                .match(node -> "Close this position at market".equals(node.getAccessibleText()))
                .<Node>query());
        assertThat(session.sent).isEmpty();
        robot.clickOn("#close-position-yes");
        assertThat(session.sent).hasSize(1);
        assertThat(((Command.PlaceOrder) session.sent.getFirst()).type()).isEqualTo(OrderType.MARKET);
    }
}
