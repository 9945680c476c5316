package dev.tradewind.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Lines of decimals separated by commas, read as bytes: no line becomes a string unless it is refused. A line may be at
 * most {@link #MAX_LINE} bytes long, a wide one {@link #MAX_WIDE_LINE}, so a file without line ends costs no memory.
 */
final class DecimalCsv {

    /** The longest line taken, in bytes. */
    static final int MAX_LINE = 1024;

    /** The longest line of a wide file taken, in bytes. */
    static final int MAX_WIDE_LINE = 16 * 1024;

    private static final int BUFFER = 1 << 16;
    private static final int MAX_FIELDS = 16;
    private static final int MAX_WIDE_FIELDS = 512;
    private static final int MAX_EXPONENT_FIELD = 40;
    private static final long LAST_BEFORE_OVERFLOW = (Long.MAX_VALUE - 9) / 10;

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[BUFFER];
    private final boolean wide;
    private final boolean repair;
    private final int maxLine;
    private final int[] starts;
    private final int[] ends;
    private int position;
    private int limit;
    private boolean ended;
    private boolean taken = true;
    private long line;
    private long firstBlank;
    private int fields;
    private long mantissa;
    private int scale;

    /** Reads {@code in} to its end; the caller closes it. */
    DecimalCsv(InputStream in, String file) {
        this(in, file, false, false);
    }

    /**
     * As above.
     *
     * @param wide   whether lines have many fields, some of them text in quotes
     * @param repair whether empty lines among others are passed over, and {@link #recover} is called after a refusal
     */
    DecimalCsv(InputStream in, String file, boolean wide, boolean repair) {
        this.in = in;
        this.file = file;
        this.wide = wide;
        this.repair = repair;
        this.maxLine = wide ? MAX_WIDE_LINE : MAX_LINE;
        this.starts = new int[wide ? MAX_WIDE_FIELDS : MAX_FIELDS];
        this.ends = new int[starts.length];
    }

    /** Goes on after a line that was refused. */
    void recover() throws IOException {
        if (taken) {
            return;
        }
        line++;
        taken = true;
        while (true) {
            for (; position < limit; position++) {
                if (buffer[position] == '\n') {
                    position++;
                    return;
                }
            }
            if (ended) {
                return;
            }
            refill();
        }
    }

    /**
     * Moves to the next line that is not empty.
     *
     * @return whether there is one
     * @throws ImportException if it is too long, has too many fields, or follows an empty line
     */
    boolean next() throws IOException {
        while (true) {
            taken = false;
            int end = findLineEnd();
            taken = true;
            if (end < 0) {
                return false;
            }
            line++;
            int start = position;
            position = Math.min(limit, end + 1);
            if (line == 1 && end - start >= 3 && isByteOrderMark(start)) {
                start += 3;
            }
            int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
            if (isBlank(start, last)) {
                firstBlank = firstBlank == 0 ? line : firstBlank;
            } else {
                if (firstBlank > 0 && !repair) {
                    throw new ImportException(file, firstBlank, "is empty, and more lines follow");
                }
                split(start, last);
                return true;
            }
        }
    }

    /** Returns the index behind the line that starts at {@link #position}, −1 at the end of the file. */
    private int findLineEnd() throws IOException {
        int scan = position;
        while (true) {
            for (; scan < limit; scan++) {
                if (buffer[scan] == '\n') {
                    return checkLength(scan);
                }
            }
            if (limit - position > maxLine + 1) {
                checkLength(limit);
            }
            if (ended) {
                return position < limit ? checkLength(limit) : -1;
            }
            scan = refill();
        }
    }

    private int checkLength(int end) {
        if (end - position > maxLine) {
            throw new ImportException(
                    file, line + 1, "is longer than " + maxLine + " bytes; this is no file of candles or trades");
        }
        return end;
    }

    /** Reads more behind what is left of the buffer; returns where the new bytes start. */
    private int refill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        int scan = limit;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
        return scan;
    }

    private boolean isByteOrderMark(int start) {
        return buffer[start] == (byte) 0xEF && buffer[start + 1] == (byte) 0xBB && buffer[start + 2] == (byte) 0xBF;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isSpace(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t';
    }

    private void split(int start, int end) {
        fields = 0;
        int from = start;
        boolean quoted = false;
        for (int i = start; i <= end; i++) {
            if (i == end || buffer[i] == ',' && !quoted) {
                if (fields == starts.length) {
                    throw fail("has more than " + starts.length + " fields");
                }
                addField(from, i);
                from = i + 1;
            } else if (wide && buffer[i] == '"') {
                quoted = !quoted;
            }
        }
    }

    private void addField(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(buffer[start])) {
            start++;
        }
        while (end > start && isSpace(buffer[end - 1])) {
            end--;
        }
        if (wide && end - start > 1 && buffer[start] == '"' && buffer[end - 1] == '"') {
            start++;
            end--;
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    /** {@return the refusal of this line} */
    ImportException fail(String reason) {
        return new ImportException(file, line, reason);
    }

    /** {@return the number of this line, from 1} */
    long line() {
        return line;
    }

    /** {@return how many fields this line has} */
    int fields() {
        return fields;
    }

    /** {@return whether the field holds nothing} */
    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    /** {@return the field's first byte; the field is not empty} */
    byte firstByte(int field) {
        return buffer[starts[field]];
    }

    /** {@return byte {@code at} of the field, 0 behind its end} */
    byte byteAt(int field, int at) {
        int index = starts[field] + at;
        return index < ends[field] ? buffer[index] : 0;
    }

    /** {@return whether the field is that word of small letters, written small or large} */
    boolean is(int field, byte[] word) {
        if (ends[field] - starts[field] != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if ((buffer[starts[field] + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the whole field as text} */
    String whole(int field) {
        return new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    /** {@return the field as text, shortened and without control characters: for messages and headers} */
    String text(int field) {
        int length = Math.min(ends[field] - starts[field], MAX_EXPONENT_FIELD);
        String whole = new String(buffer, starts[field], length, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return length < ends[field] - starts[field] ? shown.append('…').toString() : shown.toString();
    }

    /**
     * Reads a field as {@link #mantissa()} × 10^−{@link #scale()}, without trailing zeros after the point.
     *
     * @throws ImportException if it is no decimal number or has more digits than a long holds
     */
    void decimal(int field, String name) {
        int at = starts[field];
        int end = ends[field];
        if (at == end) {
            throw fail(name + " is empty");
        }
        boolean negative = buffer[at] == '-';
        if (negative || buffer[at] == '+') {
            at++;
        }
        long value = 0;
        int decimals = 0;
        int zeros = 0;
        int digits = 0;
        boolean point = false;
        for (; at < end; at++) {
            int digit = buffer[at] - '0';
            if (digit < 0 || digit > 9) {
                if (buffer[at] == '.' && !point) {
                    point = true;
                    continue;
                }
                exponent(field, name);
                return;
            }
            digits++;
            if (point && digit == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 0; zeros--, decimals++) {
                value = times10(value, field, name);
            }
            value = times10(value, field, name) + digit;
            decimals += point ? 1 : 0;
        }
        if (digits == 0) {
            throw fail(name + " is '" + text(field) + "', not a decimal number");
        }
        mantissa = negative ? -value : value;
        scale = decimals;
    }

    private long times10(long value, int field, String name) {
        if (value > LAST_BEFORE_OVERFLOW) {
            throw fail(name + " " + text(field) + " has too many digits");
        }
        return value * 10;
    }

    /** The rare form with an exponent, as programs write very small and very large numbers. */
    private void exponent(int field, String name) {
        int length = ends[field] - starts[field];
        boolean marked = false;
        for (int i = starts[field]; i < ends[field]; i++) {
            byte c = buffer[i];
            marked |= c == 'e' || c == 'E';
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                throw fail(name + " is '" + text(field) + "', not a decimal number");
            }
        }
        if (!marked || length > MAX_EXPONENT_FIELD) {
            throw fail(name + " is '" + text(field) + "', not a decimal number");
        }
        try {
            String written = new String(buffer, starts[field], length, StandardCharsets.US_ASCII);
            BigDecimal value = new BigDecimal(written).stripTrailingZeros();
            if (value.scale() < -18 || value.scale() > 30) {
                throw new ArithmeticException("exponent out of range");
            }
            value = value.scale() < 0 ? value.setScale(0) : value;
            mantissa = value.unscaledValue().longValueExact();
            scale = value.scale();
        } catch (NumberFormatException e) {
            throw fail(name + " is '" + text(field) + "', not a decimal number");
        } catch (ArithmeticException e) {
            throw fail(name + " " + text(field) + " has too many digits");
        }
    }

    /** {@return the digits of the last {@link #decimal}, signed} */
    long mantissa() {
        return mantissa;
    }

    /** {@return how many of them stand after the point} */
    int scale() {
        return scale;
    }
}
