package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.FillChoice;
import dev.tradewind.app.LabDesk.History;
import dev.tradewind.app.RiskRules;
import dev.tradewind.app.RunSetup;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.screen.lab.SetupModel.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupModelTest {

    private static final History TRADES = new FakeLabDesk().histories().getFirst();
    private static final History MINUTES = new FakeLabDesk().histories().getLast();

    private final SetupModel model = new SetupModel(BotCatalog.type("dca"), Map.of());

    @Test
    void withoutDataItSaysSoAndMakesNoRun() {
        assertThat(model.historyError.get()).isEqualTo("Choose what to play.");
        assertThat(model.blockedBy.get()).isEqualTo("no data chosen");
        assertThat(model.setup()).isEmpty();
    }

    @Test
    void becomesTheRunItsFieldsSay() {
        model.choose(MINUTES);
        model.term(Term.CAPITAL).set("2,500.50");
        model.term(Term.FROM).set("2024-02-01");
        model.term(Term.TO).set("2024-03-01");
        model.term(Term.FEE).set("0.075");
        model.term(Term.SLIPPAGE).set("2.5");
        model.term(Term.LATENCY).set("120");
        model.timeframe.set(Optional.of(Timeframe.M15));
        RunSetup setup = model.setup().orElseThrow();
        assertThat(setup.terms()).isEqualTo(new BacktestRequest(
                new BigDecimal("2500.50"), FeeRate.ofBps(new BigDecimal("7.5")), FeeAsset.QUOTE, new BigDecimal("2.5"),
                120_000_000L, RunReports.nanos("2024-02-01T00:00:00Z"), RunReports.nanos("2024-03-01T00:00:00Z"),
                RiskRules.NONE, FillChoice.DEFAULT, Optional.empty(), Optional.of(Timeframe.M15)));
        assertThat(setup.lanes().getFirst().market().source()).isEqualTo(MINUTES.market().source().absolute());
        assertThat(setup.lanes().getFirst().bots().getFirst().bot().type().id()).isEqualTo("dca");
    }

    @Test
    void aRunsSetupFillsTheSameFormAgain() {
        model.choose(MINUTES);
        model.value("takeProfit").set("0.9");
        model.term(Term.FROM).set("2024-02-01");
        model.timeframe.set(Optional.of(Timeframe.H1));
        RunSetup made = model.setup().orElseThrow();
        SetupModel again = SetupModel.of(RunSetup.ofJson(made.toJson()), List.of(TRADES, MINUTES)).orElseThrow();
        assertThat(again.history.get()).contains(MINUTES);
        assertThat(again.setup().orElseThrow().toJson()).isEqualTo(made.toJson());
    }

    @Test
    void everyWrongFieldSaysWhatWouldPass() {
        model.choose(MINUTES);
        model.term(Term.CAPITAL).set("much");
        model.term(Term.FEE).set("100");
        model.term(Term.SLIPPAGE).set("-1");
        model.term(Term.FROM).set("5 August");
        model.value("takeProfit").set("0");
        assertThat(model.termError(Term.CAPITAL).get()).isEqualTo("'much' is not a number.");
        assertThat(model.termError(Term.FEE).get()).isEqualTo("Takes 0 to below 100 %.");
        assertThat(model.termError(Term.SLIPPAGE).get()).isEqualTo("Takes 0 to below 5000 bp.");
        assertThat(model.termError(Term.FROM).get())
                .isEqualTo("'5 August' is no day; 2024-08-05 is one. Empty plays all there is.");
        assertThat(model.error("takeProfit").get()).isEqualTo("Takes a number from 0.01 to 1000.");
        assertThat(model.blockedBy.get()).isEqualTo("5 fields");
        assertThat(model.setup()).isEmpty();
    }

    @Test
    void aRangeHasToLieInTheDataAndEndAfterItBegins() {
        model.choose(MINUTES);
        model.term(Term.FROM).set("2025-01-01");
        assertThat(model.termError(Term.FROM).get()).isEqualTo("The data runs from 1 Jan 2023 to 1 Jul 2024.");
        model.term(Term.FROM).set("2024-02-01");
        model.term(Term.TO).set("2024-02-01");
        assertThat(model.termError(Term.TO).get()).isEqualTo("Ends before it begins; a day after 2024-02-01 would pass.");
        model.term(Term.TO).set("2024-02-02");
        assertThat(model.blockedBy.get()).isEmpty();
    }

    @Test
    void theFillTierFollowsFromDataAndCandles() {
        model.choose(MINUTES);
        assertThat(model.tier()).contains(FillTier.T0);
        model.timeframe.set(Optional.of(Timeframe.M15));
        assertThat(model.tier()).contains(FillTier.T1);
        assertThat(model.timeframes()).startsWith(Timeframe.M1, Timeframe.M3).doesNotContain(Timeframe.S5);
        model.choose(TRADES);
        assertThat(model.tier()).contains(FillTier.T2);
    }

    @Test
    void anotherKindOfBotKeepsDataAndTerms() {
        model.choose(MINUTES);
        model.term(Term.CAPITAL).set("77");
        SetupModel other = model.of(BotCatalog.type("sma-cross"));
        assertThat(other.type.id()).isEqualTo("sma-cross");
        assertThat(other.history.get()).contains(MINUTES);
        assertThat(other.term(Term.CAPITAL).get()).isEqualTo("77");
        assertThat(other.term(Term.FEE).get()).isEqualTo("0.1");
    }

    @Test
    void parametersThatContradictEachOtherBlock() {
        SetupModel cross = new SetupModel(BotCatalog.type("sma-cross"), Map.of());
        cross.choose(MINUTES);
        cross.value("fast").set("50");
        cross.value("slow").set("10");
        assertThat(cross.blockedBy.get()).isNotEmpty();
        assertThat(cross.error("fast").get() + cross.error("slow").get() + cross.problem.get()).contains("slow");
        assertThat(cross.setup()).isEmpty();
    }
}
