package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.EventLoop;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.EndedOrders;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import dev.tradewind.oms.SlotBroker;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.RiskView;
import dev.tradewind.risk.Verdict;
import dev.tradewind.venue.Venue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way of an order: gate → reservation → intent in the journal → (durable) → venue, and the way of a report back: order
 * state → ledger → whoever owns it. Engine thread only.
 */
final class OrderDesk implements Stateful {

    static final int ORDER_ID_BITS = 40;

    private final SessionConfig config;
    private final Instrument instrument;
    private final boolean perpetual;
    private final RiskGate gate;
    private final Ledger ledger;
    private final MarketState market;
    private final Journal journal;
    private final Outbox outbox;
    private final OrderTable orders = new OrderTable();
    private final DeskView view;
    private final EndedOrders ended = new EndedOrders();
    private final OrderRequest draft = new OrderRequest();
    private final Recorder recorder;
    private final OrderChanges changes;
    private final SlotBroker slots;
    private final VenueLine line = new VenueLine();
    private IntFunction<Owner> owners = id -> {
        throw new IllegalStateException("no owners are known yet");
    };
    private long lastOrder;
    private Verdict verdict = Verdict.PASS;
    private boolean ruledOut;
    private @Nullable EventLoop loop;
    private @Nullable RiskDesk risk;

    OrderDesk(
            SessionConfig config,
            Ledger ledger,
            MarketState market,
            Journal journal,
            Venue venue,
            Recorder recorder,
            TimerQueue timers) {
        this.config = config;
        this.instrument = config.instrument();
        this.perpetual = instrument.isPerpetual();
        this.gate = new RiskGate(instrument, config.limits());
        this.ledger = ledger;
        this.market = market;
        this.journal = journal;
        outbox = new Outbox(venue, journal);
        this.recorder = recorder;
        slots = new SlotBroker(
                orders,
                new SlotOutlet(this, market, journal),
                fewest(instrument.filters().maxOpenOrders(), venue.capabilities().maxOpenOrders()),
                instrument.filters().maxStopOrders());
        view = new DeskView(config, ledger, market, orders, slots, this::nowNanos);
        changes = new OrderChanges(this, venue.capabilities(), market, instrument, timers, journal, Outbox.REPLACE);
    }

    private static int fewest(int one, int other) {
        return one == 0 || other != 0 && other < one ? other : one;
    }

    /** Says who steps it, and who is who. */
    void join(EventLoop eventLoop, IntFunction<Owner> byId) {
        loop = eventLoop;
        owners = byId;
    }

    VenueLine line() {
        return line;
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Desk", 1).part(orders).part(ended).part(slots).part(changes).part(outbox);
        out.number(lastOrder).constant(view.tradingState()).flag(ruledOut);
        verdict.save(out);
    }

    @Override
    public void load(StateReader in) {
        in.section("Desk", 1).part(orders).part(ended).part(slots).part(changes).part(outbox);
        lastOrder = in.number();
        view.trading(in.constant(TradingState.class));
        ruledOut = in.flag();
        verdict = Verdict.load(in);
    }

    OrderChanges changes() {
        return changes;
    }

    /** {@return the user for 0, the bot of that id otherwise} */
    Owner owner(int botId) {
        return owners.apply(botId);
    }

    /** {@return the number of the input at hand} */
    long sequence() {
        return loop().sequence();
    }

    /** {@return a client order id no order had before} */
    long nextOrderId() {
        lastOrder++;
        return orderId(lastOrder);
    }

    /** {@return the client order id of order number {@code sequence} of this session} */
    long orderId(long sequence) {
        return (long) config.number() << ORDER_ID_BITS | sequence;
    }

    void join(RiskDesk rules) {
        risk = rules;
    }

    private EventLoop loop() {
        EventLoop joined = loop;
        if (joined == null) {
            throw new IllegalStateException("the desk is not joined to a loop yet");
        }
        return joined;
    }

    /** {@return the new order's id, or 0 if it was refused; then {@link #verdict()} says why} */
    long submit(
            Owner owner,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId,
            OrderTerms terms) {
        return submit(owner, side, type, timeInForce, lots, priceTicks, stopTicks, tag, linkId, terms, 0);
    }

