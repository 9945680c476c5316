package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Binance's historical depth files: one row a level, {@value #COLUMNS}; rows of one message follow each other. {@code snap}
 * rows make a whole book, {@code set} rows a change.
 */
final class VendorBook extends BookReader {

    static final String COLUMNS = "symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty,pu";

    private static final int FIELDS = 9;

    private final InputStream in;
    private final DecimalCsv csv;
    private boolean held;
    private boolean begun;

    VendorBook(InputStream in, String file, @Nullable Instrument instrument, @Nullable InstrumentGuess guess) {
        super(file, instrument, guess);
        this.in = in;
        csv = new DecimalCsv(in, file);
    }

    @Override
    long line() {
        return csv.line();
    }

    @Override
    @Nullable MarketEvent next() throws IOException {
        if (!held && !advance()) {
            return null;
        }
        boolean snapshot = isSnapshot();
        long time = whole(1, "timestamp");
        long last = whole(3, "last_update_id");
        book.begin(0, nanos(time), snapshot, snapshot ? last : whole(8, "pu") + 1, last);
        do {
            level();
            held = advance();
        } while (held && isSnapshot() == snapshot && whole(1, "timestamp") == time && whole(3, "last_update_id") == last);
        return book;
    }

    private boolean advance() throws IOException {
        if (!csv.next()) {
            return false;
        }
        if (!begun) {
            begun = true;
            if (!csv.text(0).equals("symbol")) {
                throw fail("starts with '" + csv.text(0) + "'; the header is " + COLUMNS);
            }
            return advance();
        }
        if (csv.fields() != FIELDS) {
            throw fail("has " + csv.fields() + " fields; a level has " + FIELDS + ": " + COLUMNS);
        }
        return true;
    }

    private boolean isSnapshot() {
        return switch (csv.text(5)) {
            case "snap" -> true;
            case "set" -> false;
            default -> throw fail("update_type is '" + csv.text(5) + "'; it is snap or set");
        };
    }

    private long whole(int field, String name) {
        csv.decimal(field, name);
        if (csv.scale() > 0) {
            throw fail(name + " " + csv.text(field) + " is not whole");
        }
        return csv.mantissa();
    }

    private void level() {
        csv.decimal(6, "price");
        long ticks = ticks(csv.mantissa(), csv.scale());
        csv.decimal(7, "qty");
        long lots = lots(csv.mantissa(), csv.scale());
        switch (csv.text(4)) {
            case "b" -> book.bid(ticks, lots);
            case "a" -> book.ask(ticks, lots);
            default -> throw fail("side is '" + csv.text(4) + "'; it is a or b");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
