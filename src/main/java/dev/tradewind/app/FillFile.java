package dev.tradewind.app;

import dev.tradewind.backtest.FillLog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a run's fills to a file, as CSV or JSON by the end of its name. The file is whole or untouched: it is written
 * beside its place and moved there.
 */
public final class FillFile {

    private final OutFile file;
    private final boolean json;

    private FillFile(OutFile file, boolean json) {
        this.file = file;
        this.json = json;
    }

    /**
     * {@return a place to write to, checked before the work is done}
     *
     * @throws IllegalArgumentException if its name ends in neither {@code .csv} nor {@code .json}
     * @throws StartException           if it is a folder, or its folder is missing or cannot be written to
     */
    public static FillFile at(Path path) throws StartException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!Files.isDirectory(path) && !name.endsWith(".csv") && !name.endsWith(".json")) {
            throw new IllegalArgumentException(path + " must end in .csv or .json, which says what is written");
        }
        return new FillFile(OutFile.at(path, "fills"), name.endsWith(".json"));
    }

    /** {@return where it is} */
    public Path path() {
        return file.path();
    }

    /**
     * Writes every fill, replacing a file of that name.
     *
     * @param third the asset that may have paid fees
     * @return whether there was one
     * @throws StartException if it cannot be written; a file that was there is still as it was
     */
    public boolean write(Instrument instrument, Optional<ThirdAsset> third, FillLog fills) throws StartException {
        return file.write(out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (json) {
                writeJson(writer, instrument, third, fills);
            } else {
                writeCsv(writer, instrument, third, fills);
            }
            writer.flush();
        });
    }

    private static void writeCsv(Writer out, Instrument instrument, Optional<ThirdAsset> third, FillLog fills)
            throws IOException {
        out.write("time,side,price,quantity,fee,feeAsset,liquidity,order,tag\n");
        for (int row = 0; row < fills.size(); row++) {
            Asset paid = feeAsset(instrument, third, fills.feeAsset(row));
            out.write(time(fills, row) + ',' + side(fills, row) + ',' + price(instrument, fills, row) + ','
                    + quantity(instrument, fills, row) + ',' + fee(paid, fills, row) + ','
                    + paid.code() + ',' + liquidity(fills, row) + ',' + fills.clientOrderId(row)
                    + ',' + fills.tag(row) + '\n');
        }
    }

    private static void writeJson(Writer out, Instrument instrument, Optional<ThirdAsset> third, FillLog fills)
            throws IOException {
        out.write("[");
        for (int row = 0; row < fills.size(); row++) {
            Asset paid = feeAsset(instrument, third, fills.feeAsset(row));
            out.write(row == 0 ? "\n" : ",\n");
            out.write("{\"time\":\"" + time(fills, row) + "\",\"side\":\"" + side(fills, row)
                    + "\",\"price\":" + price(instrument, fills, row) + ",\"quantity\":"
                    + quantity(instrument, fills, row) + ",\"fee\":" + fee(paid, fills, row)
                    + ",\"feeAsset\":\"" + paid.code() + "\",\"liquidity\":\""
                    + liquidity(fills, row) + "\",\"order\":" + fills.clientOrderId(row) + ",\"tag\":" + fills.tag(row)
                    + "}");
        }
        out.write("\n]\n");
    }

    private static String time(FillLog fills, int row) {
        return Instant.ofEpochSecond(0, fills.timeNanos(row)).toString();
    }

    private static String side(FillLog fills, int row) {
        return fills.side(row) == Side.BUY ? "buy" : "sell";
    }

    private static String price(Instrument instrument, FillLog fills, int row) {
        return instrument.toPrice(fills.priceTicks(row)).toPlainString();
    }

    private static String quantity(Instrument instrument, FillLog fills, int row) {
        return instrument.toQuantity(fills.lots(row)).toPlainString();
    }

    private static String fee(Asset asset, FillLog fills, int row) {
        return asset.toDecimal(fills.feeAtoms(row)).toPlainString();
    }

    private static Asset feeAsset(Instrument instrument, Optional<ThirdAsset> third, FeeAsset which) {
        return switch (which) {
            case QUOTE -> instrument.quote();
            case BASE -> instrument.base();
            case THIRD -> third.orElseThrow().asset();
        };
    }

    private static String liquidity(FillLog fills, int row) {
        return fills.maker(row) ? "maker" : "taker";
    }
}
