package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.AlgoTypes;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.ParamSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tradewind algos}: every execution algorithm and what it takes. */
@Command(name = "algos", description = "List the execution algorithms and their parameters.")
final class AlgosCommand implements Callable<Integer> {

    /** A bound this high is none. */
    private static final BigDecimal ANY = new BigDecimal("1000000000000");

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    AlgosCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (common.json) {
            ObjectNode json = output.object();
            ArrayNode all = json.putArray("algos");
            AlgoTypes.all().forEach(type -> put(all.addObject(), type));
            output.json(json);
        } else {
            AlgoTypes.all().forEach(this::print);
        }
        return TradewindCommand.DONE;
    }

    private void print(AlgoType type) {
        output.line(type.id() + ": " + type.description());
        List<List<String>> rows = new ArrayList<>();
        for (ParamSpec param : type.params()) {
            String standard = param.defaultValue().isEmpty() ? "-" : param.defaultValue();
            rows.add(List.of(
                    "  " + param.id(), standard + (param.unit().isEmpty() ? "" : " " + param.unit()), values(param),
                    param.help()));
        }
        Table.aligned(rows).forEach(output::line);
        output.line("");
    }

    private static String values(ParamSpec param) {
        return switch (param.kind()) {
            case CHOICE, SWITCH -> String.join("|", param.choices());
            case LADDER -> "at:share,...";
            case DECIMAL, INTEGER -> param.max().compareTo(ANY) >= 0
                    ? "from " + param.min().toPlainString()
                    : param.min().toPlainString() + ".." + param.max().toPlainString();
        };
    }

    private static void put(ObjectNode json, AlgoType type) {
        json.put("id", type.id()).put("label", type.label()).put("description", type.description());
        ArrayNode params = json.putArray("params");
        for (ParamSpec param : type.params()) {
            ObjectNode node = params.addObject()
                    .put("id", param.id())
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
}
