package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.app.upkeep.DiagnosticsDesk.Level;
import dev.tradewind.app.upkeep.DiagnosticsDesk.State;
import dev.tradewind.ui.FakeAccountsDesk;
import dev.tradewind.ui.FakeBackupDesk;
import dev.tradewind.ui.FakeDiagnosticsDesk;
import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.screen.settings.AccountsViewModel.Ask;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.SecretField;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renders the Settings screen's sections in their states to {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
class SettingsPicturesTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final Appearance DARK = new Appearance(Ground.DARK, false, 100);
    private static final Appearance LIGHT = new Appearance(Ground.LIGHT, false, 100);
    private static final Appearance LARGE = new Appearance(Ground.DARK, false, 200);

    private FakeAccountsDesk accounts;
    private FakeBackupDesk backups;
    private FakeDiagnosticsDesk diagnostics;
    private FakeVault vault;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @BeforeEach
    void filled() {
        accounts = FakeAccountsDesk.filled();
        backups = FakeBackupDesk.filled();
        diagnostics = new FakeDiagnosticsDesk();
        vault = FakeVault.open();
    }

    @Test
    void accounts() throws Exception {
        for (Appearance look : List.of(DARK, LIGHT, LARGE)) {
            shoot("accounts", look, Part.ACCOUNTS, screen -> { });
        }
        shoot("accounts-delete", DARK, Part.ACCOUNTS, screen ->
                screen.models().accounts.ask(Ask.What.DELETE, accounts.accounts.get(1)));
        shoot("accounts-arm", LIGHT, Part.ACCOUNTS, screen -> {
            screen.models().accounts.ask(Ask.What.ARM, accounts.accounts.get(1));
            screen.models().accounts.askError.set(
                    "That is not the passphrase. The next try is taken in 2 seconds. Nothing was changed.");
        });
        accounts.refusal = "Binance did not answer within 10 seconds.";
        shoot("accounts-trouble", LIGHT, Part.ACCOUNTS,
                screen -> screen.models().accounts.tryAgain(accounts.accounts.get(1)));
        accounts.accounts.clear();
        shoot("accounts-empty", DARK, Part.ACCOUNTS, screen -> { });
    }

    @Test
    void newAccount() throws Exception {
        shoot("account-new", DARK, Part.ACCOUNTS, screen -> screen.models().accounts.add());
        shoot("account-new-pair", LIGHT, Part.ACCOUNTS, screen -> adding(screen).makePair());
        shoot("account-new-hmac", DARK, Part.ACCOUNTS, screen -> {
            adding(screen).scheme(KeyScheme.HMAC_SHA256);
            type(screen, "#account-api-key", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A");
            type(screen, "#account-secret", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
        });
        accounts.warnings = List.of(
                "The key works from any address. Bind it to yours on Binance's page, if yours does not change.");
        for (Appearance look : List.of(DARK, LARGE)) {
            shoot("account-new-accepted", look, Part.ACCOUNTS, screen -> tried(screen));
        }
        accounts.answer = new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.WITHDRAW), true, "");
        shoot("account-new-withdraws", DARK, Part.ACCOUNTS, screen -> tried(screen));
        accounts.answer = new KeyReport(Outcome.REFUSED, Set.of(), false,
                "Invalid API-key, IP, or permissions for action (-2015)");
        shoot("account-new-refused", LIGHT, Part.ACCOUNTS, screen -> tried(screen));
        accounts.answer = new KeyReport(Outcome.UNREACHABLE, Set.of(), false,
                "No network: the name api.binance.com is not known");
        shoot("account-new-unreachable", DARK, Part.ACCOUNTS, screen -> tried(screen));
        vault = new FakeVault();
        shoot("account-new-first", DARK, Part.ACCOUNTS, screen -> {
            screen.models().accounts.add();
            type(screen, "#vault-new", "horse battery");
        });
    }

    private static NewAccountModel adding(SettingsScreen screen) {
        screen.models().accounts.add();
        return screen.models().accounts.adding.get().orElseThrow();
    }

    private static void tried(SettingsScreen screen) {
        NewAccountModel adding = adding(screen);
        adding.makePair();
        adding.tryKey("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A".toCharArray(), new char[0]);
    }

    private static void type(SettingsScreen screen, String id, String words) {
        ((SecretField) screen.node().lookup(id)).insert(words.toCharArray());
    }

    @Test
    void security() throws Exception {
        for (Appearance look : List.of(DARK, LIGHT, LARGE)) {
            shoot("security", look, Part.SECURITY, screen -> type(screen, "#vault-new", "correct horse battery"));
        }
        shoot("security-code", DARK, Part.SECURITY,
                screen -> screen.models().security.makeCode("correct horse".toCharArray(), Optional.empty()));
        vault = FakeVault.sealed();
        shoot("security-sealed", LIGHT, Part.SECURITY,
                screen -> screen.models().security.unlock("wrong".toCharArray(), Optional.empty()));
        vault = new FakeVault();
        shoot("security-none", DARK, Part.SECURITY, screen -> { });
    }

    @Test
    void backups() throws Exception {
        for (Appearance look : List.of(DARK, LIGHT, LARGE)) {
            shoot("backups", look, Part.BACKUPS, screen -> { });
        }
        shoot("backups-going", DARK, Part.BACKUPS, screen -> screen.models().backups.going.set(
                Optional.of(new Going("Backing up", 0.42, Optional.of(34_000_000_000L)))));
        shoot("backups-restore", DARK, Part.BACKUPS,
                screen -> screen.models().backups.ask(BackupsViewModel.Ask.What.RESTORE, backups.rows.getFirst()));
        shoot("backups-rehearsed", LIGHT, Part.BACKUPS,
                screen -> screen.models().backups.ask(BackupsViewModel.Ask.What.REHEARSE, backups.rows.getLast()));
        vault = new FakeVault();
        backups = new FakeBackupDesk();
        backups.trouble = "the folder /home/trader/Backups/tradewind cannot be written";
        shoot("backups-trouble", LIGHT, Part.BACKUPS, screen -> screen.models().backups.outcome.failed(Trouble.of(
                "The backup was not made", new RefusedException(
                        "The disk is full: 1.2 GB are needed, 310.4 MB are free."),
                "Trading goes on; no order was touched.")));
    }

    @Test
    void logLookAndAbout() throws Exception {
        for (Appearance look : List.of(DARK, LIGHT, LARGE)) {
            shoot("diagnostics", look, Part.DIAGNOSTICS, screen -> screen.models().diagnostics.look());
            shoot("look", look, Part.LOOK, screen -> { });
            shoot("about", look, Part.ABOUT, screen -> { });
        }
        diagnostics.state = new State(diagnostics.state.logFile(), Level.DEBUG, Optional.empty(),
                "Port 9464 is taken by another program.",
                        "IllegalStateException in the tape's writer on 4 Aug 2024 at 22:14 UTC");
        shoot("diagnostics-trouble", LIGHT, Part.DIAGNOSTICS, screen -> { });
        diagnostics.state = new FakeDiagnosticsDesk().state;
        shoot("diagnostics-on", DARK, Part.DIAGNOSTICS, screen -> screen.models().diagnostics.start());
    }

    private void shoot(String name, Appearance look, Part part, Consumer<SettingsScreen> then) throws Exception {
        Scene[] made = new Scene[1];
        SettingsScreen[] screens = new SettingsScreen[1];
        WaitForAsyncUtils.asyncFx(() -> {
            Theme theme = new Theme(look);
            SettingsScreen screen = Screens.of(theme, accounts, backups, diagnostics, vault);
            ScrollPane scroll = new ScrollPane(screen.node());
            scroll.setFitToWidth(true);
            scroll.setFitToHeight(true);
            Scene scene = new Scene(scroll, 1536, 910);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            screen.show(part);
            screen.shown();
            made[0] = scene;
            screens[0] = screen;
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(4);
        WaitForAsyncUtils.asyncFx(() -> {
            then.accept(screens[0]);
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents(8);
        String file = "settings-" + name + "-" + look.ground().name().toLowerCase(Locale.ROOT) + "-"
                + look.textPercent();
        save(made[0], file, screens[0]);
        if (look.textPercent() > 100) {
            WaitForAsyncUtils.asyncFx(() -> {
                ((ScrollPane) made[0].getRoot()).setVvalue(1);
                return true;
            }).get();
            WaitForAsyncUtils.waitForFxEvents(4);
            save(made[0], file + "-below", screens[0]);
        }
    }

    private static void save(Scene scene, String name, SettingsScreen screen) throws Exception {
        Path file = FOLDER.resolve(name + ".png");
        WaitForAsyncUtils.asyncFx(() -> {
            PngWriter.write(PngWriter.picture(scene), file);
            screen.hidden();
            return true;
        }).get();
        assertThat(Files.size(file)).isGreaterThan(5_000);
    }
}
