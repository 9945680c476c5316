package dev.tradewind.hostile;

/** What the world does to the engine. */
public enum Fault {
    /** A report is told long after it happened; others overtake it. */
    REPORT_LATE("report late"),
    /** A report is never told while the line is up. */
    REPORT_LOST("report lost"),
    /** A report is told twice. */
    REPORT_DOUBLED("report doubled"),
    /** A report is told before the one that happened before it. */
    REPORT_REORDERED("report reordered"),
    /** The exchange refuses an order for reasons of its own. */
    REJECTED("rejected"),
    /** The exchange refuses because it was asked too often. */
    RATE_LIMITED("rate limited"),
    /** What was asked never arrives; the sender hears of a time-out. */
    TIMED_OUT_BEFORE("timed out, not taken"),
    /** What was asked arrives, the answer does not; the sender hears of a time-out. */
    TIMED_OUT_AFTER("timed out, taken"),
    /** What was asked arrives late, perhaps after the sender gave up on it. */
    REQUEST_SLOW("request slow"),
    /** The line to the exchange is lost for a while. */
    LINE_LOST("line lost"),
    /** A question about an order is answered from an old state. */
    STALE_ANSWER("stale answer"),
    /** A question right after an order was sent is answered by "no such order". */
    FALSE_NOT_FOUND("false not found"),
    /** A question is never answered. */
    ANSWER_LOST("answer lost"),
    /** A statement is told late, overtaken by what happened since. */
    STALE_STATEMENT("stale statement"),
    /** The balances of a statement are those of the one before. */
    BALANCE_LATE("balance told late"),
    /** A statement cannot be had, or breaks off. */
    STATEMENT_FAILED("statement failed"),
    /** The user places an order in the exchange's own app. */
    FOREIGN_ORDER("foreign order"),
    /** The user trades at market in the exchange's own app. */
    MANUAL_TRADE("manual trade"),
    /** The user cancels an order of ours in the exchange's own app. */
    MANUAL_CANCEL("manual cancel"),
    /** The user deposits or withdraws in the exchange's own app. */
    MANUAL_TRANSFER("manual transfer"),
    /** The exchange's clock jumps ahead and stands until it is right again. */
    VENUE_CLOCK_JUMP("venue clock jump"),
    /** This machine's clock jumps ahead, or stands. */
    OWN_CLOCK_JUMP("own clock jump"),
    /** The feed leaves out market events. */
    FEED_GAP("feed gap"),
    /** The process dies between two inputs. */
    CRASH_IDLE("crash between inputs"),
    /** The process dies while it writes its journal. */
    CRASH_WRITING("crash while writing"),
    /** The process dies after an intent is durable, before all of it is sent. */
    CRASH_SENDING("crash while sending"),
    /** The process dies while it takes its journal up again. */
    CRASH_RECOVERING("crash in recovery"),
    /** Power fails: the disk keeps what was forced and any part of the rest, torn and out of order. */
    POWER_CUT("power cut"),
    /** The disk has no room left. */
    DISK_FULL("disk full"),
    /** A write fails. */
    WRITE_ERROR("write error"),
    /** The disk says that it could not make a write durable. */
    SYNC_ERROR("sync error");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** {@return its name in tables} */
    public String label() {
        return label;
    }
}
