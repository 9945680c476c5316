package dev.tradewind.engine;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The bots that asked for one kind of event, in the order they were started, so that an event costs nothing for those
 * who did not ask. A bot that turns away during a round stays in its place until the next one begins: whoever walks the
 * list asks it whether it still listens. Engine thread only; allocates only when it grows.
 */
final class Listeners {

    private final Predicate<BotSlot> listens;
    private BotSlot[] slots = new BotSlot[4];
    private int size;
    private boolean stale;

    /** A list of those for whom {@code listens} holds. */
    Listeners(Predicate<BotSlot> listens) {
        this.listens = listens;
    }

    /** Takes a bot in at its place; one that is in already stays. Not while the list is walked by another bot's turn. */
    void add(BotSlot slot) {
        int at = size;
        while (at > 0 && slots[at - 1].place() >= slot.place()) {
            at--;
        }
        if (at < size && slots[at] == slot) {
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
        }
        System.arraycopy(slots, at, slots, at + 1, size - at);
        slots[at] = slot;
        size++;
    }

    /** Somebody in the list does not listen any more. */
    void changed() {
        stale = true;
    }

    /** Begins a round. {@return how many are in it} */
    int begin() {
        if (stale) {
            drop();
        }
        return size;
    }

    BotSlot get(int index) {
        return slots[index];
    }

    private void drop() {
        stale = false;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (listens.test(slots[i])) {
                slots[kept++] = slots[i];
            }
        }
        Arrays.fill(slots, kept, size, null);
        size = kept;
    }
}
