package dev.tradewind.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import java.io.PrintWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a command's result and its complaints go, for people or as JSON, one object a line. */
final class Output {

    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable ObjectMapper mapper;

    Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Made when the first JSON is asked for: a command that prints text starts without. */
    private ObjectMapper mapper() {
        ObjectMapper made = mapper;
        if (made == null) {
            made = new ObjectMapper()
                    .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
                    .setNodeFactory(JsonNodeFactory.withExactBigDecimals(false));
            mapper = made;
        }
        return made;
    }

    ObjectNode object() {
        return mapper().createObjectNode();
    }

    void json(ObjectNode object) {
        out.println(text(object));
        out.flush();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** {@return where results go, for what is written piece by piece} */
    PrintWriter writer() {
        return out;
    }

    /** Something worth knowing that is not the result. */
    void note(String text) {
        err.println(text);
        err.flush();
    }

    /** Says which filters of an exchange nobody judges. */
    void unknownFilters(Instrument instrument) {
        for (String filter : instrument.filters().unknown()) {
            note("filter " + filter + " of " + instrument.symbol() + " is unknown here and not judged");
        }
    }

    void error(String command, String message, int exitCode, boolean json) {
        String line = message.replace("option option", "option").strip().replaceAll("\\s*\\R\\s*", " ");
        note(json ? text(object().put("error", line).put("exitCode", exitCode)) : command + ": " + line);
    }

    /** {@return an amount as JSON shows it: exact, without zeros at its end} */
    static BigDecimal amount(Asset asset, long atoms) {
        return atoms == 0 ? BigDecimal.ZERO : asset.toDecimal(atoms).stripTrailingZeros();
    }

    private String text(ObjectNode object) {
        try {
            return mapper().writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }
}
