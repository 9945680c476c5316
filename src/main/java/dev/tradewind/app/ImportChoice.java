package dev.tradewind.app;

import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesKey;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What somebody says about files to import. What is left out is told by the files: their content, then their names.
 *
 * @param as     the series they become
 * @param format their form
 * @param repair whether bad rows are dropped, counted and listed; otherwise the first one refuses its file
 * @param tick   smallest price step of a series that begins with them, else from the decimals used
 * @param lot    smallest quantity step of a series that begins with them, else from the decimals used
 */
public record ImportChoice(
        Optional<SeriesKey> as,
        Optional<DataFormat> format,
        boolean repair,
        Optional<BigDecimal> tick,
        Optional<BigDecimal> lot) {

    /** Everything is told by the files, and a bad row refuses its file. */
    public static final ImportChoice GUESS =
            new ImportChoice(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

    public ImportChoice {
        requirePositive("tick", tick);
        requirePositive("lot", lot);
    }

    private static void requirePositive(String what, Optional<BigDecimal> step) {
        if (step.isPresent() && step.get().signum() <= 0) {
            throw new IllegalArgumentException(what + " " + step.get().toPlainString() + " must be above 0");
        }
    }

    /** {@return the same with bad rows dropped or not} */
    public ImportChoice repairing(boolean drop) {
        return new ImportChoice(as, format, drop, tick, lot);
    }
}
