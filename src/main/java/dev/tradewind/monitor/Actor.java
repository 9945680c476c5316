package dev.tradewind.monitor;

/** Who did something. Stored by name. */
public enum Actor {
    /** A person, in the window or on the command line. */
    USER,
    /** A bot. */
    BOT,
    /** A risk rule, or another rule a person set: going idle, a schedule. */
    RULE,
    /** A signal from outside. */
    WEBHOOK,
    /** The assistant; it proposes only. */
    ASSISTANT,
    /** The program itself: starting, ending, signing what an order needs. */
    PROGRAM
}
