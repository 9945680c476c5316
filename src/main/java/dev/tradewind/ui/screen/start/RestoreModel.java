package dev.tradewind.ui.screen.start;

import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Restores a backup into a new folder, from the start page. No nodes; JavaFX thread only. */
final class RestoreModel {

    final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Path> keyFile = new SimpleObjectProperty<>();
    /** Whether what is typed is a recovery code. */
    final BooleanProperty recoveryCode = new SimpleBooleanProperty();
    final BooleanProperty busy = new SimpleBooleanProperty();
    /** 0 to 1; −1 while it is not known. */
    final DoubleProperty share = new SimpleDoubleProperty(-1);
    final ObjectProperty<Optional<Long>> leftNanos = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty trouble = new SimpleStringProperty("");
    final ObjectProperty<@Nullable RestoreReceipt> restored = new SimpleObjectProperty<>();

    private final BackupDesk desk;
    private final Hands hands;
    private @Nullable Job<RestoreReceipt> job;

    /** @param dataFolder what is open now; the restored one is offered a place beside it */
    RestoreModel(BackupDesk desk, Hands hands, Path dataFolder) {
        this.desk = desk;
        this.hands = hands;
        folder.set(dataFolder.resolveSibling(dataFolder.getFileName() + "-restored"));
    }

    /**
     * Begins.
     *
     * @param secret passphrase or recovery code, empty for a backup that needs none; wiped
     */
    void restore(char[] secret) {
        Path chosen = file.get();
        if (busy.get() || chosen == null) {
            Arrays.fill(secret, '\0');
            trouble.set(chosen == null ? "Choose the backup's file first." : trouble.get());
            return;
        }
        Optional<Unlock> unlock = secret.length == 0
                ? Optional.empty()
                : Optional.of(new Unlock(
                        secret, recoveryCode.get() ? Optional.empty() : Optional.ofNullable(keyFile.get()), recoveryCode.get()));
        trouble.set("");
        restored.set(null);
        share.set(-1);
        busy.set(true);
        try {
            Job<RestoreReceipt> begun = desk.restore(chosen, folder.get(), unlock);
            job = begun;
            hands.follow(begun, new Follower());
        } catch (RefusedException e) {
            Arrays.fill(secret, '\0');
            end(e.getMessage());
        }
    }

    /** Ends it; nothing half restored stays behind. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void end(String words) {
        busy.set(false);
        job = null;
        trouble.set(words);
    }

    /** {@return what opens the restored folder, as it is typed into a terminal} */
    String command() {
        String path = folder.get().toString();
        return "tradewind --data-dir " + (path.indexOf(' ') < 0 ? path : '"' + path + '"');
    }

    private final class Follower implements JobWatch.Listener<RestoreReceipt> {

        @Override
        public void running(double done, Optional<Long> left) {
            share.set(done);
            leftNanos.set(left);
        }

        @Override
        public void done(RestoreReceipt receipt) {
            end("");
            restored.set(receipt);
        }

        @Override
        public void cancelled() {
            end("Cancelled. Nothing was restored.");
        }

        @Override
        public void failed(Throwable cause) {
            end(cause instanceof RefusedException && cause.getMessage() != null
                    ? cause.getMessage()
                    : "The backup could not be restored: " + cause + ". The folder holds nothing that can be used.");
        }
    }
}
