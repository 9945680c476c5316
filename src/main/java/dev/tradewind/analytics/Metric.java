package dev.tradewind.analytics;

/**
 * A figure of a run. The order is the order of reports; ids are stable.
 *
 * <p>E is equity in quote units, open positions at their mark; r are its simple returns from UTC day end to UTC day end
 * (the first and last day perhaps in part). Crypto trades every day, so a year has 365 of them. A ratio over nothing is
 * NaN: no risk, no loss or no trade tells nothing.
 */
public enum Metric {
    /** What the run earned: {@code E(end) / E(start) − 1}. Not annualised; open positions count at their mark. */
    TOTAL_RETURN("totalReturn", "Total return", Unit.FRACTION, true),

    /**
     * Compound annual growth: {@code (E(end) / E(start)) ^ (periods / days) − 1}, days being the time elapsed over 24
     * hours and periods 365. −1 where nothing is left. A run of days stretched to a year: believe it of long runs
     * only. Source: GIPS standards 2020, annualised return.
     */
    ANNUAL_RETURN("annualReturn", "Annual return", Unit.FRACTION, true),

    /** {@code E(end) − E(start)}, after every cost, open positions at their mark. */
    NET_PROFIT("netProfit", "Net profit", Unit.MONEY, true),

    /**
     * Deviation of the daily returns, over n − 1, times √365. Source: Bacon 2008, "Practical
     * Portfolio Performance Measurement and Attribution".
     */
    VOLATILITY("volatility", "Volatility", Unit.FRACTION, false),

    /**
     * {@code mean(r) / deviation(r) × √365} over daily returns, deviation over n − 1, the risk-free rate taken as 0.
     * Source: Sharpe 1966, "Mutual Fund Performance"; 1994, "The Sharpe Ratio"; annualised by Lo 2002 for returns
     * without memory.
     */
    SHARPE("sharpe", "Sharpe", Unit.RATIO, true),

    /**
     * {@code mean(r) / √mean(min(r, 0)²) × √365}: only falls count as risk, and all days divide. The return to reach
     * is 0. Source: Sortino and Price 1994, "Performance Measurement in a Downside Risk Framework".
     */
    SORTINO("sortino", "Sortino", Unit.RATIO, true),

    /**
     * {@link #ANNUAL_RETURN} over {@link #MAX_DRAWDOWN}. Source: Young 1991, "Calmar Ratio: A Smoother Tool", there
     * over 36 months, here over the run.
     */
    CALMAR("calmar", "Calmar", Unit.RATIO, true),

    /**
     * {@code sum(max(r, 0)) / sum(max(−r, 0))} over daily returns, so at a threshold of 0. Source: Keating and
     * Shadwick 2002, "A Universal Performance Measure".
     */
    OMEGA("omega", "Omega", Unit.RATIO, true),

    /**
     * The deepest fall from a peak as a fraction of the peak, positive: {@code max((peak − E) / peak)} over every mark
     * of the run, not only over day ends. Above 1 where debts were left. Source: Magdon-Ismail and Atiya 2004,
     * "Maximum Drawdown".
     */
    MAX_DRAWDOWN("maxDrawdown", "Maximum drawdown", Unit.FRACTION, false),

    /** The longest time from a peak until it was reached again, by day ends; one that is not over counts to the end. */
    MAX_DRAWDOWN_LENGTH("maxDrawdownLength", "Longest time under water", Unit.DAYS, false),

    /**
     * Mean depth of all times under water by day ends, 0 where there were none. Source: Burke 1994 and Bacon 2008,
     * "Practical Portfolio Performance Measurement and Attribution", average drawdown.
     */
    AVERAGE_DRAWDOWN("averageDrawdown", "Average drawdown", Unit.FRACTION, false),

    /** Mean length of all times under water by day ends, 0 where there were none. */
    AVERAGE_DRAWDOWN_LENGTH("averageDrawdownLength", "Average time under water", Unit.DAYS, false),

    /**
     * {@code √mean(fall²)}, the fall from the peak so far at each day end, as a fraction. Source: Martin and McCann
     * 1989, "The Investor's Guide to Fidelity Funds" (devised 1987).
     */
    ULCER_INDEX("ulcerIndex", "Ulcer index", Unit.FRACTION, false),

    /**
     * Loss of a day that 95 % of days stay within: minus the 5 % quantile of the daily returns as they were,
     * interpolated linearly. Not annualised; negative where even bad days earn. Source: J.P. Morgan 1996,
     * "RiskMetrics"; historical simulation by Jorion 2007.
     */
    VALUE_AT_RISK("valueAtRisk", "Value at risk, 95 %", Unit.FRACTION, false),

    /**
     * Mean loss of the days at or beyond {@link #VALUE_AT_RISK}. Source: Acerbi and Tasche 2002, "On the Coherence of
     * Expected Shortfall".
     */
    EXPECTED_SHORTFALL("expectedShortfall", "Expected shortfall, 95 %", Unit.FRACTION, false),

    /**
     * {@code |95 % quantile| / |5 % quantile|} of the daily returns: above 1 the good days outweigh the bad. Source:
     * empyrical, {@code tail_ratio}.
     */
    TAIL_RATIO("tailRatio", "Tail ratio", Unit.RATIO, true),

    /**
     * Round trips that closed. Those still open at the end are left out here and in every figure of trades; equity has
     * them.
     */
    TRADES("trades", "Trades", Unit.COUNT, true),

    /** Share of closed trades with {@code net > 0}; one that comes out even is neither won nor lost. */
    WIN_RATE("winRate", "Win rate", Unit.FRACTION, true),

