package dev.tradewind.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ui.fx.PngWriter;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SecretFieldTest {

    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicBoolean entered = new AtomicBoolean();
    private SecretField field;
    private SecretField repeat;
    private TextField usual;
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
        build(Appearance.DEFAULT);
    }

    private void build(Appearance look) {
        theme = new Theme(look);
        field = new SecretField("Passphrase");
        field.setId("secret");
        field.prompt("Passphrase");
        field.onChange(changes::incrementAndGet);
        repeat = new SecretField("Repeat");
        repeat.setId("repeat");
        repeat.prompt("Once more");
        usual = new TextField("A field like the others");
        VBox box = new VBox(12, field, repeat, usual);
        box.setStyle("-fx-padding: 16; -fx-background-color: -tw-bg1;");
        Scene scene = new Scene(box, 460, 240);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void isTypedIntoAndTaken(FxRobot robot) {
        robot.clickOn("#secret").write("tr0ub4dor &3");
        assertThat(field.length()).isEqualTo(12);
        assertThat(field.emptyProperty().get()).isFalse();
        assertThat(robot.interact(() -> {}).lookup("#secret .secret-dot").queryAllAs(Circle.class)).hasSize(12);
        assertThat(robot.lookup("#secret .secret-cell").queryAllAs(Text.class))
                .extracting(Text::getText).containsExactly("0", "Passphrase");
        char[][] taken = new char[1][];
        robot.interact(() -> taken[0] = field.take());
        assertThat(taken[0]).containsExactly("tr0ub4dor &3".toCharArray());
        assertThat(field.length()).isZero();
        assertThat(changes).hasValue(13);
    }

    @Test
    void isEditedByKeys(FxRobot robot) {
        robot.clickOn("#secret").write("abcdef");
        robot.push(KeyCode.LEFT).push(KeyCode.BACK_SPACE).push(KeyCode.HOME).push(KeyCode.DELETE);
        assertHolds("bcdf");
        robot.push(KeyCode.END).push(KeyCode.SHIFT, KeyCode.LEFT).write("x");
        assertHolds("bcdx");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("new");
        assertHolds("new");
        robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        assertHolds("");
        robot.write("abc").doubleClickOn("#secret").push(KeyCode.DELETE);
        assertHolds("");
    }

    @Test
    void takesPastesAndEmptiesTheClipboardIfItStillHoldsThem(FxRobot robot) {
        ClipboardGuard guard = new ClipboardGuard();
        robot.clickOn("#secret");
        robot.interact(() -> put("ab\ncd"));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertHolds("abcd");
        robot.interact(() -> {
            guard.paste();
            put("something else");
            guard.expire();
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("something else");
            char[] secret = "word-word-word".toCharArray();
            guard.copy(secret);
            assertThat(secret).containsOnly('\0');
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("word-word-word");
            guard.expire();
            assertThat(Clipboard.getSystemClipboard().hasString()).isFalse();
        });
    }

    private static void put(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Test
    void revealsWhileHeldAndNoLonger(FxRobot robot) {
        robot.clickOn("#secret").write("hold me");
        robot.moveTo("#secret .button").press(MouseButton.PRIMARY);
        assertThat(robot.lookup("#secret .secret-cell").queryAllAs(Text.class).stream().filter(Node::isVisible))
                .extracting(Text::getText).containsExactly("h", "o", "l", "d", " ", "m", "e");
        robot.release(MouseButton.PRIMARY);
        assertThat(robot.lookup("#secret .secret-dot").queryAll()).hasSize(7);
        robot.press(KeyCode.F8);
        assertThat(robot.lookup("#secret .secret-dot").queryAll()).isEmpty();
        robot.push(KeyCode.TAB);
        assertThat(robot.lookup("#secret .secret-dot").queryAll()).hasSize(7);
        robot.release(KeyCode.F8);
        assertThat(repeat.typingProperty().get()).isTrue();
    }

    @Test
    void takesWhatAnInputMethodCommits(FxRobot robot) {
        robot.clickOn("#secret").write("a");
        Node inner = robot.lookup("#secret .secret-text").query();
        robot.interact(() -> inner.fireEvent(new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                List.of(new InputMethodTextRun("\u00b4", InputMethodHighlight.UNSELECTED_RAW)), "", 0)));
        assertThat(robot.lookup("#secret .composing").queryAll()).hasSize(1);
        assertHolds("a");
        robot.interact(() -> inner.fireEvent(
                new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "\u00e9", 0)));
        assertThat(robot.lookup("#secret .composing").queryAll()).isEmpty();
        assertHolds("a\u00e9");
    }

    @Test
    void saysThatCapsLockIsOn(FxRobot robot) {
        robot.interact(() -> field.capsSource(() -> true));
        assertThat(robot.lookup("#secret .secret-caps").query().isVisible()).isFalse();
        robot.clickOn("#secret");
        assertThat(robot.lookup("#secret .secret-caps").query().isVisible()).isTrue();
        robot.clickOn(usual);
        assertThat(field.capsLockProperty().get()).isFalse();
    }

    @Test
    void tellsScreenReadersItsNameAndNotItsContent(FxRobot robot) {
        robot.clickOn("#secret").write("abc");
        Node inner = robot.lookup("#secret .secret-text").query();
        assertThat(inner.getAccessibleRole()).isEqualTo(AccessibleRole.PASSWORD_FIELD);
        assertThat(inner.getAccessibleText()).isEqualTo("Passphrase");
        assertThat(inner.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("•••");
    }

    @Test
    void forgetsWhenItLeavesTheWindowAndActsOnEnter(FxRobot robot) {
        robot.interact(() -> field.onEnter(() -> entered.set(true)));
        robot.clickOn("#secret").write("abc").push(KeyCode.ENTER);
        assertThat(entered).isTrue();
        robot.interact(() -> ((VBox) field.getParent()).getChildren().remove(field));
        assertThat(field.length()).isZero();
    }

    @Test
    void looksLikeTheOtherFields(FxRobot robot) throws Exception {
        for (Appearance look : List.of(
                new Appearance(Ground.DARK, false, 100), new Appearance(Ground.LIGHT, false, 100),
                new Appearance(Ground.DARK, false, 200))) {
            robot.interact(() -> {
                build(look);
                field.capsSource(() -> true);
                repeat.insert("wrong".toCharArray());
                repeat.invalid(true);
                field.insert("a passphrase of 26 letters".toCharArray());
            });
            robot.interact(() -> field.requestFocus());
            robot.interact(() -> robot.lookup("#secret .button").<Button>query().arm());
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.asyncFx(() -> {
                PngWriter.write(PngWriter.picture(stage.getScene()), Path.of("target", "screens",
                        "secret-" + look.ground().name().toLowerCase(Locale.ROOT) + "-" + look.textPercent() + ".png"));
                return true;
            }).get();
            assertThat(field.getHeight()).isEqualTo(30 * look.textPercent() / 100.0);
            assertThat(usual.getHeight()).isEqualTo(field.getHeight());
        }
    }

    private void assertHolds(String words) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(new String(field.copy())).isEqualTo(words);
    }
}
