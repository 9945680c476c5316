package dev.tradewind.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.backtest.RunReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;

/**
 * A run's whole report as one JSON object; what is read back equals what was written, to the last bit. Times of trades and
 * of the range are ISO 8601 in UTC, those of curves nanoseconds since the epoch. A figure that cannot be told is
 * {@code null}, an infinite one the text {@code "Infinity"} or {@code "-Infinity"}.
 */
public final class RunJson {

    /** Written into every report; a reader that does not know it refuses. */
    static final int FORMAT = 1;

    private static final String INFINITY = "Infinity";

    private final JsonGenerator json;

    private RunJson(JsonGenerator json) {
        this.json = json;
    }

    /** {@return the report as JSON, one line} */
    public static String write(RunReport report) {
        StringWriter text = new StringWriter();
        try {
            write(report, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written to", impossible);
        }
        return text.toString();
    }

    /**
     * Writes the report as JSON.
     *
     * @throws IOException if the writer does
     */
    public static void write(RunReport report, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new RunJson(json).report(report);
        }
    }

    /**
     * {@return the report that was written}
     *
     * @throws IllegalArgumentException if the text is not a report's JSON; says what is wrong with it
     */
    public static RunReport read(String text) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is not JSON: " + e.getOriginalMessage(), e);
        }
        return new RunJsonReader(root).report();
    }

    private void report(RunReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("title", report.title());
        setup(report.setup());
        json.writeStringField("quote", report.quote());
        json.writeStringField("tier", report.tier().name());
        json.writeArrayFieldStart("data");
        for (RunReport.Data data : report.data()) {
            data(data);
        }
        json.writeEndArray();
        time("from", report.firstNanos());
        time("to", report.lastNanos());
        number("startEquity", report.startEquity());
        number("endEquity", report.endEquity());
        performance(report.performance());
        series("equity", report.equity());
        series("hold", report.hold());
        series("daily", report.daily());
        if (report.spread().isPresent()) {
            spread(report.spread().get());
        }
        json.writeNumberField("unclear", report.unclear());
        json.writeArrayFieldStart("trades");
        for (ClosedTrade trade : report.trades()) {
            trade(trade);
        }
        json.writeEndArray();
        parts(report);
        json.writeNumberField("fills", report.fills());
        json.writeNumberField("journalRows", report.journalRows());
        json.writeStringField("journalHash", report.journalHash());
        json.writeNumberField("refusals", report.refusals());
        json.writeEndObject();
    }

    /** The set-up is kept as its text: its checksum and its meaning are in every character. */
    private void setup(String setup) throws IOException {
        json.writeStringField("setup", setup);
    }

    private void data(RunReport.Data data) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", data.source());
        json.writeStringField("symbol", data.symbol());
        json.writeStringField("timeframe", data.timeframe());
        json.writeNumberField("events", data.events());
        json.writeNumberField("gaps", data.gaps());
        json.writeNumberField("missing", data.missing());
        json.writeStringField("checksum", data.checksum());
        json.writeEndObject();
    }

    private void performance(Performance performance) throws IOException {
        json.writeObjectFieldStart("performance");
        for (Map.Entry<Metric, Double> figure : performance.all().entrySet()) {
            number(figure.getKey().id(), figure.getValue());
        }
        json.writeEndObject();
    }

    private void series(String name, EquitySeries series) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("timeNanos");
        for (long nanos : series.timeNanos()) {
            json.writeNumber(nanos);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("equity");
        for (double value : series.equity()) {
            number(value);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void spread(RunReport.Spread spread) throws IOException {
        json.writeObjectFieldStart("spread");
        number("pessimisticEnd", spread.pessimisticEnd());
        number("optimisticEnd", spread.optimisticEnd());
        series("pessimistic", spread.pessimistic());
        series("optimistic", spread.optimistic());
        json.writeEndObject();
    }

    private void trade(ClosedTrade trade) throws IOException {
        json.writeStartObject();
        json.writeNumberField("bot", trade.bot());
        json.writeStringField("symbol", trade.symbol());
        time("opened", trade.openNanos());
        time("closed", trade.closeNanos());
        json.writeStringField("side", trade.isLong() ? "long" : "short");
        json.writeNumberField("orders", trade.orders());
        number("quantity", trade.quantity());
        number("invested", trade.invested());
        number("entryPrice", trade.entryPrice());
        number("exitPrice", trade.exitPrice());
        number("net", trade.net());
        number("fees", trade.fees());
        number("slippage", trade.slippage());
        number("funding", trade.funding());
        number("worst", trade.worst());
        number("best", trade.best());
        json.writeStringField("ending", trade.ending());
        json.writeEndObject();
    }

    private void parts(RunReport report) throws IOException {
        json.writeArrayFieldStart("parts");
        for (RunReport.Part part : report.parts()) {
            json.writeStartObject();
            json.writeStringField("kind", part.kind());
            json.writeStringField("name", part.name());
            performance(part.performance());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checks");
        for (RunReport.Check check : report.checks()) {
            json.writeStartObject();
            json.writeStringField("id", check.id());
            json.writeStringField("label", check.label());
            json.writeStringField("verdict", check.verdict().name());
            json.writeStringField("text", check.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void time(String name, long nanos) throws IOException {
        json.writeStringField(name, Instant.ofEpochSecond(0, nanos).toString());
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        number(value);
    }

    private void number(double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (Double.isInfinite(value)) {
            json.writeString(value > 0 ? INFINITY : "-" + INFINITY);
        } else {
            json.writeNumber(value);
        }
    }
}
