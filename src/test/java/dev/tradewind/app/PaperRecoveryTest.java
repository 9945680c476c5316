package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.kernel.EventLoop;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.SavedState;
import dev.tradewind.persistence.SmallFiles;
import dev.tradewind.persistence.Snapshots;
import dev.tradewind.persistence.StoredSession;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.TapeKeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper sessions that start from a saved state do what they would have done undisturbed, as do those that cannot. */
class PaperRecoveryTest {

    private static final Saving OFTEN = new Saving(new SystemDisk(), TapeKeep.ALL, 30);

    @TempDir
    Path folder;

    private final LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
    private final PaperPlan plan = PaperFixture.plan(market);

    private PaperSession begun(Path session, Saving saving) {
        PaperSession paper = PaperSession.begin(plan, market, session, plan.startNanos(), saving);
        PaperFixture.start(paper, PaperFixture.dca(market, 1, "5000"));
        return paper;
    }

    private long time(double share) {
        return plan.startNanos() + (long) (share * (market.lastNanos() - plan.startNanos()));
    }

    private String end(PaperSession paper) {
        PaperFixture.playTo(paper, market, market.lastNanos());
        paper.close();
        return Long.toHexString(paper.runHash());
    }

    private StoredSession stored(Path session) {
        return StoredSession.newest(session, plan.identity());
    }

    private PaperSession goOn(Path session, Saving saving) {
        return PaperSession.goOn(plan, market, stored(session), saving);
    }

    private static List<Path> states(Path session) throws IOException {
        try (Stream<Path> files = Files.list(session.resolve("snapshot"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aSessionThatGoesOnFromItsStateDoesWhatItWouldHaveDone() throws IOException {
        String expected = end(begun(folder.resolve("whole"), Saving.DEFAULT));
        Path session = folder.resolve("parts");
        PaperSession paper = begun(session, OFTEN);
        EngineSnapshot before = null;
        for (double share = 0.1; share < 1; share += 0.2) {
            PaperFixture.playTo(paper, market, time(share));
            before = PaperFixture.fresh(paper);
            paper.close();
            StoredSession stored = stored(session);
            assertThat(stored.startSequence()).isEqualTo(stored.lastSequence()).isPositive();
            paper = PaperSession.goOn(plan, market, stored, OFTEN);
            EngineSnapshot after = paper.view().snapshot();
            assertThat(after.account()).isEqualTo(before.account());
            assertThat(after.openOrders()).isEqualTo(before.openOrders());
            assertThat(after.positions()).isEqualTo(before.positions());
        }
        assertThat(states(session)).hasSize(2);
        assertThat(end(paper)).isEqualTo(expected);
        JournalInspection.Replayed replayed = replayed(session);
        assertThat(replayed.same()).as(replayed.message()).isTrue();
    }

    @Test
    void aStateThisProgramDoesNotReadIsSkipped() throws IOException {
        String expected = end(begun(folder.resolve("whole"), Saving.DEFAULT));
        Path session = folder.resolve("1");
        PaperSession paper = begun(session, OFTEN);
        PaperFixture.playTo(paper, market, time(0.2));
        paper.close();
        paper = goOn(session, OFTEN);
        PaperFixture.playTo(paper, market, time(0.4));
        paper.close();
        StoredSession stored = stored(session);
        SavedState newest = stored.state().orElseThrow();
        try (Snapshots snapshots = Snapshots.goOnAtOnce(stored, TapeKeep.ALL)) {
            snapshots.write(newest.mark(), new byte[] {1, 2, 3});
        }
        assertThat(stored(session).startRow()).isEqualTo(newest.mark().row());
        assertThat(end(goOn(session, OFTEN))).isEqualTo(expected);
    }

    /** {@return the running hash of the session played to the end} */
    private long play(Journal journal, long share, Runnable afterBatch, PaperEngine engine) {
        HistoryFeed history = market.feed();
        EventLoop loop = engine.session().loop();
        loop.command(plan.startNanos(), PaperFixture.dca(market, 1, "5000"));
        long events = history.total() * share / 100;
        while (history.position() < events && history.advance(Long.MAX_VALUE)) {
            loop.market(history.current());
            if (history.position() % 20 == 0) {
                afterBatch.run();
            }
        }
        return journal.runHash();
    }

    @Test
    void aDroppedTapeIsReplayedFromTheOldestStateThatItGoesOnFrom() {
        Path session = folder.resolve("1");
        FileJournal journal =
                SmallFiles.create(session, plan.identity(), plan.startNanos(), plan.toProperties());
        PaperEngine engine = PaperEngine.wire(plan, journal);
        Snapshots snapshots = Snapshots.beginAtOnce(new SystemDisk(), session, new TapeKeep(Long.MAX_VALUE, 1));
        try (StateKeeper keeper = new StateKeeper(engine, journal, snapshots, 100, 0, 0)) {
            play(journal, 80, keeper::afterBatch, engine);
        }
        journal.close();
        assertThat(session.resolve("tape/00000001.twt")).doesNotExist();
        JournalInspection.Found found = found(session);
        assertThat(found.usable()).as(found.message()).isTrue();
        assertThat(found.replayableFrom()).isGreaterThan(1);
        assertThat(found.message()).contains("it can be replayed from row " + found.replayableFrom() + " on");
        assertThat(found.hash()).isEqualTo(String.format("%016x", journal.runHash()));
        JournalInspection.Replayed replayed = replayed(session);
        assertThat(replayed.same()).as(replayed.message()).isTrue();
        assertThat(replayed.rows()).isEqualTo(found.rows() - found.replayableFrom() + 1);
        HashJournal whole = new HashJournal();
        play(whole, 100, () -> {}, PaperEngine.wire(plan, whole));
        assertThat(end(goOn(session, OFTEN))).isEqualTo(Long.toHexString(whole.runHash()));
    }

    @Test
    void withoutATapeThatAnyStateGoesOnFromNothingStarts() throws IOException {
        aDroppedTapeIsReplayedFromTheOldestStateThatItGoesOnFrom();
        Path session = folder.resolve("1");
        for (Path state : states(session)) {
            Files.delete(state);
        }
        assertThat(found(session).outcome()).isEqualTo("tape dropped");
        assertThatThrownBy(() -> goOn(session, OFTEN))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("were dropped, and there is no saved state");
        assertThatThrownBy(() -> inspection(session).replay())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("were dropped, and there is no saved state");
    }

    private static JournalInspection inspection(Path session) throws StartException {
        return JournalInspection.of(session);
    }

    private static JournalInspection.Found found(Path session) {
        try {
            return inspection(session).verify();
        } catch (StartException e) {
            throw new AssertionError(e);
        }
    }

    private static JournalInspection.Replayed replayed(Path session) {
        try {
            return inspection(session).replay();
        } catch (StartException e) {
            throw new AssertionError(e);
        }
    }
}
