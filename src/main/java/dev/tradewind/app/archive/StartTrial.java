package dev.tradewind.app.archive;

import dev.tradewind.domain.Progress;
import java.nio.file.Path;
import java.util.List;

/** Starts from a data folder as the program does, session by session, and ends again. The folder is its own to change. */
@FunctionalInterface
public interface StartTrial {

    /** {@return what came of each step; a step that failed does not keep the others from being tried} */
    List<Step> start(Path folder, Progress progress);

    /** A step: whether it went as a start has to go, and what was done or what is wrong. */
    record Step(boolean passed, String words) {}
}
