package dev.tradewind.report;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.backtest.RunReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A run's lists as CSV after RFC 4180: comma, double quotes where needed, a head line, line feeds, times as ISO 8601 in UTC,
 * numbers in full without grouping, nothing where a number cannot be told.
 */
public final class RunCsv {

    private RunCsv() {}

    /**
     * Writes the trades, oldest first.
     *
     * @throws IOException if the target does
     */
    public static void trades(RunReport report, Appendable out) throws IOException {
        out.append("number,bot,symbol,side,opened,closed,orders,quantity,invested,entryPrice,exitPrice,net,fees,slippage,"
                + "funding,worst,best,ending\n");
        int number = 1;
        for (ClosedTrade trade : report.trades()) {
            line(
                    out, Integer.toString(number++), Integer.toString(trade.bot()), text(trade.symbol()),
                    trade.isLong() ? "long" : "short", time(trade.openNanos()), time(trade.closeNanos()),
                    Integer.toString(trade.orders()), number(trade.quantity()), number(trade.invested()),
                    number(trade.entryPrice()), number(trade.exitPrice()), number(trade.net()), number(trade.fees()),
                    number(trade.slippage()), number(trade.funding()), number(trade.worst()), number(trade.best()),
                    text(trade.ending()));
        }
    }

    /**
     * Writes the equity curve; of a run with a spread also both ends of its band, as they last were.
     *
     * @throws IOException if the target does
     */
    public static void equity(RunReport report, Appendable out) throws IOException {
        EquitySeries equity = report.equity();
        double[] falls = EquityPlot.fallsOf(equity.equity(), report.startEquity());
        boolean spread = report.spread().isPresent();
        out.append("time,equity,drawdown,hold").append(spread ? ",pessimistic,optimistic\n" : "\n");
        for (int i = 0; i < equity.size(); i++) {
            long nanos = equity.timeNanos()[i];
            out.append(time(nanos)).append(',').append(number(equity.equity()[i])).append(',').append(number(falls[i]))
                    .append(',').append(number(at(report.hold(), nanos)));
            if (spread) {
                RunReport.Spread ends = report.spread().get();
                out.append(',').append(number(at(ends.pessimistic(), nanos))).append(',')
                        .append(number(at(ends.optimistic(), nanos)));
            }
            out.append('\n');
        }
    }

    /** {@return the last value at or before a time, NaN before the first} */
    private static double at(EquitySeries series, long nanos) {
        int low = 0;
        int high = series.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.timeNanos()[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Double.NaN : series.equity()[low - 1];
    }

    static void line(Appendable out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cells[i]);
        }
        out.append('\n');
    }

    static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    /** {@return a cell that means the text: quoted where it must be} */
    static String text(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
