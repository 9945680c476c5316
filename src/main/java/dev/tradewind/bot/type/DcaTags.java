package dev.tradewind.bot.type;

/** The DCA bot's own numbers for its orders. */
final class DcaTags {

    static final int BASE = 1;
    static final int TAKE_PROFIT = 2;
    static final int STOP = 3;
    static final int CLOSE = 4;
    static final int ADDED = 5;

    /** Safety order k, counted from 0, has this plus k. */
    static final int SAFETY = 100;

    private DcaTags() {}

    /** {@return the order's name on a screen} */
    static String label(int tag) {
        return switch (tag) {
            case BASE -> "Base";
            case TAKE_PROFIT -> "Take profit";
            case STOP -> "Stop";
            case CLOSE -> "Close";
            case ADDED -> "Added";
            default -> tag >= SAFETY ? "SO " + (tag - SAFETY + 1) : "";
        };
    }
}
