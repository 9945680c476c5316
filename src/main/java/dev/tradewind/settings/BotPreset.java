package dev.tradewind.settings;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values a person saved for a kind of bot under a name of their own.
 *
 * @param type   the bot type's id
 * @param name   what the person calls it: not blank, at most {@link #LONGEST_NAME} characters
 * @param values parameter values by id, in the order of their ids
 */
public record BotPreset(String type, String name, Map<String, String> values) {

    /** The longest name. */
    public static final int LONGEST_NAME = 60;

    /** @throws IllegalArgumentException if the name is blank or too long */
    public BotPreset {
        name = checked(name);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * {@return a name without the blanks around it}
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "preset name '" + stripped + "' must have 1 to " + LONGEST_NAME + " characters");
        }
        return stripped;
    }
}
