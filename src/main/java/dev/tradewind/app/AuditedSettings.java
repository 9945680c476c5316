package dev.tradewind.app;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import dev.tradewind.settings.SettingTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's settings, each change recorded with before and after ahead of it being kept: a change that cannot be recorded is
 * not kept. Where a window stood and what was chosen last is no change. Safe on any thread.
 */
final class AuditedSettings implements PreferenceStore, SettingTable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedSettings.class);

    private static final Pattern SECRET = Pattern.compile("(?i)token|secret|pass|key");

    private final PreferenceStore preferences;
    private final SettingTable table;
    private final AuditTrail trail;

    AuditedSettings(PreferenceStore preferences, SettingTable table, AuditTrail trail) {
        this.preferences = preferences;
        this.table = table;
        this.trail = trail;
    }

    @Override
    public Preferences load() {
        return preferences.load();
    }

    @Override
    public void save(Preferences chosen) {
        if (recorded("settings.look", "", look(preferences.load()), look(chosen))) {
            preferences.save(chosen);
        }
    }

    private static Map<String, String> look(Preferences of) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("theme", of.light() ? "light" : "dark");
        values.put("colours", of.colourBlind() ? "blue and orange" : "green and red");
        values.put("text size", of.textPercent() + " %");
        return values;
    }

    @Override
    public Map<String, String> values(String prefix) {
        return table.values(prefix);
    }

    @Override
    public void put(Map<String, String> values) {
        Map<String, String> before = new TreeMap<>();
        for (String name : values.keySet()) {
            String value = table.values(name).get(name);
            if (value != null) {
                before.put(name, value);
            }
        }
        if (recorded("settings.changed", "", before, new TreeMap<>(values))) {
            table.put(values);
        }
    }

    /** Nothing of the kind belongs in a setting; should it stand in one all the same, it does not spread from there. */
    private static String shown(String name, String value) {
        return SECRET.matcher(name).find() ? "(not shown)" : value;
    }

    /** Records what differs. {@return whether the change may be made: false where it could not be recorded} */
    private boolean recorded(String action, String subject, Map<String, String> before, Map<String, String> after) {
        StringJoiner was = new StringJoiner(", ");
        StringJoiner is = new StringJoiner(", ");
        after.forEach((name, value) -> {
            String earlier = before.get(name);
            if (!Objects.equals(earlier, value)) {
                was.add(name + " " + (earlier == null ? "not set" : shown(name, earlier)));
                is.add(name + " " + shown(name, value));
            }
        });
        if (is.length() == 0) {
            return true;
        }
        try {
            trail.record(new AuditEntry(Actor.USER, action, subject, was.toString(), is.toString()));
            return true;
        } catch (AuditException e) {
            LOG.warn("A setting stays as it was: {}", e.getMessage());
            return false;
        }
    }
}
