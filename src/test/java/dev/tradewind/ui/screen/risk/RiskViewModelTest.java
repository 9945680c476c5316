package dev.tradewind.ui.screen.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Risk;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.Troubled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskViewModelTest {

    private final EngineSnapshot first = Fixtures.running();
    private final FakeSession session = new FakeSession(first, List.of());
    private final List<String> said = new ArrayList<>();
    private final RiskViewModel model = new RiskViewModel(first, session.commands(), said::add);

    @Test
    void everyExampleIsARule() {
        for (String line : RiskViewModel.EXAMPLES) {
            assertThat(RuleText.parse(line)).as(line).hasSize(1);
        }
    }

    @Test
    void whatIsNoRuleSaysWhyAndIsNotSent() {
        model.text.set("account daily-loss lots halt");
        assertThat(model.error.get()).startsWith("risk rule in line 1, 'lots': a limit of daily-loss is");
        model.apply();
        assertThat(session.sent).isEmpty();
    }

    @Test
    void whatIsTypedIsSentAndThenInForce() {
        model.example("account daily-loss 3% halt");
        assertThat(model.note.get()).isEqualTo("1 rule, ready to apply.");
        model.apply();
        assertThat(session.sent).containsExactly(new Command.SetRiskRules("account daily-loss 3% halt"));
        model.take(Troubled.trading(first, TradingState.ACTIVE, "", "",
                new Risk("account daily-loss 3% halt", List.of(), List.of(), 0, List.of())));
        assertThat(model.dirty.get()).isFalse();
        assertThat(model.note.get()).isEqualTo("In force now.");
    }

    @Test
    void whatTheEngineRefusesIsSaidAtTheEditor() {
        model.example("account daily-loss 3% halt");
        model.apply();
        model.take(Troubled.trading(first, TradingState.ACTIVE, "", "no rules in this session", Risk.NONE));
        assertThat(model.error.get()).isEqualTo("no rules in this session");
        assertThat(model.note.get()).isEqualTo("Nothing was changed.");
    }

    @Test
    void rulesThatChangeElsewhereDoNotEraseWhatIsTyped() {
        model.text.set("account daily-loss 5% halt");
        model.take(Troubled.trading(first, TradingState.ACTIVE, "", "",
                new Risk("account drawdown 10% reduce-only", List.of(), List.of(), 0, List.of())));
        assertThat(model.text.get()).isEqualTo("account daily-loss 5% halt");
        model.undo();
        assertThat(model.text.get()).isEqualTo("account drawdown 10% reduce-only");
    }

    @Test
    void theStateSaysWhyAndTheSwitchesSend() {
        model.take(Troubled.trading(first, TradingState.REDUCING, "daily loss reached 3 %", "", Risk.NONE));
        assertThat(model.state.get()).isEqualTo("◐ Reducing only");
        assertThat(model.meaning.get()).endsWith("Why: daily loss reached 3 %.");
        model.reduce();
        model.halt();
        model.flatten();
        model.leaveHalt();
        assertThat(session.sent).containsExactly(
                new Command.Reduce("by you"), new Command.Halt("by you"), new Command.Flatten("by you"),
                new Command.LeaveHalt());
    }
}
