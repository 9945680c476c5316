package dev.tradewind.risk;

/**
 * A fat-finger collar: how far an order may lie from the market and how much larger than usual it may be. It judges every
 * order of the user and the entries of bots; what a bot does to leave a position is never held back by it. Shares are of
 * the last price, times 10⁸; 0 switches a bound off.
 *
 * @param crossE8     how far beyond the market a limit may take: a buy above, a sale below; while it is on, a stop on the
 *                    wrong side of the market, which would trigger at once, is refused too
 * @param awayE8      how far from the market on its own side an order may wait
 * @param timesUsualE2 how many hundredths of the owner's usual size an order may have
 */
public record Collar(long crossE8, long awayE8, long timesUsualE2) {

    /** No collar. */
    public static final Collar NONE = new Collar(0, 0, 0);

    public Collar {
        if (crossE8 < 0 || awayE8 < 0 || timesUsualE2 < 0) {
            throw new IllegalArgumentException("a collar's bound is negative; 0 means none");
        }
        if (timesUsualE2 > 0 && timesUsualE2 < 100) {
            throw new IllegalArgumentException("a collar of " + timesUsualE2
                    + " hundredths of the usual size would refuse usual orders; at least 100 would pass");
        }
    }

    /** {@return whether any bound is on} */
    public boolean on() {
        return crossE8 > 0 || awayE8 > 0 || timesUsualE2 > 0;
    }
}
