package dev.tradewind.marketdata;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    private @Nullable HeaderNote note;
    private int priceDecimals;
    private int quantityDecimals;
    private double highest;

    /** For a file with that name. */
    InstrumentGuess(String file) {
        this.file = file;
    }

    /** Takes in what the file says of its steps itself; figures are not looked at any more. */
    void told(HeaderNote said) {
        note = said;
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
        HeaderNote said = note;
        if (said != null) {
            String[] pair = pair(said.key().symbol(), file);
            return made(pair, said.tick(), said.lot());
        }
        if (priceDecimals > MAX_PRICE_DECIMALS) {
            throw new ImportException(file, 0, "prices have " + priceDecimals + " decimals; at most "
                    + MAX_PRICE_DECIMALS + " are taken");
        }
        int lotDecimals = quantityDecimals;
        for (double lotWorth = highest / StrictMath.pow(10, lotDecimals); lotWorth > 1; lotWorth /= 10) {
            lotDecimals++;
        }
        lotDecimals = Math.min(lotDecimals, Math.min(MAX_LOT_DECIMALS, MAX_DECIMALS - priceDecimals));
        return made(pair(file), BigDecimal.valueOf(1, priceDecimals), BigDecimal.valueOf(1, lotDecimals));
    }

    private static Instrument made(String[] pair, BigDecimal tick, BigDecimal lot) {
        return of(pair[0] + pair[1], "file", pair, tick, lot);
    }

    /**
     * {@return an instrument of which only its steps are known; its assets come from its symbol}
     *
     * @throws IllegalArgumentException if a tick times a lot is too fine
     */
    static Instrument of(String symbol, String venue, BigDecimal tick, BigDecimal lot) {
        return of(symbol, venue, pair(symbol), tick, lot);
    }

    private static Instrument of(String symbol, String venue, String[] pair, BigDecimal tick, BigDecimal lot) {
        int decimals = tick.stripTrailingZeros().scale() + lot.stripTrailingZeros().scale();
        return new Instrument(
                symbol,
                venue,
                Asset.of(pair[0]),
                new Asset(pair[1], Math.max(Asset.DEFAULT_SCALE, decimals)),
                tick,
                lot,
                InstrumentFilters.NONE);
    }

    /** {@return base and quote as the first of the names tells that does} */
    private static String[] pair(String... names) {
        for (String name : names) {
            String[] found = pairIn(name);
            if (found.length > 0) {
                return found;
            }
        }
        return new String[] {"BASE", "QUOTE"};
    }

    /** Base and quote: the first word of a name that ends with a known quote asset. */
    private static String[] pairIn(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toUpperCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                String[] found = split(name.substring(start, i));
                if (found.length > 0) {
                    return found;
                }
                start = i + 1;
            }
        }
        String[] words = name.split("[/_-]");
        return words.length == 2 && QUOTES.contains(words[1]) && !words[0].isEmpty() ? words : new String[0];
    }

    /** {@return base and quote of a pair written as one word; empty if it ends with no known quote asset} */
    static String[] split(String word) {
        for (String quote : QUOTES) {
            if (word.endsWith(quote) && word.length() > quote.length()) {
                return new String[] {word.substring(0, word.length() - quote.length()), quote};
            }
        }
        return new String[0];
    }
}
