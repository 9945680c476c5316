package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.MarketSource;
import dev.tradewind.app.StartException;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.indicator.Bar;
import dev.tradewind.indicator.Indicator;
import dev.tradewind.indicator.IndicatorCatalog;
import dev.tradewind.indicator.IndicatorType;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind indicator}: lists the indicators, or runs one over a file of candles. */
@Command(
        name = "indicator",
        description = {
            "Run an indicator over candles and write its lines as CSV; with --list, list the indicators.",
            "A line has no value until the indicator is warm."
        })
final class IndicatorCommand implements Callable<Integer> {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Which indicator; --list names them.")
    private @Nullable String id;

    @Option(names = "--list", description = "List the indicators with their parameters and lines.")
    private boolean list;

    @Mixin private ParamOptions params = new ParamOptions();

    @Option(
            names = "--data",
            paramLabel = "FILE|SERIES",
            description = {
                "Candles (openTime,open,high,low,close,volume; times in ms) as CSV or in another form that",
                "'data import' takes, plain or packed; or a stored series such as binance:BTCUSDT:1h."
            })
    private @Nullable String data;

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Option(names = "--out", paramLabel = "CSV", description = "Where to write the lines; without, to the terminal.")
    private @Nullable Path out;

    IndicatorCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        if (list) {
            if (id != null || data != null || out != null) {
                throw new IllegalArgumentException(
                        "--list takes no indicator and no files; leave one or the other away");
            }
            list();
            return TradewindCommand.DONE;
        }
        if (id == null || data == null) {
            throw new IllegalArgumentException("an indicator's ID and --data FILE are needed, or --list");
        }
        IndicatorType type = IndicatorCatalog.type(id);
        Params values = type.params(params.values());
        CandleImport candles = MarketSource.parse(data, folder.chosen()).candles();
        if (out == null) {
            run(type, values, candles, output.writer());
            output.writer().flush();
        } else {
            try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
                run(type, values, candles, file);
                if (file.checkError()) {
                    throw new StartException(out + " could not be written to its end; is the disk full?");
                }
            } catch (NoSuchFileException absent) {
                throw new StartException(out + " cannot be written: its folder does not exist", absent);
            } catch (IOException e) {
                throw new StartException(out + " cannot be written: " + e, e);
            }
            report(type, values, candles.candles().size(), out);
        }
        return TradewindCommand.DONE;
    }

    private void report(IndicatorType type, Params values, int candles, Path file) {
        int warmUp = type.warmUp(values);
        if (common.json) {
            ObjectNode json = output.object().put("indicator", type.id());
            values.asMap().forEach(json.putObject("params")::put);
            output.json(json.put("candles", candles).put("warmUp", warmUp).put("out", file.toString()));
        } else {
            output.line(type.label() + " (" + values + "): " + Numbers.count(candles) + " candles, warm after "
                    + warmUp + ", written to " + file);
        }
    }

    private void run(IndicatorType type, Params values, CandleImport read, PrintWriter to) {
        CandleColumns candles = read.candles();
        Instrument instrument = read.instrument();
        Indicator indicator = type.make(values);
        Bar bar = new Bar();
        boolean json = common.json && out == null;
        if (!json) {
            to.println("openTime," + String.join(",", type.outputs()));
        }
        for (int row = 0; row < candles.size(); row++) {
            bar.set(
                    candles.openTimeNanos(row), instrument.priceAsDouble(candles.openTicks(row)),
                    instrument.priceAsDouble(candles.highTicks(row)), instrument.priceAsDouble(candles.lowTicks(row)),
                    instrument.priceAsDouble(candles.closeTicks(row)),
                    instrument.quantityAsDouble(candles.volumeLots(row)));
            indicator.add(bar);
            long millis = candles.openTimeNanos(row) / NANOS_PER_MILLI;
            if (json) {
                output.json(object(type, indicator, millis));
            } else {
                to.println(line(indicator, millis));
            }
        }
    }

    private static String line(Indicator indicator, long millis) {
        StringBuilder line = new StringBuilder().append(millis);
        for (int output = 0; output < indicator.outputs(); output++) {
            double value = indicator.value(output);
            line.append(',');
            if (!Double.isNaN(value)) {
                line.append(value);
            }
        }
        return line.toString();
    }

    private ObjectNode object(IndicatorType type, Indicator indicator, long millis) {
        ObjectNode row = output.object().put("openTime", millis);
        for (int line = 0; line < indicator.outputs(); line++) {
            double value = indicator.value(line);
            if (Double.isNaN(value)) {
                row.putNull(type.outputs().get(line));
            } else {
                row.put(type.outputs().get(line), value);
            }
        }
        return row;
    }

    private void list() {
        if (!common.json) {
            IndicatorCatalog.TYPES.forEach(this::print);
            return;
        }
        ObjectNode json = output.object();
        ArrayNode all = json.putArray("indicators");
        for (IndicatorType type : IndicatorCatalog.TYPES) {
            ObjectNode node = all.addObject()
                    .put("id", type.id())
                    .put("label", type.label())
                    .put("group", type.group().name())
                    .put("description", type.description())
                    .put("warmUp", type.warmUp(type.params(Map.of())));
            type.outputs().forEach(node.putArray("outputs")::add);
            ArrayNode specs = node.putArray("params");
            type.params().forEach(param -> put(specs.addObject(), param));
        }
        output.json(json);
    }

    private void print(IndicatorType type) {
        StringBuilder given = new StringBuilder();
        for (ParamSpec param : type.params()) {
            given.append(' ').append(param.id()).append('=').append(param.defaultValue());
        }
        output.line(type.id() + given + " -> " + String.join(", ", type.outputs()) + ": " + type.description());
    }

    private static void put(ObjectNode node, ParamSpec param) {
        node.put("id", param.id())
                .put("label", param.label())
                .put("kind", param.kind().name())
                .put("unit", param.unit())
                .put("default", param.defaultValue())
                .put("help", param.help());
        switch (param.kind()) {
            case CHOICE, SWITCH -> param.choices().forEach(node.putArray("choices")::add);
            case LADDER, DECIMAL, INTEGER -> node.put("min", param.min()).put("max", param.max());
        }
    }
}
