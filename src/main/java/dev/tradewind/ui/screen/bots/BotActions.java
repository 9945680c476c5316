package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.BotState;

/** What a row or the detail head can ask for. */
interface BotActions {

    /** Pauses a bot that runs, or resumes one that stands. */
    void pauseOrResume(int botId, BotState state);

    /** Asks how to stop a bot. */
    void stop(int botId, String name);

    /** Opens the form with a bot's parameters. */
    void edit(int botId);

    /** Opens the form for a new bot with another's parameters. */
    void copy(int botId);

    /** Puts a stopped bot out of sight, or back into it. */
    void archive(int botId, boolean away);

    /** Opens the form for a new bot. */
    void newBot();

    /** Asks a bot for one of its type's own actions. */
    void act(int botId, String action, String amount);
}
