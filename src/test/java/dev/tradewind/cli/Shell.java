package dev.tradewind.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Types a command and keeps what it says. */
record Shell(int exitCode, String out, String err) {

    static Shell type(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TradewindCommand.execute(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Shell(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out);
    }
}
