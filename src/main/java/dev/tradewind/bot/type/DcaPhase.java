package dev.tradewind.bot.type;

/** What a DCA bot is doing. */
enum DcaPhase {
    /** For a price, its start condition or a person. */
    WAITING,
    /** For a delay or a cooldown to pass. */
    COOLING,
    /** A deal is open, its base order perhaps still on its way. */
    OPEN,
    /** Orders are being cancelled, coins perhaps sold. */
    CLOSING,
    /** The user cancelled a deal: nothing opens until resumed. */
    HELD,
    ENDED
}
