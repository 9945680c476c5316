package dev.tradewind.domain;

/**
 * What a venue says about one order. A reusable carrier: read before returning, {@link #copy()} to keep. Numbers that a
 * kind does not use are 0.
 */
public final class VenueReport {

    /** What happened. */
    public enum Kind {
        /** The venue holds the order. */
        ACCEPTED,
        /** The venue refused it; {@link #reason()} says why. */
        REJECTED,
        /** Part or all of it traded. */
        FILLED,
        /**
         * It is cancelled; what had filled stays filled. A venue outside this process says how much that was in all as
         * {@link VenueReport#quantityLots()}, or {@link VenueReport#NOT_SAID}; then it is asked before the end is believed.
         */
        CANCELED,
        /** The cancel came too late or named an unknown order. */
        CANCEL_REJECTED,
        /** Its time in force ended it; the lots as of {@link #CANCELED}. */
        EXPIRED,
        /** The order now has the report's quantity, price and stop price; what had filled stays filled. */
        REPLACED,
        /** The amendment was refused; the order stays as it was. */
        REPLACE_REJECTED,
        /** The exchange closed a position by force: a fill at the report's price, of no order of ours. */
        LIQUIDATED,
        /** Margin is running out; nothing has happened yet. */
        MARGIN_CALL,
        /** Funding was exchanged: {@link VenueReport#amountAtoms()}, positive when received. */
        FUNDING,
        /** Money came into ({@link VenueReport#amountAtoms()} positive) or left the account. */
        TRANSFER,
        /** Answer to a query: the order works; {@link VenueReport#quantityLots()} lots of it have filled so far. */
        WORKING,
        /** Answer to a query: the order has ended after {@link VenueReport#quantityLots()} lots. */
        DONE,
        /** Answer to a query: the venue knows no such order. */
        UNKNOWN,
        /** {@link VenueReport#amountAtoms()} went into (positive) or out of the margin of an isolated position. */
        MARGIN_ADJUSTED,
        /**
         * Nobody knows what became of what was last asked for the order (time-out, disconnect, unreadable answer): only a
         * query settles it.
         */
        TIMED_OUT,
        /** The line to the venue is lost: from now on reports may be missing, and what is under way is in doubt. */
        LINE_LOST,
        /** The line is back; nothing is believed before a statement was compared. */
        LINE_BACK,
        /** The statement asked for begins; {@link VenueReport#amountAtoms()} is the time since when it tells fills. */
        STATEMENT_BEGAN,
        /**
         * A working order: signed lots (negative sells), its price and stop, {@link VenueReport#amountAtoms()} lots of it
         * filled so far. The id is ours, or the venue's own as a negative number where it is foreign.
         */
        STATEMENT_ORDER,
        /** A fill with signed lots (negative sells); the id as in {@link #STATEMENT_ORDER}. */
        STATEMENT_FILL,
        /** All there is of an asset, held by orders or free: {@link VenueReport#amountAtoms()} of {@link VenueReport#feeAsset()}. */
        STATEMENT_BALANCE,
        /** A position of a perpetual: signed lots at an average price, {@link VenueReport#amountAtoms()} of own margin. */
        STATEMENT_POSITION,
        /** The statement is whole. */
        STATEMENT_ENDED,
        /** The statement could not be had; to be asked for again. */
        STATEMENT_FAILED;

        /** {@return whether it is about the account, not about an order of ours} */
        public boolean isOfAccount() {
            return switch (this) {
                case LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, MARGIN_ADJUSTED -> true;
                case ACCEPTED, REJECTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED, REPLACED, REPLACE_REJECTED, WORKING, DONE,
                        UNKNOWN, TIMED_OUT, LINE_LOST, LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL,
                        STATEMENT_BALANCE, STATEMENT_POSITION, STATEMENT_ENDED, STATEMENT_FAILED -> false;
            };
        }

