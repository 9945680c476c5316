package dev.tradewind.report;

import dev.tradewind.analytics.Drawdown;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.MonthlyReturns;
import dev.tradewind.backtest.RunReport;
import java.util.Base64;
import java.util.List;

/**
 * A run as one HTML file that needs nothing else: style, script, typeface and plots are in it, and nothing in it names
 * another place. Light or dark as the reader's system is, light on paper.
 */
public final class HtmlReport {

    static final double EQUITY_WIDTH = 960;
    static final double EQUITY_HEIGHT = 436;
    private static final double HALF_WIDTH = 640;
    private static final double HALF_HEIGHT = 250;
    private static final double WHOLE_WIDTH = 1328;
    private static final int DEEPEST = 4;

    private final RunReport report;
    private final Summary summary;
    private final StringBuilder page = new StringBuilder(1 << 19);

    private HtmlReport(RunReport report) {
        this.report = report;
        this.summary = new Summary(report);
    }

    /** {@return the whole page} */
    public static String of(RunReport report) {
        HtmlReport html = new HtmlReport(report);
        html.head();
        html.cards();
        html.result();
        html.months();
        html.plots();
        html.figures();
        HtmlTables tables = new HtmlTables(report, html.page);
        tables.parts();
        tables.trades();
        tables.data();
        tables.setup();
        html.foot();
        return html.page.toString();
    }

