package dev.tradewind.engine;

import dev.tradewind.bot.Bot;
import dev.tradewind.domain.CandleEvent;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The bots that asked for one kind of event, in the order they were started, so that an event costs nothing for those
 * who did not ask. A bot may turn away at any time; it is dropped before the next event is told. A bot that throws is the
 * fleet's to deal with, and the others are told all the same. Engine thread only; allocates only when it grows.
 */
final class Listeners {

    private final Fleet fleet;
    private final Predicate<BotSlot> listens;

    // a bot lies beside its slot: one step less to it, and an event can wait for nothing else
    private Bot[] bots = new Bot[4];
    private BotSlot[] slots = new BotSlot[4];
    private int size;
    private boolean stale;

    /** Who alone listens, which is the usual case and needs no walk; null while there are none, several, or a change. */
    private @Nullable BotSlot only;

    private @Nullable Bot onlyBot;

    /** A list of those for whom {@code listens} holds. */
    Listeners(Fleet fleet, Predicate<BotSlot> listens) {
        this.fleet = fleet;
        this.listens = listens;
    }

    /** Takes a bot in at its place; one that is in already stays. */
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
            bots = Arrays.copyOf(bots, size * 2);
        }
        System.arraycopy(slots, at, slots, at + 1, size - at);
        System.arraycopy(bots, at, bots, at + 1, size - at);
        slots[at] = slot;
        bots[at] = slot.bot();
        size++;
        alone();
    }

    private void alone() {
        only = size == 1 && !stale ? slots[0] : null;
        onlyBot = size == 1 && !stale ? bots[0] : null;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Somebody in the list does not listen any more. */
    void changed() {
        stale = true;
        alone();
    }

    private void drop() {
        stale = false;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (listens.test(slots[i])) {
                slots[kept] = slots[i];
                bots[kept++] = bots[i];
            }
        }
        size = kept;
        alone();
    }

    /** Tells of a closed candle. */
    void candle(CandleEvent candle) {
        BotSlot slot = only;
        Bot bot = onlyBot;
        if (slot != null && bot != null) {
            candle(slot, bot, candle);
        } else if (size > 0) {
            candleToAll(candle);
        }
    }

    private void candle(BotSlot slot, Bot bot, CandleEvent candle) {
        if (slot.hearsCandles()) {
            try {
                bot.onCandle(slot, candle);
            } catch (RuntimeException e) {
                fleet.failed(slot, e);
            }
        }
    }

    private void candleToAll(CandleEvent candle) {
        if (stale) {
            drop();
        }
        int count = size;
        for (int i = 0; i < count; i++) {
            candle(slots[i], bots[i], candle);
        }
    }

    /** Tells of a price. */
    void price(long lastTicks) {
        if (stale) {
            drop();
        }
        int count = size;
        for (int i = 0; i < count; i++) {
            BotSlot slot = slots[i];
            if (slot.reacts()) {
                try {
                    bots[i].onPrice(slot, lastTicks);
                } catch (RuntimeException e) {
                    fleet.failed(slot, e);
                }
            }
        }
    }
}
