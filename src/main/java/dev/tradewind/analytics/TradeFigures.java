package dev.tradewind.analytics;

import static dev.tradewind.analytics.Performance.ratio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Figures of closed round trips, taken in one by one in the order they closed; formulas with {@link Metric}. */
final class TradeFigures {

    /** Beyond this many trades the system quality number grows no more. */
    private static final int MOST_FOR_SQN = 100;

    private int count;
    private int wins;
    private int losses;
    private double won;
    private double lost;
    private double mean;
    private double squares;
    private double worst;
    private double best;
    private double days;
    private int winsRunning;
    private int lossesRunning;
    private int longestWins;
    private int longestLosses;

    static TradeFigures of(List<ClosedTrade> trades) {
        TradeFigures figures = new TradeFigures();
        trades.stream()
                .filter(trade -> !trade.isOpen())
                .sorted(Comparator.comparingLong(ClosedTrade::closeNanos))
                .forEach(figures::add);
        return figures;
    }

    /** Takes a closed trade; mean and deviation are kept as by Welford 1962. */
    private void add(ClosedTrade trade) {
        double net = trade.net();
        count++;
        double away = net - mean;
        mean += away / count;
        squares += away * (net - mean);
        worst += trade.worst();
        best += trade.best();
        days += (double) (trade.closeNanos() - trade.openNanos()) / EquitySeries.DAY_NANOS;
        if (net > 0) {
            wins++;
            won += net;
        } else if (net < 0) {
            losses++;
            lost -= net;
        }
        winsRunning = net > 0 ? winsRunning + 1 : 0;
        lossesRunning = net < 0 ? lossesRunning + 1 : 0;
        longestWins = Math.max(longestWins, winsRunning);
        longestLosses = Math.max(longestLosses, lossesRunning);
    }

    void into(Map<Metric, Double> figures) {
        figures.put(Metric.TRADES, (double) count);
        figures.put(Metric.LONGEST_WINS, (double) longestWins);
        figures.put(Metric.LONGEST_LOSSES, (double) longestLosses);
        if (count == 0) {
            return;
        }
        double winRate = (double) wins / count;
        double payoff = ratio(ratio(won, wins), ratio(lost, losses));
        figures.put(Metric.WIN_RATE, winRate);
        figures.put(Metric.AVERAGE_WIN, ratio(won, wins));
        figures.put(Metric.AVERAGE_LOSS, ratio(-lost, losses));
        figures.put(Metric.PAYOFF, payoff);
        figures.put(Metric.PROFIT_FACTOR, ratio(won, lost));
        figures.put(Metric.EXPECTANCY, (won - lost) / count);
        figures.put(Metric.SQN, sqn());
        figures.put(Metric.KELLY, winRate - (double) losses / count / payoff);
        figures.put(Metric.AVERAGE_ADVERSE, worst / count);
        figures.put(Metric.AVERAGE_FAVOURABLE, best / count);
        figures.put(Metric.AVERAGE_TRADE_LENGTH, days / count);
    }

    private double sqn() {
        double deviation = Math.sqrt(squares / (count - 1));
        return count < 2 || deviation <= Math.ulp(Math.abs(mean)) * count
                ? Double.NaN
                : mean / deviation * Math.sqrt(Math.min(count, MOST_FOR_SQN));
    }
}