    /** As above, for the execution algorithm {@code algoId}. */
    long submit(
            Owner owner,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long lots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId,
            OrderTerms terms,
            int algoId) {
        long id = orderId(lastOrder + 1);
        draft.set(id, owner.id(), 0, side, type, timeInForce, lots, priceTicks, stopTicks, tag, linkId)
                .with(terms, algoId);
        view.asks(owner);
        boolean plain = changes.held().passes(draft);
        verdict = plain ? Verdict.PASS : changes.check(owner, draft);
        if (verdict.passes()) {
            verdict = gate.check(draft, view);
        }
        ruledOut = false;
        if (!line.isOpen() && verdict.passes() && view.openingLots(draft) > 0) {
            line.heldBack(owner.id());
            verdict = line.refusal();
            ruledOut = true;
        }
        if (verdict.passes() && risk != null && risk.ruling()) {
            verdict = risk.admit(owner, draft);
            ruledOut |= !verdict.passes();
        }
        if (!verdict.passes()) {
            return 0;
        }
        // while it is not among the working orders itself
        long opening = perpetual ? view.openingLots(draft) : 0;
        long entering = opening == 0 ? 0 : view.enteringLots(draft);
        lastOrder++;
        long now = loop().clock().nowNanos();
        boolean kept = !plain && changes.held().keeps(draft);
        boolean waits = !kept && slots.keeps(draft);
        if (!kept && !waits) {
            journal.submitIntent(loop().sequence(), now, draft);
        }
        Order order = orders.open(draft, now, journal.lastRow());
        owner.add(order);
        if (config.limits().collar().timesUsualE2() > 0) {
            owner.remember(draft.quantityLots());
        }
        if (perpetual) {
            order.opens(opening, entering);
            reserve(owner, order);
        } else if (side == Side.BUY) {
            ledger.reserve(owner.ledger(), order.reserve(view.reservationAtoms(referenceTicks(draft), draft.quantityLots())));
        }
        if (waits) {
            slots.hold(order);
            changes.held().opened(order);
            return id;
        }
        if (plain) {
            toVenue(owner, queue(0).set(draft));
        } else {
            changes.opened(order, kept ? null : toVenue(owner, queue(0).set(draft)));
        }
        if (!kept) {
            slots.sent(order);
        }
        return id;
    }

    /** {@return whether the last order was refused by a risk rule or the trading state, not for what it is} */
    boolean ruledOut() {
        return ruledOut || verdict.rule().equals(RiskGate.TRADING_STATE);
    }

    /** The next {@link #verdict()} is this. */
    void refuse(Verdict refusal) {
        verdict = refusal;
    }

    /** {@return the order as it would be, null if the gate refuses it; overwritten by the next order} */
    @Nullable OrderRequest amended(Owner owner, Order order, long lots, long priceTicks, long stopTicks) {
        draft.set(order.request()).amend(lots, priceTicks, stopTicks);
        view.asks(owner);
        view.amends(order);
        long reserved = order.reserve(0);
        ledger.reserve(owner.ledger(), reserved);
        verdict = gate.check(draft, view);
        if (verdict.passes() && risk != null) {
            verdict = risk.check(owner, draft);
        }
        ledger.reserve(owner.ledger(), order.reserve(-reserved));
        view.amends(null);
        return verdict.passes() ? draft : null;
    }

    /** Sets aside what a buy may still cost: of the prices it may have, the dearer counts. */
    void reserve(Owner owner, Order order) {
        if (perpetual || order.side() == Side.BUY) {
            long ticks = Math.max(referenceTicks(order.request()), order.amendedTicks());
            long lots = perpetual ? order.openingLots() : order.workingLots();
            ledger.reserve(owner.ledger(), order.reserve(lots == 0 ? 0 : view.reservationAtoms(ticks, lots)));
        }
    }

    /** {@return the copy of an order that leaves, with its terms as they are right at the exchange} */
    OrderRequest toVenue(Owner owner, OrderRequest sent) {
        if (sent.terms().reduceOnly() && sharesPosition(owner)) {
            // the exchange would measure it by the net position, of which others made a part
            sent.with(sent.terms().notReducing(), sent.algoId());
        }
        return sent;
    }

    /** {@return whether others have a part in the exchange's position beside the owner} */
    boolean sharesPosition(Owner owner) {
        return perpetual && ledger.isShared(owner.ledger());
    }

    /** {@return whether an order an owner would place opens or enlarges a position by its effect} */
    boolean opens(Owner owner, OrderRequest request) {
        return view.asks(owner).enteringLots(request) > 0;
    }

    /** {@return why the last {@link #submit} was refused} */
    Verdict verdict() {
        return verdict;
    }

    /** Asks for a cancel; finished or unknown orders are ignored. {@return whether one was sent} */
    boolean cancel(Owner owner, long clientOrderId) {
        Order order = orders.find(clientOrderId);
        return order != null && order.request().botId() == owner.id() && cancel(order);
    }

    boolean cancel(Order order) {
        long now = loop().clock().nowNanos();
        if (order.parking()) {
            // it is being cancelled already, only to come back; now it will not
            slots.stays(order);
            return true;
        }
        boolean held = order.state() == OrderState.HELD;
        if (!order.cancelRequested(now)) {
            return false;
        }
        if (held) {
            changes.drop(order);
            return true;
        }
        cancelAtVenue(order.venueId());
        return true;
    }

