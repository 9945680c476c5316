package dev.tradewind.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tradewind.backtest.RunReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What the script of the HTML page reads: the trades as rows, and the curve the pointer reads from. */
final class PageData {

    private static final long MILLIS = 1_000_000;

    private final RunReport report;
    private final JsonGenerator json;

    private PageData(RunReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** {@return it as JSON} */
    static String of(RunReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            PageData data = new PageData(report, json);
            json.writeStartObject();
            data.trades();
            data.curve();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written to", impossible);
        }
        return text.toString();
    }

    private void trades() throws IOException {
        List<TradeColumn> columns = TradeColumn.of(report);
        json.writeArrayFieldStart("columns");
        for (TradeColumn column : columns) {
            json.writeStartObject();
            json.writeStringField("id", column.id());
            json.writeStringField("as", column.kind().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("trades");
        for (TradeColumn.Row row : TradeColumn.newestFirst(report)) {
            json.writeStartArray();
            for (TradeColumn column : columns) {
                cell(column.value().apply(row));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void cell(Object cell) throws IOException {
        if (cell instanceof String text) {
            json.writeString(text);
        } else {
            number((double) cell);
        }
    }

    private void curve() throws IOException {
        EquityPlot.Frame frame = EquityPlot.frame(report, HtmlReport.EQUITY_WIDTH, HtmlReport.EQUITY_HEIGHT);
        json.writeObjectFieldStart("frame");
        number("right", frame.right());
        number("top", frame.top());
        number("bottom", frame.bottom());
        number("low", frame.low());
        number("high", frame.high());
        number("y0", frame.y0());
        number("y1", frame.y1());
        json.writeNumberField("from", report.firstNanos() / MILLIS);
        json.writeNumberField("to", report.lastNanos() / MILLIS);
        number("start", report.startEquity());
        json.writeEndObject();
        json.writeArrayFieldStart("times");
        for (long nanos : report.equity().timeNanos()) {
            json.writeNumber(nanos / MILLIS);
        }
        json.writeEndArray();
        values("equity", report.equity().equity());
        values("hold", report.hold().equity());
    }

    private void values(String name, double[] values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            number(Math.rint(value * 100) / 100);
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        number(value);
    }

    private void number(double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (Double.isInfinite(value)) {
            json.writeString(value > 0 ? "Infinity" : "-Infinity");
        } else if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