    /** Mean net of won trades, after fees and funding. */
    AVERAGE_WIN("averageWin", "Average win", Unit.MONEY, true),

    /** Mean net of lost trades, negative. */
    AVERAGE_LOSS("averageLoss", "Average loss", Unit.MONEY, true),

    /** {@link #AVERAGE_WIN} over the size of {@link #AVERAGE_LOSS}. */
    PAYOFF("payoff", "Payoff", Unit.RATIO, true),

    /**
     * {@code sum of wins / sum of losses}; cannot be told without a loss. Source: Schwager 1984, "A Complete Guide to
     * the Futures Markets".
     */
    PROFIT_FACTOR("profitFactor", "Profit factor", Unit.RATIO, true),

    /**
     * Mean net of closed trades: {@code win rate × average win + loss rate × average loss}. Source: Tharp 1998, "Trade
     * Your Way to Financial Freedom", in money instead of multiples of risk.
     */
    EXPECTANCY("expectancy", "Expectancy", Unit.MONEY, true),

    /**
     * {@code mean(net) / deviation(net) × √min(trades, 100)}, deviation over n − 1. Source: Tharp 2008, "The
     * Definitive Guide to Position Sizing", where a hundred trades are the most that count; net stands for multiples
     * of risk, which bots without a stop do not have.
     */
    SQN("sqn", "System quality number", Unit.RATIO, true),

    /**
     * {@code W − L / payoff}, W and L the shares of won and lost trades: the share of capital that grows fastest if
     * the future is as the past. Source: Kelly 1956, "A New Interpretation of Information Rate".
     */
    KELLY("kelly", "Kelly", Unit.FRACTION, true),

    /** Won trades in a row, in the order they closed; one that comes out even ends the row. */
    LONGEST_WINS("longestWins", "Most wins in a row", Unit.COUNT, true),

    /** Lost trades in a row, in the order they closed; one that comes out even ends the row. */
    LONGEST_LOSSES("longestLosses", "Most losses in a row", Unit.COUNT, false),

    /**
     * Mean of the most each closed trade was under water, as a fraction of the money in it, not positive. Source:
     * Sweeney 1996, "Maximum Adverse Excursion".
     */
    AVERAGE_ADVERSE("averageAdverse", "Average adverse excursion", Unit.FRACTION, true),

    /**
     * Mean of the most each closed trade was ahead, as a fraction of the money in it, not negative. Source: Sweeney
     * 1996.
     */
    AVERAGE_FAVOURABLE("averageFavourable", "Average favourable excursion", Unit.FRACTION, true),

    /** Mean time from first entry to last exit of closed trades. */
    AVERAGE_TRADE_LENGTH("averageTradeLength", "Average trade", Unit.DAYS, false),

    /** Share of the run with a position open. */
    EXPOSURE("exposure", "Exposure", Unit.FRACTION, true),

    /** {@code sum(price × quantity) / mean(E)} over all fills, buys and sells alike; not annualised. */
    TURNOVER("turnover", "Turnover", Unit.RATIO, false),

    /** Paid in the run, in whatever asset, worth in quote when paid. */
    FEES("fees", "Fees", Unit.MONEY, false),

    /**
     * What taking liquidity cost against the market's price when the order reached the venue; positive when it cost.
     */
    SLIPPAGE("slippage", "Slippage", Unit.MONEY, false),

    /** Received on perpetuals, negative when paid. */
    FUNDING("funding", "Funding", Unit.MONEY, true),

    /** What buying at the start and holding to the end would have earned, as {@link #TOTAL_RETURN}. */
    BENCHMARK_RETURN("benchmarkReturn", "Holding", Unit.FRACTION, true),

    /**
     * {@code (mean(r) − beta × mean(h)) × 365}, h the daily returns of holding: what was earned beyond taking the
     * market's risk. Source: Jensen 1968, "The Performance of Mutual Funds", the risk-free rate taken as 0.
     */
    ALPHA("alpha", "Alpha", Unit.FRACTION, true),

    /**
     * {@code covariance(r, h) / variance(h)} of daily returns: how much of the market's moves was taken. Source:
     * Sharpe 1964, "Capital Asset Prices".
     */
    BETA("beta", "Beta", Unit.RATIO, false),

    /** Days with a return, the first and last perhaps in part: what every figure of daily returns rests on. */
    DAYS("days", "Days measured", Unit.COUNT, true),

    /**
     * {@code m3 / m2^1.5} of the daily returns, moments over n: negative where the bad days are the wild ones. Source:
     * Fisher 1930, as used by Bailey and López de Prado 2012.
     */
    SKEWNESS("skewness", "Skewness of days", Unit.RATIO, true),

    /**
     * {@code m4 / m2²} of the daily returns, moments over n; 3 for a normal distribution. Source: Pearson 1905, as
     * used by Bailey and López de Prado 2012.
     */
    KURTOSIS("kurtosis", "Kurtosis of days", Unit.RATIO, false);

    /** What a figure is counted in. */
    public enum Unit {
        /** A share, shown in percent. */
        FRACTION,
        /** A plain number. */
        RATIO,
        /** Quote units. */
        MONEY,
        /** Whole things. */
        COUNT,
        /** Days of 24 hours. */
        DAYS
    }

    private final String id;
    private final String label;
    private final Unit unit;
    private final boolean moreIsBetter;

    Metric(String id, String label, Unit unit, boolean moreIsBetter) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    /** {@return its stable name} */
    public String id() {
        return id;
    }

    /** {@return what a report calls it} */
    public String label() {
        return label;
    }

    /** {@return what it is counted in} */
    public Unit unit() {
        return unit;
    }

    /** {@return whether a search looks for more of it} */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