        /** {@return whether it is about the line to the venue or part of a statement} */
        public boolean isOfLine() {
            return compareTo(LINE_LOST) >= 0;
        }

        /** {@return whether it answers a query} */
        public boolean isAnswer() {
            return this == WORKING || this == DONE || this == UNKNOWN;
        }
    }

    /** Why a venue refuses an order or a cancel. */
    public enum Reason {
        NONE,
        INSUFFICIENT_BALANCE,
        FILTER,
        UNKNOWN_ORDER,
        WOULD_TRADE,
        NO_MARKET,
        REDUCE_ONLY,
        WITHDRAWAL,
        MARGIN
    }

    /** Which asset a fee was taken in. */
    public enum FeeAsset {
        QUOTE,
        BASE,
        /** An asset of the venue's own that lowers fees (BNB on Binance). */
        THIRD
    }

    /** The lots of an order's end, where the venue does not say how much of it had filled. */
    public static final long NOT_SAID = -1;

    private Kind kind = Kind.ACCEPTED;
    private Reason reason = Reason.NONE;
    private long clientOrderId;
    private long timeNanos;
    private long fillId;
    private long priceTicks;
    private long quantityLots;
    private long feeAtoms;
    private FeeAsset feeAsset = FeeAsset.QUOTE;
    private boolean maker;
    private PositionSide positionSide = PositionSide.NET;
    private long amountAtoms;
    private long feeValueAtoms;
    private long stopTicks;

    /** Fills the carrier with a report that is not a fill. */
    public VenueReport set(Kind kind, Reason reason, long clientOrderId, long timeNanos) {
        return setFill(kind, reason, clientOrderId, timeNanos, 0, 0, 0, 0, FeeAsset.QUOTE, false);
    }

    /** Fills the carrier with the answer to a query. */
    public VenueReport answer(Kind kind, long clientOrderId, long timeNanos, long filledLots) {
        return setFill(
                kind, Reason.NONE, clientOrderId, timeNanos, 0, 0, filledLots, 0, FeeAsset.QUOTE, false);
    }

    /** Fills the carrier with a fill. */
    public VenueReport filled(
            long clientOrderId,
            long timeNanos,
            long fillId,
            long priceTicks,
            long quantityLots,
            long feeAtoms,
            FeeAsset feeAsset,
            boolean maker) {
        return setFill(
                Kind.FILLED,
                Reason.NONE,
                clientOrderId,
                timeNanos,
                fillId,
                priceTicks,
                quantityLots,
                feeAtoms,
                feeAsset,
                maker);
    }

    /** Fills every field; what the journal reads back. */
    public VenueReport setFill(
            Kind kind,
            Reason reason,
            long clientOrderId,
            long timeNanos,
            long fillId,
            long priceTicks,
            long quantityLots,
            long feeAtoms,
            FeeAsset feeAsset,
            boolean maker) {
        // writing a reference costs the collector's barriers, and a reused carrier mostly has it already
        if (this.kind != kind) {
            this.kind = kind;
        }
        if (this.reason != reason) {
            this.reason = reason;
        }
        this.clientOrderId = clientOrderId;
        this.timeNanos = timeNanos;
        this.fillId = fillId;
        this.priceTicks = priceTicks;
        this.quantityLots = quantityLots;
        this.feeAtoms = feeAtoms;
        if (this.feeAsset != feeAsset) {
            this.feeAsset = feeAsset;
        }
        this.maker = maker;
        return with(PositionSide.NET, 0, 0, 0);
    }

    /**
     * Adds what most reports do not have.
     *
     * @param side      which position of a perpetual it is about
     * @param amount    atoms that moved, positive when received; quote atoms unless it is a transfer of another asset
     * @param feeValue  what a fee in a third asset is worth in quote atoms
     * @param stop      the stop price of a replaced order
     */
    public VenueReport with(PositionSide side, long amount, long feeValue, long stop) {
        if (positionSide != side) {
            positionSide = side;
        }
        amountAtoms = amount;
        feeValueAtoms = feeValue;
        stopTicks = stop;
        return this;
    }

