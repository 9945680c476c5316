package dev.tradewind.report;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table of trades.
 *
 * @param id    stable
 * @param head  for people
 * @param kind  how values are shown
 * @param value a number, or a text where the kind is text; times in milliseconds
 */
record TradeColumn(String id, String head, Kind kind, Function<Row, Object> value) {

    /** How values are shown; the script of the HTML page knows them by their names in small letters. */
    enum Kind {
        TEXT,
        COUNT,
        TIME,
        LASTED,
        MONEY,
        NET,
        PRICE,
        SHARE,
        GAIN
    }

    /** A trade and its number, counting from 1. */
    record Row(int number, ClosedTrade trade) {}

    private static final double MILLIS = 1e6;

    /** {@return the columns this run needs: symbol and bot only where there are several} */
    static List<TradeColumn> of(RunReport report) {
        List<ClosedTrade> trades = report.trades();
        List<TradeColumn> columns = new ArrayList<>();
        columns.add(new TradeColumn("number", "Trade", Kind.COUNT, row -> (double) row.number()));
        if (trades.stream().mapToInt(ClosedTrade::bot).distinct().count() > 1) {
            columns.add(number("bot", "Bot", Kind.COUNT, ClosedTrade::bot));
        }
        if (trades.stream().map(ClosedTrade::symbol).distinct().count() > 1) {
            columns.add(text("symbol", "Symbol", ClosedTrade::symbol));
        }
        columns.add(text("side", "Side", trade -> trade.isLong() ? "▲ Long" : "▼ Short"));
        columns.add(number("opened", "Opened, UTC", Kind.TIME, trade -> Math.floor(trade.openNanos() / MILLIS)));
        columns.add(number(
                "lasted", "Lasted", Kind.LASTED, trade -> (trade.closeNanos() - trade.openNanos()) / MILLIS));
        columns.add(number("orders", "Orders", Kind.COUNT, ClosedTrade::orders));
        columns.add(number("invested", "Invested", Kind.MONEY, ClosedTrade::invested));
        columns.add(number("entryPrice", "Entry", Kind.PRICE, ClosedTrade::entryPrice));
        columns.add(number("exitPrice", "Exit", Kind.PRICE, ClosedTrade::exitPrice));
        columns.add(number("worst", "Worst", Kind.SHARE, ClosedTrade::worst));
        columns.add(number("best", "Best", Kind.SHARE, ClosedTrade::best));
        columns.add(number("fees", "Fees", Kind.MONEY, ClosedTrade::fees));
        if (trades.stream().anyMatch(trade -> trade.funding() != 0)) {
            columns.add(number("funding", "Funding", Kind.NET, ClosedTrade::funding));
        }
        columns.add(number("net", "Net", Kind.NET, ClosedTrade::net));
        columns.add(number("returned", "Return", Kind.GAIN, TradePlots::returned));
        columns.add(text("ending", "Ended by", ClosedTrade::ending));
        return columns;
    }

    private static TradeColumn number(String id, String head, Kind kind, ToDoubleFunction<ClosedTrade> value) {
        return new TradeColumn(id, head, kind, row -> value.applyAsDouble(row.trade()));
    }

    private static TradeColumn text(String id, String head, Function<ClosedTrade, String> value) {
        return new TradeColumn(id, head, Kind.TEXT, row -> value.apply(row.trade()));
    }

    /** {@return what stands in the column of a trade} */
    String shown(Row row) {
        Object cell = value.apply(row);
        if (kind == Kind.TEXT) {
            return (String) cell;
        }
        double number = (double) cell;
        return switch (kind) {
            case TEXT -> "";
            case COUNT -> FigureText.count(number);
            case TIME -> FigureText.minute((long) number * 1_000_000);
            case LASTED -> FigureText.days(number / 86_400_000);
            case MONEY -> FigureText.money(number);
            case NET -> FigureText.signedMoney(number);
            case PRICE -> FigureText.price(number);
            case SHARE -> FigureText.percent(number);
            case GAIN -> FigureText.signedPercent(number);
        };
    }

    /** {@return how the value is coloured} */
    Summary.Tone tone(Row row) {
        return kind == Kind.NET || kind == Kind.GAIN ? Summary.tone((double) value.apply(row)) : Summary.Tone.PLAIN;
    }

    /** {@return a run's trades with their numbers, the newest first} */
    static List<Row> newestFirst(RunReport report) {
        List<Row> rows = new ArrayList<>();
        for (int i = report.trades().size() - 1; i >= 0; i--) {
            rows.add(new Row(i + 1, report.trades().get(i)));
        }
        return rows;
    }
}
