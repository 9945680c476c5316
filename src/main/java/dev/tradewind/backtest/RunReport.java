package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Performance;
import dev.tradewind.domain.FillTier;
import java.util.List;
import java.util.Optional;

/**
 * A finished run as it is shown, exported, stored and compared: figures only, no engine behind it. Money in quote units.
 *
 * @param title        what ran, for people
 * @param setup        all that is needed to run it again, as canonical JSON
 * @param quote        code of the quote asset
 * @param tier         how closely fills follow the market; of several histories the coarsest
 * @param data         what was played, one per history
 * @param firstNanos   when the run begins
 * @param lastNanos    when it ends
 * @param startEquity  equity at the start
 * @param endEquity    equity at the end
 * @param performance  every figure
 * @param equity       equity, at most {@value #MOST_POINTS} points, extremes kept
 * @param hold         what holding would have been worth, at the same times
 * @param daily        equity at the start, at the end of each UTC day and at the end: what figures of days are made of
 * @param spread       the runs with the worst and the best order inside unclear candles, where there were any
 * @param unclear      candles in which a stop and a profit order lay
 * @param trades       round trips, oldest first, open ones last
 * @param parts        the split by bot and by symbol
 * @param checks       what was checked about the run itself
 * @param fills        fills in all
 * @param journalRows  rows a real journal would hold
 * @param journalHash  running hash over commands, timers, orders and reports, 16 hexadecimal digits
 * @param refusals     orders risk rules or filters refused
 */
public record RunReport(
        String title,
        String setup,
        String quote,
        FillTier tier,
        List<Data> data,
        long firstNanos,
        long lastNanos,
        double startEquity,
        double endEquity,
        Performance performance,
        EquitySeries equity,
        EquitySeries hold,
        EquitySeries daily,
        Optional<Spread> spread,
        long unclear,
        List<ClosedTrade> trades,
        List<Part> parts,
        List<Check> checks,
        long fills,
        long journalRows,
        String journalHash,
        long refusals) {

    /** Points of a curve at most. */
    public static final int MOST_POINTS = 2_000;

    /**
     * One history.
     *
     * @param source    where it came from: a file's name, or a stored series
     * @param symbol    what it is of
     * @param timeframe its own candles, empty for trades and books
     * @param events    market events played
     * @param gaps      places in the range where candles are missing; bots see them as they are
     * @param missing   candles missing in them
     * @param checksum  identity of the whole series, 16 hexadecimal digits
     */
    public record Data(
            String source, String symbol, String timeframe, long events, int gaps, long missing, String checksum) {}

    /** The same run with stops always first, and with profit orders always first. */
    public record Spread(double pessimisticEnd, double optimisticEnd, EquitySeries pessimistic, EquitySeries optimistic) {}

    /**
     * A part of the whole.
     *
     * @param kind {@code bot} or {@code symbol}
     * @param name for people
     */
    public record Part(String kind, String name, Performance performance) {}

    /** How a check came out. */
    public enum Verdict {
        /** As it should be. */
        PASSED,
        /** Something to know. */
        WARNING,
        /** The run is not to be believed. */
        FAILED
    }

    /**
     * A check of the run itself.
     *
     * @param id    stable, for instance {@code lookAhead}, {@code warmUp}, {@code gaps}, {@code conservation}
     * @param label for people
     * @param text  what was found
     */
    public record Check(String id, String label, Verdict verdict, String text) {}

    public RunReport {
        data = List.copyOf(data);
        trades = List.copyOf(trades);
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
    }

    /** {@return the whole run's return as a fraction} */
    public double totalReturn() {
        return endEquity / startEquity - 1;
    }
}
