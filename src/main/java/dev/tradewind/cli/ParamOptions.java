package dev.tradewind.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * The parameters of a bot or an indicator as they are typed. Not a map of picocli's: that would quietly take the last of
 * two values.
 */
final class ParamOptions {

    @Option(
            names = "--param",
            arity = "1..*",
            paramLabel = "K=V",
            description = {
                "Parameters, over their defaults; may be repeated. A wrong one says what would pass."
            })
    private List<String> typed = new ArrayList<>();

    /**
     * {@return values by parameter id, in the order typed}
     *
     * @throws IllegalArgumentException if one is not {@code id=value}, or an id comes twice
     */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : typed) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("--param '" + text + "' must be id=value, for instance baseOrder=100");
            }
            String id = text.substring(0, equals);
            String value = text.substring(equals + 1);
            String before = values.putIfAbsent(id, value);
            if (before != null) {
                throw new IllegalArgumentException(
                        "parameter " + id + " is given twice: '" + before + "' and '" + value + "'; give it once");
            }
        }
        return values;
    }
}
