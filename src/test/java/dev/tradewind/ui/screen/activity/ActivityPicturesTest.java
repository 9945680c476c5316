package dev.tradewind.ui.screen.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.ui.FakeActivityDesk;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders the Activity screen in its states to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class ActivityPicturesTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final Instant NOON = Instant.parse("2024-08-05T14:21:07Z");

    private Stage stage;

    /** What is done with a screen before its picture is taken. */
    private interface Doing {
        void to(ActivityScreen screen) throws Exception;
    }

    @Start
    void start(Stage first) {
        stage = first;
    }

    private static void fill(ActivityScreen screen, FakeActivityDesk desk) throws Exception {
        ActivityViewModel model = screen.model();
        model.sessions.set(model.readSessions());
        model.take(desk.read(model.filter().orElse(Filter.ALL)).await());
        model.selected.set(model.rows.get().stream().filter(row -> row.action().equals("bot.edited")).findFirst());
    }

    private static void check(ActivityScreen screen, FakeActivityDesk desk) throws Exception {
        screen.model().checked(desk.verify().await(), NOON.getEpochSecond() * 1_000_000_000L);
    }

    @Test
    void everyState() throws Exception {
        FakeActivityDesk desk = FakeActivityDesk.filled();
        for (Ground ground : Ground.values()) {
            shoot("activity", new Appearance(ground, false, 100), desk, screen -> {
                fill(screen, desk);
                check(screen, desk);
            });
        }
        shoot("activity", new Appearance(Ground.DARK, false, 200), desk, screen -> fill(screen, desk));
        FakeActivityDesk rewritten = FakeActivityDesk.filled().rewritten();
        shoot("activity-wrong", new Appearance(Ground.LIGHT, false, 100), rewritten, screen -> {
            screen.model().session.set(Optional.of(3));
            fill(screen, rewritten);
            check(screen, rewritten);
        });
        FakeActivityDesk empty = new FakeActivityDesk();
        shoot("activity-empty", new Appearance(Ground.DARK, false, 100), empty, screen -> fill(screen, empty));
        shoot("activity-filtered", new Appearance(Ground.DARK, false, 100), desk, screen -> {
            screen.model().text.set("dogecoin");
            screen.model().from.set("yesterday");
            fill(screen, desk);
            screen.model().take(desk.read(new Filter(
                    Set.of(), Set.of(), "dogecoin", Optional.empty(), 0, 1, 10)).await());
            screen.model().failed("The export failed", new IllegalStateException(
                    "'activity.txt' says neither CSV nor JSON lines; name a file that ends in .csv or .jsonl"));
        });
    }

    private void shoot(String name, Appearance look, FakeActivityDesk desk, Doing then) throws Exception {
        Scene[] made = new Scene[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            ActivityScreen screen = new ActivityScreen(desk, theme, words -> {}, Clock.fixed(NOON, ZoneOffset.UTC));
            Scene scene = new Scene(screen.node(), 1536, 910);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            then.to(screen);
            screen.hidden();
            made[0] = scene;
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(8);
        Path file = FOLDER.resolve(name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-" + look.textPercent()
                + ".png");
        WaitForAsyncUtils.asyncFx(() -> {
            PngWriter.write(PngWriter.picture(made[0]), file);
            return true;
        }).get();
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
