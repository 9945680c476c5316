package dev.tradewind.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.SavedSession;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.ui.lock.LockGuard.Clocks;
import dev.tradewind.ui.widget.SecretField;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window from the start page to the lock screen and back, with clocks that are set by hand. */
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockEndToEndTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);
    private final FakeTerminal terminal = new FakeTerminal(session);
    private final FakeSecurityDesk desk = FakeSecurityDesk.none();
    private final AtomicLong nanos = new AtomicLong(7 * SECOND);
    private TerminalWindow window;

    @Start
    void start(Stage unused) {
        terminal.desks = FakeDesks.with(terminal.desks, desk);
        terminal.saved = Optional.of(new SavedSession("BTC/USD", "3 bots, 6 open orders"));
        window = new TerminalWindow(
                terminal, () -> {}, new Clocks(nanos::get, () -> nanos.get() / 1_000_000));
        desk.state = FakeSecurityDesk.of(VaultState.OPEN, false).state;
        window.showStart();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            window.dispose();
            return true;
        }).get();
    }

    @Test
    void theKeyLocksAndOnlyThePassphraseOpens(FxRobot robot) throws Exception {
        opens(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> shows(robot, "#palette-query"));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> shows(robot, "#lock-screen"));
        assertThat(desk.asked).containsExactly("lock USER");
        nothingOfTheTerminalIsLeft(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.CONTROL, KeyCode.DIGIT2).push(KeyCode.CONTROL, KeyCode.SPACE);
        nothingOfTheTerminalIsLeft(robot);
        assertThat(session.paused).isFalse();
        assertThat(robot.lookup("#badge .badge-word").<Label>query().getText()).isEqualTo("REPLAY");
        assertThat(robot.lookup("#lock-going").<Label>query().getText()).isEqualTo("3 bots go on. Protective orders stay.");
        robot.write("not it").push(KeyCode.ENTER);
        until(() -> text(robot, "#unlock-trouble").equals("That is not the passphrase."));
        assertThat(text(robot, "#unlock-wait")).isEqualTo("Next try in 2 s");
        assertThat(robot.lookup("#unlock").<Button>query().isDisabled()).isTrue();
        desk.nowNanos += 2 * SECOND;
        until(() -> text(robot, "#unlock-wait").isEmpty());
        robot.write(FakeSecurityDesk.PASSPHRASE).push(KeyCode.ENTER);
        until(() -> shows(robot, "#trade-screen"));
        assertThat(shows(robot, "#lock-screen")).isFalse();
        assertThat(shows(robot, "#palette-query")).isFalse();
        assertThat(window.stage().getTitle()).isEqualTo("Tradewind");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> shows(robot, "#bot-table"));
    }

    private void nothingOfTheTerminalIsLeft(FxRobot robot) {
        assertThat(robot.lookup("#equity").tryQuery()).isEmpty();
        assertThat(robot.lookup("#trade-screen").tryQuery()).isEmpty();
        assertThat(robot.lookup("#palette-query").tryQuery()).isEmpty();
        assertThat(window.stage().getTitle()).isEqualTo("Tradewind, locked");
        assertThat(Window.getWindows().stream().filter(Window::isShowing)).containsExactly(window.stage());
        assertThat(robot.from(window.stage().getScene().getRoot()).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText).noneMatch(words -> words.contains("10,145.85") || words.contains("1,072.10"));
    }

    @Test
    void haltStaysPossibleAndPopUpsClose(FxRobot robot) throws Exception {
        opens(robot);
        robot.clickOn("#look");
        until(() -> shows(robot, "#look-ground"));
        robot.rightClickOn("#lock");
        robot.interact(() -> desk.seal(Cause.IDLE));
        until(() -> shows(robot, "#lock-screen"));
        nothingOfTheTerminalIsLeft(robot);
        assertThat(text(robot, "#lock-title")).isEqualTo("Locked, keys sealed");
        robot.interact(() -> window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(window.stage().isShowing()).isTrue();
        assertThat(text(robot, "#lock-note")).startsWith("Closing the window would end the session.");
        robot.moveTo("#lock-halt").press(MouseButton.PRIMARY);
        until(() -> !session.sent.isEmpty());
        robot.release(MouseButton.PRIMARY);
        assertThat(session.sent).containsExactly(new Command.Halt("by you"));
        robot.interact(() -> session.snapshot = Fixtures.halted());
        until(() -> robot.lookup("#badge .badge-word").<Label>query().getText().equals("HALTED"));
        assertThat(robot.lookup("#lock-halt").query().getParent().isVisible()).isFalse();
        robot.clickOn("#passphrase").write(FakeSecurityDesk.PASSPHRASE).push(KeyCode.ENTER);
        until(() -> shows(robot, "#trade-screen"));
        assertThat(desk.asked).containsExactly("seal IDLE", "unlock");
    }

    @Test
    void idlenessWarnsAndLocksAndAKeyStopsTheWarning(FxRobot robot) throws Exception {
        desk.policy(new LockPolicy(5, Reaction.LOCK, Reaction.NOTHING));
        opens(robot);
        nanos.addAndGet(290 * SECOND);
        until(() -> shows(robot, "#idle-warning"));
        robot.push(KeyCode.SHIFT);
        until(() -> !shows(robot, "#idle-warning"));
        nanos.addAndGet(299 * SECOND);
        until(() -> shows(robot, "#idle-warning"));
        nanos.addAndGet(SECOND);
        until(() -> shows(robot, "#lock-screen"));
        assertThat(desk.asked).endsWith("lock IDLE");
        assertThat(shows(robot, "#idle-warning")).isFalse();
    }

    @Test
    void aSealedVaultShowsAChipThatUnsealsAndTheRecoveryCodeOpens(FxRobot robot) throws Exception {
        robot.interact(() -> desk.stand(VaultState.SEALED, false));
        opens(robot);
        until(() -> robot.lookup("#lock-chip").query().isVisible());
        assertThat(robot.lookup("#lock-chip").<Button>query().getText()).isEqualTo("Keys sealed");
        robot.clickOn("#lock-chip");
        until(() -> shows(robot, "#prompt"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows(robot, "#prompt"));
        robot.clickOn("#lock");
        until(() -> shows(robot, "#lock-screen"));
        robot.clickOn("#unlock-recovery");
        robot.write(FakeSecurityDesk.CODE).push(KeyCode.ENTER).write("another long passphrase").push(KeyCode.TAB);
        robot.clickOn("#repeat-passphrase").write("another long passphrase").push(KeyCode.ENTER);
        until(() -> shows(robot, "#trade-screen"));
        assertThat(desk.asked).containsExactly("lock USER", "recover");
        until(() -> !robot.lookup("#lock-chip").query().isVisible());
    }

    @Test
    void aPassphraseIsSetOnTheFirstStart(FxRobot robot) throws Exception {
        robot.interact(() -> desk.stand(VaultState.NONE, false));
        robot.clickOn("#passphrase-set").write("short").push(KeyCode.ENTER);
        until(() -> text(robot, "#new-passphrase-trouble").startsWith("This passphrase is too easy to guess."));
        assertThat(text(robot, "#strength-word")).isEqualTo("Weak");
        robot.write(" but made longer").clickOn("#repeat-passphrase").write("short but made longer");
        robot.interact(() -> robot.lookup("#passphrase-hint").<TextField>query().setText("length"));
        robot.push(KeyCode.ENTER);
        until(() -> shows(robot, "#trade-screen"));
        assertThat(desk.asked).containsExactly("create hint length");
        assertThat(terminal.choices).isEmpty();
    }

    @Test
    void aVaultIsUnlockedBesideGoingOnAndAWrongTryKeepsThePage(FxRobot robot) throws Exception {
        robot.interact(() -> desk.stand(VaultState.SEALED, false));
        robot.interact(() -> robot.lookup("#passphrase").query().requestFocus());
        robot.write("wrong").push(KeyCode.ENTER);
        until(() -> text(robot, "#unlock-trouble").equals("That is not the passphrase."));
        assertThat(text(robot, "#unlock-wait")).isEqualTo("Next try in 2 s");
        desk.nowNanos += 3 * SECOND;
        until(() -> text(robot, "#unlock-wait").isEmpty());
        robot.write(FakeSecurityDesk.PASSPHRASE).push(KeyCode.ENTER);
        until(() -> shows(robot, "#trade-screen"));
        assertThat(desk.asked).containsExactly("unlock wrong", "unlock");
        assertThat(robot.lookup("#lock-chip").query().isVisible()).isFalse();
    }

    @Test
    void withoutAPassphraseLockOffersToSetOne(FxRobot robot) throws Exception {
        robot.interact(() -> desk.stand(VaultState.NONE, false));
        opens(robot);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> shows(robot, "#set-passphrase"));
        robot.write("correct horse battery").clickOn("#repeat-passphrase").write("correct horse");
        robot.push(KeyCode.ENTER);
        until(() -> text(robot, "#new-passphrase-trouble").startsWith("The passphrase and its repeat differ."));
        robot.write(" battery").push(KeyCode.ENTER);
        until(() -> !shows(robot, "#set-passphrase"));
        assertThat(desk.asked).containsExactly("create");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> shows(robot, "#lock-screen"));
        assertThat(robot.lookup("#passphrase").<SecretField>query().typingProperty().get()).isTrue();
    }

    private void opens(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#open").<Button>query().fire());
        until(() -> shows(robot, "#trade-screen"));
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Label>query().getText();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
