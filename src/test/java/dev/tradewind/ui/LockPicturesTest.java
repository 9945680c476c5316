package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.SavedSession;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.lock.ArmPrompt;
import dev.tradewind.ui.lock.LockGuard;
import dev.tradewind.ui.lock.LockView;
import dev.tradewind.ui.lock.SecurityFeed;
import dev.tradewind.ui.screen.start.StartView;
import dev.tradewind.ui.shell.Brand;
import dev.tradewind.ui.shell.ScreenCatalog;
import dev.tradewind.ui.shell.Shell;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.SecretField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders start page, lock screen, restore and prompts in both themes and at 100 and 200 % text to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class LockPicturesTest {

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

    @Test
    void startPageWithAPassphraseBeingSet() throws Exception {
        shoot("start-passphrase", theme -> start(theme, FakeSecurityDesk.none(), false), scene -> {
            click(scene, "#passphrase-set");
            field(scene, "#new-passphrase").insert("correct horse battery".toCharArray());
            field(scene, "#repeat-passphrase").insert("correct horse".toCharArray());
            ((Button) scene.lookup("#key-file-fold")).fire();
        });
    }

    @Test
    void startPageWithAVault() throws Exception {
        shoot("start-vault", theme -> start(theme, FakeSecurityDesk.of(VaultState.SEALED, false), true), scene -> {
            field(scene, "#passphrase").insert("nearly right".toCharArray());
            ((Button) scene.lookup("#open")).fire();
        });
    }

    @Test
    void restore() throws Exception {
        shoot("restore", theme -> start(theme, FakeSecurityDesk.none(), false), scene -> {
            ((Button) scene.lookup("#start-restore")).fire();
            scene.getRoot().applyCss();
        });
    }

    @Test
    void lockScreen() throws Exception {
        shoot("lock", theme -> lock(FakeSecurityDesk.of(VaultState.OPEN, true)), scene -> scene.lookup("#passphrase").requestFocus());
        shoot("lock-sealed", theme -> lock(FakeSecurityDesk.of(VaultState.SEALED, true)), scene -> {
            ((Button) scene.lookup("#unlock-hint")).fire();
            field(scene, "#passphrase").insert("wrong".toCharArray());
            scene.lookup("#passphrase").requestFocus();
            ((Button) scene.lookup("#unlock")).fire();
        });
        shoot("lock-recovery", theme -> lock(FakeSecurityDesk.of(VaultState.SEALED, true)),
                scene -> ((Button) scene.lookup("#unlock-recovery")).fire());
    }

    @Test
    void prompts() throws Exception {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        FakeAccountsDesk accounts = FakeAccountsDesk.filled();
        Account live = accounts.accounts().stream()
                .filter(account -> account.standing() == Standing.NOT_ARMED).findFirst().orElseThrow();
        shoot("arm", theme -> shell(theme, desk), scene -> ArmPrompt.show(
                scene.lookup("#lock"), desk, new SecurityFeed(desk), accounts, live, "12,345.67 USDT", () -> {}));
        shoot("sealed-chip", theme -> shell(theme, FakeSecurityDesk.of(VaultState.SEALED, false)), scene -> {});
    }

    private static Parent shell(Theme theme, FakeSecurityDesk desk) {
        Shell shell = new Shell(
                session(), FakeDesks.with(FakeLabDesk.desks(), desk), theme, ScreenCatalog.SCREENS);
        shell.open();
        shell.show("bots");
        return shell.node();
    }

    private static Parent start(Theme theme, FakeSecurityDesk desk, boolean saved) {
        FakeTerminal terminal = new FakeTerminal(session());
        terminal.desks = FakeDesks.with(terminal.desks, desk);
        terminal.saved = saved ? Optional.of(new SavedSession("BTC/USD", "3 bots, 6 open orders, 24 fills")) : Optional.empty();
        return new StartView(terminal, theme, new Brand("icon-56"), opened -> {}).node();
    }

    private static Parent lock(FakeSecurityDesk desk) {
        LockGuard guard = new LockGuard(desk, new SecurityFeed(desk), LockGuard.Clocks.SYSTEM);
        return new LockView(session(), guard, new Brand("icon-22")).node();
    }

    private static FakeSession session() {
        return new FakeSession(Fixtures.running(), BotCatalog.TYPES);
    }

    private static SecretField field(Scene scene, String id) {
        return (SecretField) scene.lookup(id);
    }

    private static void click(Scene scene, String id) {
        Node node = scene.lookup(id);
        node.getOnMouseClicked().handle(null);
    }

    private void shoot(String name, Function<Theme, Parent> maker, Consumer<Scene> then) throws Exception {
        for (Appearance look : LOOKS) {
            Scene[] made = new Scene[1];
            WaitForAsyncUtils.asyncFx(() -> {
                Theme theme = new Theme(look);
                Scene scene = new Scene(maker.apply(theme), 1600, 998);
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
            String file = name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-" + look.textPercent() + ".png";
            WaitForAsyncUtils.asyncFx(() -> {
                save(made[0], FOLDER.resolve(file));
                return true;
            }).get();
        }
    }

    private static void save(Scene scene, Path file) throws IOException {
        PngWriter.write(PngWriter.picture(scene), file);
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
