package dev.tradewind.sim;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue to which anything may happen, step by step by chance: events are shown and lived through in one go or in parts,
 * orders are sent, changed, asked for and cancelled in between.
 */
final class RandomVenue {

    static final long USD = 10_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument SPOT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final Instrument PERPETUAL = SPOT.withPerpetual(PerpetualTerms.standard(SPOT.quote()));
    private static final int REMEMBERED = 60;

    /** What market it has and what account. */
    record Kind(boolean candles, boolean books, boolean perpetual, MarginMode mode, boolean hedged, int bustle) {

        Instrument instrument() {
            return perpetual ? PERPETUAL : SPOT;
        }

        SimTerms terms() {
            ThirdAsset third = new ThirdAsset(Asset.of("BNB"), 2 * USD, 300_00000000L, 25_000_000);
            FeeSchedule schedule = new FeeSchedule(
                    List.of(
                            new FeeSchedule.Tier(0, 0, new FeeRate(100_000), new FeeRate(120_000)),
                            new FeeSchedule.Tier(3_000 * USD, 0, new FeeRate(50_000), new FeeRate(80_000))),
                    bustle % 2 == 0 ? third : null);
            SimTerms terms = new SimTerms(
                    new FeeRate(120_000), new FeeRate(100_000), bustle % 3 == 0 ? FeeAsset.BASE : FeeAsset.QUOTE, 10_000,
                    SECOND / 5);
            return terms.with(schedule).with(new FillModels(
                    PathRule.values()[bustle % 3], bustle % 4 == 3 ? "constant" : "jitter:millis=800", "root:bps=30",
                    bustle % 4 == 1 ? "through" : "average:times=0.5", bustle % 2 == 0 ? "log" : "linear", 77));
        }

        SimVenue venue(VirtualClock clock) {
            MarginConfig config = perpetual
                    ? new MarginConfig(20, mode, hedged ? PositionMode.HEDGE : PositionMode.ONE_WAY)
                    : MarginConfig.NONE;
            // little enough that margin runs out at times
            long usd = bustle >= 6 ? 100_000 : perpetual ? 60 : 5_000;
            return new SimVenue(instrument(), terms(), clock, usd * USD, config);
        }
    }

    final Kind kind;
    final VirtualClock clock;
    final SimVenue venue;
    final List<String> said = new ArrayList<>();
    final List<OrderRequest> sent = new ArrayList<>();
    private long lastId;
    private long bookId = 1;
    private long price = 1_000;
    /** When the event that is lived through ends, 0 for none. */
    private long eventEnds;
    private long candleOpens;

    RandomVenue(Kind kind, long startNanos) {
        this.kind = kind;
        clock = new VirtualClock(startNanos);
        venue = kind.venue(clock);
        candleOpens = startNanos;
    }

    /** {@return another to which the same will happen, with a fresh venue} */
    RandomVenue twin() {
        RandomVenue twin = new RandomVenue(kind, clock.nowNanos());
        sent.forEach(request -> twin.sent.add(request.copy()));
        twin.lastId = lastId;
        twin.bookId = bookId;
        twin.price = price;
        twin.eventEnds = eventEnds;
        twin.candleOpens = candleOpens;
        return twin;
    }

    void step(long seed) {
        Rng rng = new Rng(seed);
        int what = rng.nextInt(100);
        if (what < 40) {
            live(rng);
        } else if (what < 40 + kind.bustle * 5) {
            submit(rng);
        } else if (sent.isEmpty()) {
            return;
        } else if (what < 80) {
            live(rng);
        } else if (what < 87) {
            venue.cancel(known(rng).clientOrderId());
        } else if (what < 93) {
            replace(rng);
        } else if (what < 96) {
            venue.query(rng.nextInt(9) == 0 ? 999_999 : known(rng).clientOrderId());
        } else if (what < 98) {
            venue.transfer((rng.nextInt(40) - 15) * USD);
        } else {
            venue.adjustMargin(side(rng), (rng.nextInt(20) - 8) * USD);
        }
    }

    private OrderRequest known(Rng rng) {
        return sent.get(rng.nextInt(sent.size()));
    }

    private PositionSide side(Rng rng) {
        return kind.hedged ? PositionSide.values()[1 + rng.nextInt(2)] : PositionSide.NET;
    }

    private void submit(Rng rng) {
        OrderType type = OrderType.values()[rng.nextInt(OrderType.values().length)];
        TimeInForce force = TimeInForce.values()[rng.nextInt(3) == 0 ? rng.nextInt(4) : rng.nextInt(2) * 3];
        OrderTerms terms = new OrderTerms(
                0,
                type.hasLimit() && rng.nextInt(6) == 0,
                kind.perpetual && rng.nextInt(4) == 0,
                kind.perpetual ? side(rng) : PositionSide.NET,
                force == TimeInForce.GTD ? clock.nowNanos() + SECOND * (1 + rng.nextInt(600)) : 0,
                rng.nextInt(6) == 0 ? 2 : 0);
        boolean plain = !kind.hedged && force != TimeInForce.GTD && rng.nextInt(2) == 0;
        OrderRequest request = new OrderRequest().set(
                ++lastId,
                1 + rng.nextInt(2),
                0,
                rng.nextInt(2) == 0 ? Side.BUY : Side.SELL,
                type,
                force,
                1 + rng.nextInt(30),
                type.hasLimit() ? near(rng) : 0,
                type.hasTrigger() ? near(rng) : 0,
                rng.nextInt(5),
                rng.nextInt(3) == 0 ? 1 + rng.nextInt(4) : 0)
                .with(plain ? OrderTerms.NONE : terms, rng.nextInt(3));
        if (sent.size() == REMEMBERED) {
            sent.removeFirst();
        }
        sent.add(request);
        venue.submit(request);
    }

