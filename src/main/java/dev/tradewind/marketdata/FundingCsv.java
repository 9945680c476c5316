package dev.tradewind.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Reads funding boundaries: {@code fundingTime,fundingRate}, times in milliseconds, rates as fractions. */
public final class FundingCsv {

    private static final int MAX_ROWS = 1_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final BigDecimal MOST = BigDecimal.valueOf(1, 1);

    private FundingCsv() {}

    /**
     * Reads a file.
     *
     * @param in   the unpacked text, read to its end, not closed
     * @param file the file as the user knows it, for messages
     * @throws ImportException if a line is refused
     * @throws IOException     if reading fails
     */
    public static FundingColumns read(InputStream in, String file) throws IOException {
        DecimalCsv csv = new DecimalCsv(in, file);
        long[] times = new long[1024];
        long[] rates = new long[1024];
        int rows = 0;
        boolean first = true;
        while (csv.next()) {
            if (csv.fields() != 2) {
                throw csv.fail("has " + csv.fields() + " fields; a funding boundary has 2: fundingTime,fundingRate");
            }
            boolean header = first && !csv.text(0).isEmpty() && Character.isLetter(csv.text(0).charAt(0));
            first = false;
            if (header) {
                continue;
            }
            if (rows == MAX_ROWS) {
                throw csv.fail("is one of more than " + MAX_ROWS + " boundaries");
            }
            if (rows == times.length) {
                times = Arrays.copyOf(times, rows * 2);
                rates = Arrays.copyOf(rates, rows * 2);
            }
            times[rows] = time(csv);
            rates[rows] = rate(csv);
            if (rows > 0 && times[rows] <= times[rows - 1]) {
                throw csv.fail("is not later than the boundary before it");
            }
            rows++;
        }
        return new FundingColumns(Arrays.copyOf(times, rows), Arrays.copyOf(rates, rows));
    }

    private static long time(DecimalCsv csv) {
        try {
            return Math.multiplyExact(Long.parseLong(csv.text(0)), NANOS_PER_MILLI);
        } catch (NumberFormatException | ArithmeticException e) {
            throw csv.fail("fundingTime is '" + csv.text(0) + "', not a time in milliseconds");
        }
    }

    private static long rate(DecimalCsv csv) {
        BigDecimal rate;
        try {
            rate = new BigDecimal(csv.text(1));
        } catch (NumberFormatException e) {
            throw csv.fail("fundingRate is '" + csv.text(1) + "', not a decimal number");
        }
        if (rate.abs().compareTo(MOST) > 0) {
            throw csv.fail("fundingRate " + csv.text(1) + " is more than 10 %; 0.0001 is 0.01 %");
        }
        return rate.movePointRight(8).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
