package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.kernel.Rng;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final Pattern RAW = Pattern.compile("(<(script|style)[^>]*>).*?(</\\2>)", Pattern.DOTALL);

    /** HTML written as XML too, but for what stands in scripts and styles. */
    private static Document parse(String html) throws Exception {
        String xml = RAW.matcher(html).replaceAll("$1$3").replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void isWellFormedAndNamesNoOtherPlace() throws Exception {
        String html = HtmlReport.of(Runs.ladder());

        assertThat(parse(html).getElementsByTagName("svg").getLength()).isEqualTo(4);
        assertThat(html.replaceAll("(?s)base64,[A-Za-z0-9+/=]*", ""))
                .doesNotContainIgnoringCase("http:", "https:", "//www", "@import", "<link", "src=", "href=", "fetch(");
        assertThat(html).doesNotContain("url(\"", "url('").contains("url(data:font/woff;base64,");
    }

    @Test
    void showsEveryFigureUnderItsName() {
        RunReport report = Runs.ladder();
        String html = HtmlReport.of(report);

        for (Metric metric : Metric.values()) {
            assertThat(html).containsPattern(Pattern.quote("<dt>" + metric.label() + "</dt><dd data-metric=\""
                    + metric.id() + "\" class=\"") + "(|gain|loss)"
                    + Pattern.quote("\">" + FigureText.of(metric, report.performance()) + "</dd>"));
        }
    }

    @Test
    void showsWhatWasRunAndHowFarToBelieveIt() throws Exception {
        RunReport report = Runs.ladder();
        String text = parse(HtmlReport.of(report)).getDocumentElement().getTextContent();

        assertThat(text).contains(
                "Crash ladder", "BTCUSDT, ETHUSDT · 1 Jan 2023 to 30 Jun 2024 · 1,575,360 market events · 10,000.00 USDT",
                "T1", report.tier().belief(), "17 candles missing in 2 places", "Look at the warnings",
                "31 candles held both a stop and a profit order; which came first is worth 9.20 points.",
                "4be0c5a1d2f39786", "over 26,480 rows", "1,182 fills, 3 orders refused", "9f0c2d11a7b3e845",
                "Grid <40 levels>", "Take profit percent", "60,000,000");
    }

    @Test
    void putsEveryTradeIntoThePageAndTheNewestIntoTheTable() {
        RunReport report = Runs.ladder();
        String html = HtmlReport.of(report);

        String data = html.substring(html.indexOf("id=\"run\">"));
        for (ClosedTrade trade : report.trades()) {
            assertThat(data).contains("," + trade.openNanos() / 1_000_000 + ",", Double.toString(trade.net()));
        }
        String table = html.substring(html.indexOf("<table id=\"trades\">"), html.indexOf("<script"));
        Matcher rows = Pattern.compile("<tr><td>(\\d+)</td>").matcher(table.replace(",", ""));
        for (int number = 214; number > 189; number--) {
            assertThat(rows.find()).isTrue();
            assertThat(rows.group(1)).isEqualTo(Integer.toString(number));
        }
        assertThat(rows.find()).isFalse();
    }

    @Test
    void holdsWhateverAReportMayHold() throws Exception {
        parse(HtmlReport.of(Runs.empty()));
        for (long seed = 1; seed <= 60; seed++) {
            RunReport report = Runs.random(new Rng(seed));
            String html = HtmlReport.of(report);
            try {
                parse(html);
            } catch (Exception e) {
                throw new AssertionError("seed " + seed, e);
            }
            String written = html.replaceAll("(?s)base64,[A-Za-z0-9+/=]*", "");
            assertThat(written.contains("</script><b>")).as("seed %d ends its script", seed).isFalse();
            int nan = written.indexOf("NaN");
            assertThat(nan < 0 ? "" : written.substring(nan - 60, nan + 20)).as("seed %d, a place that is no number", seed).isEmpty();
        }
    }
}
