package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the beginning of a file tells about the rest of it.
 *
 * @param format    its form
 * @param futures   whether it has the columns of Binance's futures rather than those of spot
 * @param timeframe of candles whose rows tell when they close
 * @param note      what its first line says, if this program wrote it
 */
public record FormatSniff(
        DataFormat format, boolean futures, Optional<Timeframe> timeframe, Optional<HeaderNote> note) {

    /** Bytes that are enough. */
    public static final int BYTES = 20 * 1024;

    /** Lines looked at where bad ones are passed over. */
    private static final int LINES = 20;

    private static final int CLOSE_TIME = 6;
    private static final int KLINE_FIELDS = 12;
    private static final int KRAKEN_FIELDS = 7;
    private static final int LEAST_FIELDS = 3;
    private static final int CANDLE_FIELDS = 6;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final String KNOWN = Arrays.stream(DataFormat.values())
            .map(format -> format.id() + " (" + format.label() + ")")
            .collect(Collectors.joining("; ")) + "; --format says which";

    /**
     * {@return what a file's beginning tells}
     *
     * @param head  its first {@link #BYTES} unpacked bytes, or all if it is shorter
     * @param file  the file as the user knows it, for messages
     * @param given its form, where somebody says it
     * @param repair whether lines that tell nothing are passed over, some of them
     * @throws ImportException if it is empty or of no form that is known
     */
    public static FormatSniff of(byte[] head, String file, Optional<DataFormat> given, boolean repair) {
        refuseBinaries(head, file);
        DecimalCsv lines = new DecimalCsv(new ByteArrayInputStream(head), file, true, true);
        String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("[")) {
            return plain(given.orElse(DataFormat.FREQTRADE));
        }
        try {
            return first(lines, file, given, repair);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are always read", impossible);
        }
    }

    private static FormatSniff first(DecimalCsv lines, String file, Optional<DataFormat> given, boolean repair)
            throws IOException {
        Optional<ImportException> refused = Optional.empty();
        for (int looked = 0; looked < (repair ? LINES : 1); looked++) {
            try {
                if (!lines.next()) {
                    break;
                }
                boolean header = CsvHeader.isHeader(lines);
                DataFormat format = given.isPresent() ? given.get() : header ? named(lines) : counted(lines);
                return told(format, header, lines);
            } catch (ImportException bad) {
                refused = refused.or(() -> Optional.of(bad));
                lines.recover();
            }
        }
        throw refused.orElseGet(() -> new ImportException(file, 0, "is empty"));
    }

    private static FormatSniff plain(DataFormat format) {
        return new FormatSniff(format, false, Optional.empty(), Optional.empty());
    }

    private static void refuseBinaries(byte[] head, String file) {
        String magic = new String(head, 0, Math.min(head.length, 6), StandardCharsets.ISO_8859_1);
        if (magic.startsWith("ARROW1") || magic.startsWith("FEA1")) {
            throw other(file, "feather");
        }
        if (magic.startsWith("PAR1")) {
            throw other(file, "parquet");
        }
        if (magic.startsWith("\u0089HDF")) {
            throw other(file, "HDF5");
        }
    }

    private static ImportException other(String file, String form) {
        return new ImportException(file, 0, "is a " + form + " file, which is not read here; freqtrade makes JSON of it"
                + ", which is: freqtrade convert-data --format-from " + form.toLowerCase(Locale.ROOT)
                + " --format-to json");
    }

    private static FormatSniff told(DataFormat format, boolean header, DecimalCsv lines) throws IOException {
        Optional<HeaderNote> note = header ? HeaderNote.of(lines.whole(0) + ",") : Optional.empty();
        int fields = lines.fields();
        boolean futures = switch (format) {
            case BINANCE_KLINES -> header;
            case BINANCE_AGG_TRADES -> fields == 7;
            case BINANCE_TRADES -> fields == 6;
            case CANDLES, TRADES, FREQTRADE, TRADINGVIEW, KRAKEN -> false;
        };
        Optional<Timeframe> timeframe = Optional.empty();
        if (format == DataFormat.BINANCE_KLINES && (!header || lines.next()) && lines.fields() > CLOSE_TIME) {
            timeframe = length(lines);
        }
        return new FormatSniff(format, futures, timeframe, note);
    }

    /** {@return how long the candle of a line of an archive is, which says when it closes} */
    private static Optional<Timeframe> length(DecimalCsv line) {
        try {
            long open = new TimeColumn(line, 0, 0).read();
            long close = new TimeColumn(line, CLOSE_TIME, 0).read();
            for (Timeframe timeframe : Timeframe.values()) {
                long apart = timeframe.closeOf(open) - close;
                if (apart > 0 && apart <= 1_000_000 && timeframe.openOf(open) == open) {
                    return Optional.of(timeframe);
                }
            }
        } catch (ImportException refused) {
            // whoever reads the line says what is wrong with it
        }
        return Optional.empty();
    }

    private static DataFormat named(DecimalCsv csv) {
        if (has(csv, "aggtradeid") || has(csv, "firsttradeid")) {
            return DataFormat.BINANCE_AGG_TRADES;
        }
        if (has(csv, "isbuyermaker") && has(csv, "time", "timestamp")) {
            return DataFormat.BINANCE_TRADES;
        }
        if (has(csv, "open") && has(csv, "high") && has(csv, "low") && has(csv, "close")) {
            CandleLayout ours = Objects.requireNonNull(CandleLayout.of(DataFormat.CANDLES));
            if (has(csv, "closetime") && csv.fields() == KLINE_FIELDS) {
                return DataFormat.BINANCE_KLINES;
            }
            return ours.isNamedBy(csv) ? DataFormat.CANDLES : DataFormat.TRADINGVIEW;
        }
        if (has(csv, "price") && csv.fields() <= CANDLE_FIELDS - 1) {
            return DataFormat.TRADES;
        }
        throw csv.fail("starts with '" + csv.text(0) + "', which heads no form that is known: " + KNOWN);
    }

    private static boolean has(DecimalCsv csv, String... names) {
        return CsvHeader.find(csv, List.of(names)) >= 0;
    }

    private static DataFormat counted(DecimalCsv csv) {
        int fields = csv.fields();
        if (fields == 8 && truth(csv, 6) || fields == 7 && truth(csv, 6) && !truth(csv, 5)) {
            return DataFormat.BINANCE_AGG_TRADES;
        }
        if (fields == 7 && truth(csv, 6) || fields == CANDLE_FIELDS && truth(csv, 5)) {
            return DataFormat.BINANCE_TRADES;
        }
        return switch (fields) {
            case KLINE_FIELDS -> DataFormat.BINANCE_KLINES;
            case KRAKEN_FIELDS -> DataFormat.KRAKEN;
            case CANDLE_FIELDS -> DataFormat.CANDLES;
            case LEAST_FIELDS, 4, 5 -> DataFormat.TRADES;
            default -> throw csv.fail("has " + fields + (fields == 1 ? " field" : " fields")
                    + ", like no form that is known: " + KNOWN);
        };
    }

    private static boolean truth(DecimalCsv csv, int field) {
        return csv.is(field, TRUE) || csv.is(field, FALSE);
    }
}
