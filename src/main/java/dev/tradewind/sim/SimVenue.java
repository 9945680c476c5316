package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.World;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import dev.tradewind.venue.Venue;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * The exchange in a box: takes orders as any venue does and lives through the market events the driver shows it.
 *
 * <p>How it fills depends on what the market shows: {@link CandleMarket} where there are candles, {@link TradeMarket} where
 * there are trades. Slippage worsens takers' fills only, a limit order's never beyond its limit. Nothing reads the future:
 * an event is lived through only after {@link #begin}.
 *
 * <p>Engine thread only. Orders, reports and actions are pooled: steady trading allocates nothing.
 */
public final class SimVenue implements Venue, World {

    private final Capabilities offered;
    private final LatencyModel latency;
    private final Queues queues;
    private final Clock clock;
    private final SimAccount account;
    private final Inbox inbox = new Inbox();
    private final ReportQueue reports = new ReportQueue();
    private final Matcher matcher;
    private final CandleMarket candles;
    private final TradeMarket trades;
    private @Nullable VenueReport dueReport;
    private boolean candle;

    private boolean queued;

    /** Nothing is under way, and nothing rests where the candle goes: there is nothing to live through. */
    private boolean idle;


    /**
     * @param clock      the engine's clock, which says when orders are sent
     * @param quoteAtoms the balance to start with
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms) {
        this(instrument, terms, clock, quoteAtoms, offers());
    }

    /**
     * A venue that offers less than it could, to see what is made up for on our side.
     *
     * @param offered at most what {@link #offers()} says
     */
    public SimVenue(Instrument instrument, SimTerms terms, Clock clock, long quoteAtoms, Capabilities offered) {
        this.offered = offered;
        this.clock = clock;
        this.account = new SimAccount(quoteAtoms);
        FillModels models = terms.models();
        RecentVolume recent = new RecentVolume(!models.slippage().equals(SlippageModel.BPS.id()));
        this.latency = models.latency(terms);
        this.matcher =
                new Matcher(account, new Fills(instrument, terms, account, reports, latency, recent), inbox, reports);
        Depth depth = new Depth();
        this.queues = new Queues(
                matcher.line(),
                depth,
                models.queue(terms),
                models.share(terms),
                recent,
                !models.queue().equals(QueueModel.THROUGH.id()));
        this.candles = new CandleMarket(matcher, models.path(), recent);
        this.trades = new TradeMarket(matcher, new BookMarket(matcher, depth, queues), queues, recent);
    }

    /** {@return all the simulated venue does by itself} */
    public static Capabilities offers() {
        return new Capabilities(
                EnumSet.allOf(OrderType.class),
                EnumSet.allOf(TimeInForce.class),
                EnumSet.of(Feature.LINKED_ORDERS, Feature.AMEND, Feature.POST_ONLY, Feature.ICEBERG),
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
    public void cancel(long clientOrderId) {
        inbox.cancel(arrival(), clientOrderId);
    }

    /** Something is on its way. {@return when what is sent now arrives} */
    private long arrival() {
        idle = false;
        return clock.nowNanos() + latency.nanos();
    }

    /** {@return quote atoms on the venue's own books} */
    public long quoteAtoms() {
        return account.quoteAtoms();
    }

    /** {@return base atoms on the venue's own books} */
    public long baseAtoms() {
        return account.baseAtoms();
    }

    /** {@return orders resting at the venue} */
    public int restingOrders() {
        return matcher.resting().size();
    }

    @Override
    public void begin(MarketEvent event) {
        switch (event) {
            case CandleEvent next -> {
                candle = true;
                idle = candles.begin(next) && matcher.isIdle() && reports.isEmpty();
            }
            case TradeEvent next -> beginPrint(next);
            case BookEvent next -> beginPrint(next);
            case MarkEvent next -> {}
            case FundingEvent next -> {}
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
            if (matcher.isIdle() && (candle ? candles.isQuiet() : trades.isIdle())) {
                return NOTHING;
            }
            if (!(candle ? candles.progress(untilNanos) : trades.progress(untilNanos))) {
                return NOTHING;
            }
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
