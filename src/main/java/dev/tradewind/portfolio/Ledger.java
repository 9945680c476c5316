package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole account on one instrument: the sum of its owners' sub-ledgers (the user, and each bot), with the equity marked
 * at the last price. On a perpetual the exchange nets the owners' positions: its view is kept beside theirs. Engine thread
 * only.
 *
 * <p>Invariants: quote and base are the sums over the sub-ledgers; capital is conserved between owners; on a perpetual
 * wallet less entry notional is the same on the exchange's side as over the sub-ledgers, though where owners' positions
 * oppose each other the wallets differ by what the exchange has closed and they have not.
 */
public final class Ledger implements Stateful {

    private static final long DAY_NANOS = 86_400L * 1_000_000_000L;

    private final Instrument instrument;
    private final MarginConfig margin;
    private final boolean keepsLots;
    private final LastMark mark = new LastMark();
    private final BotAccount user;
    private final List<BotAccount> accounts = new ArrayList<>();
    private final @Nullable PerpetualAccount exchange;
    private final EquityCurve curve = new EquityCurve();
    private final long startEquityAtoms;
    private long quoteAtoms;
    private long baseAtoms;

    /** Quote, less what perpetual positions were entered at, and the third asset's worth: equity without the market's part. */
    private long cashAtoms;

    private long wholeLotsValuePerTick;
    private long oddBaseAtoms;
    private long equityAtoms;
    private long dayStartEquityAtoms;
    private long dayEndsNanos = Long.MIN_VALUE;
    private long reservedAtoms;
    private long thirdAtoms;
    private long transfersAtoms;
    private boolean tradesElsewhere;

    /** A ledger whose user owns {@code capitalAtoms} of the quote asset; spot, or a perpetual without leverage. */
    public Ledger(Instrument instrument, long capitalAtoms) {
        this(instrument, capitalAtoms, MarginConfig.NONE, null, false);
    }

    /**
     * As above.
     *
     * @param margin    leverage and modes on a perpetual
     * @param third     what the account has of an asset that pays fees, null if nothing
     * @param keepsLots whether profit is also counted lot by lot, first in first out
     */
    public Ledger(
            Instrument instrument, long capitalAtoms, MarginConfig margin, @Nullable ThirdAsset third, boolean keepsLots) {
        this.instrument = instrument;
        this.margin = margin;
        this.keepsLots = keepsLots;
        exchange = instrument.isPerpetual()
                ? new PerpetualAccount(instrument, capitalAtoms, margin, mark, false)
                : null;
        user = newAccount(capitalAtoms);
        accounts.add(user);
        quoteAtoms = capitalAtoms;
        thirdAtoms = third == null ? 0 : third.balanceAtoms();
        cashAtoms = third == null ? capitalAtoms : Math.addExact(capitalAtoms, third.valueOf(third.balanceAtoms()));
        equityAtoms = cashAtoms;
        startEquityAtoms = cashAtoms;
        dayStartEquityAtoms = cashAtoms;
    }

    private BotAccount newAccount(long capitalAtoms) {
        return exchange == null
                ? new SpotAccount(instrument, capitalAtoms, keepsLots)
                : new PerpetualAccount(instrument, capitalAtoms, margin, mark, keepsLots);
    }

    /** {@return the user's own account} */
    public BotAccount user() {
        return user;
    }

