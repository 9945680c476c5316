package dev.tradewind.settings;

/** Where preferences are kept. Safe on any thread; both calls are quick. */
public interface PreferenceStore {

    /** {@return what was saved last, or the defaults} */
    Preferences load();

    /** Keeps preferences; trouble with the disk is logged and costs only the preference. */
    void save(Preferences preferences);
}
