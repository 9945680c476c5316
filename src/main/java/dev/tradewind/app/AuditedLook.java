package dev.tradewind.app;

import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a person wants the terminal to look, each change recorded with before and after ahead of it being kept: a change that
 * cannot be recorded is not kept. Settings that only one part knows are recorded by that part; where a window stood and what
 * was chosen last is no change. Safe on any thread.
 */
final class AuditedLook implements PreferenceStore {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedLook.class);

    private final PreferenceStore preferences;
    private final AuditTrail trail;

    AuditedLook(PreferenceStore preferences, AuditTrail trail) {
        this.preferences = preferences;
        this.trail = trail;
    }

    @Override
    public Preferences load() {
        return preferences.load();
    }

    @Override
    public void save(Preferences chosen) {
        if (recorded(look(preferences.load()), look(chosen))) {
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

    /** Records what differs. {@return whether the change may be made: false where it could not be recorded} */
    private boolean recorded(Map<String, String> before, Map<String, String> after) {
        StringJoiner was = new StringJoiner(", ");
        StringJoiner is = new StringJoiner(", ");
        after.forEach((name, value) -> {
            String earlier = before.get(name);
            if (!value.equals(earlier)) {
                was.add(name + " " + earlier);
                is.add(name + " " + value);
            }
        });
        if (is.length() == 0) {
            return true;
        }
        try {
            trail.record(new AuditEntry(Actor.USER, "settings.look", "", was.toString(), is.toString()));
            return true;
        } catch (AuditException e) {
            LOG.warn("A setting stays as it was: {}", e.getMessage());
            return false;
        }
    }
}
