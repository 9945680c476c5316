package dev.tradewind.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.engine.LineState;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.Troubled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the window says of the line to the exchange, without a toolkit. */
class ExchangeViewModelTest {

    private final ExchangeViewModel model = new ExchangeViewModel();

    @Test
    void aSimulatedExchangeIsNotSpokenOf() {
        model.update(Fixtures.running());
        assertThat(List.of(model.news.get(), model.status.get())).containsExactly(false, "");
    }

    @Test
    void aLostLineSaysWhatItMeansForOrders() {
        model.update(Troubled.compared(Fixtures.running(), LineState.LOST, 2, List.of()));
        assertThat(List.of(model.news.get(), model.tone.get(), model.status.get(), model.words.get())).containsExactly(
                true, "is-sell", "not reachable",
                "The exchange cannot be reached since 14:18:28; 2 orders are in doubt. Orders there stay as they are; none is"
                        + " sent until its books have been compared with ours.");
    }

    @Test
    void differencesStayUntilSomebodyHasSeenThem() {
        var found = Troubled.compared(Fixtures.running(), LineState.OPEN, 0, Troubled.differences());
        model.update(found);
        assertThat(List.of(model.news.get(), model.words.get(), model.rows.get())).containsExactly(
                true, "Compared with the exchange at 14:19:53: 3 differences found, 3 mended.", Troubled.differences());
        model.seen();
        model.update(found);
        assertThat(List.of(model.news.get(), model.status.get())).containsExactly(false, "3 differences 14:19:53");
    }

    @Test
    void whileTheLineIsDownNothingCanBePutAway() {
        var comparing = Troubled.compared(Fixtures.running(), LineState.COMPARING, 1, Troubled.differences());
        model.update(comparing);
        model.seen();
        model.update(comparing);
        assertThat(List.of(model.news.get(), model.settled.get())).containsExactly(true, false);
        assertThat(model.words.get()).contains("1 order is in doubt");
    }

    @Test
    void booksThatAgreeAreOnlyNoted() {
        model.update(Troubled.compared(Fixtures.running(), LineState.OPEN, 0, List.of()));
        assertThat(List.of(model.news.get(), model.status.get())).containsExactly(false, "agrees 14:19:53");
    }
}
