package dev.tradewind.marketdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.Side;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Binance's market streams as recorded, one message a line: {@code depthUpdate} and {@code trade} events, bare or wrapped
 * ({@code {"stream":…,"data":…}}, {@code {"recvNs":…,"msg":…}}), and the REST snapshot of the book between them. Other
 * messages are passed over. A change of a futures book names the change before it ({@code pu}), which takes the place of
 * its first number.
 */
final class WireBook extends BookReader {

    private static final int MOST_DIGITS = 18;

    private final JsonParser json;
    private String kind = "";
    private long eventMillis;
    private long tradeMillis;
    private long receivedNanos;
    private long firstId;
    private long lastId;
    private long previousId;
    private long snapshotId;
    private long tradeId;
    private long tradeTicks;
    private long tradeLots;
    private @Nullable Side aggressor;
    private long mantissa;
    private int scale;

    WireBook(InputStream in, String file, @Nullable Instrument instrument, @Nullable InstrumentGuess guess)
            throws IOException {
        super(file, instrument, guess);
        json = new JsonFactory().createParser(in);
    }

    @Override
    long line() {
        return json.currentTokenLocation().getLineNr();
    }

    @Override
    @Nullable MarketEvent next() throws IOException {
        try {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw fail("is no message: a recording has one JSON object a line");
                }
                clear();
                readObject();
                MarketEvent event = event();
                if (event != null) {
                    return event;
                }
            }
            return null;
        } catch (JsonParseException e) {
            throw fail("is no JSON: " + e.getOriginalMessage());
        }
    }

    private void clear() {
        kind = "";
        eventMillis = 0;
        tradeMillis = 0;
        receivedNanos = 0;
        firstId = 0;
        lastId = 0;
        previousId = -1;
        snapshotId = -1;
        tradeId = 0;
        tradeTicks = 0;
        tradeLots = 0;
        aggressor = null;
        book.begin(0, 0, false, 0, 0);
    }

    private void readObject() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            switch (json.nextToken()) {
                case START_OBJECT -> readObject();
                case START_ARRAY -> readArray(name);
                case VALUE_NUMBER_INT -> readNumber(name);
                case VALUE_STRING -> readText(name);
                case VALUE_TRUE -> readFlag(name, Side.SELL);
                case VALUE_FALSE -> readFlag(name, Side.BUY);
                case null, default -> {}
            }
        }
    }

    /** The maker was the buyer: the seller crossed the spread. */
    private void readFlag(String name, Side crossed) {
        if (name.equals("m")) {
            aggressor = crossed;
        }
    }

    private void readNumber(String name) throws IOException {
        switch (name) {
            case "E" -> eventMillis = json.getLongValue();
            case "T" -> tradeMillis = json.getLongValue();
            case "recvNs" -> receivedNanos = json.getLongValue();
            case "U" -> firstId = json.getLongValue();
            case "u" -> lastId = json.getLongValue();
            case "pu" -> previousId = json.getLongValue();
            case "lastUpdateId" -> snapshotId = json.getLongValue();
            case "t" -> tradeId = json.getLongValue();
            default -> {}
        }
    }

    private void readText(String name) throws IOException {
        switch (name) {
            case "e" -> kind = json.getText();
            case "p" -> {
                decimal();
                // trades of an insurance fund come without a price
                tradeTicks = mantissa == 0 ? 0 : ticks(mantissa, scale);
            }
            case "q" -> {
                decimal();
                tradeLots = lots(mantissa, scale);
            }
            default -> {}
        }
    }

    private void readArray(String name) throws IOException {
        boolean bids = name.equals("b") || name.equals("bids");
        if (!bids && !name.equals("a") && !name.equals("asks")) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_ARRAY) {
            json.nextToken();
            decimal();
            long ticks = ticks(mantissa, scale);
            json.nextToken();
            decimal();
            long lots = lots(mantissa, scale);
            if (bids) {
                book.bid(ticks, lots);
            } else {
                book.ask(ticks, lots);
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
        }
    }

    private @Nullable MarketEvent event() {
        long millis = tradeMillis > 0 ? tradeMillis : eventMillis;
        if (snapshotId >= 0) {
            book.restamp(millis > 0 ? nanos(millis) : receivedNanos, true, snapshotId, snapshotId);
            return book;
        }
        if (kind.equals("depthUpdate")) {
            if (lastId <= 0 || firstId <= 0 || millis <= 0) {
                throw fail("is a change of the book without its numbers U and u or its time E");
            }
            book.restamp(nanos(millis), false, previousId >= 0 ? previousId + 1 : firstId, lastId);
            return book;
        }
        if (kind.equals("trade") && tradeTicks > 0 && tradeLots > 0) {
            trade.set(0, nanos(millis), tradeTicks, tradeLots, aggressor, tradeId);
            return trade;
        }
        return null;
    }

    /** Reads the present text as {@code mantissa} × 10^−{@code scale}, without trailing zeros after the point. */
    private void decimal() throws IOException {
        char[] text = json.getTextCharacters();
        int end = json.getTextOffset() + json.getTextLength();
        long value = 0;
        int decimals = 0;
        int zeros = 0;
        int digits = 0;
        boolean point = false;
        for (int i = json.getTextOffset(); i < end; i++) {
            int digit = text[i] - '0';
            if (text[i] == '.' && !point) {
                point = true;
                continue;
            }
            if (digit < 0 || digit > 9) {
                throw fail("'" + json.getText() + "' is not a decimal number");
            }
            if (point && digit == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 0; zeros--, decimals++, digits++) {
                value *= 10;
            }
            value = value * 10 + digit;
            decimals += point ? 1 : 0;
            digits += value > 0 ? 1 : 0;
            if (digits > MOST_DIGITS) {
                throw fail("'" + json.getText() + "' has too many digits");
            }
        }
        mantissa = value;
        scale = decimals;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
