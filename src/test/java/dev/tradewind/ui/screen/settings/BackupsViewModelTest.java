package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeBackupDesk;
import dev.tradewind.ui.screen.settings.BackupsViewModel.Ask;
import dev.tradewind.ui.screen.settings.BackupsViewModel.Found;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupsViewModelTest {

    private final FakeBackupDesk desk = FakeBackupDesk.filled();
    private final SimpleObjectProperty<SecurityState> vault = new SimpleObjectProperty<>(FakeVault.open().state());
    private final BackupsViewModel model = new BackupsViewModel(desk, new AtOnce(), Screens.CLOCK, vault);

    @BeforeEach
    void read() {
        model.read();
    }

    @Test
    void theHeadlineIsTheAgeOfTheNewestThatCanBeRead() {
        assertThat(model.headline.get()).isEqualTo("Last backup 10 h 19 m ago");
        assertThat(model.tone.get()).isEqualTo("is-buy");
        assertThat(model.next.get()).isEqualTo("Next one due 6 Aug 04:00 UTC");
    }

    @Test
    void withoutAPassphraseItSaysPlainlyThatNothingIsEncrypted() {
        vault.set(SecurityState.NONE);
        assertThat(model.meaning.get()).isEqualTo(
                "There is no passphrase, so backups are not encrypted: whoever gets the file can read it. It holds no"
                        + " keys.");
        assertThat(model.tone.get()).isEqualTo("is-warn");
    }

    @Test
    void aBackupThatWasDueAndNotMadeIsSaidFirst() {
        desk.trouble = "the folder cannot be written";
        model.read();
        assertThat(model.headline.get()).isEqualTo("The backup that was due was not made");
        assertThat(model.meaning.get()).startsWith("the folder cannot be written. Trading goes on.");
        assertThat(model.tone.get()).isEqualTo("is-sell");
    }

    @Test
    void aPlanIsKeptAsTyped() {
        model.keep(" backups ", Every.HOUR, "12");
        assertThat(desk.asked).containsExactly("plan backups HOUR 12");
        model.keep("backups", Every.HOUR, "many");
        assertThat(model.planError.get()).isEqualTo("'many' is no number of backups; 1 to 1,000 is.");
        model.keep("backups", Every.HOUR, "0");
        assertThat(model.planError.get()).isEqualTo("Keeping 0 backups is not possible; 1 to 1,000 are.");
        model.keep("  ", Every.HOUR, "7");
        assertThat(model.planError.get()).isEqualTo("Name a folder.");
        assertThat(desk.asked).hasSize(1);
    }

    @Test
    void aBackupThatWasMadeIsNamedWithItsSize() {
        model.create();
        assertThat(model.outcome.note.get()).isEqualTo("tradewind-2024-08-05-1.twbackup made, 1.2 GB, encrypted.");
        assertThat(model.rows.get()).hasSize(5);
        assertThat(model.going.get()).isEmpty();
    }

    @Test
    void oneThatFailsSaysThatTradingGoesOn() {
        desk.refusal = "The disk is full: 1.2 GB are needed, 310.4 MB are free.";
        model.create();
        assertThat(model.outcome.trouble.get()).contains(new Trouble("The backup was not made",
                "The disk is full: 1.2 GB are needed, 310.4 MB are free. Trading goes on; no order was touched."));
    }

    @Test
    void onlyAnEncryptedOneAsksForThePassphrase() {
        model.ask(Ask.What.REHEARSE, desk.rows.getLast());
        assertThat(model.ask.get()).isEmpty();
        assertThat(model.found.get()).contains(new Found(
                "tradewind-2024-07-28.twbackup: a start from it succeeds", true,
                List.of("restored 214 files", "opened the database, version 5",
                        "recovered 3 sessions, nothing differed",
                        "took 8 s")));
        model.ask(Ask.What.VERIFY, desk.rows.getFirst());
        assertThat(model.ask.get()).isPresent();
        model.begin(model.ask.get().get(), Optional.of(
                new Unlock("correct horse".toCharArray(), Optional.empty(), false)), "");
        assertThat(desk.asked).containsExactly(
                "rehearse tradewind-2024-07-28.twbackup", "verify tradewind-2024-08-05.twbackup with the passphrase");
        assertThat(desk.handed).hasSize(1).allSatisfy(given -> assertThat(given).containsOnly('\0'));
    }

    @Test
    void aRestoreGoesIntoAFolderOfItsOwn() {
        assertThat(model.beside("restored")).endsWith("tradewind-restored-2024-08-05");
        model.ask(Ask.What.RESTORE, desk.rows.getLast());
        Ask asked = model.ask.get().orElseThrow();
        model.begin(asked, Optional.empty(), "");
        assertThat(model.folderError.get()).isEqualTo("Name a folder.");
        assertThat(model.ask.get()).isPresent();
        model.begin(asked, Optional.empty(), "elsewhere");
        assertThat(desk.asked).containsExactly("restore tradewind-2024-07-28.twbackup to elsewhere");
        assertThat(model.found.get().orElseThrow().lines()).last().asString().contains("--data-dir elsewhere");
    }

    @Test
    void anExportSaysWhereItWrote() {
        model.export("out");
        assertThat(model.outcome.note.get()).isEqualTo("31 files, 46.0 MB, written to out.");
    }
}
