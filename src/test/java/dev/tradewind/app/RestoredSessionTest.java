package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A paper session on a stored series is backed up again and again while it trades. Then its data folder is lost: each backup is
 * restored elsewhere, and the session goes on there with what it had at that moment.
 */
class RestoredSessionTest {

    private static final int BACKUPS = 4;
    private static final SeriesKey SERIES = SeriesKey.candles("binanceus", "ETHUSD", Timeframe.M5);

    @TempDir
    private Path temporary;

    @Test
    void whatWasBackedUpWhileItTradedGoesOnWhereItIsRestored() throws Exception {
        Path folder = temporary.resolve("data");
        Path outside = temporary.resolve("outside");
        List<Path> files = tradedAndBackedUp(folder, outside);
        deleteAll(folder);

        for (int i = 0; i < files.size(); i++) {
            Path restored = temporary.resolve("restored" + i);
            try (BackupShelf shelf = BackupShelf.open(Optional.of(folder), false)) {
                BackupCheck check = shelf.desk().verify(files.get(i), Optional.empty()).await();
                assertTrue(check.sound(), check.findings().toString());
                Rehearsal rehearsal = shelf.desk().rehearse(files.get(i), Optional.empty()).await();
                assertTrue(rehearsal.passed(), rehearsal.steps().toString());
                shelf.desk().restore(files.get(i), restored, Optional.empty()).await();
            }
            assertFalse(Files.exists(folder), "a folder that is not there is not made");
            try (PaperRun run = PaperRun.resume(Optional.of(restored), 10_000, TapeChoice.NONE)) {
                assertEquals(Optional.empty(), run.halted());
                long played = run.position().played();
                assertTrue(played > 0, "it goes on where it was");
            }
        }
    }

    private static List<Path> tradedAndBackedUp(Path folder, Path outside) throws Exception {
        Path sample = Path.of("sample-data", "binanceus-ethusd-5m-2023-03.csv");
        try (DataStore store = DataStore.change(Optional.of(folder))) {
            store.desk()
                    .importFiles(new ImportRequest(List.of(sample), Optional.empty(), Optional.of(SERIES), false))
                    .await();
        }
        PaperChoice choice = new PaperChoice(
                MarketSource.parse(SERIES.toString(), Optional.of(folder)), new BigDecimal("5000"), RiskRules.NONE,
                TermsChoice.NONE, Optional.empty());
        List<Path> files = new ArrayList<>();
        try (PaperRun run =
                        PaperRun.begin(Optional.of(folder), BotChoice.of("grid", Map.of()), choice, 10_000, TapeChoice.NONE);
                BackupShelf shelf = BackupShelf.open(Optional.of(folder), true)) {
            shelf.desk().plan(new BackupPlan(
                    outside, Every.NEVER, BACKUPS));
            for (int i = 0; i < BACKUPS; i++) {
                long before = run.position().played();
                long deadline = System.nanoTime() + 30_000_000_000L;
                while (run.position().played() < before + 10 && System.nanoTime() < deadline) {
                    run.fresh();
                }
                BackupRow row = shelf.desk().create().await();
                files.add(row.file());
            }
        }
        return files;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
