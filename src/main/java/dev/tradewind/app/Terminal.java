package dev.tradewind.app;

import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import java.util.List;
import java.util.Optional;

/** What the window asks of the program before a session runs. Safe on any thread; calls that read files may block. */
public interface Terminal {

    /** {@return the program's version, for instance {@code 0.1.0}} */
    String version();

    /** {@return the market data that comes with the program, the default first; empty if its files are missing} */
    List<SampleData> samples();

    /** {@return the session this data folder was left with, if it can go on} */
    Optional<SavedSession> saved();

    /**
     * Starts a session from scratch and leaves its market paused after the first hours of its data, so that there is a past
     * to look at. Blocks while files are read; not for the JavaFX thread.
     *
     * @throws StartException in words for the user: the file is unreadable or malformed, the capital impossible, the data
     *     folder taken
     */
    OpenSession open(StartChoice choice) throws StartException;

    /**
     * Goes on with {@link #saved()}: same orders, same ledger, same bots, the market after the last journalled position.
     * Blocks; not for the JavaFX thread.
     *
     * @throws StartException in words for the user
     */
    OpenSession goOn() throws StartException;

    /** {@return where the last use's choices are kept} */
    LastUseStore lastUse();

    /** {@return where preferences are kept} */
    PreferenceStore preferences();

    /** {@return what screens work with beside a session} */
    Desks desks();
}
