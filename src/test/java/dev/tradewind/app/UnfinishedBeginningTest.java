package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.persistence.StorageException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash or a full disk leaves when it comes in the middle of a session's beginning, and odd data folders. */
class UnfinishedBeginningTest {

    @TempDir
    Path folder;

    private Path candles() throws Exception {
        return Files.writeString(folder.resolve("abcusd.csv"), """
                1678730400000,100,101,99,100,5
                1678730460000,100,101,99,100,5
                """);
    }

    @Test
    void aSessionThatNeverBeganIsNotTheLastOne() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("sessions/1/journal"));

        try (DataHome data = DataHome.open(Optional.of(home))) {
            assertThat(data.terminal().saved()).isEmpty();
            data.terminal()
                    .open(new StartChoice(new StartChoice.CsvFile(candles()), BigDecimal.TEN))
                    .close();

            assertThat(home.resolve("sessions/2/journal/00000001.twj")).exists();
            assertThat(data.terminal().saved()).isPresent();
        }
    }

    @Test
    void aSessionWhoseJournalIsGoneIsNotPassedOver() throws Exception {
        Path home = folder.resolve("home");
        try (DataHome data = DataHome.open(Optional.of(home))) {
            var session = data.terminal().open(new StartChoice(new StartChoice.CsvFile(candles()), BigDecimal.TEN));
            session.close();
        }
        Files.write(home.resolve("sessions/1/tape/open.twp"), new byte[1000]);
        Files.delete(home.resolve("sessions/1/journal/00000001.twj"));

        try (DataHome data = DataHome.open(Optional.of(home))) {
            assertThatThrownBy(() -> data.terminal().goOn())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("is not a Tradewind journal");
        }
    }

    @Test
    void saysThatAFileIsNoFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("notes"));

        assertThatThrownBy(() -> DataHome.open(Optional.of(file)))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file + " is a file, not a folder");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> DataHome.open(Optional.of(Path.of(""))))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("--data-dir is empty");
    }
}
