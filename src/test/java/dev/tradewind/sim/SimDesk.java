package dev.tradewind.sim;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Talks to a simulated venue by hand, in seconds, whole prices and lots of 0.001; writes down what it says and when. */
final class SimDesk {

    static final long SECOND = 1_000_000_000L;
    static final long USD = 10_000_000_000L;

    final Instrument instrument = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    final SimVenue venue;
    private final VirtualClock clock = new VirtualClock(0);
    private final List<String> said = new ArrayList<>();
    private final CandleEvent candle = new CandleEvent();
    private final TradeEvent trade = new TradeEvent();
    private long lastId;
    private long link;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private OrderTerms terms = OrderTerms.NONE;
    private long bookId;

    SimDesk(SimTerms terms, long usd) {
        venue = new SimVenue(instrument, terms, clock, usd * USD);
    }

    SimDesk() {
        this(SimTerms.IDEAL, 1_000_000);
    }

    SimDesk linked(long to) {
        link = to;
        return this;
    }

    SimDesk as(TimeInForce force) {
        timeInForce = force;
        return this;
    }

    SimDesk asking(OrderTerms more) {
        terms = more;
        return this;
    }

    long buy(OrderType type, long lots, long limit, long stop) {
        return send(Side.BUY, type, lots, limit, stop);
    }

    long sell(OrderType type, long lots, long limit, long stop) {
        return send(Side.SELL, type, lots, limit, stop);
    }

    private long send(Side side, OrderType type, long lots, long limit, long stop) {
        lastId++;
        venue.submit(new OrderRequest().set(lastId, 1, 0, side, type, timeInForce, lots, limit, stop, 0, link)
                .with(terms, 0));
        link = 0;
        terms = OrderTerms.NONE;
        timeInForce = TimeInForce.GTC;
        return lastId;
    }

    void cancel(long id) {
        venue.cancel(id);
    }

    /** Lets time pass to a second, hearing what is due. */
    SimDesk at(double second) {
        long until = Math.round(second * SECOND);
        hear(until);
        clock.advanceTo(until);
        return this;
    }

    /** The minute from {@code second} on. */
    SimDesk candle(double second, long open, long high, long low, long close) {
        long from = Math.round(second * SECOND);
        candle.set(0, from, from + 60 * SECOND, open, high, low, close, 1_000);
        venue.begin(candle);
        return this;
    }

    SimDesk trade(double second, long price, long lots) {
        return trade(second, price, lots, null);
    }

    /** A whole book: {@code levels} are prices and lots, bids first; a bid's price is given negative. */
    SimDesk book(double second, long... levels) {
        return bookEvent(second, true, ++bookId, levels);
    }

    /** A change of the book. */
    SimDesk update(double second, long... levels) {
        return bookEvent(second, false, ++bookId, levels);
    }

    /** A change of the book before which one was missed. */
    SimDesk updateAfterGap(double second, long... levels) {
        bookId += 2;
        return bookEvent(second, false, bookId, levels);
    }

    private SimDesk bookEvent(double second, boolean snapshot, long id, long... levels) {
        BookEvent event = new BookEvent().begin(0, Math.round(second * SECOND), snapshot, id, id);
        for (int i = 0; i < levels.length; i += 2) {
            if (levels[i] < 0) {
                event.bid(-levels[i], levels[i + 1]);
            } else {
                event.ask(levels[i], levels[i + 1]);
            }
        }
        venue.begin(event);
        return at(second);
    }

    SimDesk trade(double second, long price, long lots, @Nullable Side aggressor) {
        long time = Math.round(second * SECOND);
        trade.set(0, time, price, lots, aggressor, 0);
        venue.begin(trade);
        return at(second);
    }

    private void hear(long until) {
        for (long due = venue.advance(until); due != World.NOTHING; due = venue.advance(until)) {
            clock.advanceTo(due);
            said.add(text(venue.report(), due));
        }
    }

    private static String text(VenueReport report, long due) {
        String text = report.clientOrderId() + " " + report.kind();
        if (report.kind() == VenueReport.Kind.FILLED) {
            text += " " + report.quantityLots() + "@" + report.priceTicks() + (report.maker() ? " maker" : " taker");
        }
        if (report.reason() != VenueReport.Reason.NONE) {
            text += " " + report.reason();
        }
        return text + " at " + seconds(report.timeNanos()) + (due == report.timeNanos() ? "" : " heard " + seconds(due));
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /** {@return what was said since the last call} */
    List<String> said() {
        List<String> copy = List.copyOf(said);
        said.clear();
        return copy;
    }
}
