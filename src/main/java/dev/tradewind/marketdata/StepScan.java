package dev.tradewind.marketdata;

import dev.tradewind.domain.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads files only for the decimals their prices and quantities use: the first way through files nobody described. */
public final class StepScan {

    private static final String[] PRICES = {"open", "high", "low", "close"};

    private final InstrumentGuess guess;

    /**
     * Begins.
     *
     * @param name the file as the user knows it, whose name may tell a pair
     */
    public StepScan(String name) {
        this.guess = new InstrumentGuess(name);
    }

    /**
     * Reads a file. A first line that tells the steps ends the reading.
     *
     * @param in   the unpacked text, not closed
     * @param file   the file as the user knows it, for messages
     * @param choice how it is read later
     * @throws ImportException if a line holds no numbers; where bad lines are left out, they are passed over
     * @throws IOException     if reading fails
     */
    public void add(InputStream in, String file, ReadChoice choice) throws IOException {
        DecimalCsv csv = choice.open(in, file);
        boolean first = true;
        Seeing seeing = line -> {};
        try {
            while (next(csv, choice)) {
                boolean header = first && CsvHeader.isHeader(csv);
                if (first) {
                    try {
                        seeing = choice.format().trades()
                                ? trades(csv, choice.format(), header)
                                : candles(csv, choice.format());
                    } catch (ImportException refused) {
                        requireRepair(choice, refused);
                        continue;
                    }
                    first = false;
                }
                if (header && tells(csv)) {
                    return;
                }
                if (!header) {
                    see(seeing, csv, choice);
                }
            }
        } catch (ImportException refused) {
            throw choice.told(refused);
        }
    }

    private boolean tells(DecimalCsv csv) {
        Optional<HeaderNote> note = HeaderNote.of(csv.whole(0) + ",");
        note.ifPresent(guess::told);
        return note.isPresent();
    }

    private static boolean next(DecimalCsv csv, ReadChoice choice) throws IOException {
        while (true) {
            try {
                return csv.next();
            } catch (ImportException refused) {
                requireRepair(choice, refused);
                csv.recover();
            }
        }
    }

    private static void see(Seeing seeing, DecimalCsv csv, ReadChoice choice) {
        try {
            seeing.see(csv);
        } catch (ImportException refused) {
            requireRepair(choice, refused);
        }
    }

    private static void requireRepair(ReadChoice choice, ImportException refused) {
        if (!choice.repair()) {
            throw refused;
        }
    }

    private Seeing candles(DecimalCsv first, DataFormat format) {
        CandleLayout known = CandleLayout.of(format);
        CandleLayout layout = known != null ? known : CandleLayout.named(first);
        int[] prices = {layout.open(), layout.high(), layout.low(), layout.close()};
        return csv -> {
            layout.requireFields(csv);
            for (int i = 0; i < prices.length; i++) {
                csv.decimal(prices[i], PRICES[i]);
                guess.see(csv.mantissa(), csv.scale(), true);
            }
            if (layout.volume() >= 0) {
                csv.decimal(layout.volume(), "volume");
                guess.see(csv.mantissa(), csv.scale(), false);
            }
        };
    }

    private Seeing trades(DecimalCsv first, DataFormat format, boolean header) {
        TradeLayout layout = TradeLayout.of(format, first, header);
        return csv -> {
            layout.requireFields(csv);
            csv.decimal(layout.price(), "price");
            guess.see(csv.mantissa(), csv.scale(), true);
            if (!csv.isEmpty(layout.quantity())) {
                csv.decimal(layout.quantity(), "quantity");
                guess.see(csv.mantissa(), csv.scale(), false);
            }
        };
    }

    /**
     * {@return an instrument fit to read the files with; its symbol comes from the file's name}
     *
     * @throws ImportException if prices have more decimals than are taken
     */
    public Instrument instrument() {
        return guess.instrument();
    }

    /** Looks at a line. */
    @FunctionalInterface
    private interface Seeing {
        void see(DecimalCsv line);
    }
}