    private void replace(Rng rng) {
        OrderRequest request = known(rng);
        long lots = rng.nextInt(3) == 0 ? Math.max(1, request.quantityLots() - 1) : 1 + rng.nextInt(30);
        boolean moves = rng.nextInt(3) > 0;
        request.amend(
                lots,
                moves && request.type().hasLimit() ? near(rng) : request.priceTicks(),
                moves && request.type().hasTrigger() ? near(rng) : request.stopTicks());
        venue.replace(request);
    }

    private long near(Rng rng) {
        return Math.max(1, price + rng.nextInt(61) - 30 + (rng.nextInt(4) == 0 ? rng.nextInt(401) - 200 : 0));
    }

    /** Goes on living through an event in part or in full, or shows the next. */
    private void live(Rng rng) {
        if (eventEnds == 0) {
            venue.begin(next(rng));
        }
        long now = clock.nowNanos();
        int part = rng.nextInt(4);
        if (part == 0) {
            return;
        }
        long left = Math.max(0, eventEnds - now);
        hear(part == 1 && left > 1 ? now + (long) (left * rng.nextDouble()) : Math.max(now, eventEnds));
        if (clock.nowNanos() >= eventEnds) {
            eventEnds = 0;
        }
    }

    private void hear(long until) {
        for (long due = venue.advance(until); due != World.NOTHING; due = venue.advance(until)) {
            clock.advanceTo(due);
            VenueReport report = venue.report();
            said.add(due + " " + report + " " + report.maker() + " " + report.timeNanos());
        }
        clock.advanceTo(until);
    }

    private MarketEvent next(Rng rng) {
        price = Math.max(200, price + rng.nextInt(21) - 10);
        if (kind.perpetual && rng.nextInt(12) == 0) {
            eventEnds = clock.nowNanos();
            return rng.nextInt(3) == 0
                    ? new FundingEvent().set(0, eventEnds, rng.nextInt(200_000) - 100_000, rng.nextInt(2) * price)
                    : new MarkEvent().set(0, eventEnds, price + (rng.nextInt(4) == 0 ? rng.nextInt(301) - 150 : rng.nextInt(7) - 3));
        }
        if (kind.candles) {
            return candle(rng);
        }
        eventEnds = clock.nowNanos() + rng.nextInt(20) * SECOND / 4;
        if (rng.nextInt(2_000) == 0) {
            eventEnds += 40L * 86_400 * SECOND;
        }
        if (kind.books && rng.nextInt(2) == 0) {
            return book(rng);
        }
        TradeEvent trade = new TradeEvent();
        Side aggressor = rng.nextInt(3) == 0 ? null : rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        trade.set(0, eventEnds, price, 1 + rng.nextInt(25), aggressor, 0);
        return trade;
    }

    private CandleEvent candle(Rng rng) {
        long opens = Math.max(candleOpens, clock.nowNanos() + (rng.nextInt(20) == 0 ? 3_600 * SECOND : 0));
        candleOpens = opens + 60 * SECOND;
        eventEnds = candleOpens;
        long close = Math.max(200, price + rng.nextInt(21) - 10);
        CandleEvent candle = new CandleEvent();
        candle.set(
                0, opens, candleOpens, price, Math.max(price, close) + rng.nextInt(20), Math.min(price, close) - rng.nextInt(20),
                close, rng.nextInt(2_000));
        price = close;
        return candle;
    }

    private BookEvent book(Rng rng) {
        boolean whole = bookId == 1 || rng.nextInt(60) == 0;
        long from = bookId + 1 + (rng.nextInt(80) == 0 ? 2 : 0);
        bookId = from + rng.nextInt(2);
        BookEvent event = new BookEvent().begin(0, eventEnds, whole, from, bookId);
        for (int i = whole ? 30 : rng.nextInt(5); i > 0; i--) {
            event.bid(price - 1 - rng.nextInt(20), rng.nextInt(4) * 5L);
            event.ask(price + 1 + rng.nextInt(20), rng.nextInt(4) * 5L);
        }
        return event;
    }

    String seen() {
        return venue.quoteAtoms() + " " + venue.baseAtoms() + " " + venue.thirdAtoms() + " " + venue.restingOrders() + " "
                + venue.unclearCandles() + " " + venue.entryAtoms(PositionSide.NET) + " " + venue.entryAtoms(PositionSide.LONG)
                + " " + venue.entryAtoms(PositionSide.SHORT);
    }
}
