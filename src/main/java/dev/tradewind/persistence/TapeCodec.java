package dev.tradewind.persistence;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradeEvent;
import java.nio.ByteBuffer;

/**
 * Market events as differences from the one before, in numbers of variable length. One codec goes through one block from
 * its beginning, writing or reading. Writing allocates nothing.
 */
final class TapeCodec {

    /** No event takes more bytes than this. */
    static final int MAX_EVENT_BYTES = 1 + 12 * 10;

    private static final int CANDLE = 1;
    private static final int BUY = 2;
    private static final int SELL = 4;
    /** An event of another kind, which the next byte names. */
    private static final int OTHER = 16;

    private static final byte MARK = 1;
    private static final byte FUNDING = 2;
    private static final byte BOOK = 3;
    private static final byte BOOK_SNAPSHOT = 4;
    /** Bytes of one level of a book: two numbers. */
    private static final int LEVEL_BYTES = 2 * 10;

    /** Engine time is the event's time; saves its difference. */
    private static final int ON_TIME = 8;

    private long sequence;
    private long timeNanos;
    private long eventNanos;
    private long priceTicks;
    private long tradeId;
    private long spanNanos;
    private int instrument;
    private long bookId;

    /** {@return the most bytes an event can take} */
    static int mostBytes(MarketEvent event) {
        return event instanceof BookEvent book
                ? MAX_EVENT_BYTES + (book.bids() + book.asks()) * LEVEL_BYTES
                : MAX_EVENT_BYTES;
    }

    /** Forgets the last event: the next one begins a block. */
    void reset() {
        sequence = 0;
        timeNanos = 0;
        eventNanos = 0;
        priceTicks = 0;
        tradeId = 0;
        spanNanos = 0;
        instrument = 0;
        bookId = 0;
    }

    /** {@return input number of the last event} */
    long sequence() {
        return sequence;
    }

    /** {@return engine time of the last event} */
    long timeNanos() {
        return timeNanos;
    }

    void put(ByteBuffer target, long newSequence, long newTimeNanos, MarketEvent event) {
        int flags = newTimeNanos == event.timeNanos() ? ON_TIME : 0;
        switch (event) {
            case TradeEvent trade -> {
                Side aggressor = trade.aggressor();
                target.put((byte) (flags | (aggressor == null ? 0 : aggressor == Side.BUY ? BUY : SELL)));
                putPlace(target, newSequence, newTimeNanos, event);
                Fields.putNumber(target, trade.priceTicks() - priceTicks);
                Fields.putNumber(target, trade.quantityLots());
                Fields.putNumber(target, trade.tradeId() - tradeId);
                priceTicks = trade.priceTicks();
                tradeId = trade.tradeId();
            }
            case CandleEvent candle -> {
                target.put((byte) (flags | CANDLE));
                putPlace(target, newSequence, newTimeNanos, event);
                long span = candle.timeNanos() - candle.openTimeNanos();
                Fields.putNumber(target, span - spanNanos);
                Fields.putNumber(target, candle.openTicks() - priceTicks);
                Fields.putNumber(target, candle.highTicks() - candle.openTicks());
                Fields.putNumber(target, candle.lowTicks() - candle.openTicks());
                Fields.putNumber(target, candle.closeTicks() - candle.openTicks());
                Fields.putNumber(target, candle.volumeLots());
                priceTicks = candle.closeTicks();
                spanNanos = span;
            }
            case MarkEvent mark -> {
                target.put((byte) (flags | OTHER)).put(MARK);
                putPlace(target, newSequence, newTimeNanos, event);
                Fields.putNumber(target, mark.markTicks() - priceTicks);
            }
            case FundingEvent funding -> {
                target.put((byte) (flags | OTHER)).put(FUNDING);
                putPlace(target, newSequence, newTimeNanos, event);
                Fields.putNumber(target, funding.rateE8());
                Fields.putNumber(target, funding.markTicks());
            }
            case BookEvent book -> {
                target.put((byte) (flags | OTHER)).put(book.snapshot() ? BOOK_SNAPSHOT : BOOK);
                putPlace(target, newSequence, newTimeNanos, event);
                putBook(target, book);
            }
        }
    }

