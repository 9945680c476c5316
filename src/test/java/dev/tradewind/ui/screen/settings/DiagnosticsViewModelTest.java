package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.upkeep.DiagnosticsDesk.Level;
import dev.tradewind.app.upkeep.DiagnosticsDesk.State;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeDiagnosticsDesk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagnosticsViewModelTest {

    private final FakeDiagnosticsDesk desk = new FakeDiagnosticsDesk();
    private final DiagnosticsViewModel model = new DiagnosticsViewModel(desk, new AtOnce());

    @BeforeEach
    void read() {
        model.read();
    }

    @Test
    void theEndpointIsOffUntilItIsStarted() {
        assertThat(model.headline.get()).isEqualTo("Log is kept, metrics are off");
        model.port.set(" 9464 ");
        model.start();
        assertThat(desk.asked).containsExactly("metrics on 9464");
        assertThat(model.state.get().flatMap(State::metrics)).contains("http://127.0.0.1:9464/metrics");
        assertThat(model.brief.get()).isEqualTo("Metrics on");
    }

    @Test
    void theTokenIsThereOnceAndGoneWhenTheScreenIsLeft() {
        model.start();
        assertThat(model.token.get()).isEqualTo(FakeDiagnosticsDesk.TOKEN);
        model.read();
        model.forgetToken();
        assertThat(model.token.get()).isEmpty();
        model.stop();
        assertThat(model.token.get()).isEmpty();
    }

    @Test
    void aPortThatIsNoneIsSaidWithWhatWouldPass() {
        for (String wrong : new String[] {"80", "70000", "http", ""}) {
            model.port.set(wrong);
            model.start();
            assertThat(model.portError.get()).isEqualTo(
                    "'" + wrong + "' is no port; 1,024 to 65,535 is, or 0 for any free one.");
        }
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void whatDoesNotStartSaysThatTradingGoesOn() {
        desk.refusal = "Port 9464 is taken by another program.";
        model.port.set("9464");
        model.start();
        assertThat(model.outcome.trouble.get()).contains(new Trouble("The endpoint was not started",
                "Port 9464 is taken by another program. Trading goes on; no order was touched."));
    }

    @Test
    void anErrorOfAnEarlierRunIsTold() {
        desk.state = new State(Path.of("a.log"), Level.INFO, Optional.empty(), "", "NullPointerException in the tape");
        model.read();
        assertThat(model.crash.get()).isEqualTo("NullPointerException in the tape");
        assertThat(model.tone.get()).isEqualTo("is-warn");
    }

    @Test
    void theBundleIsLookedAtFirst() {
        model.look();
        assertThat(model.contents.get()).hasSize(5);
        model.bundle(Path.of("bundle.zip"));
        assertThat(model.outcome.note.get()).isEqualTo("bundle.zip written. Look into it before you hand it on.");
    }
}
