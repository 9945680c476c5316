package dev.tradewind.app;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.activity.FolderActivity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What has happened in a data folder, for commands: it is only read, so a terminal may be running on it. */
public final class ActivityFolder {

    private ActivityFolder() {}

    /**
     * {@return the activity of a data folder}
     *
     * @param chosen the folder asked for; the system's own place for programs' data if empty
     * @throws StartException if there is no such folder
     */
    public static ActivityDesk look(Optional<Path> chosen) throws StartException {
        Path folder = DataHome.locate(chosen);
        if (!Files.isDirectory(folder)) {
            throw new StartException("there is no data folder " + folder
                    + " yet; name one with --data-dir, or start Tradewind once to make it");
        }
        return new FolderActivity(folder);
    }
}
