package dev.tradewind.app.archive;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import java.nio.file.Path;

/** A process that makes a backup, for tests that end it in the middle or leave it no room. */
public final class BackupChild {

    private BackupChild() {}

    /** Makes one of the folder {@code args[0]}; says when it writes, and what came of it. */
    public static void main(String[] args) {
        ArchiveFixture home = new ArchiveFixture(Path.of(args[0]));
        Making making = new Making(home.parts, new PlanStore(home, home.folder));
        boolean[] told = {false};
        Progress progress = (done, total) -> {
            if (total > 0 && !told[0]) {
                told[0] = true;
                System.out.println("writing");
            }
        };
        try {
            making.write(home.folder.resolve("backups"), 0, progress);
            System.out.println("made");
        } catch (RefusedException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
