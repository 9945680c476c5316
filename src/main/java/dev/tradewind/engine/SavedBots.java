package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.portfolio.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down bots so that they can be made again from it: what each was started with, its parameters, its state. */
final class SavedBots {

    private final Fleet fleet;
    private final Ledger ledger;

    /** The newest parameters by type: most bots of a type have the same, which are then read without being checked again. */
    private final Map<String, Params> newest = new LinkedHashMap<>();

    SavedBots(Fleet fleet, Ledger ledger) {
        this.fleet = fleet;
        this.ledger = ledger;
    }

    static void save(BotSlot slot, StateWriter out) {
        out.text(slot.type().id()).number(slot.id()).text(slot.name());
        out.number(slot.startCapitalAtoms()).number(slot.startedNanos());
        slot.params().save(out);
        out.part(slot);
    }

    /** {@return the next bot, whose account the ledger has already; it is not started and told nothing} */
    BotSlot load(int place, StateReader in) {
        try {
            BotType type = BotType.of(in.text(), fleet.config().botTypes());
            BotSlot.Start start = new BotSlot.Start(in.integer(), type, in.text(), in.number(), in.number());
            Params before = newest.get(type.id());
            Params params = (before == null ? type.params(Map.of()) : before).loaded(in);
            newest.put(type.id(), params);
            // the user's account comes first, then the bots' in the order they were started
            BotSlot slot = new BotSlot(fleet, place, start, params, ledger.at(place + 1));
            in.part(slot);
            return slot;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw in.wrong("bot number " + (place + 1) + " cannot be made: " + e.getMessage());
        }
    }
}
