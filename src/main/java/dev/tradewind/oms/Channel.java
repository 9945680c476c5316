package dev.tradewind.oms;

/** A price an algorithm can listen to. */
enum Channel {
    LAST,
    BID,
    ASK,
    MARK
}
