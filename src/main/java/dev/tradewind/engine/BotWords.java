package dev.tradewind.engine;

import dev.tradewind.bot.BotStatus;
import java.util.List;

/** What a bot says of itself, and what is said where it fails to. Engine thread only. */
final class BotWords {

    private BotWords() {}

    /** {@return what a screen shows of a bot; a bot that fails to say still has a line} */
    static BotStatus status(BotSlot slot) {
        try {
            return slot.bot().status(slot);
        } catch (RuntimeException e) {
            return new BotStatus("its status failed: " + why(e), List.of(), List.of(), 0, "");
        }
    }

    /** {@return the bot's own name for an order, empty where it has none or fails to say} */
    static String label(BotSlot slot, int tag) {
        try {
            return slot.bot().label(tag);
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** {@return what a person reads of a failure} */
    static String why(RuntimeException cause) {
        if (cause instanceof ArithmeticException) {
            return "a price or size is too large to be counted exactly (" + cause.getMessage() + ")";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
