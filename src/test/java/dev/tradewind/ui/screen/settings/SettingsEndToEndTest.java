package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.DataHome;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.settings.BackupsViewModel.Ask;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.SecretField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The screen over a real data folder: what its doubles promise is what the program does. */
@ExtendWith(ApplicationExtension.class)
class SettingsEndToEndTest {

    private static final String PASSPHRASE = "velvet anchor 73 drifting pylon";
    private static final int SECONDS = 40;

    @TempDir
    private Path folder;

    private DataHome home;
    private SettingsScreen screen;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @BeforeEach
    void open() throws Exception {
        home = DataHome.open(Optional.of(folder.resolve("data")));
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(Appearance.DEFAULT);
            screen = new SettingsScreen(home.terminal().desks(), theme, Hands.threads(), InstantSource.system(),
                    List::of);
            ScrollPane scroll = new ScrollPane(screen.node());
            scroll.setFitToWidth(true);
            scroll.setFitToHeight(true);
            Scene scene = new Scene(scroll, 1536, 900);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            screen.shown();
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close(FxRobot robot) {
        assertThat(SceneText.of(stage.getScene().getRoot())).doesNotContain(PASSPHRASE);
        robot.interact(() -> screen.hidden());
        home.close();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void setPassphrase(FxRobot robot) throws Exception {
        robot.interact(() -> screen.show(Part.SECURITY));
        for (String id : List.of("#vault-new", "#vault-repeat")) {
            SecretField field = robot.lookup(id).query();
            robot.interact(() -> field.insert(PASSPHRASE.toCharArray()));
        }
        until(() -> !robot.lookup("#vault-save").queryButton().isDisabled());
        robot.clickOn("#vault-save");
        until(() -> screen.models().security.has(VaultState.OPEN));
    }

    @Test
    void aPassphraseIsSetCheckedAndBackedByACode(FxRobot robot) throws Exception {
        setPassphrase(robot);
        SecurityViewModel model = screen.models().security;
        robot.interact(() -> model.makeCode("not it".toCharArray(), Optional.empty()));
        until(() -> model.outcome.trouble.get().isPresent());
        assertThat(model.outcome.trouble.get().orElseThrow().title()).isEqualTo("No recovery code was made");
        until(() -> model.state.get().untilNextTry().isZero() || read(robot, model));
        robot.interact(() -> model.makeCode(PASSPHRASE.toCharArray(), Optional.empty()));
        until(() -> model.codeWaits.get());
        assertThat(model.state.get().recovery()).isTrue();
        robot.interact(model::forgetCode);
        robot.interact(model::seal);
        until(() -> model.has(VaultState.SEALED));
        assertThat(robot.lookup("#vault-unlock").tryQuery()).isPresent();
        picture("settings-real-sealed");
    }

    private static boolean read(FxRobot robot, SecurityViewModel model) {
        robot.interact(model::read);
        return model.state.get().untilNextTry().isZero();
    }

    @Test
    void aBackupIsMadeCheckedRehearsedAndExported(FxRobot robot) throws Exception {
        setPassphrase(robot);
        BackupsViewModel model = screen.models().backups;
        robot.interact(() -> {
            screen.show(Part.BACKUPS);
            model.keep(folder.resolve("kept").toString(), Every.DAY, "3");
        });
        until(() -> model.outcome.note.get().equals("Plan kept."));
        robot.interact(model::create);
        until(() -> model.rows.get().size() == 1);
        assertThat(model.rows.get().getFirst().encrypted()).isTrue();
        for (Ask.What what : List.of(Ask.What.VERIFY, Ask.What.REHEARSE)) {
            robot.interact(() -> model.begin(new Ask(what, model.rows.get().getFirst()),
                    Optional.of(new Unlock(PASSPHRASE.toCharArray(), Optional.empty(), false)), ""));
            until(() -> model.found.get().isPresent() || model.outcome.trouble.get().isPresent());
            assertThat(model.outcome.trouble.get()).isEmpty();
            assertThat(model.found.get().orElseThrow().good()).as(what.name()).isTrue();
        }
        picture("settings-real-backups");
        robot.interact(() -> model.export(folder.resolve("export").toString()));
        until(() -> !model.outcome.note.get().isEmpty());
        assertThat(Files.list(folder.resolve("export")).toList()).isNotEmpty();
    }

    @Test
    void theMetricsEndpointAndTheListsOfAFreshFolder(FxRobot robot) throws Exception {
        DiagnosticsViewModel model = screen.models().diagnostics;
        robot.interact(() -> {
            screen.show(Part.DIAGNOSTICS);
            model.start();
        });
        until(() -> !model.token.get().isEmpty());
        until(() -> model.brief.get().equals("Metrics on"));
        robot.interact(() -> model.stop());
        until(() -> model.brief.get().equals("Metrics off"));
        robot.interact(model::look);
        until(() -> !model.contents.get().isEmpty());
        assertThat(screen.models().accounts.headline.get()).isEqualTo("No keys yet");
        picture("settings-real-diagnostics");
        robot.interact(() -> screen.show(Part.ACCOUNTS));
        WaitForAsyncUtils.waitForFxEvents(4);
        picture("settings-real-accounts");
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(6);
        Path file = Path.of("target", "screens", name + ".png");
        WaitForAsyncUtils.asyncFx(() -> {
            PngWriter.write(PngWriter.picture(stage.getScene()), file);
            return true;
        }).get();
    }
}
