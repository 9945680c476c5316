package dev.tradewind.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.ReplayControl.Position;
import dev.tradewind.app.SessionLabel;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.chart.SampleMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bars say of a snapshot, without a toolkit. */
class ShellViewModelTest {

    private final ShellViewModel model =
            new ShellViewModel(new SessionLabel(SessionLabel.Mode.REPLAY, "Paper account", "Bitstamp replay", true));

    @Test
    void writesMarketAccountAndReplay() {
        model.update(Fixtures.running(), position(false, false), 0);
        assertThat(List.of(
                        model.badge.get(), model.account.get(), model.symbol.get(),
                        model.equity.get(), model.today.get(), model.todayPercent.get(), model.feed.get(),
                        model.clock.get(), model.journal.get(), model.played.get(), model.protection.get()))
                .containsExactly(
                        "REPLAY", "Paper account", "BTC/USD", "10,145.85", "+145.85", "+1.46 %", "Replay 600×",
                        "29 Nov 2013 14:19:58", "185,247", "25.0 %", "1 of 3 covered");
        assertThat(model.message.get()).isEqualTo("14:19:18 · Crash ladder: Take profit moved to 1,182.50");
    }

    @Test
    void namesTheFillTierAndWhatItMeans() {
        model.update(Fixtures.running(), position(false, false), 0);
        assertThat(model.tier.get() + model.tierMeaning.get()).isEmpty();
        model.update(new SampleMarket(500).deal(), position(false, false), 1);
        assertThat(List.of(model.tier.get(), model.tierMeaning.get()))
                .containsExactly(
                        "T2",
                        "Simulated fills, tier T2 of T0 to T3: a limit fills when a trade prints through it, or at its price"
                                + " once the assumed queue has traded.");
    }

    @Test
    void saysPauseAndEndOfData() {
        model.update(Fixtures.running(), position(true, false), 0);
        assertThat(model.feed.get() + model.feedTone.get()).isEqualTo("Pausedis-warn");
        model.update(Fixtures.running(), position(true, true), 1);
        assertThat(model.feed.get() + model.feedTone.get()).isEqualTo("End of datais-faint");
    }

    @Test
    void aHaltTakesTheBadge() {
        model.update(Fixtures.halted(), position(false, false), 0);
        assertThat(List.of(model.badge.get(), model.engine.get(), model.engineTone.get()))
                .containsExactly("HALTED", "Halted: by you", "is-sell");
    }

    @Test
    void countsEventsOverASecond() {
        EngineSnapshot first = Fixtures.running();
        model.update(first, position(false, false), 0);
        assertThat(model.rate.get()).isEqualTo("–");
        EngineSnapshot later = new EngineSnapshot(
                first.sequence() + 9_624, first.timeNanos(), first.journalRow(), first.trading(), first.haltReason(),
                "order of 9 BTC is above the limit of 5", first.market(), first.account(), first.openOrders(),
                first.history(), first.fills(), first.bots(), first.log(), first.quarantine());
        model.update(later, position(false, false), 2_000_000_000L);
        assertThat(model.rate.get()).isEqualTo("4,812 /s");
        assertThat(model.message.get()).isEqualTo("Refused: order of 9 BTC is above the limit of 5");
        assertThat(model.messageTone.get()).isEqualTo("is-sell");
    }

    private static Position position(boolean paused, boolean ended) {
        return new Position(paused, ended, 600, 25_000, 100_000, 1, 2);
    }
}
