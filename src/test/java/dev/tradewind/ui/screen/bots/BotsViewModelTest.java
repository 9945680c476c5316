package dev.tradewind.ui.screen.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.Fixtures;
import org.junit.jupiter.api.Test;

class BotsViewModelTest {

    private final BotsViewModel model = new BotsViewModel(BotCatalog.TYPES);

    @Test
    void archivedBotsLeaveTheListUntilTheyAreAskedFor() {
        EngineSnapshot snapshot = Fixtures.snapshot(TradingState.ACTIVE, Fixtures.withArchived());
        model.update(snapshot);
        int shown = model.lines.get().size();
        assertThat(model.archived.get()).isEqualTo(1);
        assertThat(model.lines.get()).noneMatch(BotLine::archived);
        model.showArchived.set(true);
        model.update(snapshot);
        assertThat(model.lines.get()).hasSize(shown + 1);
        assertThat(model.lines.get().getLast().archived()).isTrue();
    }
}
