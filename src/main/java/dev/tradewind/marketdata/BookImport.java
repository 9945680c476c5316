package dev.tradewind.marketdata;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.TradeEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a book and its trades that was read through once and checked; nothing of it is kept in memory, so each
 * {@link BookFeed} reads it again.
 *
 * @param instrument what prices and quantities are scaled by
 * @param source     where it is read from
 * @param vendor     whether it is a depth file (CSV) rather than recorded streams
 * @param fromNanos  events before this only make the book
 * @param toNanos    events at or after this are left out
 * @param events     how many there are between
 * @param trades     how many of them are trades
 * @param lastTicks  price of the last trade, 0 where there is none
 * @param checksum   of all events between, in the manner of {@link SeriesChecksum}
 * @param summary    what the import found; its gaps are places where changes of the book are missing
 */
public record BookImport(
        Instrument instrument,
        BookSource source,
        boolean vendor,
        long fromNanos,
        long toNanos,
        long events,
        long trades,
        long lastTicks,
        long checksum,
        ImportSummary summary) {

    /**
     * Reads a recording to its end, for the decimals it uses and what it holds.
     *
     * @param file  the file as the user knows it, for messages
     * @param known what it is of; null lets the recording's own decimals decide
     * @throws ImportException if a message is refused or there is no whole book in it
     * @throws IOException     if reading fails
     */
    public static BookImport read(BookSource source, String file, @Nullable Instrument known) throws IOException {
        boolean vendor;
        try (InputStream in = source.open()) {
            vendor = in.read() != '{';
        }
        return scan(
                source, file, known == null ? infer(source, file, vendor) : known, vendor, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Instrument infer(BookSource source, String file, boolean vendor) throws IOException {
        InstrumentGuess guess = new InstrumentGuess(file);
        try (BookReader reader = reader(source, file, vendor, null, guess)) {
            while (reader.next() != null) {
                // the guess takes every number in
            }
        }
        return guess.instrument();
    }

    private static BookReader reader(
            BookSource source,
            String file,
            boolean vendor,
            @Nullable Instrument instrument,
            @Nullable InstrumentGuess guess)
            throws IOException {
        InputStream in = new BufferedInputStream(source.open(), 1 << 16);
        return vendor ? new VendorBook(in, file, instrument, guess) : new WireBook(in, file, instrument, guess);
    }

    /** {@return a reader from the beginning} */
    BookReader reader() throws IOException {
        return reader(source, summary.file(), vendor, instrument, null);
    }

    /**
     * {@return the part of the recording from {@code fromNanos} to before {@code toNanos}}
     *
     * @throws ImportException if the recording changed meanwhile and a message is refused
     * @throws IOException     if reading fails
     */
    public BookImport range(long from, long to) throws IOException {
        return from == fromNanos && to == toNanos
                ? this
                : scan(source, summary.file(), instrument, vendor, from, to);
    }

    private static BookImport scan(
            BookSource source, String file, Instrument instrument, boolean vendor, long from, long to)
            throws IOException {
        try (BookReader reader = reader(source, file, vendor, instrument, null)) {
            BookSync sync = new BookSync(reader);
            BookRange range = new BookRange(sync, from, to);
            long events = 0;
            long trades = 0;
            long lastTicks = 0;
            long first = 0;
            long last = 0;
            long hash = 0x424F4F4B_53313030L;
            for (MarketEvent event = range.next(); event != null; event = range.next()) {
                first = events == 0 ? event.timeNanos() : first;
                last = event.timeNanos();
                events++;
                if (event instanceof TradeEvent trade) {
                    trades++;
                    lastTicks = trade.priceTicks();
                    hash = SeriesChecksum.add(hash, trade);
                } else if (event instanceof BookEvent book) {
                    hash = SeriesChecksum.add(hash, book);
                }
            }
            if (sync.snapshots() == 0) {
                throw new ImportException(
                        file, 0, "holds no whole book: changes of a book mean nothing without the snapshot they follow");
            }
            ImportSummary summary = new ImportSummary(
                    file, Math.toIntExact(events), 0, reader.rounded(), sync.gaps(), 0, first, last);
            return new BookImport(
                    instrument, source, vendor, from, to, events, trades, lastTicks, hash, summary);
        }
    }
}
