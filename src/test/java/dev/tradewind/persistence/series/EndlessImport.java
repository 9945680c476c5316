package dev.tradewind.persistence.series;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that puts parts of a series into the store of a folder until it is killed, and says how many it has put.
 */
final class EndlessImport {

    static final SeriesKey KEY = SeriesKey.parse("binance:BTCUSDT:1m");

    /** Rows of a part; each part begins where the one before had two thirds left, and changes the rows they share. */
    static final int ROWS = 30_000;

    static final int STEP = 20_000;

    private EndlessImport() {}

    /** {@return the rows of a part} */
    static CandleColumns part(int number) {
        Rng rng = new Rng(number);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Made.candle(Made.START + ((long) number * STEP + i) * Made.MINUTE, rng));
        }
        return Made.candles(Timeframe.M1, rows);
    }

    public static void main(String[] arguments) {
        Database database = Database.open(Path.of(arguments[0]));
        for (int number = 0; ; number++) {
            CandleColumns part = part(number);
            System.out.println("putting " + number);
            database.candles().put(KEY, Made.instrument(), part, "part " + number, Progress.NONE);
        }
    }
}
