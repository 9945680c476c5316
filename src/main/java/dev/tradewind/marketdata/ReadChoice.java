package dev.tradewind.marketdata;

import dev.tradewind.domain.Timeframe;
import java.io.InputStream;
import java.util.Optional;

/**
 * How a file is read.
 *
 * @param format    its form
 * @param timeframe of candles, where it is known; else told by their spacing
 * @param repair    whether bad rows are left out and listed; otherwise the first one refuses the file
 */
public record ReadChoice(DataFormat format, Optional<Timeframe> timeframe, boolean repair) {

    /** {@return a whole file of that form, or none of it} */
    static ReadChoice strict(DataFormat format) {
        return new ReadChoice(format, Optional.empty(), false);
    }

    /** {@return the lines of a file of this form} */
    DecimalCsv open(InputStream in, String file) {
        InputStream lines = format == DataFormat.FREQTRADE ? new JsonRows(in, file, repair) : in;
        return new DecimalCsv(lines, file, format == DataFormat.TRADINGVIEW, repair);
    }

    /** {@return a refusal as it is told of a file of this form: what are lines elsewhere are entries of an array} */
    ImportException told(ImportException refused) {
        return format == DataFormat.FREQTRADE && refused.line() > 0
                ? new ImportException(refused.file(), 0, "entry " + refused.line() + " " + refused.reason())
                : refused;
    }
}