    private void putBook(ByteBuffer target, BookEvent book) {
        Fields.putNumber(target, book.firstId() - bookId);
        Fields.putNumber(target, book.lastId() - book.firstId());
        bookId = book.lastId();
        Fields.putNumber(target, book.bids());
        Fields.putNumber(target, book.asks());
        for (int i = 0; i < book.bids(); i++) {
            Fields.putNumber(target, book.bidTicks(i) - priceTicks);
            Fields.putNumber(target, book.bidLots(i));
        }
        for (int i = 0; i < book.asks(); i++) {
            Fields.putNumber(target, book.askTicks(i) - priceTicks);
            Fields.putNumber(target, book.askLots(i));
        }
    }

    private BookEvent getBook(ByteBuffer source, boolean snapshot) throws BadDataException {
        long first = bookId + Fields.getNumber(source);
        bookId = first + Fields.getNumber(source);
        BookEvent book = new BookEvent().begin(instrument, eventNanos, snapshot, first, bookId);
        int bids = JournalCodec.integer(source);
        int asks = JournalCodec.integer(source);
        for (int i = 0; i < bids; i++) {
            book.bid(priceTicks + Fields.getNumber(source), Fields.getNumber(source));
        }
        for (int i = 0; i < asks; i++) {
            book.ask(priceTicks + Fields.getNumber(source), Fields.getNumber(source));
        }
        return book;
    }

    private MarketEvent getOther(ByteBuffer source, byte kind) throws BadDataException {
        return switch (kind) {
            case MARK -> new MarkEvent().set(instrument, eventNanos, priceTicks + Fields.getNumber(source));
            case FUNDING ->
                new FundingEvent().set(instrument, eventNanos, Fields.getNumber(source), Fields.getNumber(source));
            case BOOK, BOOK_SNAPSHOT -> getBook(source, kind == BOOK_SNAPSHOT);
            default -> throw new BadDataException("market event " + kind + " is unknown to this version");
        };
    }

    private void putPlace(ByteBuffer target, long newSequence, long newTimeNanos, MarketEvent event) {
        Fields.putNumber(target, newSequence - sequence - 1);
        Fields.putNumber(target, event.timeNanos() - eventNanos);
        if (newTimeNanos != event.timeNanos()) {
            Fields.putNumber(target, newTimeNanos - event.timeNanos());
        }
        Fields.putNumber(target, event.instrument() - instrument);
        sequence = newSequence;
        timeNanos = newTimeNanos;
        eventNanos = event.timeNanos();
        instrument = event.instrument();
    }

    /** {@return the next event, its own carrier; place and time are {@link #sequence()} and {@link #timeNanos()}} */
    MarketEvent get(ByteBuffer source) throws BadDataException {
        int flags = source.get();
        byte kind = (flags & OTHER) == 0 ? 0 : source.get();
        sequence += Fields.getNumber(source) + 1;
        eventNanos += Fields.getNumber(source);
        timeNanos = (flags & ON_TIME) != 0 ? eventNanos : eventNanos + Fields.getNumber(source);
        instrument += JournalCodec.integer(source);
        if (kind != 0) {
            return getOther(source, kind);
        }
        return (flags & CANDLE) != 0 ? getCandle(source) : getTrade(source, flags);
    }

    private MarketEvent getTrade(ByteBuffer source, int flags) throws BadDataException {
        priceTicks += Fields.getNumber(source);
        long quantityLots = Fields.getNumber(source);
        tradeId += Fields.getNumber(source);
        TradeEvent trade = new TradeEvent();
        Side aggressor = (flags & BUY) != 0 ? Side.BUY : (flags & SELL) != 0 ? Side.SELL : null;
        trade.set(instrument, eventNanos, priceTicks, quantityLots, aggressor, tradeId);
        return trade;
    }

    private MarketEvent getCandle(ByteBuffer source) throws BadDataException {
        spanNanos += Fields.getNumber(source);
        long open = priceTicks + Fields.getNumber(source);
        long high = open + Fields.getNumber(source);
        long low = open + Fields.getNumber(source);
        priceTicks = open + Fields.getNumber(source);
        CandleEvent candle = new CandleEvent();
        candle.set(
                instrument,
                eventNanos - spanNanos,
                eventNanos,
                open,
                high,
                low,
                priceTicks,
                Fields.getNumber(source));
        return candle;
    }
}
