package dev.tradewind.indicator;

import dev.tradewind.domain.ParamSpec;

/** The parameters many indicators share, declared once. */
final class Specs {

    /** The longest window, so that the memory of an indicator is bounded. */
    static final long LONGEST = 5_000;

    private static final String SECTION = "Inputs";

    private Specs() {}

    static ParamSpec period(long standard) {
        return window("period", "Period", standard, 1, "Candles it looks back over.");
    }

    static ParamSpec period(long standard, long least) {
        return window("period", "Period", standard, least, "Candles it looks back over.");
    }

    static ParamSpec window(String id, String label, long standard, String help) {
        return window(id, label, standard, 1, help);
    }

    static ParamSpec window(String id, String label, long standard, long least, String help) {
        return ParamSpec.integer(id, label, SECTION, "candles", standard, least, LONGEST, help);
    }

    static ParamSpec whole(String id, String label, String unit, long standard, long least, long most, String help) {
        return ParamSpec.integer(id, label, SECTION, unit, standard, least, most, help);
    }

    static ParamSpec factor(String id, String label, String standard, String help) {
        return ParamSpec.decimal(id, label, SECTION, "×", standard, "0.01", "100", help);
    }

    static ParamSpec decimal(
            String id, String label, String unit, String standard, String least, String most, String help) {
        return ParamSpec.decimal(id, label, SECTION, unit, standard, least, most, help);
    }

    static ParamSpec choice(String id, String label, String help, String... choices) {
        return ParamSpec.choice(id, label, SECTION, help, choices);
    }

    static ParamSpec source() {
        return source("source", "Source", "close", "open", "high", "low", "hl2", "hlc3", "ohlc4", "volume");
    }

    static ParamSpec source(String id, String label, String... choices) {
        return choice(id, label, "Which number of a candle it looks at.", choices);
    }
}
