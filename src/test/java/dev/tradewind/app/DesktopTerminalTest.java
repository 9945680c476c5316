package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.settings.BotPresetStore;
import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal says when data, journal, disk or folder are not as they should be. */
class DesktopTerminalTest {

    @TempDir
    Path folder;

    private static final PreferenceStore NO_PREFERENCES = new PreferenceStore() {
        @Override
        public Preferences load() {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void save(Preferences preferences) {
            throw new UnsupportedOperationException("not asked here");
        }
    };

    private static final LastUseStore NO_LAST_USE = new LastUseStore() {
        @Override
        public LastUse loadLastUse() {
            throw new UnsupportedOperationException("not asked here");
        }

        @Override
        public void saveLastUse(LastUse use) {
            throw new UnsupportedOperationException("not asked here");
        }
    };

    private DesktopTerminal terminal() {
        return new DesktopTerminal("test", PaperFixture.ROOTS, folder.resolve("sessions"), NO_PREFERENCES, NO_LAST_USE, BotPresetStore.inMemory(), on -> () -> {});
    }

    private Path candles(int rows, int lastClose) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int close = i == rows - 1 ? lastClose : 101;
            csv.append(i * 60_000L).append(",100,110,90,").append(close).append(",5\n");
        }
        return Files.writeString(folder.resolve("market.csv"), csv);
    }

    private void playFile(Path file) throws StartException {
        try (DesktopTerminal terminal = terminal()) {
            PaperSession session = terminal.open(new StartChoice(new StartChoice.CsvFile(file), new BigDecimal("1000")));
            session.replay().jump(session.replay().position().toNanos());
            PaperFixture.await("the end", () -> session.replay().position().ended());
            session.send(new Command.Halt("said before the end"));
            PaperFixture.await("the halt", () -> PaperFixture.fresh(session).trading() == TradingState.HALTED);
        }
    }

    private static Path file(Path under, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(path -> path.toString().endsWith(suffix)).findFirst().orElseThrow();
        }
    }

    @Test
    void goesOnWhereItStoodAndKeepsTheHalt() throws Exception {
        playFile(candles(50, 101));
        try (DesktopTerminal terminal = terminal()) {
            assertTrue(terminal.saved().orElseThrow().detail().startsWith("Session 1. "));
            PaperSession session = terminal.goOn();
            assertEquals("said before the end", PaperFixture.fresh(session).haltReason());
            assertEquals(50, session.replay().position().played());
        }
    }

    @Test
    void refusesToGoOnOverOtherDataAndNamesBothChecksums() throws Exception {
        playFile(candles(50, 101));
        candles(50, 102);
        try (DesktopTerminal terminal = terminal()) {
            String message = assertThrows(StartException.class, terminal::goOn).getMessage();
            assertTrue(message.startsWith("the data behind file:"), message);
            assertTrue(message.contains("has changed since the session began (checksum "), message);
            assertTrue(message.contains("nothing was changed"), message);
        }
        candles(50, 101);
        try (DesktopTerminal terminal = terminal()) {
            assertEquals(50, terminal.goOn().replay().position().played());
        }
    }

    @Test
    void aDamagedRowIsNamedAndNothingIsGuessed() throws Exception {
        playFile(candles(50, 101));
        Path journal = file(folder.resolve("sessions/1"), ".twj");
        byte[] bytes = Files.readAllBytes(journal);
        // inside the first row, with good rows behind it
        bytes[bytes.length / 3] ^= 0x40;
        Files.write(journal, bytes);
        try (DesktopTerminal terminal = terminal()) {
            String message = assertThrows(StartException.class, terminal::goOn).getMessage();
            assertTrue(message.contains("1"), message);
            assertTrue(terminal.saved().isPresent(), "the damage shows on the start page");
            assertEquals(2, nextSession(terminal), "a new session can begin beside it");
        }
        assertEquals(bytes.length, Files.size(journal), "the damaged journal was touched");
    }

    private int nextSession(DesktopTerminal terminal) throws StartException {
        terminal.open(new StartChoice(new StartChoice.CsvFile(folder.resolve("market.csv")), new BigDecimal("1000")));
        return (int) Stream.of(folder.resolve("sessions").toFile().list()).count();
    }

    @Test
    void aTornTailIsCutAndSaid() throws Exception {
        playFile(candles(50, 101));
        Path journal = file(folder.resolve("sessions/1"), ".twj");
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length - 3));
        try (DesktopTerminal terminal = terminal()) {
            String detail = terminal.saved().orElseThrow().detail();
            assertTrue(detail.contains("cut") || detail.contains("torn") || detail.contains("tail"), detail);
            PaperSession session = terminal.goOn();
            assertTrue(session.running());
        }
    }

    @Test
    void aFollowerThatFailsLeavesNoSessionBehind() throws Exception {
        Path file = candles(10, 101);
        DesktopTerminal terminal = new DesktopTerminal(
                "test", PaperFixture.ROOTS, folder.resolve("sessions"), NO_PREFERENCES, NO_LAST_USE,
                BotPresetStore.inMemory(), on -> {
                    throw new JournalException("the database is gone");
                });
        StartChoice choice = new StartChoice(new StartChoice.CsvFile(file), new BigDecimal("1000"));
        assertEquals(
                "the database is gone", assertThrows(StartException.class, () -> terminal.open(choice)).getMessage());
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.isAlive() && thread.getName().equals("tradewind-engine")));
    }

    @Test
    void aSecondProgramOnTheSameFolderIsToldWhatToDo() {
        try (DataHome home = DataHome.open(Optional.of(folder))) {
            String message = assertThrows(StorageException.class, () -> DataHome.open(Optional.of(folder))).getMessage();
            assertTrue(message.startsWith("Tradewind already runs on the data folder " + folder), message);
            assertTrue(message.contains("--data-dir"), message);
            assertEquals(folder, home.path());
        }
        DataHome.open(Optional.of(folder)).close();
    }

    @Test
    void aDiskThatFailsHaltsTheSessionAndLeavesTheTerminalAlive() throws Exception {
        LoadedMarket market = LoadedMarket.file(candles(500, 101));
        PaperPlan plan = PaperFixture.plan(market);
        FullDisk journal = new FullDisk(200);
        PaperSession session = PaperSession.begin(plan, market, journal, plan.startNanos());
        session.replay().jump(session.replay().position().toNanos());
        PaperFixture.await("the halt", () -> session.view().snapshot().trading() == TradingState.HALTED);
        EngineSnapshot last = session.view().snapshot();
        assertEquals("the disk is full; the session stops", last.haltReason());
        assertEquals(200, last.sequence());
        PaperFixture.await("the driver's end", () -> !session.running());
        assertThrows(IllegalStateException.class, () -> session.send(new Command.CancelMine()));
        session.close();
        assertEquals("the disk is full; the session stops", session.view().snapshot().haltReason());
        try (DesktopTerminal terminal = terminal()) {
            assertTrue(terminal.open(new StartChoice(
                            new StartChoice.CsvFile(folder.resolve("market.csv")), new BigDecimal("1000")))
                    .running());
        }
    }

    /** Takes so many inputs, then fails every call with the same words, as a journal on a full disk does. */
    private static final class FullDisk implements Journal {

        private final HashJournal kept = new HashJournal();
        private final long inputs;
        private boolean full;

        FullDisk(long inputs) {
            this.inputs = inputs;
        }

        private void write(long sequence) {
            full |= sequence >= inputs;
            if (full) {
                throw new JournalException("the disk is full; the session stops");
            }
        }

        @Override
        public void market(long sequence, long timeNanos, MarketEvent event) {
            write(sequence);
        }

        @Override
        public void command(long sequence, long timeNanos, Command command) {
            write(sequence);
        }

        @Override
        public void timer(long sequence, long timeNanos, long timerId) {
            write(sequence);
        }

        @Override
        public void report(long sequence, long timeNanos, VenueReport report) {
            write(sequence);
        }

        @Override
        public void submitIntent(long sequence, long timeNanos, OrderRequest request) {
            write(sequence);
        }

        @Override
        public void amendIntent(long sequence, long timeNanos, OrderRequest request) {
            write(sequence);
        }

        @Override
        public void cancelIntent(long sequence, long timeNanos, long clientOrderId) {
            write(sequence);
        }

        @Override
        public void decision(long sequence, long timeNanos, int bot, Reason reason, long first, long second) {
            write(sequence);
        }

        @Override
        public void commit() {
            write(0);
        }

        @Override
        public long lastRow() {
            return kept.lastRow();
        }

        @Override
        public long runHash() {
            return kept.runHash();
        }

        @Override
        public void close() {
            write(0);
        }
    }
}
