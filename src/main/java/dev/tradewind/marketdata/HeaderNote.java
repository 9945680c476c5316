package dev.tradewind.marketdata;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the heading of a written file's first column says in brackets:
 * {@code openTime(ms UTC; binance:BTCUSDT:1m; tick 0.01; lot 0.00001)}.
 *
 * @param key  the series
 * @param tick what its prices are multiples of
 * @param lot  what its quantities are multiples of
 */
public record HeaderNote(SeriesKey key, BigDecimal tick, BigDecimal lot) {

    private static final String TICK = "tick ";
    private static final String LOT = "lot ";
    private static final int PARTS = 4;

    /** {@return the note as it stands behind the unit} */
    String text() {
        return "; " + key + "; " + TICK + plain(tick) + "; " + LOT + plain(lot);
    }

    private static String plain(BigDecimal step) {
        return step.stripTrailingZeros().toPlainString();
    }

    /** {@return what a first line says, empty where it is no heading with such a note} */
    public static Optional<HeaderNote> of(String line) {
        int open = line.indexOf('(');
        int close = line.indexOf(')', open + 1);
        if (open < 0 || close < 0 || line.indexOf(',') < close) {
            return Optional.empty();
        }
        String[] parts = line.substring(open + 1, close).split("; ");
        if (parts.length != PARTS || !parts[2].startsWith(TICK) || !parts[3].startsWith(LOT)) {
            return Optional.empty();
        }
        try {
            BigDecimal tick = new BigDecimal(parts[2].substring(TICK.length()));
            BigDecimal lot = new BigDecimal(parts[3].substring(LOT.length()));
            boolean steps = tick.signum() > 0 && lot.signum() > 0;
            return steps ? Optional.of(new HeaderNote(SeriesKey.parse(parts[1]), tick, lot)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
