package dev.tradewind.bot;

/** How a bot's fills make trades in a report. It changes nothing that the bot does. */
public enum TradeRule {

    /** A trade lasts from the first entry until nothing is held. */
    FLAT_TO_FLAT,

    /** Each closing order and the newest entries it closes are trades of their own: a grid's completed cells. */
    PAIRED
}
