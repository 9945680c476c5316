package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.World;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import dev.tradewind.venue.Venue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exchange in a box: takes orders as any venue does and lives through the market events the driver shows it.
 *
 * <p>How it fills depends on what the market shows: {@link CandleMarket} where there are candles, {@link TradeMarket} where
 * there are trades. Slippage worsens takers' fills only, a limit order's never beyond its limit. Nothing reads the future:
 * an event is lived through only after {@link #begin}.
 *
 * <p>Its state, to be saved between two inputs, is all that rests, is under way either way and was booked, the market as far
 * as it was lived through, and the streams of chance.
 *
 * <p>Engine thread only. Orders, reports and actions are pooled: steady trading allocates nothing.
 */
public final class SimVenue implements Venue, World, Stateful {

    private final Capabilities offered;
    private final MadeModels models;
    private final LatencyModel latency;
    private final RecentVolume recent;
    private final Depth depth = new Depth();
    private final Queues queues;
    private final Clock clock;
    private final Instrument instrument;
    private final SimAccount account;
    private final @Nullable MarginAccount margin;
    private final @Nullable MarginWatch watch;
    private final FeeBooks feeBooks;
    private final Fills fills;
    private final Inbox inbox = new Inbox();
    private final ReportQueue reports = new ReportQueue();
    private final Matcher matcher;
    private final CandleMarket candles;
    private final TradeMarket trades;
    private final Books books;
    private @Nullable FillTrail trail;
    private @Nullable VenueReport dueReport;
    private @Nullable MarketEvent pending;
    private boolean candle;

    private boolean queued;

    /** Nothing is under way, and nothing rests where the candle goes: there is nothing to live through. */
    private boolean idle;

    /**
     * @param clock      the engine's clock, which says when orders are sent
     * @param quoteAtoms the balance to start with
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms) {
        this(instrument, terms, clock, quoteAtoms, MarginConfig.NONE);
    }

    /**
     * @param clock      the engine's clock, which says when orders are sent
     * @param quoteAtoms the balance to start with
     * @param config     leverage and modes, where the instrument is a perpetual
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms, MarginConfig config) {
        this(instrument, terms, clock, quoteAtoms, offers(instrument), config);
    }

    /**
     * A spot venue that offers less than it could.
     *
     * @param offered at most what {@link #offers()} says
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms, Capabilities offered) {
        this(instrument, terms, clock, quoteAtoms, offered, MarginConfig.NONE);
    }

    /**
     * A venue that offers less than it could, to see what is made up for on our side.
     *
     * @param offered at most what {@link #offers()} says
     */
    public SimVenue(
            Instrument instrument,
            SimTerms terms,
            Clock clock,
            long quoteAtoms,
            Capabilities offered,
            MarginConfig config) {
        this.offered = offered;
        this.clock = clock;
        this.instrument = instrument;
        margin = instrument.isPerpetual() ? new MarginAccount(instrument, config, quoteAtoms) : null;
        feeBooks = new FeeBooks(terms.schedule()::rate, terms.schedule().third());
        this.account = new SimAccount(quoteAtoms);
        FillModels chosen = terms.models();
        models = new MadeModels(terms);
        recent = new RecentVolume(!chosen.slippage().equals(SlippageModel.BPS.id()));
        this.latency = models.latency();
        this.fills = new Fills(instrument, terms, account, reports, models, recent, margin, feeBooks);
        this.matcher = new Matcher(fills, inbox, reports);
        watch = margin == null ? null : new MarginWatch(instrument, margin, fills, matcher);
        if (watch != null) {
            matcher.watch(watch);
        }
        books = new Books(
                instrument, account, margin, feeBooks, terms.schedule().third() != null, matcher.line());
        this.queues = new Queues(
                matcher.line(),
                depth,
                models.queue(),
                models.share(),
                recent,
                !chosen.queue().equals(QueueModel.THROUGH.id()));
        this.candles = new CandleMarket(matcher, chosen.path(), recent);
        this.trades = new TradeMarket(matcher, new BookMarket(matcher, depth, queues), queues, recent);
    }

    /** {@return all the simulated venue does by itself} */
    public static Capabilities offers() {
        return offers(EnumSet.of(Feature.LINKED_ORDERS, Feature.AMEND, Feature.POST_ONLY, Feature.ICEBERG));
    }

    /** {@return all it can do for an instrument: on a perpetual it also sees to reduce-only orders} */
    public static Capabilities offers(Instrument instrument) {
        return instrument.isPerpetual()
                ? offers(EnumSet.of(
                        Feature.LINKED_ORDERS, Feature.AMEND, Feature.POST_ONLY, Feature.ICEBERG, Feature.REDUCE_ONLY))
                : offers();
    }

    private static Capabilities offers(EnumSet<Feature> features) {
        return new Capabilities(
                EnumSet.allOf(OrderType.class),
                EnumSet.allOf(TimeInForce.class),
                features,
                0,
                true,
                "Simulated");
    }

    @Override
    public Capabilities capabilities() {
        return offered;
    }

    @Override
    public void submit(OrderRequest request) {
        matcher.submit(request, arrival());
    }

    @Override
    public void replace(OrderRequest request) {
        matcher.replace(request, arrival());
    }

    @Override
    public void query(long clientOrderId) {
        inbox.query(arrival(), clientOrderId);
    }

    @Override
    public void statement(long fillsSinceNanos) {
        idle = false;
        books.tell(fillsSinceNanos, clock.nowNanos(), trail, () -> reports.add(clock.nowNanos()));
    }

    /**
     * From now on fills are remembered, so that questions and statements are answered with them; the last few thousand. A
     * venue nobody asks does without. To be called before the first event.
     */
    public void keepFills() {
        trail = new FillTrail();
        fills.keep(trail);
    }

    /**
     * {@return what takers' fills cost against the market from now on, kept for every fill; a venue nobody asks does without. To
     * be called before the first event}
     */
    public TakerCosts keepCosts() {
        TakerCosts costs = new TakerCosts();
        fills.keep(costs);
        return costs;
    }

    /** {@return the statement as the venue's books stand, at once and beside its reports; for whoever looks from outside} */
    public List<VenueReport> told(long fillsSinceNanos) {
        List<VenueReport> parts = new ArrayList<>();
        books.tell(fillsSinceNanos, clock.nowNanos(), trail, () -> {
            parts.add(new VenueReport());
            return parts.getLast();
        });
        return parts;
    }

    /** {@return whether nothing is on its way, so that what the venue and its user know is the same} */
    public boolean isQuiet() {
        return matcher.isQuiet() && reports.isEmpty() && pending == null;
    }

    @Override
    public void cancel(long clientOrderId) {
        inbox.cancel(arrival(), clientOrderId);
    }

    /** Something is on its way. {@return when what is sent now arrives} */
    private long arrival() {
        idle = false;
        return clock.nowNanos() + latency.nanos();
    }

    @Override
    public void transfer(long quoteAtoms) {
        idle = false;
        long now = clock.nowNanos();
        MarginAccount books = margin;
        long free = books == null ? account.availableQuoteAtoms() : books.availableAtoms();
        if (-quoteAtoms > free) {
            fills.moved(
                    VenueReport.Kind.REJECTED, VenueReport.Reason.WITHDRAWAL, PositionSide.NET, quoteAtoms, now);
            return;
        }
        if (books == null) {
            account.pay(quoteAtoms);
        } else {
            books.pay(quoteAtoms);
        }
        if (watch != null) {
            watch.changed();
        }
        fills.moved(VenueReport.Kind.TRANSFER, VenueReport.Reason.NONE, PositionSide.NET, quoteAtoms, now);
    }

    @Override
    public void adjustMargin(PositionSide side, long quoteAtoms) {
        idle = false;
        boolean moved = watch != null && watch.adjust(side, quoteAtoms);
        fills.moved(
                moved ? VenueReport.Kind.MARGIN_ADJUSTED : VenueReport.Kind.REJECTED,
                moved ? VenueReport.Reason.NONE : VenueReport.Reason.MARGIN,
                side,
                quoteAtoms,
                clock.nowNanos());
    }

    /** {@return quote atoms on the venue's own books; on a perpetual the wallet} */
    public long quoteAtoms() {
        return margin == null ? account.quoteAtoms() : margin.walletAtoms();
    }

    /** {@return base atoms on the venue's own books; on a perpetual the net position, negative when short} */
    public long baseAtoms() {
        return margin == null
                ? account.baseAtoms()
                : Math.multiplyExact(margin.lots(0) + margin.lots(1) + margin.lots(2), instrument.lotAtoms());
    }

    /** {@return signed entry notional of a perpetual's position on the venue's own books, in quote atoms} */
    public long entryAtoms(PositionSide side) {
        return margin == null ? 0 : margin.entryAtoms(side.ordinal());
    }

    /** {@return what the venue has of the asset that pays fees, in its atoms} */
    public long thirdAtoms() {
        return feeBooks.thirdAtoms();
    }

    /** {@return orders resting at the venue} */
    public int restingOrders() {
        return matcher.resting().size();
    }

    @Override
    public boolean begin(MarketEvent event) {
        if (watch != null && candle) {
            idle = false;
            matcher.priced(candles.lastTicks(), clock.nowNanos());
        }
        switch (event) {
            case CandleEvent next -> {
                candle = true;
                // nothing came up since the last quiet candle: whatever does says so
                idle = candles.begin(next) && (idle || nothingUnderWay());
            }
            case TradeEvent next -> beginPrint(next);
            case BookEvent next -> beginPrint(next);
            case MarkEvent next -> toAccount(next);
            case FundingEvent next -> toAccount(next);
        }
        return !idle;
    }

    private boolean nothingUnderWay() {
        return matcher.isIdle() && reports.isEmpty() && pending == null;
    }

    private void toAccount(MarketEvent next) {
        pending = watch == null ? null : next;
        idle = idle && watch == null;
    }

    /** {@return whether something that happens to the account is next: after what arrives before it} */
    private boolean isNext(MarketEvent next, long untilNanos) {
        return next.timeNanos() <= untilNanos
                && (candle || matcher.nextArrivalNanos() > next.timeNanos());
    }

    private void happen(MarketEvent event) {
        pending = null;
        MarginWatch margins = watch;
        if (margins != null && event instanceof MarkEvent mark) {
            margins.mark(mark.markTicks(), Math.max(mark.timeNanos(), clock.nowNanos()));
        } else if (margins != null && event instanceof FundingEvent funding) {
            margins.funding(funding, Math.max(funding.timeNanos(), clock.nowNanos()));
        }
    }

    private void beginPrint(MarketEvent next) {
        if (!queued) {
            queued = true;
            matcher.queue(queues);
        }
        idle = false;
        trades.begin(next);
    }

    /** {@return candles in which a stop and a profit order lay, so that which came first decided} */
    public long unclearCandles() {
        return candles.unclearCandles();
    }

    @Override
    public long advance(long untilNanos) {
        if (idle) {
            return NOTHING;
        }
        for (; ; ) {
            long due = reports.nextDueNanos();
            if (due <= untilNanos && due != NOTHING) {
                dueReport = reports.pop();
                return due;
            }
            MarketEvent next = pending;
            if (next != null && isNext(next, untilNanos)) {
                happen(next);
                continue;
            }
            if (matcher.isIdle() && (candle ? candles.isQuiet() : trades.isIdle())) {
                return NOTHING;
            }
            if (!(candle ? candles.progress(untilNanos) : trades.progress(untilNanos))) {
                return NOTHING;
            }
        }
    }

    @Override
    public void save(StateWriter out) {
        out.section("SimVenue", 1).flag(candle).flag(queued).flag(idle);
        PendingEvent.save(out, pending);
        models.save(out);
        out.flag(margin != null);
        account.save(out);
        if (margin != null) {
            margin.save(out);
        }
        if (watch != null) {
            watch.save(out);
        }
        feeBooks.save(out);
        fills.save(out);
        recent.save(out);
        depth.save(out);
        matcher.save(out);
        inbox.save(out);
        reports.save(out);
        candles.save(out);
        trades.save(out);
        out.flag(trail != null);
        if (trail != null) {
            trail.save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        candle = in.section("SimVenue", 1).flag();
        queued = in.flag();
        idle = in.flag();
        if (queued) {
            matcher.queue(queues);
        }
        pending = PendingEvent.load(in);
        models.load(in);
        if (in.flag() != (margin != null)) {
            throw in.wrong(instrument.symbol() + (margin == null ? " is a spot pair here" : " is a perpetual here"));
        }
        account.load(in);
        if (margin != null) {
            margin.load(in);
        }
        if (watch != null) {
            watch.load(in);
        }
        feeBooks.load(in);
        fills.load(in);
        recent.load(in);
        depth.load(in);
        matcher.load(in);
        inbox.load(in);
        reports.load(in);
        candles.load(in);
        trades.load(in);
        if (in.flag()) {
            FillTrail kept = new FillTrail();
            kept.load(in);
            trail = kept;
            fills.keep(kept);
        }
    }

    @Override
    public VenueReport report() {
        if (dueReport == null) {
            throw new IllegalStateException("no report is due");
        }
        return dueReport;
    }
}
