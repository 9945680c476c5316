package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.Metric;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.app.RunSetup;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeLabDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchModelTest {

    private final FakeLabDesk desk = new FakeLabDesk();
    private final SearchModel model = new SearchModel(desk, new AtOnce());

    @BeforeEach
    void overARun() {
        model.over(run("sma-cross"));
    }

    private ReportModel run(String type) {
        SetupModel setup = new SetupModel(BotCatalog.type(type), Map.of());
        setup.choose(desk.histories().getLast());
        RunSetup made = setup.setup().orElseThrow();
        return ReportModel.of(
                new Run(1, RunReports.crashLadder(3, "Run", made.toJson()), 7), RunTerms.of(made.toJson()));
    }

    @Test
    void beginsWithTwoParametersAroundTheRunsOwnValues() {
        assertThat(model.rows.get()).hasSize(2).allSatisfy(row -> assertThat(SearchRow.isNumber(row.spec)).isTrue());
        assertThat(model.blocked.get()).isFalse();
        assertThat(model.note.get()).endsWith(" runs");
    }

    @Test
    void asksForWhatWasTyped() {
        SearchRow fast = row("fast");
        fast.from.set("5");
        fast.to.set("15");
        fast.step.set("5");
        SearchRow slow = row("slow");
        slow.from.set("20");
        slow.to.set("40");
        slow.step.set("20");
        model.constraints.set("fast * 2 <= slow");
        model.objective.set(Metric.SHARPE);
        assertThat(model.note.get()).isEqualTo("6 runs");
        desk.found = Optional.of(Searches.plateau("fast", "slow"));
        model.start();
        SearchSpec asked = desk.searched.getFirst();
        assertThat(asked.ranges()).isEqualTo(Map.of("fast", "5:15:5", "slow", "20:40:20"));
        assertThat(asked.constraints()).containsExactly("fast * 2 <= slow");
        assertThat(asked.objective()).isEqualTo(Metric.SHARPE);
        assertThat(asked.draw()).isEmpty();
        assertThat(model.found.get()).isPresent();
    }

    private SearchRow row(String id) {
        return model.rows.get().stream().filter(row -> row.spec.id().equals(id)).findFirst().orElseGet(() -> {
            model.replace(model.rows.get().getLast(), model.searchable().stream()
                    .filter(spec -> spec.id().equals(id))
                    .findFirst()
                    .orElseThrow());
            return model.rows.get().getLast();
        });
    }

    @Test
    void whatMakesNoTrialBlocksAndSaysWhy() {
        row("fast").from.set("x");
        assertThat(model.blocked.get()).isTrue();
        assertThat(model.note.get()).contains("x");
        model.start();
        assertThat(desk.searched).isEmpty();
    }

    @Test
    void byChanceTriesSoMany() {
        model.random.set(true);
        model.draws.set("12");
        assertThat(model.note.get()).startsWith("12 runs of ");
        model.draws.set("some");
        assertThat(model.note.get()).isEqualTo("'some' is no number of trials; 200 is one.");
        assertThat(model.blocked.get()).isTrue();
    }

    @Test
    void aFailedSearchSaysWhy() {
        desk.refusal = "nothing happened in the range asked for";
        model.start();
        assertThat(model.trouble.get()).isEqualTo("nothing happened in the range asked for.");
        assertThat(model.going.get()).isEmpty();
    }

    @Test
    void aCellStandsForItsValues() {
        desk.found = Optional.of(Searches.plateau("fast", "slow"));
        model.start();
        assertThat(model.params(0, 0)).contains(Map.of("fast", "0.8", "slow", "1"));
        assertThat(model.params(4, 5)).as("the best trial").contains(Map.of("fast", "1.6", "slow", "1.5"));
        assertThat(model.cell(Map.of("fast", "1.6", "slow", "1.5"))).containsExactly(4, 5);
        assertThat(model.cell(Map.of("fast", "7", "slow", "1.5"))).containsExactly(-1, 5);
    }

    @Test
    void anotherBotBeginsAnewAndTheSameOneKeepsWhatWasFound() {
        desk.found = Optional.of(Searches.plateau("fast", "slow"));
        model.start();
        model.over(run("sma-cross"));
        assertThat(model.found.get()).isPresent();
        model.over(run("dca"));
        assertThat(model.found.get()).isEmpty();
        assertThat(model.rows.get()).extracting(row -> row.spec.id()).isEqualTo(List.of("deviation", "stepScale"));
    }
}
