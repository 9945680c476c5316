package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.kernel.Disk;
import dev.tradewind.monitor.EngineTotals;
import dev.tradewind.monitor.Metrics;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.TapeKeep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper session under Java Flight Recorder: its events say what the session did, and the counters say the same. */
class FlightEventsTest {

    private static final Disk DISK = new SystemDisk();
    private static final String BATCH = "tradewind.EngineBatch";
    private static final String COMMIT = "tradewind.JournalCommit";
    private static final String STATE = "tradewind.StateSaved";
    private static final String SNAPSHOT = "tradewind.SnapshotPublished";

    @TempDir
    private Path folder;

    @Test
    void tellWhatASessionDid() throws Exception {
        EngineTotals totals = new EngineTotals();
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperPlan plan = PaperFixture.plan(market);
        Saving saving = new Saving(DISK, TapeKeep.ALL, 20).with(totals);
        EngineSnapshot last;
        long beforeDriver;
        List<RecordedEvent> events;
        try (Recording recording = new Recording()) {
            for (String name : List.of(BATCH, COMMIT, STATE, SNAPSHOT)) {
                recording.enable(name).withoutThreshold().withoutStackTrace();
            }
            recording.start();
            try (PaperSession session = PaperSession.begin(plan, market, folder, plan.startNanos(), saving)) {
                beforeDriver = session.replay().position().played();
                PaperFixture.start(session, PaperFixture.dca(market, 1, "5000"));
                PaperFixture.playTo(session, market, plan.startNanos() + 6L * 3_600_000_000_000L);
                last = PaperFixture.fresh(session);
            }
            recording.stop();
            events = read(recording);
        }

        Map<String, Double> figures = figures(totals);
        assertThat(figures.get("submit")).as("the bot trades").isGreaterThan(2);
        assertThat(figures.get("tradewind_fills_total")).isEqualTo(last.fills().size());
        assertThat(figures.get("command")).isEqualTo(1);
        assertThat(figures.get("tradewind_tick_to_order_seconds"))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(figures.get("submit") + figures.get("amend") + figures.get("cancel"));
        batches(of(events, BATCH), figures, beforeDriver);
        commits(of(events, COMMIT), figures);
        snapshots(of(events, SNAPSHOT), last);
        assertThat(of(events, STATE)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getBoolean("written")).isTrue();
            assertThat(event.getLong("size")).isGreaterThan(100);
            assertThat(event.getLong("row")).isPositive();
        });
    }

    private static void batches(List<RecordedEvent> batches, Map<String, Double> figures, long beforeDriver) {
        assertThat(batches).allSatisfy(event -> assertThat(event.getInt("inputs")).isBetween(1, 1_300));
        assertThat(batches.stream().mapToLong(event -> event.getInt("inputs")).sum())
                .as("market events and commands")
                .isEqualTo((long) (figures.get("market") + figures.get("command")) - beforeDriver);
        assertThat(batches.stream().mapToLong(event -> event.getDuration("feedLag").toNanos()).min().orElseThrow())
                .isNotNegative();
        assertThat(figures.get("tradewind_engine_batch_seconds")).isEqualTo(batches.size());
    }

    private void commits(List<RecordedEvent> commits, Map<String, Double> figures) {
        assertThat(commits.stream().mapToLong(event -> event.getInt("intents")).sum())
                .isEqualTo((long) (figures.get("submit") + figures.get("amend") + figures.get("cancel")));
        long rows = commits.stream().mapToLong(event -> event.getLong("rows")).sum();
        assertThat(rows).isEqualTo(((JournalCheck.Intact) JournalReader.check(folder)).rows());
        // the first row was written before anybody measured
        assertThat(figures.get("tradewind_journal_rows_total")).isEqualTo(rows - 1);
        assertThat(commits.stream().mapToLong(event -> event.getLong("size")).sum())
                .isGreaterThan(figures.get("tradewind_journal_bytes_total").longValue());
        assertThat(commits).allSatisfy(event -> assertThat(event.getDuration().toNanos()).isPositive());
    }

    private static void snapshots(List<RecordedEvent> snapshots, EngineSnapshot last) {
        assertThat(snapshots).anySatisfy(event -> {
            assertThat(event.getLong("sequence")).isEqualTo(last.sequence());
            assertThat(event.getInt("openOrders")).isEqualTo(last.openOrders().size());
            assertThat(event.getInt("bots")).isEqualTo(1);
        });
    }

    private static List<RecordedEvent> of(List<RecordedEvent> events, String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    }

    private List<RecordedEvent> read(Recording recording) throws IOException {
        Path file = folder.resolve("flight.jfr");
        recording.dump(file);
        return new ArrayList<>(RecordingFile.readAllEvents(file));
    }

    /** By name, or by their label's value where they have one. */
    private static Map<String, Double> figures(EngineTotals totals) {
        Metrics metrics = new Metrics();
        totals.register(metrics);
        Map<String, Double> figures = new TreeMap<>();
        for (Metrics.Family family : metrics.collect()) {
            for (Metrics.Sample sample : family.samples()) {
                figures.put(sample.label().isEmpty() ? family.name() : sample.labelValue(), sample.value());
            }
        }
        return figures;
    }
}
