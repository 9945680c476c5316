package dev.tradewind.portfolio;

/** The price all accounts of a ledger were last marked at. */
final class LastMark {

    /** In ticks; 0 before the first. */
    long ticks;
}
