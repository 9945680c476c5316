package dev.tradewind.ui.screen.lab;

import java.util.List;

/**
 * What a run's set-up says about bots and terms, in words.
 *
 * @param chip  the kind of bot and of market
 * @param parts terms for the line under the title
 * @param brief the bot's own values for a card of the comparison
 */
record RunTerms(String chip, List<String> parts, String brief) {

    /** Nothing is known. */
    static final RunTerms UNKNOWN = new RunTerms("", List.of(), "");

    RunTerms {
        parts = List.copyOf(parts);
    }
}
