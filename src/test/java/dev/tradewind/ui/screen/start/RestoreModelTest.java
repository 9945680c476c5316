package dev.tradewind.ui.screen.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeBackupDesk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RestoreModelTest {

    private final FakeBackupDesk desk = new FakeBackupDesk();
    private final RestoreModel model = new RestoreModel(desk, new AtOnce(), Path.of("/home/trader/tradewind"));

    @Test
    void restoresBesideTheOpenFolderAndSaysWhatToStart() {
        model.file.set(Path.of("/media/stick/tradewind.twbackup"));
        char[] secret = "correct horse".toCharArray();
        model.restore(secret);
        assertThat(secret).containsOnly('\0');
        assertThat(desk.asked).containsExactly(
                "restore tradewind.twbackup to /home/trader/tradewind-restored with the passphrase");
        assertThat(model.restored.get())
                .isEqualTo(new RestoreReceipt(Path.of("/home/trader/tradewind-restored"), 214, 1_288_490_188L));
        assertThat(model.command()).isEqualTo("tradewind --data-dir /home/trader/tradewind-restored");
        assertThat(model.busy.get()).isFalse();
        model.folder.set(Path.of("/home/trader/my data"));
        assertThat(model.command()).isEqualTo("tradewind --data-dir \"/home/trader/my data\"");
    }

    @Test
    void asksForTheFileAndTellsARefusal() {
        char[] secret = "correct horse".toCharArray();
        model.restore(secret);
        assertThat(secret).containsOnly('\0');
        assertThat(model.trouble.get()).isEqualTo("Choose the backup's file first.");
        model.file.set(Path.of("other.twbackup"));
        desk.refusal = "The folder is not empty.";
        model.restore(new char[0]);
        assertThat(desk.asked).containsExactly("restore other.twbackup to /home/trader/tradewind-restored");
        assertThat(model.trouble.get()).isEqualTo("The folder is not empty.");
        assertThat(model.restored.get()).isNull();
    }

    @Test
    void aRecoveryCodeGoesWithoutAKeyFile() {
        model.file.set(Path.of("other.twbackup"));
        model.keyFile.set(Path.of("old.key"));
        model.recoveryCode.set(true);
        model.restore("ABCD".toCharArray());
        assertThat(desk.asked).containsExactly(
                "restore other.twbackup to /home/trader/tradewind-restored with a recovery code");
    }
}
