package dev.tradewind.ui.screen.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.LabDesk.Format;
import dev.tradewind.app.job.Job;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.screen.lab.LabViewModel.Page;
import dev.tradewind.ui.screen.lab.LabViewModel.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LabViewModelTest {

    private final FakeLabDesk desk = new FakeLabDesk();
    private final List<String> said = new ArrayList<>();
    private final LabViewModel model = new LabViewModel(desk, new AtOnce(), said::add);
    private int seed;

    private void play() {
        desk.result = setup -> RunReports.crashLadder(++seed, "Run " + seed, setup.toJson());
        model.run();
    }

    @Test
    void showsWhatCanBePlayedAndChoosesTheFirstWithItsFee() {
        model.shown();
        assertThat(model.histories.get()).isEqualTo(desk.histories());
        assertThat(model.setup.get().history.get()).contains(desk.histories().getFirst());
        assertThat(model.setup.get().term(SetupModel.Term.FEE).get()).isEqualTo("0.25");
        assertThat(model.kept.get()).isEmpty();
    }

    @Test
    void aRunIsKeptAndItsReportOpens() {
        model.shown();
        play();
        assertThat(desk.played).hasSize(1);
        assertThat(model.page.get()).isEqualTo(Page.REPORT);
        assertThat(model.report.get().orElseThrow().number()).isEqualTo(1);
        assertThat(model.kept.get()).hasSize(1);
        assertThat(model.going.get()).isEmpty();
        assertThat(said).containsExactly("Run 1 is run 1");
    }

    @Test
    void aRunIsThoroughWhereThatWasAsked() {
        model.shown();
        play();
        assertThat(desk.lastWasThorough).isFalse();
        model.setup.get().thorough.set(true);
        play();
        assertThat(desk.lastWasThorough).isTrue();
    }

    @Test
    void whatCannotRunSaysWhyAndKeepsNothing() {
        model.shown();
        desk.refusal = "nothing happened in the range asked for";
        model.run();
        assertThat(model.trouble.get()).contains(new Trouble(
                "The run could not be made", "nothing happened in the range asked for. Nothing was kept."));
        assertThat(model.page.get()).isEqualTo(Page.SETUP);
        assertThat(model.kept.get()).isEmpty();
    }

    @Test
    void aBlockedSetupRunsNothing() {
        model.shown();
        model.setup.get().term(SetupModel.Term.CAPITAL).set("0");
        model.run();
        assertThat(desk.played).isEmpty();
    }

    @Test
    void cancellingEndsTheRunAndKeepsNothing() {
        List<JobWatch.Listener<?>> followed = new ArrayList<>();
        LabViewModel slow = new LabViewModel(desk, new Hands() {
            @Override
            public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                new AtOnce().apart(name, work, done, failed);
            }

            @Override
            public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
                listener.running(0.25, Optional.of(3_000_000_000L));
                followed.add(listener);
            }
        }, said::add);
        desk.result = setup -> RunReports.crashLadder(1, "Run", setup.toJson());
        slow.shown();
        slow.run();
        LabViewModel.Going going = slow.going.get().orElseThrow();
        assertThat(going.share()).isEqualTo(0.25);
        assertThat(going.leftNanos()).contains(3_000_000_000L);
        slow.run();
        assertThat(desk.played).as("one run at a time").hasSize(1);
        slow.cancel();
        assertThat(going.job().cancelled()).isTrue();
        followed.getFirst().cancelled();
        assertThat(slow.going.get()).isEmpty();
        assertThat(slow.page.get()).isEqualTo(Page.SETUP);
        assertThat(said).containsExactly("Run cancelled; nothing was kept");
    }

    @Test
    void aRunsSetupCanBeEditedAndTakesWhatASearchFound() {
        model.shown();
        model.setup.get().value("takeProfit").set("0.9");
        play();
        model.takeParams(Map.of("takeProfit", "1.4", "nothing", "1"));
        assertThat(model.page.get()).isEqualTo(Page.SETUP);
        assertThat(model.setup.get().value("takeProfit").get()).isEqualTo("1.4");
        model.editSetup();
        assertThat(model.setup.get().value("takeProfit").get()).isEqualTo("0.9");
        assertThat(model.setup.get().blockedBy.get()).isEmpty();
    }

    @Test
    void aDroppedRunIsGoneEverywhere() {
        model.shown();
        play();
        play();
        model.drop(2);
        assertThat(model.page.get()).isEqualTo(Page.SETUP);
        assertThat(model.report.get()).isEmpty();
        assertThat(model.kept.get()).extracting(kept -> kept.number()).containsExactly(1);
        assertThat(model.compare.entries.get()).extracting(CompareModel.Entry::number).containsExactly(1);
        model.open(2);
        assertThat(model.trouble.get()).contains(new Trouble("Run 2 is not there any more",
                "It was dropped meanwhile."));
    }

    @Test
    void tenRunsCanBeComparedAndNoMore() {
        model.shown();
        for (int i = 0; i < 12; i++) {
            play();
        }
        assertThat(model.compare.entries.get()).hasSize(10);
        assertThat(model.compare.has(12)).as("the shown run").isTrue();
        model.compare.add(1);
        assertThat(model.compare.entries.get()).hasSize(10);
        model.compare.remove(12);
        model.compare.remove(10);
        model.compare.add(11);
        assertThat(model.compare.comparison().names()).contains("#11 Run 11");
    }

    @Test
    void aFileThatIsChosenIsPlayedNext() {
        model.shown();
        model.addFile(Path.of("some.csv"));
        assertThat(model.setup.get().history.get()).contains(desk.histories().getLast());
        assertThat(model.histories.get()).hasSize(2);
    }

    @Test
    void writingSaysWhereOrWhyNot() {
        model.shown();
        play();
        model.export(Format.HTML, Path.of("run.html"));
        assertThat(desk.written).containsExactly(Path.of("run.html"));
        assertThat(said).endsWith("wrote run.html");
        desk.refusal = "run.html cannot be written: no room";
        model.export(Format.HTML, Path.of("run.html"));
        assertThat(model.trouble.get()).contains(
                new Trouble("The run was not written", "run.html cannot be written: no room. Choose another place."));
    }
}
