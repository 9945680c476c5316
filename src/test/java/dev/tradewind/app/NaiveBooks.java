package dev.tradewind.app;

import dev.tradewind.backtest.FillLog;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** An account's money told from its fills alone, in whole atoms without bounds: what the ledger has to arrive at. */
final class NaiveBooks {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLIS = 1_000_000L;

    private final Instrument instrument;
    private final FillLog fills;
    private int next;
    private BigInteger quote;
    private BigInteger base = BigInteger.ZERO;
    private BigInteger lots = BigInteger.ZERO;
    private BigInteger fees = BigInteger.ZERO;
    private BigInteger funding = BigInteger.ZERO;

    NaiveBooks(Instrument instrument, FillLog fills, long startAtoms) {
        this.instrument = instrument;
        this.fills = fills;
        quote = BigInteger.valueOf(startAtoms);
    }

    private BigInteger worth(long ticks, BigInteger ofLots) {
        return ofLots.multiply(BigInteger.valueOf(ticks)).multiply(BigInteger.valueOf(instrument.tickLotAtoms()));
    }

    /** Books all fills up to a time, included. */
    NaiveBooks book(long untilNanos) {
        for (; next < fills.size() && fills.timeNanos(next) <= untilNanos; next++) {
            BigInteger traded = BigInteger.valueOf(fills.side(next) == Side.BUY ? fills.lots(next) : -fills.lots(next));
            BigInteger fee = BigInteger.valueOf(fills.feeAtoms(next));
            quote = quote.subtract(worth(fills.priceTicks(next), traded));
            lots = lots.add(traded);
            base = base.add(traded.multiply(BigInteger.valueOf(instrument.lotAtoms())));
            if (fills.feeAsset(next) == FeeAsset.BASE) {
                base = base.subtract(fee);
            } else {
                quote = quote.subtract(fee);
                fees = fees.add(fee);
            }
        }
        return this;
    }

    /** Books all fills, and before those of each funding boundary's second what the boundary brings. */
    NaiveBooks book(PerpetualChoice perpetual) throws IOException {
        TreeMap<Long, BigDecimal> marks = new TreeMap<>();
        for (String[] row : rows(perpetual.mark().orElseThrow())) {
            marks.put(Long.parseLong(row[0]) + 8 * 3_600_000L, new BigDecimal(row[4]));
        }
        for (String[] row : rows(perpetual.funding().orElseThrow())) {
            long millis = Long.parseLong(row[0]);
            book(millis * MILLIS / SECOND * SECOND);
            BigDecimal mark = marks.floorEntry(millis) == null ? BigDecimal.ONE : marks.floorEntry(millis).getValue();
            pay(mark, new BigDecimal(row[1]));
        }
        return book(Long.MAX_VALUE);
    }

    private void pay(BigDecimal mark, BigDecimal rate) {
        long ticks = mark.divide(instrument.tickSize(), 0, RoundingMode.HALF_UP).longValueExact();
        BigDecimal exact = new BigDecimal(worth(ticks, lots)).multiply(rate).negate();
        BigInteger amount = exact.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        funding = funding.add(amount);
        quote = quote.add(amount);
    }

    private static Iterable<String[]> rows(Path path) throws IOException {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    /** {@return quote atoms; on a perpetual less what the position was entered for} */
    BigInteger quote() {
        return quote;
    }

    BigInteger base() {
        return base;
    }

    BigInteger fees() {
        return fees;
    }

    BigInteger funding() {
        return funding;
    }

    /** {@return all of it at a price; part atoms of a holding do not count} */
    BigInteger equity(long ticks) {
        return quote.add(base.multiply(BigInteger.valueOf(ticks))
                .multiply(BigInteger.valueOf(instrument.tickLotAtoms()))
                .divide(BigInteger.valueOf(instrument.lotAtoms())));
    }
}
