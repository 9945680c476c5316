package dev.tradewind.app;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.FundingColumns;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.marketdata.MarkColumns;
import dev.tradewind.marketdata.PerpetualFeed;
import java.nio.file.Path;
import java.util.Optional;

/**
 * That a market is traded as a USD-margined perpetual, and with what.
 *
 * @param margin   leverage and modes
 * @param funding  funding boundaries as CSV; without them none is exchanged
 * @param mark     mark price candles as CSV; without them the last price is the mark price
 * @param brackets the exchange's margin brackets as JSON; without them those of BTCUSDT in 2021 are assumed
 */
public record PerpetualChoice(
        MarginConfig margin, Optional<Path> funding, Optional<Path> mark, Optional<Path> brackets) {

    /** {@return the instrument as a perpetual} */
    public Instrument over(Instrument instrument) {
        return instrument.withPerpetual(
                brackets.map(path -> LeverageBrackets.read(path, instrument))
                        .orElseGet(() -> PerpetualTerms.standard(instrument.quote())));
    }

    /**
     * {@return a history with the files' mark prices and funding among it}
     *
     * @param coveredNanos length of the history's candles, 0 for trades
     * @param traded       what is traded, whose ticks mark prices are rounded to
     * @param fromNanos    the first instant that counts
     * @param toNanos      the last one
     * @throws dev.tradewind.marketdata.ImportException if a file is refused
     */
    public HistoryFeed feed(HistoryFeed history, long coveredNanos, Instrument traded, long fromNanos, long toNanos) {
        return new PerpetualFeed(0, history, coveredNanos, marks(traded), boundaries(), fromNanos, toNanos);
    }

    FundingColumns boundaries() {
        return funding.map(DataFiles::funding).orElse(FundingColumns.NONE);
    }

    MarkColumns marks(Instrument traded) {
        return mark.map(path -> marks(path, traded)).orElse(MarkColumns.NONE);
    }

    private static MarkColumns marks(Path path, Instrument traded) {
        CandleImport candles = DataFiles.candles(path, null);
        return MarkColumns.of(candles.candles(), candles.instrument(), traded);
    }
}
