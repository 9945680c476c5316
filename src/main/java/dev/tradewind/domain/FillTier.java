package dev.tradewind.domain;

/** How closely a simulated fill follows what would have happened; shown on every report. */
public enum FillTier {
    /** Candles alone. */
    T0("each candle is walked open, nearer extreme, other extreme, close; a touched limit fills in full"),
    /** Finer candles under the bots' own. */
    T1("finer candles are walked under the bots' own; a touched limit fills in full"),
    /** Single trades. */
    T2("a limit fills when a trade prints through it, or at its price once the assumed queue has traded"),
    /** The recorded book. */
    T3("takers walk the recorded book; a limit waits for the queue the book shows ahead of it");

    private final String belief;

    FillTier(String belief) {
        this.belief = belief;
    }

    /** {@return what the tier takes for true, in words} */
    public String belief() {
        return belief;
    }
}
