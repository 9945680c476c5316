package dev.tradewind.app;

/**
 * How a window names a session.
 *
 * @param mode           what the badge says
 * @param account        for instance {@code Paper account}
 * @param source         where the market comes from, for instance {@code Bitstamp replay}
 * @param syntheticDepth whether the order book is made up around real trades and must be labelled so
 */
public record SessionLabel(Mode mode, String account, String source, boolean syntheticDepth) {

    /** What is at stake. */
    public enum Mode {
        /** Play money on replayed data. */
        REPLAY,
        /** Play money on live data. */
        PAPER,
        /** The exchange's own test network. */
        TESTNET,
        /** Real money. */
        LIVE
    }
}
