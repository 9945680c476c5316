package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.RunSetup;
import dev.tradewind.app.job.Job;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeDataDesk;
import dev.tradewind.ui.FakeDesks;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
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

    private static RunReport run(int seed, RunSetup setup) {
        return RunReports.crashLadder(seed, "Crash ladder", setup.toJson());
    }

    private static void play(LabScreen screen) {
        screen.model().run();
    }

    @Test
    void report() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("lab-report", look, screen -> {
                desk.trials = 412;
                play(screen);
            });
        }
    }

    @Test
    void searchedAndCompared() throws Exception {
        Consumer<LabScreen> searched = screen -> {
            for (int i = 0; i < 4; i++) {
                play(screen);
            }
            LabViewModel model = screen.model();
            for (int number = 1; number < 4; number++) {
                model.compare.add(number);
            }
            desk.found = Optional.of(Searches.plateau("takeProfit", "stepScale"));
            model.search.start();
        };
        shoot("lab-searched", LOOKS.get(0), searched);
        shoot("lab-searched", LOOKS.get(1), searched);
        Consumer<LabScreen> compared = searched.andThen(screen -> screen.model().page.set(LabViewModel.Page.COMPARE));
        shoot("lab-compared", LOOKS.get(0), compared);
        shoot("lab-compared", LOOKS.get(1), compared);
        shoot("lab-compared", LOOKS.get(2), compared);
    }

    @Test
    void everyTab() throws Exception {
        for (DealPane.Tab tab : DealPane.Tab.values()) {
            String name = tab.name().toLowerCase(Locale.ROOT);
            shoot("lab-tab-" + name, LOOKS.get(0), screen -> {
                play(screen);
                ((ToggleButton) screen.node().lookup("#lab-tab-" + name)).fire();
            });
        }
    }

    @Test
    void setUp() throws Exception {
        for (Appearance look : LOOKS) {
            shoot("lab-setup", look, screen -> {});
        }
        shoot("lab-setup-wrong", LOOKS.get(0), screen -> {
            play(screen);
            play(screen);
            screen.newRun();
            SetupModel form = screen.model().setup.get();
            form.term(SetupModel.Term.FROM).set("5 August");
            form.term(SetupModel.Term.CAPITAL).set("-5");
            form.value("takeProfit").set("0");
            screen.model().trouble.set(Optional.of(new LabViewModel.Trouble(
                    "The run could not be made",
                    "nothing happened in the range asked for; the data runs from 1 Jan 2023 to 1 Jul 2024. Nothing was kept.")));
        });
        shoot("lab-running", LOOKS.get(0), screen -> screen.model().going.set(Optional.of(new LabViewModel.Going(
                "Playing DCA on binance:BTCUSDT:1m", Job.start("held", progress -> 1), 0.42,
                Optional.of(4_200_000_000L)))));
    }

    private final FakeLabDesk desk = new FakeLabDesk();

    private void shoot(String name, Appearance look, Consumer<LabScreen> then) throws Exception {
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            int[] seed = {6};
            desk.result = setup -> run(++seed[0], setup);
            FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);
            LabScreen screen = new LabScreen(
                    new ScreenContext(session, FakeDesks.of(desk, FakeDataDesk.filled()), new EngineFeed(session.view()),
                            theme, words -> {}),
                    new AtOnce());
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
