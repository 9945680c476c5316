package dev.tradewind.bot;

/** Where the stop of a bot's open position has to be; the stop watchdog holds the bot to it. */
public enum StopPolicy {
    /** The bot sets no stop. */
    NONE,
    /** A stop order rests at the exchange, for all that is held. */
    EXCHANGE,
    /** The bot watches the price itself and closes at market: it protects only as long as the bot runs. */
    HERE
}
