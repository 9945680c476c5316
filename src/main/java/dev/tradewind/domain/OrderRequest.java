package dev.tradewind.domain;

/**
 * An order somebody wants placed. A reusable carrier owned by the engine thread; a venue copies what it keeps.
 * {@link #clientOrderId()} is unique for the life of the account: the session's number in the upper bits, a counter in
 * the lower.
 */
public final class OrderRequest {

    private long clientOrderId;
    private int botId;
    private int instrument;
    private Side side = Side.BUY;
    private OrderType type = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantityLots;
    private long priceTicks;
    private long stopTicks;
    private int tag;
    private long linkId;
    private OrderTerms terms = OrderTerms.NONE;
    private int algoId;

    /**
     * Fills the carrier with a plain order: no terms, no algorithm.
     *
     * @param botId      who wants it; 0 is the user
     * @param priceTicks the limit, 0 for market orders
     * @param stopTicks  the trigger, 0 where there is none
     * @param tag        the owner's own name for the order (a DCA bot's level, for instance)
     * @param linkId     orders of one owner with the same link, other than 0, are one-cancels-other: they share one
     *                   reservation, and what one of them fills the others lose
     */
    public OrderRequest set(
            long clientOrderId,
            int botId,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId) {
        this.clientOrderId = clientOrderId;
        this.botId = botId;
        this.instrument = instrument;
        // writing a reference costs the collector's barriers, and a reused carrier mostly has it already
        if (this.side != side) {
            this.side = side;
        }
        if (this.type != type) {
            this.type = type;
        }
        if (this.timeInForce != timeInForce) {
            this.timeInForce = timeInForce;
        }
        this.quantityLots = quantityLots;
        this.priceTicks = priceTicks;
        this.stopTicks = stopTicks;
        this.tag = tag;
        this.linkId = linkId;
        return with(OrderTerms.NONE, 0);
    }

    /** Adds what a plain order does not have. */
    public OrderRequest with(OrderTerms more, int algo) {
        if (terms != more) {
            terms = more;
        }
        algoId = algo;
        return this;
    }

    /** Changes size and prices, as an amendment does. */
    public OrderRequest amend(long lots, long limitTicks, long triggerTicks) {
        quantityLots = lots;
        priceTicks = limitTicks;
        stopTicks = triggerTicks;
        return this;
    }

    /** {@return whether it has neither terms nor an algorithm} */
    public boolean isPlain() {
        return terms == OrderTerms.NONE && algoId == 0;
    }

    /** {@return what it asks for beyond side, type, size and price} */
    public OrderTerms terms() {
        return terms;
    }

    /** {@return the execution algorithm that placed it, 0 for none} */
    public int algoId() {
        return algoId;
    }

    /** {@return the id our side gave it} */
    public long clientOrderId() {
        return clientOrderId;
    }

    /** {@return who wants it; 0 is the user} */
    public int botId() {
        return botId;
    }

    /** {@return the instrument's index in the session} */
    public int instrument() {
        return instrument;
    }

    /** {@return buy or sell} */
    public Side side() {
        return side;
    }

    /** {@return how it meets the market} */
    public OrderType type() {
        return type;
    }

    /** {@return how long it stays} */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** {@return the size in lots} */
    public long quantityLots() {
        return quantityLots;
    }

    /** {@return the limit in ticks, 0 for market orders} */
    public long priceTicks() {
        return priceTicks;
    }

    /** {@return the trigger in ticks, 0 where there is none} */
    public long stopTicks() {
        return stopTicks;
    }

    /** {@return the owner's own name for the order} */
    public int tag() {
        return tag;
    }

    /** {@return the one-cancels-other link, 0 where there is none} */
    public long linkId() {
        return linkId;
    }

    /** Takes over another request's content. */
    public OrderRequest set(OrderRequest other) {
        return set(
                other.clientOrderId,
                other.botId,
                other.instrument,
                other.side,
                other.type,
                other.timeInForce,
                other.quantityLots,
                other.priceTicks,
                other.stopTicks,
                other.tag,
                other.linkId)
                .with(other.terms, other.algoId);
    }

    /** {@return a copy that may be kept} */
    public OrderRequest copy() {
        return new OrderRequest().set(this);
    }

    /** Writes all of it, for {@link #load}. */
    public void save(StateWriter out) {
        out.number(clientOrderId).number(botId).number(instrument);
        out.constant(side).constant(type).constant(timeInForce);
        out.number(quantityLots).number(priceTicks).number(stopTicks).number(tag).number(linkId).number(algoId);
        // not by its content: plain is who has the very terms that say nothing
        out.flag(terms != OrderTerms.NONE);
        if (terms != OrderTerms.NONE) {
            terms.save(out);
        }
    }

    /**
     * Takes over what {@link #save} wrote.
     *
     * @throws StateException if it cannot be an order
     */
    public OrderRequest load(StateReader in) {
        clientOrderId = in.number();
        botId = in.integer();
        instrument = in.integer();
        side = in.constant(Side.class);
        type = in.constant(OrderType.class);
        timeInForce = in.constant(TimeInForce.class);
        quantityLots = in.number();
        priceTicks = in.number();
        stopTicks = in.number();
        tag = in.integer();
        linkId = in.number();
        algoId = in.integer();
        terms = in.flag() ? OrderTerms.load(in) : OrderTerms.NONE;
        return this;
    }

    @Override
    public String toString() {
        return "OrderRequest[" + clientOrderId + " bot " + botId + " " + side + " " + type + " " + quantityLots + "l @"
                + priceTicks + "t stop " + stopTicks + "t tag " + tag + " link " + linkId + "]";
    }
}
