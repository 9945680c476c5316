package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Troubled;
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
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
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
    void algorithmsAndTrouble() throws Exception {
        EngineSnapshot troubled = Troubled.of(MARKET.deal());
        shoot("trade-algos", new Appearance(Ground.DARK, false, 100), troubled, screen -> {
            TicketViewModel ticket = screen.model().ticket();
            ticket.choose(algo(ticket, "oco"));
            ticket.size.set("0.5");
        });
        shoot("trade-trailing", new Appearance(Ground.LIGHT, false, 100), troubled, screen -> {
            TicketViewModel ticket = screen.model().ticket();
            ticket.choose(algo(ticket, "trailing-stop"));
            ticket.size.set("0.5");
            ((ToggleButton) screen.node().lookup("#blotter-tabs").lookupAll(".toggle-button").toArray()[5]).fire();
        });
    }

    @Test
    void refusedWithWaysOut() throws Exception {
        shoot("trade-refused", new Appearance(Ground.DARK, false, 100), MARKET.deal(), screen -> {
            TicketViewModel ticket = screen.model().ticket();
            ticket.choose(new TicketKind.Plain(OrderType.STOP_LIMIT));
            ticket.force.set(TimeInForce.GTD);
            ticket.size.set("0.002");
        });
        shoot("trade-bracket", new Appearance(Ground.LIGHT, false, 100), MARKET.deal(), screen -> {
            TicketViewModel ticket = screen.model().ticket();
            ticket.price.set("890.00");
            ticket.takeProfit.set("920.00");
            ticket.stopLoss.set("870.00");
            ((Button) screen.node().lookup("#ticket-exits")).fire();
        });
    }

    @Test
    void positionsOnMargin() throws Exception {
        shoot("trade-margin", new Appearance(Ground.DARK, false, 100), Troubled.onMargin(MARKET.deal()), screen ->
                ((ToggleButton) screen.node().lookup("#blotter-tabs").lookupAll(".toggle-button").toArray()[1]).fire());
        shoot("trade-margin", new Appearance(Ground.LIGHT, false, 100), Troubled.onMargin(MARKET.deal()), screen ->
                screen.model().ticket().side.set(Side.SELL));
    }

    private static TicketKind algo(TicketViewModel ticket, String id) {
        return new TicketKind.Algo(
                ticket.algos().stream().filter(type -> type.id().equals(id)).findFirst().orElseThrow());
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
            Shell shell = new Shell(session, FakeLabDesk.desks(), theme, ScreenCatalog.SCREENS);
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
        shoot(name, look, snapshot, screen -> {});
    }

    private static void shoot(String name, Appearance look, EngineSnapshot snapshot, Consumer<TradeScreen> then)
            throws Exception {
        FakeSession session = new FakeSession(snapshot, List.of());
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            TradeScreen screen = new TradeScreen(
                    new ScreenContext(session, FakeLabDesk.desks(), new EngineFeed(session.view()), theme, words -> {}));
            screen.shown();
            screen.model().ticket().size.set("0.5");
            Scene scene = new Scene(new StackPane(screen.node()), 1542, 924);
            theme.dress(scene);
            scene.getRoot().setStyle(scene.getRoot().getStyle() + "-fx-padding: 4px;");
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            then.accept(screen);
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
