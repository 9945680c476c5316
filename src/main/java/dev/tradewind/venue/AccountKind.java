package dev.tradewind.venue;

/** What is at stake in an account. */
public enum AccountKind {
    /** Real money. */
    LIVE,
    /** The exchange's own test network. */
    TESTNET,
    /** The practice exchange on this computer. */
    PRACTICE,
    /** Play money, filled by the simulated exchange; needs no key. */
    PAPER
}
