package dev.tradewind.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every bot of a session in the order they were started, found by id without a search. Bots are never taken out. */
final class Roster {

    private final List<BotSlot> slots = new ArrayList<>();
    private final List<BotSlot> view = Collections.unmodifiableList(slots);
    private @Nullable BotSlot[] byId = new BotSlot[16];

    /** Takes in a bot whose id is new and whose place is {@link #size()}. */
    void add(BotSlot slot) {
        slots.add(slot);
        if (slots.size() * 2 > byId.length) {
            byId = new BotSlot[byId.length * 2];
            for (BotSlot known : slots) {
                put(known);
            }
        } else {
            put(slot);
        }
    }

    private void put(BotSlot slot) {
        int mask = byId.length - 1;
        int at = home(slot.id(), mask);
        while (byId[at] != null) {
            at = (at + 1) & mask;
        }
        byId[at] = slot;
    }

    @Nullable BotSlot find(int id) {
        int mask = byId.length - 1;
        int at = home(id, mask);
        for (BotSlot slot = byId[at]; slot != null; slot = byId[at]) {
            if (slot.id() == id) {
                return slot;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    int size() {
        return slots.size();
    }

    BotSlot at(int place) {
        return slots.get(place);
    }

    /** {@return all of them, as they are now and will be} */
    List<BotSlot> all() {
        return view;
    }

    private static int home(int id, int mask) {
        return (id * 0x9E3779B9) >>> 8 & mask;
    }
}