    private void head() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<title>").append(text(report.title())).append(" – Tradewind report</title>\n<style>\n");
        face("IBMPlexSans-Regular", 400);
        face("IBMPlexSans-SemiBold", 600);
        page.append(Resource.text("report.css")).append("</style>\n</head>\n<body>\n<main>\n")
                .append("<header class=\"pane\"><h1>").append(text(report.title())).append("</h1><p>")
                .append(text(summary.line())).append("</p></header>\n");
    }

    private void face(String name, int weight) {
        page.append("@font-face { font-family: \"Plex\"; font-weight: ").append(weight)
                .append("; src: url(data:font/woff;base64,")
                .append(Base64.getEncoder().encodeToString(Resource.font(name))).append("); }\n");
    }

    private void cards() {
        page.append("<section class=\"pane cards\">\n");
        for (Summary.Card card : summary.cards()) {
            page.append("<div class=\"card\"><div class=\"label\">").append(text(card.label()))
                    .append("</div><div class=\"value").append(css(card.tone())).append("\">").append(text(card.value()))
                    .append("</div><div class=\"note\">").append(text(card.note())).append("</div></div>\n");
        }
        page.append("<div class=\"tier\"><b>").append(report.tier().name())
                .append("</b><div><strong>How fills are believed</strong><span>").append(text(report.tier().belief()))
                .append("</span></div></div>\n</section>\n");
    }

    /** {@return a class for a tone, with a space before it} */
    static String css(Summary.Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case GAIN -> " gain";
            case LOSS -> " loss";
        };
    }

    private void result() {
        page.append("<div class=\"wide\">\n<section class=\"pane\"><div class=\"head\"><h2>Equity and drawdown</h2>")
                .append("<span class=\"quiet\">").append(text(report.quote()))
                .append("</span><span class=\"readout\" id=\"readout\"></span><span class=\"right\"></span>")
                .append("<span class=\"key\"><i></i>this run</span>");
        if (report.spread().isPresent()) {
            page.append("<span class=\"key\"><i class=\"band\"></i>pessimistic to optimistic</span>");
        }
        page.append("<span class=\"key\"><i class=\"hold\"></i>").append(text(summary.holdName()))
                .append("</span></div>\n<div class=\"plot\">")
                .append(Svg.of(EquityPlot.of(report, EQUITY_WIDTH, EQUITY_HEIGHT), "equity"))
                .append("</div></section>\n<div class=\"side\">\n");
        checks();
        falls();
        spread();
        page.append("</div>\n</div>\n");
    }

    private void checks() {
        RunReport.Verdict verdict = summary.verdict();
        page.append("<section class=\"pane\"><div class=\"head\"><h2>Can this be trusted</h2>");
        if (!report.checks().isEmpty()) {
            page.append("<span class=\"right chip").append(verdictClass(verdict)).append("\">")
                    .append(Summary.words(verdict)).append("</span>");
        }
        page.append("</div>\n<ul class=\"checks\">\n");
        if (report.checks().isEmpty()) {
            page.append("<li><span></span><span class=\"quiet\">Nothing was checked.</span></li>\n");
        }
        for (RunReport.Check check : report.checks()) {
            String sign = switch (check.verdict()) {
                case PASSED -> "<span class=\"gain\" title=\"passed\">✓</span>";
                case WARNING -> "<span class=\"warn\" title=\"warning\">⚠</span>";
                case FAILED -> "<span class=\"loss\" title=\"failed\">✕</span>";
            };
            page.append("<li>").append(sign).append("<span>").append(text(check.label()))
                    .append("</span><span class=\"found\">").append(text(check.text())).append("</span></li>\n");
        }
        page.append("</ul></section>\n");
    }

    private static String verdictClass(RunReport.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case WARNING -> " warn";
            case FAILED -> " loss";
        };
    }

    private void spread() {
        page.append("<section class=\"pane\"><div class=\"head\"><h2>Fill spread</h2>")
                .append("<span class=\"quiet\">worst and best order inside one candle</span></div>\n")
                .append("<div class=\"spread\">");
        report.spread().ifPresent(spread -> {
            double low = Math.min(spread.pessimisticEnd(), report.endEquity());
            double high = Math.max(spread.optimisticEnd(), report.endEquity());
            double at = (report.endEquity() - low) / (high - low) * 100;
            page.append("<div class=\"ends\">");
            end("Pessimistic", spread.pessimisticEnd());
            end("Reported", report.endEquity());
            end("Optimistic", spread.optimisticEnd());
            page.append("</div><div class=\"bar\"><i style=\"left:").append(Svg.number(Double.isFinite(at) ? at : 50)).append("%\"></i></div>");
        });
        page.append("<p class=\"second\">").append(text(summary.spreadText())).append("</p></div></section>\n");
    }

    private void falls() {
        List<Drawdown> deepest = summary.falls(DEEPEST);
        if (deepest.isEmpty()) {
            return;
        }
        page.append("<section class=\"pane\"><div class=\"head\"><h2>Deepest falls</h2>")
                .append("<span class=\"quiet\">by day ends</span></div>\n<table><thead><tr>")
                .append("<th class=\"left\">From</th><th class=\"left\">Recovered</th><th>Depth</th><th>Under water</th>")
                .append("</tr></thead><tbody>\n");
        for (Drawdown fall : deepest) {
            page.append("<tr><td class=\"left\">").append(FigureText.day(fall.peakNanos()))
                    .append("</td><td class=\"left\">").append(Summary.recovered(fall))
                    .append("</td><td class=\"loss\">").append(FigureText.percent(-fall.depth())).append("</td><td>")
                    .append(FigureText.days(fall.days())).append("</td></tr>\n");
        }
        page.append("</tbody></table></section>\n");
    }

    private void end(String label, double value) {
        page.append("<div><span>").append(label).append("</span><b>")
                .append(FigureText.signedPercent(summary.returned(value))).append("</b></div>");
    }

    private void months() {
        List<MonthlyReturns.Year> years = MonthlyReturns.of(report.daily()).years();
        if (!years.isEmpty()) {
            page.append("<section class=\"pane\"><div class=\"head\"><h2>Monthly return, %</h2></div>\n")
                    .append("<div class=\"plot padded\">")
                    .append(Svg.of(MonthlyPlot.of(years, WHOLE_WIDTH), "months")).append("</div></section>\n");
        }
    }

    private void plots() {
        page.append("<div class=\"halves\">\n");
        plot("Distribution", "trades by return", "distribution", TradePlots.distribution(report.trades(), HALF_WIDTH, HALF_HEIGHT));
        plot("Excursions", "how far each trade went against and for its holder", "excursions",
                TradePlots.excursions(report.trades(), HALF_WIDTH, HALF_HEIGHT));
        page.append("</div>\n");
    }

    private void plot(String head, String about, String id, Drawing drawing) {
        page.append("<section class=\"pane\"><div class=\"head\"><h2>").append(head).append("</h2><span class=\"quiet\">")
                .append(about).append("</span></div>\n<div class=\"plot padded\">").append(Svg.of(drawing, id))
                .append("</div></section>\n");
    }

    private void figures() {
        page.append("<section class=\"pane\"><div class=\"head\"><h2>All figures</h2></div>\n<div class=\"figures\">\n");
        for (Summary.Group group : summary.groups()) {
            page.append("<section><h3>").append(text(group.head())).append("</h3><dl>\n");
            for (Metric metric : group.metrics()) {
                double value = report.performance().value(metric);
                Summary.Tone tone = FigureText.signed(metric) ? Summary.tone(value) : Summary.Tone.PLAIN;
                page.append("<dt>").append(text(metric.label())).append("</dt><dd data-metric=\"").append(metric.id())
                        .append("\" class=\"").append(css(tone).strip()).append("\">")
                        .append(FigureText.of(metric, value)).append("</dd>\n");
            }
            page.append("</dl></section>\n");
        }
        page.append("</div></section>\n");
    }

    private void foot() {
        page.append("<footer><span>Journal hash <code>").append(text(report.journalHash())).append("</code> over ")
                .append(FigureText.count(report.journalRows())).append(" rows</span><span>")
                .append(FigureText.count(report.fills())).append(" fills, ").append(FigureText.count(report.refusals()))
                .append(" orders refused</span><span>Times are UTC; money is ").append(text(report.quote()))
                .append("</span><span>Made by Tradewind</span></footer>\n</main>\n")
                .append("<script type=\"application/json\" id=\"run\">")
                .append(Html.inScript(PageData.of(report))).append("</script>\n<script>\n")
                .append(Resource.text("report.js")).append("</script>\n</body>\n</html>\n");
    }

    private static String text(String text) {
        return Html.escape(text);
    }
}
