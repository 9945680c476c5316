package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import dev.tradewind.marketdata.BookFeed;
import dev.tradewind.marketdata.BookImport;
import dev.tradewind.marketdata.MadeRecording;
import dev.tradewind.marketdata.OrderBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A recorded market replays to the same fills, conserves money, and fills each order no less than prints through its price
 * would and nothing where the market never came to it. Recordings: Binance's streams of 2024-08-08, from hftbacktest's
 * examples.
 */
class RecordedBookTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    /** One order of ours and the naive bounds of its fill. */
    private static final class Working {
        long id;
        boolean buy;
        long ticks;
        long lots;
        long placedAt;
        boolean accepted;
        boolean over;
        long filled;
        long through;
        boolean touched;
    }

    private final List<String> fills = new ArrayList<>();
    private final OrderBook book = new OrderBook();
    private final List<Working> all = new ArrayList<>();
    private final Rng rng = new Rng(20240808);
    private final VirtualClock clock = new VirtualClock(0);
    private long quote = 1_000_000_000_000_000_000L;
    private long base;
    private long played;

    private List<String> run(BookImport recording) {
        Instrument instrument = recording.instrument();
        SimTerms terms = new SimTerms(new FeeRate(50_000), new FeeRate(20_000), FeeAsset.QUOTE, 0, 0);
        SimVenue venue = new SimVenue(instrument, terms, clock, quote);
        BookFeed feed = new BookFeed(recording);
        Working buy = null;
        Working sell = null;
        while (feed.advance(Long.MAX_VALUE)) {
            MarketEvent event = feed.current();
            bounds(event);
            venue.begin(event);
            drain(venue, instrument, event.timeNanos());
            if (event instanceof BookEvent change) {
                book.apply(change);
            }
            clock.advanceTo(event.timeNanos());
            played++;
            if (book.inSync() && base == 0) {
                place(venue, Side.BUY, OrderType.MARKET, 100_000, 0);
                drain(venue, instrument, clock.nowNanos());
            }
            buy = renew(venue, buy, Side.BUY);
            sell = renew(venue, sell, Side.SELL);
            drain(venue, instrument, clock.nowNanos());
        }
        assertEquals(quote, venue.quoteAtoms());
        assertEquals(base, venue.baseAtoms());
        return fills;
    }

    private Working renew(SimVenue venue, Working order, Side side) {
        boolean buy = side == Side.BUY;
        if (!book.inSync() || base == 0) {
            return order;
        }
        if (order == null || order.over) {
            long best = buy ? book.bids().bestTicks() : book.asks().bestTicks();
            long back = rng.nextInt(3);
            return place(venue, side, OrderType.LIMIT, 1 + rng.nextInt(40), buy ? best - back : best + back);
        }
        if (played - order.placedAt == 400) {
            venue.cancel(order.id);
        }
        return order;
    }

    private Working place(SimVenue venue, Side side, OrderType type, long lots, long ticks) {
        Working order = new Working();
        order.id = all.size() + 1;
        order.buy = side == Side.BUY;
        order.ticks = ticks;
        order.lots = lots;
        order.placedAt = played;
        all.add(order);
        venue.submit(new OrderRequest()
                .set(order.id, 1, 0, side, type, TimeInForce.GTC, lots, type == OrderType.LIMIT ? ticks : 0, 0, 0, 0));
        return order;
    }

    /** What the two simplest beliefs make of an event, before the venue's own book knows it. */
    private void bounds(MarketEvent event) {
        for (Working order : all) {
            if (!order.accepted || order.over) {
                continue;
            }
            switch (event) {
                case TradeEvent trade -> {
                    long beyond = order.buy ? order.ticks - trade.priceTicks() : trade.priceTicks() - order.ticks;
                    order.touched |= beyond >= 0;
                    if (beyond > 0) {
                        order.through = Math.min(order.lots, order.through + trade.quantityLots());
                    }
                }
                case BookEvent change -> {
                    int levels = order.buy ? change.asks() : change.bids();
                    for (int level = 0; level < levels; level++) {
                        order.touched |= order.buy
                                ? change.askTicks(level) <= order.ticks
                                : change.bidTicks(level) >= order.ticks;
                    }
                }
                default -> {}
            }
        }
    }

    private void drain(SimVenue venue, Instrument instrument, long until) {
        for (long due = venue.advance(until); due != World.NOTHING; due = venue.advance(until)) {
            clock.advanceTo(due);
            VenueReport report = venue.report();
            Working order = all.get((int) report.clientOrderId() - 1);
            switch (report.kind()) {
                case ACCEPTED -> order.accepted = true;
                case FILLED -> {
                    order.filled += report.quantityLots();
                    order.over |= order.filled == order.lots;
                    long notional = instrument.notionalAtoms(report.priceTicks(), report.quantityLots());
                    long atoms = report.quantityLots() * instrument.lotAtoms();
                    quote += (order.buy ? -notional : notional) - report.feeAtoms();
                    base += order.buy ? atoms : -atoms;
                    fills.add(order.id + " " + report.quantityLots() + "@" + report.priceTicks() + " " + report.timeNanos());
                }
                case CANCELED, EXPIRED, REJECTED -> {
                    order.over = true;
                    order.accepted = false;
                }
                case CANCEL_REJECTED -> {}
                default -> throw new AssertionError(report.toString());
            }
        }
    }

    private void checkBounds(int least) {
        int compared = 0;
        for (Working order : all.subList(1, all.size())) {
            String what = "order " + order.id + (order.buy ? " buy " : " sell ") + order.lots + "@" + order.ticks + " filled "
                    + order.filled + ", through " + order.through;
            assertTrue(order.filled >= order.through, what);
            assertTrue(order.filled == 0 || order.touched, what);
            compared += order.filled > 0 ? 1 : 0;
        }
        assertTrue(compared >= least, "only " + compared + " orders filled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spot-btcusdt", "usdm-btcusdt", "cm-btcusd_perp"})
    void aRecordedMarketReplaysAndStaysWithinTheNaiveBounds(String market) throws IOException {
        Path file = DATA.resolve("ws").resolve("binance-" + market + "_20240808.jsonl.gz");
        assumeTrue(Files.exists(file), "the recording is not here: " + file);
        BookImport recording = BookImport.read(
                () -> new GZIPInputStream(Files.newInputStream(file), 1 << 16), file.getFileName().toString(), null);
        assertEquals(0, recording.summary().gaps());
        List<String> first = run(recording);
        checkBounds(20);
        assertEquals(first, new RecordedBookTest().run(recording));
    }

    @Test
    void aMadeUpMarketDoesTheSame(@TempDir Path folder) throws IOException {
        Path file = MadeRecording.write(folder.resolve("made-BTCUSDT.jsonl"), 5, 3_000);
        BookImport recording = BookImport.read(() -> Files.newInputStream(file), "made-BTCUSDT.jsonl", null);
        List<String> first = run(recording);
        checkBounds(100);
        assertEquals(first, new RecordedBookTest().run(recording));
    }

    @Test
    void theVendorsDepthFileIsReadAsItIs() throws IOException {
        Path file = DATA.resolve("l2").resolve("btcusdt-depth-snap.csv");
        assumeTrue(Files.exists(file), "the depth file is not here: " + file);
        BookImport recording = BookImport.read(() -> Files.newInputStream(file), "btcusdt-depth-snap.csv", null);
        BookFeed feed = new BookFeed(recording);
        while (feed.advance(Long.MAX_VALUE)) {
            book.apply((BookEvent) feed.current());
        }
        // its first row: BTCUSDT,1667346579146,2098021528332,2098021528332,b,snap,20377.00,1.770,-1
        assertEquals(2098021528332L, book.lastId());
        BigDecimal lots = BigDecimal.valueOf(book.bids().lotsAt(203_770));
        assertEquals(0, new BigDecimal("1.770").compareTo(lots.multiply(recording.instrument().lotSize())));
    }
}
