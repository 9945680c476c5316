package dev.tradewind.analytics;

/** A figure of a run. The order is the order of reports; ids are stable. */
public enum Metric {
    TOTAL_RETURN("totalReturn", "Total return", Unit.FRACTION, true),
    ANNUAL_RETURN("annualReturn", "Annual return", Unit.FRACTION, true),
    NET_PROFIT("netProfit", "Net profit", Unit.MONEY, true),
    VOLATILITY("volatility", "Volatility", Unit.FRACTION, false),
    SHARPE("sharpe", "Sharpe", Unit.RATIO, true),
    SORTINO("sortino", "Sortino", Unit.RATIO, true),
    CALMAR("calmar", "Calmar", Unit.RATIO, true),
    OMEGA("omega", "Omega", Unit.RATIO, true),
    MAX_DRAWDOWN("maxDrawdown", "Maximum drawdown", Unit.FRACTION, false),
    MAX_DRAWDOWN_LENGTH("maxDrawdownLength", "Longest time under water", Unit.DAYS, false),
    AVERAGE_DRAWDOWN("averageDrawdown", "Average drawdown", Unit.FRACTION, false),
    AVERAGE_DRAWDOWN_LENGTH("averageDrawdownLength", "Average time under water", Unit.DAYS, false),
    ULCER_INDEX("ulcerIndex", "Ulcer index", Unit.FRACTION, false),
    VALUE_AT_RISK("valueAtRisk", "Value at risk, 95 %", Unit.FRACTION, false),
    EXPECTED_SHORTFALL("expectedShortfall", "Expected shortfall, 95 %", Unit.FRACTION, false),
    TAIL_RATIO("tailRatio", "Tail ratio", Unit.RATIO, true),
    TRADES("trades", "Trades", Unit.COUNT, true),
    WIN_RATE("winRate", "Win rate", Unit.FRACTION, true),
    AVERAGE_WIN("averageWin", "Average win", Unit.MONEY, true),
    AVERAGE_LOSS("averageLoss", "Average loss", Unit.MONEY, true),
    PAYOFF("payoff", "Payoff", Unit.RATIO, true),
    PROFIT_FACTOR("profitFactor", "Profit factor", Unit.RATIO, true),
    EXPECTANCY("expectancy", "Expectancy", Unit.MONEY, true),
    SQN("sqn", "System quality number", Unit.RATIO, true),
    KELLY("kelly", "Kelly", Unit.FRACTION, true),
    LONGEST_WINS("longestWins", "Most wins in a row", Unit.COUNT, true),
    LONGEST_LOSSES("longestLosses", "Most losses in a row", Unit.COUNT, false),
    AVERAGE_ADVERSE("averageAdverse", "Average adverse excursion", Unit.FRACTION, true),
    AVERAGE_FAVOURABLE("averageFavourable", "Average favourable excursion", Unit.FRACTION, true),
    AVERAGE_TRADE_LENGTH("averageTradeLength", "Average trade", Unit.DAYS, false),
    EXPOSURE("exposure", "Exposure", Unit.FRACTION, true),
    TURNOVER("turnover", "Turnover", Unit.RATIO, false),
    FEES("fees", "Fees", Unit.MONEY, false),
    SLIPPAGE("slippage", "Slippage", Unit.MONEY, false),
    FUNDING("funding", "Funding", Unit.MONEY, true),
    BENCHMARK_RETURN("benchmarkReturn", "Holding", Unit.FRACTION, true),
    ALPHA("alpha", "Alpha", Unit.FRACTION, true),
    BETA("beta", "Beta", Unit.RATIO, false);

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
