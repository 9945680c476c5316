package dev.tradewind.app;

import dev.tradewind.app.DataFiles.Candles;
import dev.tradewind.app.DataFiles.Loaded;
import dev.tradewind.app.DataFiles.Trades;
import dev.tradewind.app.DataParts.Part;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.CandleCsv;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.FormatSniff;
import dev.tradewind.marketdata.ReadChoice;
import dev.tradewind.marketdata.SeriesGuess;
import dev.tradewind.marketdata.StepScan;
import dev.tradewind.marketdata.TradeCsv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One series in a file: the texts it is spread over, in the order of their names, and what they tell of themselves.
 *
 * @param name   the file as the user knows it
 * @param guess  what the first text is of, as far as it tells
 */
record SeriesParts(String name, DataFormat format, SeriesGuess guess, List<Part> parts) {

    /** What was read. */
    record Read(Loaded content, BadRows bad) {}

    /**
     * {@return the series in a file, in the order of the texts' names}
     *
     * @param given  their form, where somebody says it
     * @param repair whether bad lines are going to be left out
     */
    static List<SeriesParts> of(DataParts file, Optional<DataFormat> given, boolean repair) {
        Map<String, SeriesParts> found = new LinkedHashMap<>();
        for (Part part : file.parts()) {
            FormatSniff told = file.read(
                    part, bytes -> {},
                    in -> FormatSniff.of(in.readNBytes(FormatSniff.BYTES), part.name(), given, repair));
            SeriesGuess guess = SeriesGuess.of(part.path(), told);
            String same = told.format() + "/" + guess;
            SeriesParts before = found.get(same);
            List<Part> parts = new ArrayList<>(before == null ? List.of() : before.parts());
            parts.add(part);
            String name = part.name();
            if (before != null) {
                name = parts.getFirst().name() + " and " + (parts.size() - 1) + " more";
            }
            found.put(same, new SeriesParts(name, told.format(), guess, List.copyOf(parts)));
        }
        return List.copyOf(found.values());
    }

    /** {@return bytes to read} */
    long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** {@return the same, taken for another form} */
    SeriesParts as(DataFormat other) {
        return new SeriesParts(name, other, guess, parts);
    }

    private ReadChoice choice(Optional<Timeframe> timeframe, boolean repair) {
        return new ReadChoice(format, timeframe, repair);
    }

    /** Looks through the texts only for the decimals they use. */
    void scan(DataParts file, StepScan scan, boolean repair, LongConsumer counted) {
        ReadChoice choice = choice(guess.timeframe(), repair);
        for (Part part : parts) {
            file.read(part, counted, in -> {
                scan.add(in, part.name(), choice);
                return part;
            });
        }
    }

    /** Reads the texts. */
    Read read(
            DataParts file,
            Instrument instrument,
            Optional<Timeframe> timeframe,
            boolean repair,
            LongConsumer counted) {
        ReadChoice choice = choice(timeframe, repair);
        if (format.trades()) {
            TradeCsv reader = new TradeCsv(instrument, choice);
            for (Part part : parts) {
                file.read(part, counted, in -> {
                    reader.add(in, part.name());
                    return part;
                });
            }
            Trades trades = new Trades(reader.finish(name));
            return new Read(trades, reader.bad());
        }
        CandleCsv reader = new CandleCsv(instrument, choice);
        for (Part part : parts) {
            file.read(part, counted, in -> {
                reader.add(in, part.name());
                return part;
            });
        }
        Candles candles = new Candles(reader.finish(name));
        return new Read(candles, reader.bad());
    }
}