    /** {@return whether it has nothing that most reports do not have} */
    public boolean isPlain() {
        return positionSide == PositionSide.NET && amountAtoms == 0 && feeValueAtoms == 0 && stopTicks == 0;
    }

    /** {@return which position of a perpetual it is about} */
    public PositionSide positionSide() {
        return positionSide;
    }

    /** {@return atoms that moved with funding or a transfer, positive when received} */
    public long amountAtoms() {
        return amountAtoms;
    }

    /** {@return what a fee in a third asset is worth in quote atoms} */
    public long feeValueAtoms() {
        return feeValueAtoms;
    }

    /** {@return the stop price of a replaced order in ticks} */
    public long stopTicks() {
        return stopTicks;
    }

    /** Takes over another report's content. */
    public VenueReport set(VenueReport other) {
        return setFill(
                other.kind,
                other.reason,
                other.clientOrderId,
                other.timeNanos,
                other.fillId,
                other.priceTicks,
                other.quantityLots,
                other.feeAtoms,
                other.feeAsset,
                other.maker)
                .with(other.positionSide, other.amountAtoms, other.feeValueAtoms, other.stopTicks);
    }

    /** {@return a copy that may be kept} */
    public VenueReport copy() {
        return new VenueReport().set(this);
    }

    /** {@return what happened} */
    public Kind kind() {
        return kind;
    }

    /** {@return why a refusal, {@link Reason#NONE} otherwise} */
    public Reason reason() {
        return reason;
    }

    /** {@return our id of the order} */
    public long clientOrderId() {
        return clientOrderId;
    }

    /** {@return when the venue did it} */
    public long timeNanos() {
        return timeNanos;
    }

    /** {@return the venue's id of the fill, unique per venue} */
    public long fillId() {
        return fillId;
    }

    /** {@return the fill's price in ticks} */
    public long priceTicks() {
        return priceTicks;
    }

    /** {@return the fill's quantity in lots} */
    public long quantityLots() {
        return quantityLots;
    }

    /** {@return the fill's fee in atoms of {@link #feeAsset()}} */
    public long feeAtoms() {
        return feeAtoms;
    }

    /** {@return the asset of the fee} */
    public FeeAsset feeAsset() {
        return feeAsset;
    }

    /** {@return whether the fill made liquidity} */
    public boolean maker() {
        return maker;
    }

    /** Writes all of it, for {@link #load}. */
    public void save(StateWriter out) {
        out.constant(kind).constant(reason).number(clientOrderId).number(timeNanos).number(fillId);
        out.number(priceTicks).number(quantityLots).number(feeAtoms).constant(feeAsset).flag(maker);
        out.constant(positionSide).number(amountAtoms).number(feeValueAtoms).number(stopTicks);
    }

    /**
     * Takes over what {@link #save} wrote.
     *
     * @throws StateException if it cannot be a report
     */
    public VenueReport load(StateReader in) {
        kind = in.constant(Kind.class);
        reason = in.constant(Reason.class);
        clientOrderId = in.number();
        timeNanos = in.number();
        fillId = in.number();
        priceTicks = in.number();
        quantityLots = in.number();
        feeAtoms = in.number();
        feeAsset = in.constant(FeeAsset.class);
        maker = in.flag();
        positionSide = in.constant(PositionSide.class);
        amountAtoms = in.number();
        feeValueAtoms = in.number();
        stopTicks = in.number();
        return this;
    }

    @Override
    public String toString() {
        return "VenueReport[" + kind + " " + clientOrderId + " " + reason + " fill " + fillId + " " + quantityLots + "l @"
                + priceTicks + "t fee " + feeAtoms + " " + feeAsset
                + (isPlain() ? "" : " " + positionSide + " amount " + amountAtoms + " worth " + feeValueAtoms + " stop "
                        + stopTicks)
                + "]";
    }
}
