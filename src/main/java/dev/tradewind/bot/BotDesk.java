package dev.tradewind.bot;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;

/**
 * Where a bot's orders leave, and what stops them: a lack of balance, a risk rule or the trading state holds back buys until
 * the next attempt, any other refusal of a buy holds them back until a person retries. Sales are tried again on their own:
 * they protect. What is refused again and again is tried less and less often, down to about once an hour.
 * Engine thread only.
 */
public final class BotDesk {

    /** The timer after which what was refused is tried again. */
    public static final int RETRY = 4;

    private static final long RETRY_NANOS = 60 * Timeframe.SECOND_NANOS;

    /** What protects and got lost on its way is sent again at once. */
    private static final long SOON_NANOS = Timeframe.SECOND_NANOS;

    /** Attempts come twice as far apart each time, up to 2⁶ minutes. */
    private static final int LONGEST = 6;

    private boolean buysBlocked;
    private boolean buysRuledOut;
    private int buyAttempts;
    private int saleAttempts;
    private boolean buysWait;
    private boolean salesWait;

    /** {@return whether buys may leave} */
    public boolean buysOpen() {
        return !buysBlocked && !buysWait;
    }

    /** {@return whether a person has to look} */
    public boolean needsPerson() {
        return buysBlocked || salesWait;
    }

    /** {@return whether only balance is missing} */
    public boolean waitsForBalance() {
        return buysWait && !buysRuledOut;
    }

    /** {@return whether a risk rule or the trading state holds entries back} */
    public boolean waitsForRules() {
        return buysWait && buysRuledOut;
    }

    /** {@return the order's id, or 0 if it was held back or refused} */
    public long place(
            BotContext context, Side side, OrderType type, long lots, long priceTicks, long stopTicks, int tag, long linkId) {
        return place(context, side == Side.BUY, side, type, lots, priceTicks, stopTicks, tag, linkId);
    }

    /**
     * {@return the order's id, or 0 if it was held back or refused}
     *
     * @param entry whether the order makes a position larger, on whichever side; it is then treated as a buy is
     */
    public long place(
            BotContext context, boolean entry, Side side, OrderType type, long lots, long priceTicks, long stopTicks, int tag,
            long linkId) {
        if (!open(entry)) {
            return 0;
        }
        long id = context.submit(side, type, TimeInForce.GTC, lots, priceTicks, stopTicks, tag, linkId);
        if (id == 0) {
            context.decide(Reason.ORDER_REFUSED, tag, lots);
            refused(context, entry);
        } else if (entry) {
            buyAttempts = 0;
        } else {
            saleAttempts = 0;
        }
        return id;
    }

    /** Rules refuse only what enters by its effect, whatever the bot takes it for: then it waits as an entry does. */
    private void refused(BotContext context, boolean entry) {
        boolean ruled = context.refusal().ruled();
        if (!entry && ruled && buysWait) {
            return; // its next attempt is under way already
        }
        boolean enters = entry || ruled;
        buysRuledOut = enters ? ruled : buysRuledOut;
        held(context, enters, context.refusal().balance() || ruled);
    }

    /** {@return whether entries, or orders that end a position, may leave} */
    public boolean open(boolean entry) {
        return entry ? buysOpen() : !salesWait;
    }

    /** The venue refused an order that had left. */
    public void rejected(BotContext context, Side side, int tag, VenueReport.Reason reason) {
        rejected(context, side == Side.BUY, tag, reason);
    }

    /** The venue refused an order that had left; {@code entry} as in {@link #place}. */
    public void rejected(BotContext context, boolean entry, int tag, VenueReport.Reason reason) {
        context.decide(Reason.ORDER_REJECTED, tag, reason.ordinal());
        // an order that got lost on its way says nothing against the next one
        boolean lost = reason == VenueReport.Reason.UNKNOWN_ORDER;
        buysRuledOut = entry ? lost : buysRuledOut;
        if (lost && !entry) {
            salesWait = true;
            context.startTimer(RETRY, SOON_NANOS);
            return;
        }
        held(context, entry, lost || reason == VenueReport.Reason.INSUFFICIENT_BALANCE);
    }

    /** The bot gave up entries for an exit that needed their margin: they wait until there may be enough for both. */
    public void giveUpEntries(BotContext context) {
        buysRuledOut = false;
        held(context, true, true);
    }

    /** Sizes came out below one lot. */
    public void tooSmall(BotContext context) {
        context.decide(Reason.TOO_SMALL, 0, 0);
        held(context, true, false);
    }

    private void held(BotContext context, boolean entry, boolean later) {
        if (!entry) {
            salesWait = true;
            context.startTimer(RETRY, delayNanos(saleAttempts++));
            context.decide(Reason.BOT_FAILED, 0, 0);
            context.state(BotState.ERROR);
        } else if (later && buysRuledOut) {
            buysWait = true;
            retryLater(context);
            context.decide(Reason.BOT_WAITS_FOR_RULES, 0, 0);
        } else if (later) {
            buysWait = true;
            retryLater(context);
            context.decide(Reason.BOT_WAITS_FOR_BALANCE, 0, 0);
            context.state(BotState.WAITING_FOR_BALANCE);
        } else {
            buysBlocked = true;
            context.decide(Reason.BOT_FAILED, 0, 0);
            context.state(BotState.ERROR);
        }
    }

    /** Writes down what is held back. */
    public void save(StateWriter out) {
        out.flag(buysBlocked).flag(buysRuledOut).number(buyAttempts).number(saleAttempts).flag(buysWait).flag(salesWait);
    }

    /** Takes over what is held back. */
    public void load(StateReader in) {
        buysBlocked = in.flag();
        buysRuledOut = in.flag();
        buyAttempts = in.integer();
        saleAttempts = in.integer();
        buysWait = in.flag();
        salesWait = in.flag();
    }

    /** Sets the timer for entries; where an exit waits for it already, it must not come later for that. */
    private void retryLater(BotContext context) {
        if (salesWait) {
            buyAttempts++;
        } else {
            context.startTimer(RETRY, delayNanos(buyAttempts++));
        }
    }

    private static long delayNanos(int attempts) {
        return RETRY_NANOS << Math.min(attempts, LONGEST);
    }

    /** Lets orders leave again; a person's retry also lifts a block. */
    public void retry(BotContext context, boolean byPerson) {
        boolean held = buysBlocked || buysWait || salesWait;
        if (byPerson) {
            buyAttempts = 0;
            saleAttempts = 0;
        }
        buysWait = false;
        salesWait = false;
        buysBlocked &= !byPerson;
        if (held && !buysBlocked) {
            context.state(BotState.RUNNING);
        }
    }

    /** {@return whether an order of this size at this price passes the venue's smallest size} */
    public static boolean tradeable(Instrument instrument, long lots, long priceTicks) {
        InstrumentFilters filters = instrument.filters();
        return lots >= Math.max(1, filters.minQuantityLots())
                && (filters.minNotionalAtoms() == 0
                        || instrument.notionalAtoms(priceTicks, lots) >= filters.minNotionalAtoms());
    }
}
