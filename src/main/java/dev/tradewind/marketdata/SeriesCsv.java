package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes a series as the CSV that {@link CandleCsv} and {@link TradeCsv} read. The first column's heading says in
 * brackets what series it is and what its steps are, so that reading it again gives the very same ticks, lots and
 * checksum.
 */
public final class SeriesCsv {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 192;
    private static final int STEPS = 200;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[24];
    private int length;

    private SeriesCsv(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes candles.
     *
     * @param out not closed
     * @throws IOException if writing fails
     */
    public static void write(OutputStream out, SeriesKey key, CandleImport read, Progress progress) throws IOException {
        new SeriesCsv(out).candles(key, read.instrument(), read.candles(), progress);
    }

    /** As above, for trades; sides and ids are written where there are any. */
    public static void write(OutputStream out, SeriesKey key, TradeImport read, Progress progress) throws IOException {
        new SeriesCsv(out).trades(key, read.instrument(), read.trades(), progress);
    }

    private void candles(SeriesKey key, Instrument instrument, CandleColumns candles, Progress progress)
            throws IOException {
        text("openTime(ms UTC" + told(key, instrument) + "),open,high,low,close,volume\n");
        Steps tick = new Steps(instrument.tickSize());
        Steps lot = new Steps(instrument.lotSize());
        int size = candles.size();
        for (int row = 0; row < size; row++) {
            make(row, size, progress);
            number(candles.openTimeNanos(row) / NANOS_PER_MILLI);
            decimal(candles.openTicks(row), tick);
            decimal(candles.highTicks(row), tick);
            decimal(candles.lowTicks(row), tick);
            decimal(candles.closeTicks(row), tick);
            decimal(candles.volumeLots(row), lot);
            buffer[length++] = '\n';
        }
        flush();
    }

    private void trades(SeriesKey key, Instrument instrument, TradeColumns trades, Progress progress)
            throws IOException {
        int size = trades.size();
        long unit = NANOS_PER_MILLI;
        boolean sided = false;
        boolean named = false;
        for (int row = 0; row < size; row++) {
            while (trades.timeNanos(row) % unit != 0) {
                unit = unit == NANOS_PER_MILLI ? NANOS_PER_MICRO : 1;
            }
            sided |= trades.aggressor(row) != null;
            named |= trades.id(row) != 0;
        }
        String unitName = unit == NANOS_PER_MILLI ? "ms" : unit == NANOS_PER_MICRO ? "us" : "ns";
        text("time(" + unitName + " UTC" + told(key, instrument) + "),price,quantity" + (sided ? ",side" : "")
                + (named ? ",id" : "") + '\n');
        Steps tick = new Steps(instrument.tickSize());
        Steps lot = new Steps(instrument.lotSize());
        for (int row = 0; row < size; row++) {
            make(row, size, progress);
            number(trades.timeNanos(row) / unit);
            decimal(trades.priceTicks(row), tick);
            decimal(trades.quantityLots(row), lot);
            if (sided) {
                Side side = trades.aggressor(row);
                text(side == null ? "," : side == Side.BUY ? ",buy" : ",sell");
            }
            if (named) {
                buffer[length++] = ',';
                number(trades.id(row));
            }
            buffer[length++] = '\n';
        }
        flush();
    }

    private static String told(SeriesKey key, Instrument instrument) {
        return new HeaderNote(key, instrument.tickSize(), instrument.lotSize()).text();
    }

    private void make(int row, int size, Progress progress) throws IOException {
        if (length > BUFFER - LONGEST_ROW) {
            flush();
        }
        if (row % (size / STEPS + 1) == 0) {
            progress.at(row, size);
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > BUFFER - length) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void number(long value) {
        long rest = value;
        if (rest < 0) {
            buffer[length++] = '-';
            rest = -rest;
        }
        int count = 0;
        do {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        while (count > 0) {
            buffer[length++] = digits[--count];
        }
    }

    /** A comma, then so many steps as a decimal. */
    private void decimal(long units, Steps steps) {
        buffer[length++] = ',';
        if (units > steps.largest) {
            length = put(BigDecimal.valueOf(units).multiply(steps.size).toPlainString());
            return;
        }
        long value = units * steps.step;
        if (steps.decimals == 0) {
            number(value);
            return;
        }
        number(value / steps.power);
        buffer[length++] = '.';
        long rest = value % steps.power;
        for (int at = length + steps.decimals - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += steps.decimals;
    }

    private int put(String plain) {
        int at = length;
        for (int i = 0; i < plain.length(); i++) {
            buffer[at++] = (byte) plain.charAt(i);
        }
        return at;
    }

    /** A tick or a lot as a whole number of its own last decimal. */
    private static final class Steps {

        private final BigDecimal size;
        private final long step;
        private final int decimals;
        private final long power;
        private final long largest;

        private Steps(BigDecimal size) {
            this.size = size;
            BigDecimal bare = size.stripTrailingZeros();
            BigDecimal fine = bare.scale() < 0 ? bare.setScale(0) : bare;
            this.step = fine.unscaledValue().longValueExact();
            this.decimals = fine.scale();
            this.power = BigDecimal.ONE.scaleByPowerOfTen(decimals).longValueExact();
            this.largest = Long.MAX_VALUE / step;
        }
    }
}
