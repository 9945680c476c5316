package dev.tradewind.portfolio;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole account on one instrument: the sum of its owners' sub-ledgers (the user, and each bot), with the equity marked
 * at the last price. Engine thread only.
 *
 * <p>Invariant: quote and base are the sums over the sub-ledgers; capital is conserved between owners.
 */
public final class Ledger {

    private static final long DAY_NANOS = 86_400L * 1_000_000_000L;

    private final Instrument instrument;
    private final BotAccount user;
    private final List<BotAccount> accounts = new ArrayList<>();
    private final EquityCurve curve = new EquityCurve();
    private final long startEquityAtoms;
    private long quoteAtoms;
    private long baseAtoms;
    private long wholeLotsValuePerTick;
    private long oddBaseAtoms;
    private long equityAtoms;
    private long dayStartEquityAtoms;
    private long dayEndsNanos = Long.MIN_VALUE;
    private long reservedAtoms;

    /** A ledger whose user owns {@code capitalAtoms} of the quote asset. */
    public Ledger(Instrument instrument, long capitalAtoms) {
        this.instrument = instrument;
        this.user = new BotAccount(instrument, capitalAtoms);
        accounts.add(user);
        quoteAtoms = capitalAtoms;
        equityAtoms = capitalAtoms;
        startEquityAtoms = capitalAtoms;
        dayStartEquityAtoms = capitalAtoms;
    }

    /** {@return the user's own account} */
    public BotAccount user() {
        return user;
    }

    /**
     * Opens a sub-ledger and gives it part of the user's free quote.
     *
     * @throws IllegalArgumentException if the user has less free than that
     */
    public BotAccount open(long capitalAtoms) {
        if (capitalAtoms <= 0 || capitalAtoms > user.freeQuoteAtoms()) {
            throw new IllegalArgumentException("capital " + text(capitalAtoms) + " is not between one atom and the free "
                    + text(Math.max(0, user.freeQuoteAtoms())));
        }
        BotAccount account = new BotAccount(instrument, capitalAtoms);
        user.addCapital(-capitalAtoms);
        accounts.add(account);
        return account;
    }

    /** Hands all a sub-ledger has to the user: quote, base and its cost. Profit figures stay where they were earned. */
    public void close(BotAccount account) {
        account.handOverTo(user);
    }

    /** Books a fill in a sub-ledger and in the sums. */
    public void fill(BotAccount account, Side side, long priceTicks, long lots, long feeAtoms, FeeAsset feeAsset) {
        long quoteBefore = account.quoteAtoms();
        long baseBefore = account.baseAtoms();
        account.fill(side, priceTicks, lots, feeAtoms, feeAsset);
        quoteAtoms = Math.addExact(quoteAtoms, account.quoteAtoms() - quoteBefore);
        baseAtoms = Math.addExact(baseAtoms, account.baseAtoms() - baseBefore);
        long wholeLots = baseAtoms / instrument.lotAtoms();
        wholeLotsValuePerTick = Math.multiplyExact(wholeLots, instrument.tickLotAtoms());
        oddBaseAtoms = baseAtoms - wholeLots * instrument.lotAtoms();
    }

    /** Sets quote aside in a sub-ledger (negative: gives it back). */
    public void reserve(BotAccount account, long atoms) {
        account.reserve(atoms);
        reservedAtoms = Math.addExact(reservedAtoms, atoms);
    }

    /** Begins a new UTC day where one has come: its equity starts at the last mark. Before the first mark of the day. */
    public void rollDay(long timeNanos) {
        if (timeNanos >= dayEndsNanos) {
            dayStartEquityAtoms = equityAtoms;
            dayEndsNanos = Math.floorDiv(timeNanos, DAY_NANOS) * DAY_NANOS + DAY_NANOS;
        }
    }

    /** Marks everything at a price. {@return the equity in quote atoms} */
    public long mark(long timeNanos, long priceTicks) {
        long equity = quoteAtoms + Math.multiplyExact(priceTicks, wholeLotsValuePerTick);
        if (oddBaseAtoms != 0) {
            equity += instrument.valueOfBaseAtoms(priceTicks, oddBaseAtoms);
        }
        equityAtoms = equity;
        curve.add(timeNanos, equity);
        return equity;
    }

    /** {@return quote atoms of all owners, reserved ones included} */
    public long quoteAtoms() {
        return quoteAtoms;
    }

    /** {@return base atoms of all owners} */
    public long baseAtoms() {
        return baseAtoms;
    }

    /** {@return quote atoms set aside for working buys, over all owners} */
    public long reservedAtoms() {
        return reservedAtoms;
    }

    /** {@return the equity at the last mark} */
    public long equityAtoms() {
        return equityAtoms;
    }

    /** {@return the equity when this UTC day began, or at the start} */
    public long dayStartEquityAtoms() {
        return dayStartEquityAtoms;
    }

    /** {@return the equity at the start} */
    public long startEquityAtoms() {
        return startEquityAtoms;
    }

    /** {@return equity over time with its deepest fall} */
    public EquityCurve curve() {
        return curve;
    }

    /** {@return the sub-ledgers, the user's first, then bots' in the order they opened} */
    public List<BotAccount> accounts() {
        return List.copyOf(accounts);
    }

    private String text(long atoms) {
        return instrument.quote().toDecimal(atoms).stripTrailingZeros().toPlainString() + " "
                + instrument.quote().code();
    }
}
