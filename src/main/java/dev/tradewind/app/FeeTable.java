package dev.tradewind.app;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.marketdata.ImportException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exchange's fees by 30-day volume, and the asset that may pay them, from a text file. Each line is one of
 *
 * <pre>
 * tier VOLUME MAKER_BPS TAKER_BPS [BALANCE]
 * asset CODE PRICE DISCOUNT_PERCENT BALANCE
 * </pre>
 *
 * Volumes are quote units of the last 30 days, lowest first; a tier's balance is what it demands of the asset. The price is
 * in quote units and holds for the whole session. {@code #} begins a comment. Immutable.
 */
public final class FeeTable {

    private static final String TIER = "tier VOLUME MAKER_BPS TAKER_BPS [BALANCE]";
    private static final String ASSET = "asset CODE PRICE DISCOUNT_PERCENT BALANCE";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WHOLE_BPS = BigDecimal.valueOf(10_000);

    private final List<Step> steps;
    private final Optional<Payer> payer;

    private record Step(BigDecimal volume, BigDecimal balance, FeeRate maker, FeeRate taker) {}

    private record Payer(String code, BigDecimal price, BigDecimal discount, BigDecimal balance) {}

    private FeeTable(List<Step> steps, Optional<Payer> payer) {
        this.steps = List.copyOf(steps);
        this.payer = payer;
    }

    /**
     * Reads a file.
     *
     * @throws ImportException naming the line, the value and what would pass
     */
    public static FeeTable read(Path path) {
        try {
            return new Parsing(path.toString()).all(Files.readAllLines(path));
        } catch (IOException e) {
            throw new ImportException(
                    path.toString(), 0, Files.exists(path) ? "cannot be read as text: " + e : "there is no such file");
        }
    }

    /**
     * Reads lines.
     *
     * @param name what they are called where one is refused
     * @throws ImportException naming the line, the value and what would pass
     */
    static FeeTable parse(String name, List<String> lines) {
        return new Parsing(name).all(lines);
    }

    /** {@return the table as lines that {@link #read} takes, without comments} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            lines.add("tier " + plain(step.volume()) + " " + step.maker().toBps().toPlainString() + " "
                    + step.taker().toBps().toPlainString()
                    + (step.balance().signum() == 0 ? "" : " " + plain(step.balance())));
        }
        payer.ifPresent(asset -> lines.add("asset " + asset.code() + " " + plain(asset.price()) + " "
                + plain(asset.discount()) + " " + plain(asset.balance())));
        return lines;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeeTable table && lines().equals(table.lines());
    }

    @Override
    public int hashCode() {
        return lines().hashCode();
    }

    /**
     * {@return the schedule in atoms}
     *
     * @param quote asset of volumes and price; the asset that pays fees gets its scale
     * @throws IllegalArgumentException if an amount is more than can be counted
     */
    FeeSchedule schedule(Asset quote) {
        List<FeeSchedule.Tier> tiers = new ArrayList<>();
        for (Step step : steps) {
            tiers.add(new FeeSchedule.Tier(
                    atoms(quote, step.volume()), atoms(quote, step.balance()), step.maker(), step.taker()));
        }
        return new FeeSchedule(tiers, payer.map(asset -> third(asset, quote)).orElse(null));
    }

    private static ThirdAsset third(Payer payer, Asset quote) {
        Asset asset = new Asset(payer.code(), quote.scale());
        return new ThirdAsset(
                asset,
                atoms(asset, payer.balance()),
                whole("price of " + payer.code(), payer.price().movePointRight(8)),
                payer.discount().movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private static long atoms(Asset asset, BigDecimal amount) {
        return whole("amount", amount.movePointRight(asset.scale()));
    }

    private static long whole(String what, BigDecimal scaled) {
        try {
            return scaled.setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the fee table's " + what + " is more than can be counted exactly", e);
        }
    }

    /** The state of reading one file. */
    private static final class Parsing {

        private final String file;
        private final List<Step> steps = new ArrayList<>();
        private @Nullable Payer payer;
        private int line;

        Parsing(String file) {
            this.file = file;
        }

        FeeTable all(List<String> lines) {
            for (String text : lines) {
                line++;
                int comment = text.indexOf('#');
                String rest = (comment < 0 ? text : text.substring(0, comment)).strip();
                if (!rest.isEmpty()) {
                    one(rest.split("\\s+"));
                }
            }
            line = 0;
            if (steps.isEmpty()) {
                throw wrong("has no fee tier; a line '" + TIER + "' would pass, for instance 'tier 0 10 10'");
            }
            if (payer == null && steps.stream().anyMatch(step -> step.balance().signum() > 0)) {
                throw wrong("has a tier that demands a balance, but no line '" + ASSET + "'");
            }
            return new FeeTable(steps, Optional.ofNullable(payer));
        }

        private void one(String[] words) {
            if (words[0].equals("tier") && (words.length == 4 || words.length == 5)) {
                tier(words);
            } else if (words[0].equals("asset") && words.length == 5) {
                asset(words);
            } else {
                throw wrong("'" + String.join(" ", words) + "' is neither '" + TIER + "' nor '" + ASSET + "'");
            }
        }

        private void tier(String[] words) {
            Step step = new Step(
                    number("volume", words[1]),
                    words.length == 5 ? number("balance", words[4]) : BigDecimal.ZERO,
                    rate("maker fee", words[2]),
                    rate("taker fee", words[3]));
            if (steps.isEmpty() && (step.volume().signum() > 0 || step.balance().signum() > 0)) {
                throw wrong("the first tier must begin at volume 0 without a balance, not at " + words[1]);
            }
            if (!steps.isEmpty() && step.volume().compareTo(steps.getLast().volume()) <= 0) {
                throw wrong("volume " + words[1] + " must be above " + steps.getLast().volume().toPlainString()
                        + " of the tier before");
            }
            steps.add(step);
        }

        private void asset(String[] words) {
            if (payer != null) {
                throw wrong("names a second asset; " + payer.code() + " pays fees already");
            }
            Payer named = new Payer(
                    words[1], number("price", words[2]), number("discount", words[3]), number("balance", words[4]));
            if (named.price().movePointRight(8).compareTo(BigDecimal.ONE) < 0) {
                throw wrong("price " + words[2] + " must be at least 0.00000001");
            }
            if (named.discount().compareTo(HUNDRED) >= 0) {
                throw wrong("discount " + words[3] + " must be from 0 to below 100 percent");
            }
            payer = named;
        }

        private FeeRate rate(String what, String word) {
            BigDecimal bps = number(what, word);
            if (bps.compareTo(WHOLE_BPS) >= 0) {
                throw wrong(what + " " + word + " must be from 0 to below 10000 basis points");
            }
            return FeeRate.ofBps(bps);
        }

        private BigDecimal number(String what, String word) {
            try {
                BigDecimal number = new BigDecimal(word);
                if (number.signum() >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below with the value
            }
            throw wrong(what + " '" + word + "' must be a number of 0 or more, for instance 7.5");
        }

        private ImportException wrong(String reason) {
            return new ImportException(file, line, reason);
        }
    }
}
