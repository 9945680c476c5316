package dev.tradewind.settings;

import java.util.Map;

/**
 * Named values, for settings that only one part of the program knows. Safe on any thread; both calls are quick. Trouble with
 * the disk is logged and costs only the setting. Never holds a secret.
 */
public interface SettingTable {

    /** {@return the values whose names begin with a prefix such as {@code backup.}, by full name} */
    Map<String, String> values(String prefix);

    /** Keeps values by their full names; a name that was there gets the new value. */
    void put(Map<String, String> values);
}