    /** {@return whether another owner has a position or money set aside for one, so that the exchange's is not this one's} */
    public boolean isShared(BotAccount account) {
        for (int i = 0; i < accounts.size(); i++) {
            BotAccount other = accounts.get(i);
            if (other != account && (other.costAtoms() != 0 || other.reservedAtoms() != 0)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the account as the exchange has it, owners' positions netted; null on spot} */
    public @Nullable PerpetualAccount exchange() {
        return exchange;
    }

    /**
     * Opens a sub-ledger and gives it part of the user's free quote.
     *
     * @throws IllegalArgumentException if the user has less free than that
     */
    public BotAccount open(long capitalAtoms) {
        LedgerRefusals.requireFree(user, capitalAtoms);
        BotAccount account = newAccount(capitalAtoms);
        user.addCapital(-capitalAtoms);
        accounts.add(account);
        return account;
    }

    /** Hands all a sub-ledger has to the user: quote, base and its cost. Profit figures stay where they were earned. */
    public void close(BotAccount account) {
        long before = user.quoteAtoms() + account.quoteAtoms();
        account.handOverTo(user);
        quoteAtoms += user.quoteAtoms() + account.quoteAtoms() - before;
    }

    /** Books a fill in a sub-ledger and in the sums. */
    public void fill(BotAccount account, Side side, long priceTicks, long lots, long feeAtoms, FeeAsset feeAsset) {
        fill(account, side, PositionSide.NET, priceTicks, lots, feeAtoms, feeAsset, 0);
    }

    /**
     * Books a fill in a sub-ledger and in the sums. A fee in a third asset comes out of the account's balance of it, and its
     * owner pays the user what it is worth.
     */
    public void fill(
            BotAccount account,
            Side side,
            PositionSide positionSide,
            long priceTicks,
            long lots,
            long feeAtoms,
            FeeAsset feeAsset,
            long feeValueAtoms) {
        if (tradesElsewhere && side == Side.SELL && account != user && lots > account.sellableLots()) {
            split(account, positionSide, priceTicks, lots, feeAtoms, feeAsset, feeValueAtoms);
            return;
        }
        long quoteBefore = account.quoteAtoms();
        long costBefore = account.costAtoms();
        long baseBefore = account.baseAtoms();
        account.fill(side, positionSide, priceTicks, lots, feeAtoms, feeAsset, feeValueAtoms);
        long change = account.quoteAtoms() - quoteBefore;
        quoteAtoms = Math.addExact(quoteAtoms, change);
        baseAtoms = Math.addExact(baseAtoms, account.baseAtoms() - baseBefore);
        if (exchange != null) {
            change -= account.costAtoms() - costBefore;
            exchange.fill(side, positionSide, priceTicks, lots, feeAtoms, feeAsset, feeValueAtoms);
        }
        cashAtoms = Math.addExact(cashAtoms, change);
        if (feeAsset == FeeAsset.THIRD) {
            paidInThird(feeAtoms, feeValueAtoms);
        }
        holdings();
    }

    /** More was sold for a bot than it has, since something was sold twice or elsewhere: what is not its own, the user owes. */
    private void split(
            BotAccount account, PositionSide positionSide, long priceTicks, long lots, long feeAtoms, FeeAsset feeAsset, long value) {
        long own = Math.max(0, account.sellableLots());
        long fee = Exact.mulDivFloor(feeAtoms, own, lots);
        long worth = Exact.mulDivFloor(value, own, lots);
        if (own > 0) {
            fill(account, Side.SELL, positionSide, priceTicks, own, fee, feeAsset, worth);
        }
        fill(user, Side.SELL, positionSide, priceTicks, lots - own, feeAtoms - fee, feeAsset, value - worth);
    }

    private void paidInThird(long feeAtoms, long feeValueAtoms) {
        thirdAtoms = Math.subtractExact(thirdAtoms, feeAtoms);
        user.addCapital(feeValueAtoms);
        quoteAtoms = Math.addExact(quoteAtoms, feeValueAtoms);
        if (exchange != null) {
            exchange.addCapital(feeValueAtoms);
        }
    }

    private void holdings() {
        long wholeLots = baseAtoms / instrument.lotAtoms();
        wholeLotsValuePerTick = Math.multiplyExact(wholeLots, instrument.tickLotAtoms());
        oddBaseAtoms = baseAtoms - wholeLots * instrument.lotAtoms();
    }

    /**
     * Books a position closed by force: allotted to the owners who made it, see {@link Allotment}.
     *
     * @param lots     lots closed, not negative
     * @param feeAtoms what the exchange took for it, in quote
     */
    public void liquidate(PositionSide side, long priceTicks, long lots, long feeAtoms) {
        PerpetualAccount net = requireExchange();
        boolean isLong = net.position(side).lots() > 0;
        long[] shares = Allotment.closing(accounts, side, isLong, lots);
        long[] fees = Allotment.inProportion(feeAtoms, shares, lots);
        Side closing = isLong ? Side.SELL : Side.BUY;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                BotAccount account = accounts.get(i);
                long quoteBefore = account.quoteAtoms();
                long baseBefore = account.baseAtoms();
                long costBefore = account.costAtoms();
                account.fill(closing, side, priceTicks, shares[i], fees[i], FeeAsset.QUOTE, 0);
                long change = account.quoteAtoms() - quoteBefore;
                quoteAtoms = Math.addExact(quoteAtoms, change);
                baseAtoms = Math.addExact(baseAtoms, account.baseAtoms() - baseBefore);
                cashAtoms = Math.addExact(cashAtoms, change - (account.costAtoms() - costBefore));
            }
        }
        net.fill(closing, side, priceTicks, lots, feeAtoms, FeeAsset.QUOTE, 0);
        holdings();
    }

    /**
     * Books funding the exchange paid (positive) or took for a position: each owner's share by its own position, so that
     * the shares sum to the amount.
     */
    public void funding(PositionSide side, long amountAtoms) {
        PerpetualAccount net = requireExchange();
        bookFunding(side, Allotment.funding(accounts, side, amountAtoms, net.position(side).lots()));
        net.funding(side, amountAtoms);
        quoteAtoms = Math.addExact(quoteAtoms, amountAtoms);
        cashAtoms = Math.addExact(cashAtoms, amountAtoms);
    }

    /**
     * Books funding between owners whose positions oppose each other to nothing, so that the exchange says nothing of it.
     * Does nothing where there is a net position, or nobody has one.
     */
    public void fundingWithin(PositionSide side, long markTicks, long rateE8) {
        if (requireExchange().position(side).lots() == 0 && markTicks > 0) {
            bookFunding(side, Allotment.fundingWithin(accounts, side, instrument, markTicks, rateE8));
        }
    }

    private void bookFunding(PositionSide side, long[] shares) {
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                ((PerpetualAccount) accounts.get(i)).funding(side, shares[i]);
            }
        }
    }

    /**
     * Moves quote between an owner's free wallet and its isolated position's margin, in its sub-ledger and at the exchange.
     *
     * @throws IllegalArgumentException naming the amount that would pass
     */
    public void adjustMargin(BotAccount account, PositionSide side, long atoms) {
        String refusal = marginRefusal(account, side, atoms);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        ((PerpetualAccount) account).adjustMargin(side, atoms);
        requireExchange().position(side).addMargin(atoms);
    }

    /** Books what the exchange says it moved; an owner whose position has closed since has no part in it. */
    public void marginAdjusted(BotAccount account, PositionSide side, long atoms) {
        requireExchange().position(side).addMargin(atoms);
        if (account.positionLots(side) != 0) {
            ((PerpetualAccount) account).position(side).addMargin(atoms);
        }
    }

    /** {@return why an owner's margin cannot be moved, with what would pass; empty if it can} */
    public String marginRefusal(BotAccount account, PositionSide side, long atoms) {
        return LedgerRefusals.margin(account, exchange, side, atoms);
    }

    /** Books a deposit (positive) or a withdrawal of the user's: capital, never profit. */
    public void transfer(long atoms) {
        user.addCapital(atoms);
        if (exchange != null) {
            exchange.addCapital(atoms);
        }
        quoteAtoms = Math.addExact(quoteAtoms, atoms);
        cashAtoms = Math.addExact(cashAtoms, atoms);
        moved(atoms);
    }

    /**
     * Books base that came to the user from elsewhere, or left him (negative), at the last mark's price: money that came or
     * went, no profit. More than he has leaves him owing it.
     *
     * @return whether it could be booked: only on spot, and after the first mark
     */
    public boolean adjustBase(long atoms) {
        if (!(user instanceof SpotAccount account) || mark.ticks == 0) {
            return false;
        }
        long value = instrument.valueOfBaseAtoms(mark.ticks, Math.abs(atoms));
        value = atoms < 0 ? -value : value;
        account.adjustBase(atoms, value);
        baseAtoms = Math.addExact(baseAtoms, atoms);
        holdings();
        moved(value);
        return true;
    }

    /** The user can trade elsewhere, also with what is bots' here: then he owes them. */
    public void userTradesElsewhere() {
        if (user instanceof SpotAccount account) {
            account.mayOwe();
            tradesElsewhere = true;
        }
    }

    /** Books what came of the asset that pays fees, or left (negative), and what it is worth: money that came or went. */
    public void adjustThird(long atoms, long valueAtoms) {
        thirdAtoms = Math.addExact(thirdAtoms, atoms);
        cashAtoms = Math.addExact(cashAtoms, valueAtoms);
        moved(valueAtoms);
    }

    private void moved(long valueAtoms) {
        transfersAtoms = Math.addExact(transfersAtoms, valueAtoms);
        equityAtoms = Math.addExact(equityAtoms, valueAtoms);
        dayStartEquityAtoms = Math.addExact(dayStartEquityAtoms, valueAtoms);
    }

    /** {@return why so much cannot be transferred, naming what is free; empty if it can} */
    public String transferRefusal(long atoms) {
        return LedgerRefusals.transfer(user, quoteAtoms, atoms);
    }

    private PerpetualAccount requireExchange() {
        PerpetualAccount account = exchange;
        if (account == null) {
            throw new IllegalStateException(instrument.symbol() + " is a spot pair: it has no positions");
        }
        return account;
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
        mark.ticks = priceTicks;
        long equity = cashAtoms + Math.multiplyExact(priceTicks, wholeLotsValuePerTick);
        if (oddBaseAtoms != 0) {
            equity += instrument.valueOfBaseAtoms(priceTicks, oddBaseAtoms);
        }
        equityAtoms = equity;
        // money that came or went is no profit or loss
        curve.add(timeNanos, equity - transfersAtoms);
        return equity;
    }

    /** {@return the price of the last mark in ticks, 0 before the first} */
    public long markTicks() {
        return mark.ticks;
    }

    /** {@return quote atoms of all owners, reserved ones included; on a perpetual their wallets} */
    public long quoteAtoms() {
        return quoteAtoms;
    }

    /** {@return base atoms of all owners; on a perpetual the net position} */
    public long baseAtoms() {
        return baseAtoms;
    }

    /** {@return quote atoms set aside for working orders, over all owners} */
    public long reservedAtoms() {
        return reservedAtoms;
    }

    /** {@return the balance of the asset that pays fees, in its atoms} */
    public long thirdAtoms() {
        return thirdAtoms;
    }

    /** {@return deposits less withdrawals since the start} */
    public long transfersAtoms() {
        return transfersAtoms;
    }

    /** {@return the equity at the last mark; a third asset that pays fees counts at its value} */
    public long equityAtoms() {
        return equityAtoms;
    }

    /** {@return the equity when this UTC day began, or at the start, with what was transferred since} */
    public long dayStartEquityAtoms() {
        return dayStartEquityAtoms;
    }

    /** {@return the equity at the start, transfers not counted} */
    public long startEquityAtoms() {
        return startEquityAtoms;
    }

    /** {@return equity over time with its deepest fall; transfers are taken out, so that it moves by profit and loss alone} */
    public EquityCurve curve() {
        return curve;
    }

    /** {@return the sub-ledgers, the user's first, then bots' in the order they opened} */
    public List<BotAccount> accounts() {
        return List.copyOf(accounts);
    }

    /**
     * {@return an account's place among {@link #accounts}, by which a state names it}
     *
     * @throws IllegalArgumentException if it is not one of them
     */
    public int placeOf(BotAccount account) {
        int place = accounts.indexOf(account);
        if (place < 0) {
            throw new IllegalArgumentException("that account is not one of this ledger's " + accounts.size());
        }
        return place;
    }

    /**
     * {@return the account at a place}
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public BotAccount at(int place) {
        return accounts.get(place);
    }

    /** Writes the accounts too: to be loaded before whoever owns one. */
    @Override
    public void save(StateWriter out) {
        out.section("Ledger", 1).number(mark.ticks).number(quoteAtoms).number(baseAtoms).number(cashAtoms);
        out.number(wholeLotsValuePerTick).number(oddBaseAtoms).number(equityAtoms).number(dayStartEquityAtoms);
        out.number(dayEndsNanos).number(reservedAtoms).number(thirdAtoms).number(transfersAtoms);
        out.part(curve).flag(exchange != null);
        if (exchange != null) {
            out.part(exchange);
        }
        out.number(accounts.size());
        accounts.forEach(out::part);
    }

    @Override
    public void load(StateReader in) {
        mark.ticks = in.section("Ledger", 1).number();
        quoteAtoms = in.number();
        baseAtoms = in.number();
        cashAtoms = in.number();
        wholeLotsValuePerTick = in.number();
        oddBaseAtoms = in.number();
        equityAtoms = in.number();
        dayStartEquityAtoms = in.number();
        dayEndsNanos = in.number();
        reservedAtoms = in.number();
        thirdAtoms = in.number();
        transfersAtoms = in.number();
        in.part(curve);
        if (in.flag() != (exchange != null)) {
            throw in.wrong(instrument.symbol() + (exchange == null ? " is a spot pair here" : " is a perpetual here"));
        }
        if (exchange != null) {
            in.part(exchange);
        }
        int count = in.count();
        if (count < 1) {
            throw in.wrong("a ledger without an account");
        }
        in.part(user);
        for (int i = 1; i < count; i++) {
            BotAccount account = newAccount(0);
            accounts.add(account);
            in.part(account);
        }
    }
}
