package dev.tradewind.app.custody;

import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.settings.SettingTable;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What idleness and sleep do, as settings. */
final class LockPolicies {

    private static final Logger LOG = LoggerFactory.getLogger(LockPolicies.class);

    private static final String PREFIX = "lock.";
    private static final String IDLE_MINUTES = PREFIX + "idleMinutes";
    private static final String ON_IDLE = PREFIX + "onIdle";
    private static final String ON_SLEEP = PREFIX + "onSleep";

    private LockPolicies() {}

    /** {@return what was kept; what cannot be read of it is as usual, which locks} */
    static LockPolicy load(SettingTable settings) {
        Map<String, String> values = settings.values(PREFIX);
        LockPolicy usual = LockPolicy.DEFAULT;
        try {
            return new LockPolicy(
                    Integer.parseInt(values.getOrDefault(IDLE_MINUTES, Integer.toString(usual.idleMinutes()))),
                    Reaction.valueOf(values.getOrDefault(ON_IDLE, usual.onIdle().name())),
                    Reaction.valueOf(values.getOrDefault(ON_SLEEP, usual.onSleep().name())));
        } catch (IllegalArgumentException e) {
            LOG.warn("What idleness and sleep do is not readable ({}); both lock the screen.", e.getMessage());
            return usual;
        }
    }

    static void save(SettingTable settings, LockPolicy policy) {
        settings.put(Map.of(
                IDLE_MINUTES, Integer.toString(policy.idleMinutes()),
                ON_IDLE, policy.onIdle().name(),
                ON_SLEEP, policy.onSleep().name()));
    }

    /** {@return it as one line of the audit trail} */
    static String text(LockPolicy policy) {
        return "idleMinutes=" + policy.idleMinutes() + " onIdle=" + policy.onIdle() + " onSleep=" + policy.onSleep();
    }
}
