package dev.tradewind.engine;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.marketdata.BookSide;
import dev.tradewind.marketdata.OrderBook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The market's last price, its last 24 hours and its last trades. */
final class MarketState implements Stateful {

    private static final long HOUR_NANOS = 3_600L * 1_000_000_000L;
    private static final int HOURS = 24;
    private static final int TRADES_KEPT = 256;

    private final double quotePerTickLot;
    private final double atomsPerQuote;
    private final long[] hourOpenTicks = new long[HOURS + 1];
    private final double[] hourVolume = new double[HOURS + 1];
    private final TradeEvent[] trades = new TradeEvent[TRADES_KEPT];
    private long tradeCount;
    private long hour = Long.MIN_VALUE;
    private long hourEndsNanos = Long.MIN_VALUE;
    private int slot;

    /** Of the hour that runs; in its place among {@link #hourVolume} once it is over. */
    private double volume;

    private long lastTicks;
    private @Nullable Side lastAggressor;
    private long markTicks;
    private long fundingRateE8;
    private long fundingNanos;
    private final OrderBook book = new OrderBook();
    private final @Nullable PriceAverage average;

    MarketState(Instrument instrument) {
        quotePerTickLot = instrument.tickSize().multiply(instrument.lotSize()).doubleValue();
        atomsPerQuote = Math.pow(10, instrument.quote().scale());
        int minutes = instrument.filters().averageMinutes();
        average = minutes == 0 ? null : new PriceAverage(minutes);
        for (int i = 0; i < TRADES_KEPT; i++) {
            trades[i] = new TradeEvent();
        }
    }

    @Override
    public void save(StateWriter out) {
        hourVolume[slot] = volume;
        out.section("Market", 1).number(lastTicks).flag(lastAggressor != null);
        if (lastAggressor != null) {
            out.constant(lastAggressor);
        }
        out.number(hour).number(hourEndsNanos).number(slot).real(volume);
        out.numbers(hourOpenTicks, hourOpenTicks.length).reals(hourVolume, hourVolume.length);
        out.number(markTicks).number(fundingRateE8).number(fundingNanos).number(tradeCount);
        for (long i = Math.max(0, tradeCount - TRADES_KEPT); i < tradeCount; i++) {
            trades[(int) (i % TRADES_KEPT)].save(out);
        }
        out.part(book);
        if (average != null) {
            out.part(average);
        }
    }

    @Override
    public void load(StateReader in) {
        lastTicks = in.section("Market", 1).number();
        lastAggressor = in.flag() ? in.constant(Side.class) : null;
        hour = in.number();
        hourEndsNanos = in.number();
        slot = in.place(hourVolume.length);
        volume = in.real();
        in.numbers(hourOpenTicks).reals(hourVolume);
        markTicks = in.number();
        fundingRateE8 = in.number();
        fundingNanos = in.number();
        tradeCount = in.number();
        for (long i = Math.max(0, tradeCount - TRADES_KEPT); i < tradeCount; i++) {
            trades[(int) (i % TRADES_KEPT)].load(in);
        }
        in.part(book);
        if (average != null) {
            in.part(average);
        }
    }

    void trade(TradeEvent event) {
        move(event.timeNanos(), event.priceTicks(), event.quantityLots());
        Side aggressor = event.aggressor();
        if (aggressor != null) {
            lastAggressor = aggressor;
        }
        trades[(int) (tradeCount++ % TRADES_KEPT)].set(
                event.instrument(),
                event.timeNanos(),
                event.priceTicks(),
                event.quantityLots(),
                aggressor,
                event.tradeId());
    }

    void candle(CandleEvent event) {
        move(event.timeNanos() - 1, event.closeTicks(), event.volumeLots());
    }

    private void move(long timeNanos, long priceTicks, long lots) {
        if (timeNanos >= hourEndsNanos) {
            roll(timeNanos, priceTicks);
        }
        volume += (double) priceTicks * lots * quotePerTickLot;
        lastTicks = priceTicks;
        if (average != null) {
            average.add(timeNanos, priceTicks, lots);
        }
    }

    /** {@return the average price of so many minutes where a filter refers to one, else the last price} */
    long averageTicks(int minutes) {
        return average == null || minutes == 0 ? lastTicks : average.ticks(minutes, lastTicks);
    }

    /** Hours without a trade open at the price before them. */
    private void roll(long timeNanos, long priceTicks) {
        hourVolume[slot] = volume;
        volume = 0;
        long now = Math.floorDiv(timeNanos, HOUR_NANOS);
        long open = lastTicks == 0 ? priceTicks : lastTicks;
        long from = hour == Long.MIN_VALUE ? now - HOURS : Math.max(hour + 1, now - HOURS);
        if (from != hour + 1) {
            slot = (int) Math.floorMod(from - 1, HOURS + 1);
        }
        for (long h = from; h <= now; h++) {
            slot = slot == HOURS ? 0 : slot + 1;
            hourOpenTicks[slot] = open;
            hourVolume[slot] = 0;
        }
        hour = now;
        hourEndsNanos = (now + 1) * HOUR_NANOS;
    }

    void book(BookEvent event) {
        book.apply(event);
    }

    void mark(MarkEvent event) {
        markTicks = event.markTicks();
    }

    void funding(FundingEvent event) {
        fundingRateE8 = event.rateE8();
        fundingNanos = event.timeNanos();
    }

    /** {@return the market's order book, empty where the feed has none} */
    OrderBook book() {
        return book;
    }

    /** {@return the best price others offer on a side: the bid for BUY, the ask for SELL; the last price without a book} */
    long touchTicks(Side side) {
        BookSide offers = side == Side.BUY ? book.bids() : book.asks();
        return book.inSync() && offers.size() > 0 ? offers.ticks(0) : lastTicks;
    }

    /** {@return whether the feed has a book} */
    boolean hasBook() {
        return book.inSync();
    }

    /** {@return whether the feed has mark prices} */
    boolean hasMarks() {
        return markTicks != 0;
    }

    /** {@return the venue's mark price, the last price where the feed has none} */
    long markTicks() {
        return markTicks == 0 ? lastTicks : markTicks;
    }

    /** {@return the last funding rate times 10⁸, 0 before the first} */
    long fundingRateE8() {
        return fundingRateE8;
    }

    /** {@return when funding was last exchanged, 0 before the first} */
    long fundingNanos() {
        return fundingNanos;
    }

    long lastTicks() {
        return lastTicks;
    }

    @Nullable Side lastAggressor() {
        return lastAggressor;
    }

    /** {@return the price about 24 hours ago (to the hour), 0 before the first} */
    long dayOpenTicks() {
        return lastTicks == 0 ? 0 : hourOpenTicks[slot == HOURS ? 0 : slot + 1];
    }

    /** {@return quote atoms traded in the last 24 hours and the hour that runs; as many as a long holds where it is more} */
    long dayVolumeAtoms() {
        hourVolume[slot] = volume;
        double sum = 0;
        for (double hours : hourVolume) {
            sum += hours;
        }
        return (long) (sum * atomsPerQuote);
    }

    /** {@return the last trades, newest first} */
    List<EngineSnapshot.TradeRow> trades() {
        int count = (int) Math.min(tradeCount, TRADES_KEPT);
        List<EngineSnapshot.TradeRow> rows = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            TradeEvent trade = trades[(int) ((tradeCount - i) % TRADES_KEPT)];
            rows.add(new EngineSnapshot.TradeRow(
                    trade.timeNanos(), trade.priceTicks(), trade.quantityLots(), trade.aggressor()));
        }
        return rows;
    }
}
