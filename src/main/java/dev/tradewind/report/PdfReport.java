package dev.tradewind.report;

import dev.tradewind.analytics.Drawdown;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.MonthlyReturns;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.PdfTable.Cell;
import dev.tradewind.report.PdfTable.Column;
import dev.tradewind.report.Summary.Card;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A run as PDF on A4, with the same pictures and the same words as the HTML page and the program's own typeface in it. The
 * same report gives the same file.
 */
public final class PdfReport {

    /** Trades that are listed at most; more stand in the CSV. */
    static final int MOST_TRADES = 1_000;

    private static final double CARD = 40;
    private static final double LINE = 12;
    private static final double SIZE = 7.5;
    private static final double PLOT_WIDTH = 760;
    private static final double PLOT_HEIGHT = 330;
    private static final double HALF_WIDTH = 420;
    private static final double HALF_HEIGHT = 230;
    private static final int DEEPEST = 5;

    private final RunReport report;
    private final Summary summary;
    private final PdfPages pages;

    private PdfReport(RunReport report, PdfPages pages) {
        this.report = report;
        this.summary = new Summary(report);
        this.pages = pages;
    }

    /**
     * Writes the report.
     *
     * @throws IOException if the target does
     */
    public static void write(RunReport report, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(report.title());
            about.setCreator("Tradewind");
            document.setDocumentInformation(about);
            // else the file's id would come from the clock
            document.setDocumentId((long) RunJson.write(report).hashCode());
            PdfReport pdf = new PdfReport(report, new PdfPages(document));
            pdf.draw();
            document.save(out);
        }
    }

    private void draw() throws IOException {
        title();
        cards();
        equity();
        months();
        trust();
        plots();
        figures();
        parts();
        falls();
        trades();
        data();
        setup();
        pages.end("Journal hash " + report.journalHash() + " over " + FigureText.count(report.journalRows()) + " rows · "
                + FigureText.count(report.fills()) + " fills, " + FigureText.count(report.refusals())
                + " orders refused · times are UTC, money is " + report.quote() + " · made by Tradewind");
    }

    private void title() throws IOException {
        pages.pen().text(
                PdfPages.MARGIN, pages.y() + 15, pages.fonts().fitted(report.title(), 17, true, PdfPages.INNER), 17, true,
                PdfInk.TEXT);
        pages.down(28);
        pages.pen().text(
                PdfPages.MARGIN, pages.y(), pages.fonts().fitted(summary.line(), 8.5, false, PdfPages.INNER), 8.5, false,
                PdfInk.MUTED);
        pages.down(10);
    }

    private void cards() throws IOException {
        List<Card> cards = summary.cards();
        double width = PdfPages.INNER / 4;
        for (int i = 0; i < cards.size(); i++) {
            double x = PdfPages.MARGIN + i % 4 * width;
            double y = pages.y() + i / 4 * CARD;
            Card card = cards.get(i);
            pages.pen().text(x, y + 9, card.label(), 7, false, PdfInk.FAINT);
            pages.pen().text(x, y + 23, card.value(), 13, true, PdfInk.of(card.tone()));
            pages.pen().text(x, y + 32.5, pages.fonts().fitted(card.note(), 7, false, width - 8), 7, false, PdfInk.MUTED);
        }
        tier(PdfPages.MARGIN + 3 * width, pages.y() + CARD, width);
        pages.down(2 * CARD);
    }

    private void tier(double x, double y, double width) throws IOException {
        pages.pen().frame(x, y + 4, 26, 26, PdfInk.TIER, 1.2);
        double wide = pages.fonts().width(report.tier().name(), 11, true);
        pages.pen().text(x + 13 - wide / 2, y + 21, report.tier().name(), 11, true, PdfInk.TIER);
        List<String> lines = wrapped(report.tier().belief(), 6.3, width - 32);
        for (int i = 0; i < lines.size(); i++) {
            pages.pen().text(x + 32, y + 9 + i * 7.6, lines.get(i), 6.3, false, PdfInk.MUTED);
        }
    }

    private List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && pages.fonts().width(longer, size, false) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void equity() throws IOException {
        Drawing plot = EquityPlot.of(report, PLOT_WIDTH, PLOT_HEIGHT);
        pages.head("Equity and drawdown", report.quote(), PdfPages.INNER * PLOT_HEIGHT / PLOT_WIDTH);
        double x = PdfPages.MARGIN + PdfPages.INNER;
        double y = pages.y() - 9;
        x = key(x, y, summary.holdName(), PdfInk.FAINT, 1);
        if (report.spread().isPresent()) {
            x = key(x, y, "pessimistic to optimistic", PdfInk.ACCENT, 0.25);
        }
        key(x, y, "this run", PdfInk.ACCENT, 1);
        pages.down(pages.pen().drawing(plot, PdfPages.MARGIN, pages.y(), PdfPages.INNER));
    }

    /** Writes a key that ends at {@code x}. {@return where the next ends} */
    private double key(double x, double y, String name, PdfInk ink, double opacity) throws IOException {
        double begin = x - pages.fonts().width(name, 7, false);
        pages.pen().text(begin, y, name, 7, false, PdfInk.MUTED);
        pages.pen().box(begin - 13, opacity < 1 ? y - 5 : y - 3, 10, opacity < 1 ? 5 : 1.2, ink, opacity);
        return begin - 22;
    }

    private void months() throws IOException {
        List<MonthlyReturns.Year> years = MonthlyReturns.of(report.daily()).years();
        if (!years.isEmpty()) {
            Drawing plot = MonthlyPlot.of(years, PLOT_WIDTH);
            pages.head("Monthly return, %", "", PdfPages.INNER * plot.height() / PLOT_WIDTH);
            pages.down(pages.pen().drawing(plot, PdfPages.MARGIN, pages.y() + 3, PdfPages.INNER));
        }
    }

    private void trust() throws IOException {
        pages.head("Can this be trusted", report.checks().isEmpty() ? "" : Summary.words(summary.verdict()), LINE * 2);
        for (RunReport.Check check : report.checks()) {
            PdfInk ink = switch (check.verdict()) {
                case PASSED -> PdfInk.GAIN;
                case WARNING -> PdfInk.WARN;
                case FAILED -> PdfInk.LOSS;
            };
            String word = switch (check.verdict()) {
                case PASSED -> "✓ passed";
                case WARNING -> "! warning";
                case FAILED -> "× failed";
            };
            List<String> found = wrapped(check.text(), SIZE, PdfPages.INNER - 170);
            pages.need(LINE * found.size());
            pages.pen().text(PdfPages.MARGIN, pages.y() + 9, word, SIZE, true, ink);
            pages.pen().text(PdfPages.MARGIN + 50, pages.y() + 9, check.label(), SIZE, false, PdfInk.TEXT);
            for (String line : found) {
                pages.pen().text(PdfPages.MARGIN + 170, pages.y() + 9, line, SIZE, false, PdfInk.MUTED);
                pages.down(LINE);
            }
        }
        String spread = report.spread()
                .map(ends -> "Pessimistic " + FigureText.signedPercent(summary.returned(ends.pessimisticEnd()))
                        + ", reported " + FigureText.signedPercent(summary.returned(report.endEquity())) + ", optimistic "
                        + FigureText.signedPercent(summary.returned(ends.optimisticEnd())) + ". ")
                .orElse("");
        for (String line : wrapped(spread + summary.spreadText(), SIZE, PdfPages.INNER)) {
            pages.need(LINE);
            pages.pen().text(PdfPages.MARGIN, pages.y() + 9, line, SIZE, false, PdfInk.MUTED);
            pages.down(LINE);
        }
    }

    private void plots() throws IOException {
        double width = (PdfPages.INNER - 16) / 2;
        double height = width * HALF_HEIGHT / HALF_WIDTH;
        pages.head("Distribution and excursions", "trades by return; how far each went against and for its holder", height);
        pages.pen().drawing(
                TradePlots.distribution(report.trades(), HALF_WIDTH, HALF_HEIGHT), PdfPages.MARGIN, pages.y() + 4, width);
        pages.pen().drawing(
                TradePlots.excursions(report.trades(), HALF_WIDTH, HALF_HEIGHT), PdfPages.MARGIN + width + 16,
                pages.y() + 4, width);
        pages.down(height + 6);
    }

    private void figures() throws IOException {
        List<Summary.Group> groups = summary.groups();
        int most = groups.stream().mapToInt(group -> group.metrics().size()).max().orElse(0);
        pages.head("All figures", "", (most + 1) * LINE);
        double width = PdfPages.INNER / groups.size();
        for (int i = 0; i < groups.size(); i++) {
            double x = PdfPages.MARGIN + i * width;
            double y = pages.y();
            pages.pen().text(x, y + 9, groups.get(i).head(), 7, false, PdfInk.FAINT);
            for (Metric metric : groups.get(i).metrics()) {
                y += LINE;
                double value = report.performance().value(metric);
                Summary.Tone tone = FigureText.signed(metric) ? Summary.tone(value) : Summary.Tone.PLAIN;
                String shown = FigureText.of(metric, value);
                double room = width - 14 - pages.fonts().width(shown, 7, false);
                pages.pen().text(x, y + 9, pages.fonts().fitted(metric.label(), 7, false, room), 7, false, PdfInk.MUTED);
                pages.pen().right(x + width - 10, y + 9, shown, 7, false, PdfInk.of(tone));
            }
        }
        pages.down((most + 1) * LINE + 4);
    }

    private void parts() throws IOException {
        if (report.parts().isEmpty()) {
            return;
        }
        pages.head("By bot and symbol", "", 3 * LINE);
        List<Column> columns = new ArrayList<>(List.of(new Column("Part", true), new Column("", true)));
        HtmlTables.partFigures().forEach(metric -> columns.add(new Column(metric.label(), false)));
        PdfTable table = new PdfTable(columns);
        for (RunReport.Part part : report.parts()) {
            List<Cell> row = new ArrayList<>(List.of(new Cell(part.name()), new Cell(part.kind())));
            for (Metric metric : HtmlTables.partFigures()) {
                double value = part.performance().value(metric);
                row.add(new Cell(
                        FigureText.of(metric, value),
                        FigureText.signed(metric) ? Summary.tone(value) : Summary.Tone.PLAIN));
            }
            table.row(row);
        }
        table.draw(pages);
    }

    private void falls() throws IOException {
        List<Drawdown> deepest = summary.falls(DEEPEST);
        if (deepest.isEmpty()) {
            return;
        }
        pages.head("Deepest falls", "by day ends", 3 * LINE);
        PdfTable table = new PdfTable(List.of(
                new Column("From", true), new Column("Deepest", true), new Column("Recovered", true),
                new Column("Depth", false), new Column("Under water", false)));
        for (Drawdown fall : deepest) {
            table.row(List.of(
                    new Cell(FigureText.day(fall.peakNanos())), new Cell(FigureText.day(fall.troughNanos())),
                    new Cell(Summary.recovered(fall)),
                    new Cell(FigureText.percent(-fall.depth()), Summary.Tone.LOSS),
                    new Cell(FigureText.days(fall.days()))));
        }
        table.draw(pages);
    }

    private void trades() throws IOException {
        List<TradeColumn.Row> rows = TradeColumn.newestFirst(report);
        if (rows.isEmpty()) {
            return;
        }
        List<TradeColumn.Row> listed = rows.subList(0, Math.min(MOST_TRADES, rows.size()));
        pages.head("Trades", FigureText.count(rows.size()) + (listed.size() < rows.size()
                ? ", the newest " + FigureText.count(listed.size()) + " listed; all of them are in the CSV"
                : ", the newest first"), 3 * LINE);
        List<TradeColumn> columns = TradeColumn.of(report);
        PdfTable table = new PdfTable(columns.stream()
                .map(column -> new Column(column.head(), column.kind() == TradeColumn.Kind.TEXT))
                .toList());
        for (TradeColumn.Row row : listed) {
            table.row(columns.stream().map(column -> new Cell(column.shown(row), column.tone(row))).toList());
        }
        table.draw(pages);
    }

    private void data() throws IOException {
        pages.head("Data", "what was played", 2 * LINE);
        PdfTable table = new PdfTable(List.of(
                new Column("Source", true), new Column("Symbol", true), new Column("Candles", true),
                new Column("Events", false), new Column("Gaps", false), new Column("Missing", false),
                new Column("Checksum", true)));
        for (RunReport.Data data : report.data()) {
            table.row(List.of(
                    new Cell(data.source()), new Cell(data.symbol()),
                    new Cell(data.timeframe().isEmpty() ? FigureText.NONE : data.timeframe()),
                    new Cell(FigureText.count(data.events())), new Cell(FigureText.count(data.gaps())),
                    new Cell(FigureText.count(data.missing())), new Cell(data.checksum())));
        }
        table.draw(pages);
    }

    private void setup() throws IOException {
        List<SetupRows.Row> rows = SetupRows.of(report.setup());
        pages.head("Setup", "all that is needed to run it again", 2 * LINE);
        for (SetupRows.Row row : rows) {
            List<String> values = wrapped(row.value(), 7, PdfPages.INNER - 220);
            pages.need(10.5 * values.size());
            double x = PdfPages.MARGIN + row.depth() * 10;
            pages.pen().text(x, pages.y() + 8, row.name(), 7, row.isHead(), row.isHead() ? PdfInk.TEXT : PdfInk.MUTED);
            for (String value : values) {
                pages.pen().text(PdfPages.MARGIN + 220, pages.y() + 8, value, 7, false, PdfInk.TEXT);
                pages.down(10.5);
            }
        }
    }
}
