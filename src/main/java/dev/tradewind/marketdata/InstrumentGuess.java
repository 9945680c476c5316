package dev.tradewind.marketdata;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Makes an instrument from a file nobody described: its steps from the decimals the file uses, its names from the
 * file's
 * name. No venue's filters are known, so there are none but one tick and one lot.
 */
final class InstrumentGuess {

    private static final int MAX_PRICE_DECIMALS = 10;

    /** Finer digits in files are the noise of binary fractions; no venue trades finer. */
    private static final int MAX_LOT_DECIMALS = 8;

    /** A tick times a lot must be a whole atom, and assets hold at most this many decimals. */
    private static final int MAX_DECIMALS = 12;

    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "FDUSD", "TUSD", "BUSD", "USD", "EUR", "GBP", "JPY", "BTC", "ETH", "BNB");

    private final String file;
    private int priceDecimals;
    private int quantityDecimals;
    private double highest;

    /** For a file with that name. */
    InstrumentGuess(String file) {
        this.file = file;
    }

    /** Takes in a price or a quantity: {@code mantissa} × 10^−{@code scale}. */
    void see(long mantissa, int scale, boolean price) {
        if (price) {
            priceDecimals = Math.max(priceDecimals, scale);
            highest = Math.max(highest, mantissa / StrictMath.pow(10, scale));
        } else {
            quantityDecimals = Math.max(quantityDecimals, scale);
        }
    }

    /**
     * {@return the instrument}: the tick has the decimals of the finest price; the lot those of the finest quantity,
     * but is
     * at most worth one unit of the quote asset and not finer than 8 decimals
     *
     * @throws ImportException if prices have more than 10 decimals
     */
    Instrument instrument() {
        if (priceDecimals > MAX_PRICE_DECIMALS) {
            throw new ImportException(file, 0, "prices have " + priceDecimals + " decimals; at most "
                    + MAX_PRICE_DECIMALS + " are taken");
        }
        int lotDecimals = quantityDecimals;
        for (double lotWorth = highest / StrictMath.pow(10, lotDecimals); lotWorth > 1; lotWorth /= 10) {
            lotDecimals++;
        }
        lotDecimals = Math.min(lotDecimals, Math.min(MAX_LOT_DECIMALS, MAX_DECIMALS - priceDecimals));
        String[] pair = pair();
        return new Instrument(
                pair[0] + pair[1],
                "file",
                Asset.of(pair[0]),
                new Asset(pair[1], Math.max(Asset.DEFAULT_SCALE, priceDecimals + lotDecimals)),
                BigDecimal.valueOf(1, priceDecimals),
                BigDecimal.valueOf(1, lotDecimals),
                InstrumentFilters.NONE);
    }

    /** Base and quote: the first word of the file's name that ends with a known quote asset. */
    private String[] pair() {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                .toUpperCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                String word = name.substring(start, i);
                for (String quote : QUOTES) {
                    if (word.endsWith(quote) && word.length() > quote.length()) {
                        return new String[] {word.substring(0, word.length() - quote.length()), quote};
                    }
                }
                start = i + 1;
            }
        }
        return new String[] {"BASE", "QUOTE"};
    }
}