    /** Cancels at the venue what is cancelled here already, or has ended here. */
    void cancelAtVenue(long venueId) {
        journal.cancelIntent(loop().sequence(), nowNanos(), venueId);
        queue(venueId);
    }

    /** Asks the venue what became of an order. */
    void query(long clientOrderId) {
        if (clientOrderId > 0) {
            queue(-clientOrderId);
        }
    }

    /** {@return a carrier for what is sent: 0 for an order, its id for a cancel} */
    OrderRequest queue(long cancelId) {
        return outbox.queue(cancelId);
    }

    /** Makes what is in the journal durable: before anything but orders leaves. */
    void durable() {
        journal.commit();
    }

    /** Makes intents durable, then sends them. */
    void send() {
        outbox.send();
    }

    /** Books a report. {@return whether it changed anything} */
    boolean apply(Order order, VenueReport report, Owner owner) {
        long now = loop().clock().nowNanos();
        boolean fill = report.kind() == VenueReport.Kind.FILLED;
        long notional = fill ? instrument.notionalAtoms(report.priceTicks(), report.quantityLots()) : 0;
        if (!order.apply(report, notional, now)) {
            return false;
        }
        BotAccount account = owner.ledger();
        OrderRequest request = order.request();
        if (fill) {
            ledger.fill(
                    account,
                    request.side(),
                    request.terms().positionSide(),
                    report.priceTicks(),
                    report.quantityLots(),
                    report.feeAtoms(),
                    report.feeAsset(),
                    report.feeValueAtoms());
            owner.linkedFilled(order, report.quantityLots());
            changes.held().filled(order);
            recorder.filled(request, report, now, journal.lastRow());
        }
        boolean terminal = order.state().isTerminal();
        if (terminal) {
            ledger.reserve(account, order.reserve(0));
            slots.ended(order);
            changes.held().ended(order);
        } else {
            if (fill || report.kind() == VenueReport.Kind.REPLACED || report.kind() == VenueReport.Kind.REPLACE_REJECTED) {
                reserve(owner, order);
            }
            changes.held().heard(order, report.kind());
        }
        if (terminal) {
            owner.remove(order);
            recorder.finished(
                    request,
                    order.state(),
                    order.placedNanos(),
                    now,
                    order.filledLots(),
                    order.filledNotionalAtoms(),
                    order.journalRow(),
                    report.reason());
        }
        return true;
    }

    /** Takes a final order off the table, after everybody has heard of it. */
    void forget(Order order) {
        if (order.state().isTerminal()) {
            remember(order);
            orders.close(order);
        }
    }

    /** Counts anew what an order opens, whose size or place has changed. */
    void countOpening(Owner owner, Order order, OrderRequest target) {
        if (perpetual) {
            long opening = view.asks(owner).openingLots(target);
            order.opens(opening, opening);
        }
    }

    /** {@return whether an order opens or enlarges a position: a buy on spot, by its effect on a perpetual} */
    boolean isEntry(Order order) {
        return perpetual ? order.enteringLots() > 0 : order.side() == Side.BUY;
    }

    void decide(int bot, Reason reason, long first, long second) {
        long now = loop().clock().nowNanos();
        journal.decision(loop().sequence(), now, bot, reason, first, second);
        recorder.decided(journal.lastRow(), now, bot, reason, first, second);
    }

    void trading(TradingState state) {
        view.trading(state);
    }

    /** The cancel of an order that was moved away is confirmed. */
    void parked(Order order) {
        remember(order);
        slots.parked(order, nowNanos());
    }

    private void remember(Order order) {
        ended.add(order);
        outbox.ended(order);
    }

    SlotBroker slots() {
        return slots;
    }

    EndedOrders ended() {
        return ended;
    }

    long nowNanos() {
        return loop().clock().nowNanos();
    }

    /** {@return the journal's last row: while an input is taken, its own} */
    long lastRow() {
        return journal.lastRow();
    }

    OrderTable orders() {
        return orders;
    }

    long referenceTicks(OrderRequest request) {
        return switch (request.type()) {
            case MARKET -> market.lastTicks();
            case LIMIT, STOP_LIMIT, TAKE_PROFIT_LIMIT -> request.priceTicks();
            case STOP_MARKET, TAKE_PROFIT_MARKET -> request.stopTicks();
        };
    }

    /** {@return what the gate looks at, for an owner who asks without placing; until the next order or question} */
    RiskView asked(Owner owner) {
        return view.asks(owner);
    }

    /** {@return what the gate looks at, for whoever placed or asked last} */
    RiskView view() {
        return view;
    }

    TradingState tradingState() {
        return view.tradingState();
    }
}
