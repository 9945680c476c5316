package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Backtests on local data, for screens: what can be played and with which bots. Any thread; what takes long is a {@link Job}
 * that can be cancelled.
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
     * A history as somebody chooses it.
     *
     * @param market     how a set-up names it
     * @param title      for people
     * @param symbol     what it is of
     * @param venue      where it was traded
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
            String quote,
            Optional<Timeframe> timeframe,
            FillTier tier,
            long events,
            long firstNanos,
            long lastNanos,
            FeeRate fee) {}
}
