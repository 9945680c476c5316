package dev.tradewind.ui.screen.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.widget.PresetModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form's rules, without a toolkit. */
class BotFormModelTest {

    private static final BotType DCA = BotCatalog.type("dca");
    private final FakeSession session = new FakeSession(Fixtures.running(), BotCatalog.TYPES);

    @Test
    void becomesAStartCommand() {
        BotFormModel form = BotFormModel.forNew(session, DCA);
        form.name.set("Dip ladder");
        form.capital.set("5,000");
        form.value("takeProfit").set("2.5");
        Command.StartBot start = (Command.StartBot) form.command().orElseThrow();
        assertThat(start.botId()).isEqualTo(7);
        assertThat(start.name()).isEqualTo("Dip ladder");
        assertThat(start.capitalAtoms()).isEqualTo(50_000_000_000_000L);
        assertThat(start.params()).isEqualTo(DCA.params(Map.of("takeProfit", "2.5")).asMap());
    }

    @Test
    void namesWhatBlocksAndTheBestMendUnblocks() {
        BotFormModel form = BotFormModel.forNew(session, DCA);
        form.capital.set("2,500");
        assertThat(form.startText.get()).isEqualTo("Start blocked by capital");
        assertThat(form.command()).isEmpty();
        RiskSheet.Mend best = form.sheet.get().orElseThrow().checks().stream()
                .filter(check -> check.level() == RiskSheet.Level.BLOCK)
                .flatMap(check -> check.mends().stream())
                .findFirst()
                .orElseThrow();
        form.mend(best);
        assertThat(form.blockedBy.get()).isEmpty();
        best.changes().forEach((id, value) -> assertThat(form.value(id).get()).isEqualTo(value));
    }

    @Test
    void saysWhatAFieldTakes() {
        BotFormModel form = BotFormModel.forNew(session, DCA);
        form.value("safetyOrders").set("31");
        assertThat(form.error("safetyOrders").get()).isEqualTo("Takes a whole number from 0 to 30.");
        assertThat(form.startText.get()).isEqualTo("Start blocked by 1 field");
        assertThat(form.sheet.get()).isEmpty();
    }

    @Test
    void presetsGoOverTheDefaults() {
        BotFormModel form = BotFormModel.forNew(session, DCA);
        form.value("takeProfit").set("9");
        form.preset(DCA.presets().get(1));
        DCA.presets().get(1).values().forEach((id, value) -> assertThat(form.value(id).get()).isEqualTo(value));
    }

    @Test
    void aCloneStartsANewBotWithTheSameParameters() {
        BotRow bot = Fixtures.edited(DCA);
        BotFormModel form = BotFormModel.forClone(session, DCA, bot);
        assertThat(form.name.get()).isEqualTo(bot.name() + " copy");
        Command.StartBot start = (Command.StartBot) form.command().orElseThrow();
        assertThat(start.botId()).isEqualTo(7);
        assertThat(start.params()).isEqualTo(bot.params());
    }

    @Test
    void savesTheFormAsAPresetAndFillsItFromOne() {
        BotFormModel form = BotFormModel.forNew(session, DCA);
        form.value("takeProfit").set("9");
        PresetModel presets = form.presets();
        presets.name.set("Greedy");
        presets.save();
        assertThat(presets.names.get()).containsExactly("Greedy");
        form.value("takeProfit").set("1");
        PresetModel later = BotFormModel.forNew(session, DCA).presets();
        assertThat(later.names.get()).containsExactly("Greedy");
        presets.choose("Greedy");
        assertThat(form.value("takeProfit").get()).isEqualTo("9");
        presets.name.set("Patient");
        presets.rename();
        assertThat(presets.names.get()).containsExactly("Patient");
        assertThat(presets.chosen.get()).isEqualTo("Patient");
        presets.name.set(" ");
        presets.rename();
        assertThat(presets.trouble.get()).isEqualTo("preset name '' must have 1 to 60 characters");
        presets.delete();
        assertThat(presets.names.get()).isEmpty();
        assertThat(form.value("takeProfit").get()).isEqualTo("9");
    }

    @Test
    void anEditSendsOnlyWhatChanged() {
        BotFormModel form = BotFormModel.forEdit(session, DCA, Fixtures.edited(DCA));
        assertThat(form.command()).isEmpty();
        form.value("takeProfit").set("3");
        form.scope.set(EditScope.BOTH);
        assertThat(form.command()).contains(new Command.EditBot(1, Map.of("takeProfit", "3"), EditScope.BOTH));
    }
}
