package dev.tradewind.app;

import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * What the start page asks.
 *
 * @param data    where the market comes from
 * @param capital paper money in the quote asset, positive
 */
public record StartChoice(Data data, BigDecimal capital) {

    /** Paper money where nobody says otherwise. */
    public static final BigDecimal DEFAULT_CAPITAL = new BigDecimal("10000");

    public StartChoice {
        if (capital.signum() <= 0) {
            throw new IllegalArgumentException("paper capital " + capital.toPlainString() + " must be above 0");
        }
    }

    /** Where the market comes from. */
    public sealed interface Data {}

    /** One of {@link Terminal#samples()}. */
    public record Sample(String id) implements Data {}

    /** A CSV of trades or candles, plain or gzip; which of the two is told from its columns. */
    public record CsvFile(Path path) implements Data {}
}
