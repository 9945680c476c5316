package dev.tradewind.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Theme;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Dumps the heap after a secret was typed, revealed, compared and taken, and looks for it there. */
@ExtendWith(ApplicationExtension.class)
class SecretFieldHeapTest {

    private static final int LENGTH = 24;
    /** The least that counts as found: half of the secret in a row. */
    private static final int FOUND = 12;
    private static final byte MASK = 0x5A;

    private final byte[] masked = new byte[LENGTH];
    private SecretField field;

    @Start
    void start(Stage stage) {
        field = new SecretField("Passphrase");
        Scene scene = new Scene(new StackPane(field), 400, 100);
        new Theme(Appearance.DEFAULT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void nothingOfItIsLeft(FxRobot robot, @TempDir Path folder) throws Exception {
        SecureRandom random = new SecureRandom();
        Node text = robot.lookup(".secret-text").query();
        for (int i = 0; i < LENGTH; i++) {
            byte letter = (byte) ('a' + random.nextInt(26));
            masked[i] = (byte) (letter ^ MASK);
            robot.interact(() -> text.fireEvent(new KeyEvent(
                    KeyEvent.KEY_TYPED, Character.toString(letter), "", KeyCode.UNDEFINED, false, false, false, false)));
        }
        assertThat(field.length()).isEqualTo(LENGTH);
        assertThat(longestRun(dump(folder.resolve("before.hprof")))).as("the search finds what is there").isEqualTo(LENGTH);
        robot.interact(() -> text.requestFocus());
        robot.press(KeyCode.F8);
        WaitForAsyncUtils.waitForFxEvents(3);
        robot.release(KeyCode.F8);
        robot.interact(() -> Arrays.fill(field.take(), '\0'));
        WaitForAsyncUtils.waitForFxEvents(3);
        assertThat(longestRun(dump(folder.resolve("after.hprof")))).isLessThan(FOUND);
    }

    private static Path dump(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }

    /** {@return how much of the secret's beginning stands in a row, as bytes or as characters of two bytes either way round} */
    private int longestRun(Path file) throws IOException {
        int best = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                matched = one == 0 ? matched : step(matched, one);
                best = Math.max(best, matched);
            }
        }
        Files.delete(file);
        return best;
    }

    private int step(int matched, int one) {
        if (matched < LENGTH && one == (masked[matched] ^ MASK)) {
            return matched + 1;
        }
        return one == (masked[0] ^ MASK) ? 1 : 0;
    }
}
