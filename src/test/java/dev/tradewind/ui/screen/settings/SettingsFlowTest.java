package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.FakeAccountsDesk;
import dev.tradewind.ui.FakeBackupDesk;
import dev.tradewind.ui.FakeDiagnosticsDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.SecretField;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Does what a person does in Settings, and looks for secrets in all that the scene holds. */
@ExtendWith(ApplicationExtension.class)
class SettingsFlowTest {

    private static final String API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv";
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP";
    private static final String PASSPHRASE = "correct horse";

    private final FakeAccountsDesk accounts = FakeAccountsDesk.filled();
    private final FakeBackupDesk backups = FakeBackupDesk.filled();
    private final FakeDiagnosticsDesk diagnostics = new FakeDiagnosticsDesk();
    private final FakeVault vault = FakeVault.open();
    private Stage stage;
    private SettingsScreen screen;
    private Theme theme;

    @Start
    void start(Stage first) {
        stage = first;
    }

    private void open(Part part) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            theme = new Theme(Appearance.DEFAULT);
            screen = Screens.of(theme, Hands.threads(), accounts, backups, diagnostics, vault);
            ScrollPane scroll = new ScrollPane(screen.node());
            scroll.setFitToWidth(true);
            scroll.setFitToHeight(true);
            Scene scene = new Scene(scroll, 1536, 900);
            theme.dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
            screen.show(part);
            screen.shown();
            return true;
        }).get();
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> !screen.models().accounts.accounts.get().isEmpty());
    }

    @AfterEach
    void noSecretIsInTheSceneAndEveryArrayIsWiped(FxRobot robot) {
        String all = SceneText.of(stage.getScene().getRoot());
        assertThat(all).doesNotContain(API_KEY).doesNotContain(SECRET).doesNotContain(PASSPHRASE);
        assertThat(accounts.handed).allSatisfy(given -> assertThat(new String(given).replace("\0", "")).isEmpty());
        assertThat(vault.handed).allSatisfy(given -> assertThat(new String(given).replace("\0", "")).isEmpty());
        robot.interact(() -> screen.hidden());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(FxRobot robot, String id, String words) {
        SecretField field = robot.lookup(id).query();
        robot.interact(() -> field.insert(words.toCharArray()));
        assertThat(SceneText.of(stage.getScene().getRoot())).as("while typed into " + id).doesNotContain(words);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }

    private static boolean there(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    @Test
    void anAccountIsAddedWithAPairMadeHere(FxRobot robot) throws Exception {
        open(Part.ACCOUNTS);
        robot.clickOn("#accounts-add");
        assertThat(robot.lookup("#account-go").queryButton().isDisabled()).isTrue();
        assertThat(text(robot, "#account-blocked")).isEqualTo("Needs a key pair.");
        robot.clickOn("#account-pair");
        until(() -> robot.lookup("#account-public-key").<TextArea>query().getText()
                .startsWith("-----BEGIN PUBLIC KEY-----"));
        type(robot, "#account-api-key", API_KEY);
        robot.clickOn("#account-go");
        until(() -> there(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Binance takes this key");
        assertThat(text(robot, "#verdict-line")).isEqualTo("Reads, trades spot. It cannot withdraw.");
        assertThat(robot.lookup("#account-go").queryButton().getText()).isEqualTo("Seal the key");
        robot.clickOn("#account-go");
        until(() -> there(robot, "#accounts-note"));
        assertThat(text(robot, "#accounts-note")).isEqualTo("Binance live is sealed. Its key is not shown again.");
        assertThat(accounts.asked).containsExactly(
                "offer binance LIVE", "try binance LIVE ED25519 with a pair made here", "seal Binance live EACH_START");
        assertThat(accounts.secrets).containsExactly(API_KEY, "");
        assertThat(robot.lookup("#accounts").<TableView<?>>query().getItems()).hasSize(7);
    }

    @Test
    void aKeyThatMayWithdrawIsRefusedWithSteps(FxRobot robot) throws Exception {
        accounts.answer = new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.WITHDRAW), true, "");
        open(Part.ACCOUNTS);
        hmac(robot);
        assertThat(text(robot, "#verdict-title")).isEqualTo("Refused: this key may withdraw");
        assertThat(robot.lookup("#verdict .settings-number").queryAll()).hasSize(4);
        assertThat(robot.lookup("#account-go").queryButton().getText()).isEqualTo("Try this key");
        assertThat(accounts.asked).containsExactly("try binance LIVE HMAC_SHA256");
        assertThat(accounts.secrets).containsExactly(API_KEY, SECRET);
    }

    private void hmac(FxRobot robot) throws Exception {
        robot.clickOn("#accounts-add");
        robot.clickOn("HMAC secret");
        type(robot, "#account-api-key", API_KEY);
        assertThat(text(robot, "#account-blocked")).isEqualTo("Needs the secret.");
        type(robot, "#account-secret", SECRET);
        robot.clickOn("#account-go");
        until(() -> there(robot, "#verdict-title"));
        assertThat(robot.lookup("#account-api-key").<SecretField>query().length()).isZero();
        assertThat(robot.lookup("#account-secret").<SecretField>query().length()).isZero();
    }

    @Test
    void aKeyTheExchangeRefusesIsSaidInItsWords(FxRobot robot) throws Exception {
        accounts.refusal = "Invalid API-key, IP, or permissions for action (-2015).";
        open(Part.ACCOUNTS);
        hmac(robot);
        assertThat(text(robot, "#verdict-title")).isEqualTo("This key is not taken");
        assertThat(text(robot, "#verdict-line")).startsWith("Invalid API-key, IP, or permissions for action (-2015).");
        robot.clickOn("#account-cancel");
        until(() -> there(robot, "#accounts"));
    }

    @Test
    void anExchangeThatIsNotReachedLeavesTheChoiceToSealUntried(FxRobot robot) throws Exception {
        accounts.answer = new KeyReport(Outcome.UNREACHABLE, Set.of(), false, "no network");
        open(Part.ACCOUNTS);
        hmac(robot);
        assertThat(text(robot, "#verdict-title")).isEqualTo("Binance was not reached");
        assertThat(robot.lookup("#account-go").queryButton().getText()).isEqualTo("Seal it untried");
        robot.clickOn("#account-again");
        until(() -> accounts.asked.contains("forget"));
        assertThat(robot.lookup("#account-go").queryButton().getText()).isEqualTo("Try this key");
    }

    @Test
    void withoutAPassphraseOneIsSetFirst(FxRobot robot) throws Exception {
        vault.state = new FakeVault().state();
        open(Part.ACCOUNTS);
        robot.clickOn("#accounts-add");
        type(robot, "#vault-new", "four unusual words");
        until(() -> there(robot, "#vault-strength-word"));
        type(robot, "#vault-repeat", "four unusual word");
        until(() -> text(robot, "#vault-blocked").equals("The two are not the same."));
        assertThat(robot.lookup("#vault-save").queryButton().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#vault-repeat").<SecretField>query().insert(new char[] {'s'}));
        until(() -> !robot.lookup("#vault-save").queryButton().isDisabled());
        robot.clickOn("#vault-save");
        until(() -> there(robot, "#account-pair"));
        assertThat(vault.asked).containsExactly("create, hint ''");
    }

    @Test
    void aSealedVaultIsOpenedFirst(FxRobot robot) throws Exception {
        vault.be(VaultState.SEALED);
        open(Part.ACCOUNTS);
        robot.clickOn("#accounts-add");
        type(robot, "#vault-passphrase", PASSPHRASE);
        robot.clickOn("#vault-unlock");
        until(() -> there(robot, "#account-pair"));
        assertThat(vault.asked).containsExactly("unlock");
    }

    @Test
    void deletingAsksForThePassphraseAndSaysWhatStays(FxRobot robot) throws Exception {
        open(Part.ACCOUNTS);
        robot.clickOn("#account-delete-2");
        String asked = SceneText.of(robot.lookup("#ask").query());
        assertThat(asked).contains("Backups made before keep the key").contains("Binance's own page only");
        assertThat(robot.lookup("#ask-yes").queryButton().isDisabled()).isTrue();
        type(robot, "#ask-first", "wrong one");
        robot.clickOn("#ask-yes");
        until(() -> !text(robot, "#ask-error").isEmpty());
        assertThat(text(robot, "#ask-error")).startsWith("That is not the passphrase.");
        type(robot, "#ask-first", PASSPHRASE);
        robot.clickOn("#ask-yes");
        until(() -> !there(robot, "#ask"));
        assertThat(accounts.asked).containsExactly("delete 2");
        until(() -> robot.lookup("#accounts").<TableView<?>>query().getItems().size() == 5);
    }

    @Test
    void escapeLeavesAnAccountAsItIs(FxRobot robot) throws Exception {
        open(Part.ACCOUNTS);
        robot.clickOn("#account-arm-2");
        type(robot, "#ask-first", PASSPHRASE);
        robot.push(KeyCode.ESCAPE);
        assertThat(there(robot, "#ask")).isFalse();
        assertThat(accounts.asked).isEmpty();
    }

    @Test
    void thePassphraseIsChanged(FxRobot robot) throws Exception {
        open(Part.SECURITY);
        type(robot, "#vault-old", PASSPHRASE);
        type(robot, "#vault-new", "four unusual words");
        until(() -> there(robot, "#vault-strength-word"));
        type(robot, "#vault-repeat", "four unusual words");
        until(() -> !robot.lookup("#vault-save").queryButton().isDisabled());
        robot.clickOn("#vault-save");
        until(() -> there(robot, "#security-note") && text(robot, "#security-note").startsWith("Passphrase changed."));
        assertThat(vault.passphrase).isEqualTo("four unusual words");
        assertThat(vault.asked).as("the hint stays unless it is changed")
                .containsExactly("change, hint 'the horse's stable'");
        for (String id : List.of("#vault-old", "#vault-new", "#vault-repeat")) {
            assertThat(robot.lookup(id).<SecretField>query().length()).as(id).isZero();
        }
    }

    @Test
    void theRecoveryCodeIsShownUntilItIsWrittenDown(FxRobot robot) throws Exception {
        open(Part.SECURITY);
        type(robot, "#recovery-make-passphrase", PASSPHRASE);
        robot.clickOn("#recovery-make");
        until(() -> screen.models().security.codeWaits.get());
        assertThat(SceneText.of(robot.lookup("#recovery-code").query())).contains("7KQ2M").contains("2SLGA");
        robot.clickOn("#recovery-written");
        assertThat(SceneText.of(stage.getScene().getRoot())).doesNotContain("7KQ2M").doesNotContain("2SLGA");
    }

    @Test
    void aBackupShowsItsProgressAndWhatWentWrong(FxRobot robot) throws Exception {
        backups.gate = new CountDownLatch(1);
        open(Part.BACKUPS);
        robot.clickOn("#backup-create");
        until(() -> robot.lookup("#backup-job .progress-bar").<ProgressBar>query().getProgress() == 0.5);
        assertThat(robot.lookup("#backup-create").queryButton().isDisabled()).isTrue();
        backups.refusal = "The disk is full: 1.2 GB are needed, 310.4 MB are free.";
        backups.gate.countDown();
        until(() -> there(robot, "#backups-trouble"));
        assertThat(SceneText.of(robot.lookup("#backups-trouble").query()))
                .contains("The backup was not made")
                .contains("The disk is full: 1.2 GB are needed, 310.4 MB are free. Trading goes on; no order was"
                        + " touched.");
        assertThat(robot.lookup("#backup-create").queryButton().isDisabled()).isFalse();
    }

    @Test
    void aBackupIsCancelled(FxRobot robot) throws Exception {
        backups.gate = new CountDownLatch(1);
        open(Part.BACKUPS);
        robot.clickOn("#backup-create");
        until(() -> robot.lookup("#backup-job").query().isVisible());
        robot.clickOn("#backup-job-cancel");
        backups.gate.countDown();
        until(() -> there(robot, "#backups-note") && text(robot, "#backups-note").startsWith("Backing up cancelled"));
        assertThat(screen.models().backups.rows.get()).hasSize(4);
    }

    @Test
    void whatIsChosenAboutTheLookShowsAtOnce(FxRobot robot) throws Exception {
        open(Part.LOOK);
        robot.clickOn("Light");
        assertThat(theme.appearanceProperty().get().ground()).isEqualTo(Ground.LIGHT);
        robot.clickOn("150 %");
        assertThat(theme.appearanceProperty().get().textPercent()).isEqualTo(150);
    }

    @Test
    void theSectionsAreReachedByKeyboard(FxRobot robot) throws Exception {
        open(Part.ACCOUNTS);
        robot.interact(() -> robot.lookup("#settings-accounts").query().requestFocus());
        robot.push(KeyCode.DOWN);
        assertThat(robot.lookup("#security-headline").<Label>query().getText()).isEqualTo("Keys are open");
        robot.push(KeyCode.DOWN);
        assertThat(robot.lookup("#backup-create").<Button>query().isFocused()).isFalse();
        assertThat(there(robot, "#backups")).isTrue();
    }
}
