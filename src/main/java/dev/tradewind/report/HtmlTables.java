package dev.tradewind.report;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import java.util.List;

/** The tables of the HTML page. */
final class HtmlTables {

    private static final int FIRST_PAGE = 25;
    private static final List<Metric> PART_FIGURES = List.of(
            Metric.NET_PROFIT, Metric.TOTAL_RETURN, Metric.MAX_DRAWDOWN, Metric.SHARPE, Metric.PROFIT_FACTOR, Metric.TRADES,
            Metric.WIN_RATE, Metric.EXPECTANCY, Metric.EXPOSURE, Metric.FEES, Metric.FUNDING);

    private final RunReport report;
    private final StringBuilder page;

    HtmlTables(RunReport report, StringBuilder page) {
        this.report = report;
        this.page = page;
    }

    /** {@return the figures a part of a run is told by} */
    static List<Metric> partFigures() {
        return PART_FIGURES;
    }

    void parts() {
        if (report.parts().isEmpty()) {
            return;
        }
        open("By bot and symbol", "", false);
        page.append("<div class=\"scroll\"><table><thead><tr><th class=\"left\">Part</th><th class=\"left\"></th>");
        PART_FIGURES.forEach(metric -> page.append("<th>").append(metric.label()).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (RunReport.Part part : report.parts()) {
            page.append("<tr><td class=\"left\">").append(Html.escape(part.name())).append("</td><td class=\"left quiet\">")
                    .append(Html.escape(part.kind())).append("</td>");
            for (Metric metric : PART_FIGURES) {
                double value = part.performance().value(metric);
                Summary.Tone tone = FigureText.signed(metric) ? Summary.tone(value) : Summary.Tone.PLAIN;
                cell(FigureText.of(metric, value), tone);
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div></section>\n");
    }

    private void cell(String text, Summary.Tone tone) {
        String css = HtmlReport.css(tone).strip();
        page.append(css.isEmpty() ? "<td>" : "<td class=\"" + css + "\">").append(Html.escape(text)).append("</td>");
    }

    private void open(String head, String about, boolean isLong) {
        page.append("<section class=\"pane").append(isLong ? " long" : "").append("\"><div class=\"head\"><h2>")
                .append(head).append("</h2><span class=\"quiet\">").append(Html.escape(about)).append("</span></div>\n");
    }

    /** The first page stands in the file; the script takes over from there. */
    void trades() {
        List<TradeColumn.Row> rows = TradeColumn.newestFirst(report);
        if (rows.isEmpty()) {
            open("Trades", "", false);
            page.append("<p class=\"setup quiet\">No position was opened.</p></section>\n");
            return;
        }
        page.append("<section class=\"pane long\"><div class=\"head\"><h2>Trades</h2><span class=\"quiet\">")
                .append(FigureText.count(rows.size())).append("</span><span class=\"right pager\" id=\"pager\" hidden=\"\">")
                .append(pick("all", "All", true)).append(pick("won", "Won", false)).append(pick("lost", "Lost", false))
                .append("<span style=\"margin:0 8px 0 16px\"></span>").append(go("first", "First")).append(go("back", "Back"))
                .append(go("next", "Next")).append(go("last", "Last")).append("</span></div>\n")
                .append("<div class=\"scroll\"><table id=\"trades\"><thead><tr>");
        List<TradeColumn> columns = TradeColumn.of(report);
        for (TradeColumn column : columns) {
            page.append(isText(column) ? "<th class=\"left\">" : "<th>").append("<button type=\"button\">")
                    .append(column.head()).append("</button></th>");
        }
        page.append("</tr></thead><tbody>\n");
        for (TradeColumn.Row row : rows.subList(0, Math.min(FIRST_PAGE, rows.size()))) {
            page.append("<tr>");
            for (TradeColumn column : columns) {
                if (isText(column)) {
                    page.append("<td class=\"left\">").append(Html.escape(column.shown(row))).append("</td>");
                } else {
                    cell(column.shown(row), column.tone(row));
                }
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div></section>\n");
    }

    private static boolean isText(TradeColumn column) {
        return column.kind() == TradeColumn.Kind.TEXT;
    }

    private static String pick(String id, String label, boolean pressed) {
        return "<button type=\"button\" data-pick=\"" + id + "\" aria-pressed=\"" + pressed + "\">" + label + "</button>";
    }

    private static String go(String id, String label) {
        return "<button type=\"button\" data-go=\"" + id + "\">" + label + "</button>";
    }

    void data() {
        open("Data", "what was played", false);
        page.append("<div class=\"scroll\"><table><thead><tr><th class=\"left\">Source</th><th class=\"left\">Symbol</th>")
                .append("<th class=\"left\">Candles</th><th>Events</th><th>Gaps</th><th>Missing</th>")
                .append("<th class=\"left\">Checksum</th></tr></thead><tbody>\n");
        for (RunReport.Data data : report.data()) {
            page.append("<tr><td class=\"left\">").append(Html.escape(data.source())).append("</td><td class=\"left\">")
                    .append(Html.escape(data.symbol())).append("</td><td class=\"left\">")
                    .append(Html.escape(data.timeframe().isEmpty() ? FigureText.NONE : data.timeframe())).append("</td><td>")
                    .append(FigureText.count(data.events())).append("</td><td>").append(FigureText.count(data.gaps()))
                    .append("</td><td>").append(FigureText.count(data.missing())).append("</td><td class=\"left\"><code>")
                    .append(Html.escape(data.checksum())).append("</code></td></tr>\n");
        }
        page.append("</tbody></table></div></section>\n");
    }

    void setup() {
        open("Setup", "all that is needed to run it again", true);
        page.append("<div class=\"setup\">\n");
        for (SetupRows.Row row : SetupRows.of(report.setup())) {
            page.append("<div").append(row.isHead() ? " class=\"group\"" : "")
                    .append("><span style=\"padding-left:").append(row.depth() * 12).append("px\">")
                    .append(Html.escape(row.name())).append("</span><span>").append(Html.escape(row.value()))
                    .append("</span></div>\n");
        }
        page.append("</div></section>\n");
    }
}
