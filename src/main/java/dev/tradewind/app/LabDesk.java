package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Backtests on local data, for screens: what can be played and with which bots, playing it, the runs kept, searching
 * parameters. Any thread; what takes long is a {@link Job} that can be cancelled and then leaves nothing half done
 * behind.
 */
public interface LabDesk {

    /** {@return every kind of bot, in catalogue order} */
    List<BotType> botTypes();

    /** {@return the person's own presets of bots} */
    BotPresetStore presets();

    /**
     * {@return the histories that can be played without looking for a file; blocks while files are read}
     *
     * @throws dev.tradewind.marketdata.ImportException if one of them is damaged
     */
    List<History> histories();

    /**
     * {@return what a file holds; blocks while it is read}
     *
     * @throws dev.tradewind.marketdata.ImportException if it cannot be read or a line is refused
     */
    History history(Path file);

    /**
     * Plays a set-up, counts it as a trial on its data and keeps the run. The job fails with a {@link StartException},
     * an {@link IllegalArgumentException} or an {@link dev.tradewind.marketdata.ImportException}, in words for the
     * user.
     *
     * @param thorough whether it is played some thirty times more, to find bots that see the future and to see how
     *                 much hangs on where it begins
     */
    Job<Run> run(RunSetup setup, boolean thorough);

    /** {@return the runs kept, the newest first, at most {@code most}; blocks for a moment} */
    List<RunStore.Kept> runs(int most);

    /** {@return a run kept, with everything, empty if there is none of that number; blocks for a moment} */
    Optional<Run> load(int number);

    /** Drops a run; blocks for a moment. {@return whether there was one} */
    boolean drop(int number);

    /**
     * Searches parameters of a set-up's only bot, or goes on where the same search stopped. The job fails as {@link
     * #run}'s does.
     */
    Job<SearchReport> search(RunSetup setup, SearchSpec spec);

    /**
     * Writes a run; for its orders and fills it is played again. The job fails with a {@link StartException} in words
     * for the user. {@return what was done, a line for each file}
     *
     * @param file ends as the format's files do
     */
    Job<List<String>> export(Run run, Format format, Path file);

    /**
     * A run that was played and kept.
     *
     * @param number its number among those kept
     * @param report what came of it
     * @param trials backtests ever tried on its data, this one among them; 0 where they cannot be told
     */
    record Run(int number, RunReport report, long trials) {}

    /** How a run can be written. */
    enum Format {
        /** Everything, to be read back or by other programs. */
        JSON("JSON, everything", "json"),
        /** Orders, fills, trades and equity as tables: four files. */
        CSV("CSV, four tables", "csv"),
        /** One page with its plots, which needs nothing else. */
        HTML("HTML, one page with plots", "html"),
        /** For paper. */
        PDF("PDF, for paper", "pdf");

        private final String label;
        private final String extension;

        Format(String label, String extension) {
            this.label = label;
            this.extension = extension;
        }

        /** {@return what a menu says} */
        public String label() {
            return label;
        }

        /** {@return how files of it end, without the dot} */
        public String extension() {
            return extension;
        }
    }

    /**
     * A history as somebody chooses it.
     *
     * @param market     how a set-up names it
     * @param title      for people
     * @param symbol     what it is of
     * @param venue      where it was traded
     * @param base       code of the base asset
     * @param quote      code of the quote asset
     * @param timeframe  its own candles; empty for trades and books
     * @param tier       how closely fills can follow it
     * @param events     candles, trades or messages
     * @param firstNanos when it begins
     * @param lastNanos  when it ends
     * @param fee        what its venue usually takes
     */
    record History(
            MarketChoice market,
            String title,
            String symbol,
            String venue,
            String base,
            String quote,
            Optional<Timeframe> timeframe,
            FillTier tier,
            long events,
            long firstNanos,
            long lastNanos,
            FeeRate fee) {}
}
