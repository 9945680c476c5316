package dev.tradewind.bench;

/** What a book made of a tape: its trades in their order and what rests at the end, level by level. */
final class BookWork {

    private long trades;
    private long traded;
    private long levels;
    private long level;

    /** Forgets all. */
    void begin() {
        trades = 0;
        traded = 0;
        levels = 0;
        level = 0;
    }

    /** Takes in a trade. */
    void trade(long takerId, long makerId, long ticks, long lots) {
        trades++;
        traded = mix(mix(mix(traded, takerId), makerId ^ ticks << 32), lots);
    }

    /** Takes in a level of what rests: bids, best first, then asks. */
    void level(long ticks, long lots) {
        level++;
        levels = mix(mix(levels, ticks), lots);
    }

    /** {@return one number for all of it} */
    String hash() {
        return String.format("%016x", mix(mix(traded, levels), trades));
    }

    /** {@return how it differs from another's, empty if it does not} */
    String differenceTo(BookWork other) {
        if (trades != other.trades || traded != other.traded) {
            return trades + " trades here, " + other.trades + " there, or others";
        }
        return level == other.level && levels == other.levels
                ? ""
                : level + " levels rest here, " + other.level + " there, or others";
    }

    private static long mix(long hash, long value) {
        long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        return (z ^ (z >>> 29)) + 0x9E3779B97F4A7C15L;
    }
}
