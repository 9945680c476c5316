package dev.tradewind.bot.type;

import static dev.tradewind.domain.ParamSpec.choice;
import static dev.tradewind.domain.ParamSpec.decimal;
import static dev.tradewind.domain.ParamSpec.integer;
import static dev.tradewind.domain.ParamSpec.toggle;

import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.domain.ParamSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of the spot grid bot and its presets; those that every grid has stand apart. */
final class GridParams {

    private static final String RANGE = "Range";
    static final String SIZE = "Size";
    private static final String ENTRY = "Entry";
    private static final String MOVE = "Moving";
    private static final String PROTECTION = "Protection";
    static final String LARGEST = "1000000000";

    /** Largest number of levels. */
    static final int MOST_LEVELS = 500;

    static final List<ParamSpec> SPECS = Stream.of(range(), size(), entry(), moving(), protection("coins", "sell"))
            .flatMap(List::stream)
            .toList();

    static final List<Preset> PRESETS = List.of(
            new Preset("Classic", Map.of()),
            new Preset("Geometric", Map.of("spacing", "geometric", "levels", "40")),
            new Preset(
                    "Trailing", Map.of("lower", "900", "upper", "1100", "levels", "10", "trailingUp", "true", "investment", "90")),
            new Preset(
                    "Sample",
                    Map.of("lower", "800", "upper", "1200", "levels", "50", "spacing", "geometric", "investment", "98")));

    private GridParams() {}

    static List<ParamSpec> range() {
        return List.of(
                decimal("upper", "Upper price", RANGE, "quote", "1200", "0.00000001", LARGEST, "The grid's highest price."),
                decimal("lower", "Lower price", RANGE, "quote", "800", "0.00000001", LARGEST, "The grid's lowest price."),
                integer("levels", "Levels", RANGE, "", 20, 1, MOST_LEVELS,
                        "How many steps there are between the two; each buys at its foot and sells at its head."),
                choice("spacing", "Spacing", RANGE, "Whether the steps are equal in price or in percent.", "arithmetic",
                        "geometric"));
    }

    private static List<ParamSpec> size() {
        return List.of(
                choice("sizing", "Size by", SIZE,
                        "Whether the capital's share is spread over the levels, or each level has a size of its own.",
                        "capital", "quote", "base"),
                decimal("investment", "Share of capital", SIZE, "%", "100", "0.01", "100",
                        "With size by 'capital': how much of it the grid uses; expansion and reinvesting need some left."),
                decimal("levelSize", "Size of a level", SIZE, "", "100", "0.00000001", LARGEST,
                        "With size by 'quote' or 'base': what one level trades, on average.").asAdvanced(),
                shape(),
                choice("profitIn", "Profit in", SIZE,
                        "Whether a level sells all it bought, or only what brings its cost back.", "quote", "base")
                        .asAdvanced(),
                decimal("reinvest", "Reinvest", SIZE, "%", "0", "0", "100",
                        "Share of a level's profits that makes the level larger.").asAdvanced());
    }

    static ParamSpec shape() {
        return choice("shape", "Shape", SIZE,
                "Sizes of the levels: alike, largest in the middle, largest at the ends, or larger towards the bottom; the"
                        + " largest is twice the smallest.",
                "neutral", "mountain", "valley", "slope").asAdvanced();
    }

    static List<ParamSpec> entry() {
        return List.of(
                decimal("trigger", "Trigger price", ENTRY, "quote", "0", "0", LARGEST,
                        "The grid starts once the price reaches this, from above or below; 0 starts at once.").asAdvanced(),
                integer("liveLevels", "Live levels", ENTRY, "", 0, 0, MOST_LEVELS,
                        "Orders resting on the exchange at once, nearest the price; 0 is all of them.").asAdvanced());
    }

    static List<ParamSpec> moving() {
        return List.of(
                toggle("trailingUp", "Trailing up", MOVE, false,
                        "Above the range the lowest level becomes the highest, step by step.").asAdvanced(),
                toggle("trailingDown", "Trailing down", MOVE, false,
                        "Below the range the highest level becomes the lowest, step by step.").asAdvanced(),
                decimal("expandUp", "Expand up to", MOVE, "quote", "0", "0", LARGEST,
                        "Above the range levels are added up to this price, as far as money is free; 0 is off.").asAdvanced(),
                decimal("expandDown", "Expand down to", MOVE, "quote", "0", "0", LARGEST,
                        "Below the range levels are added down to this price, as far as money is free; 0 is off.")
                        .asAdvanced());
    }

    static List<ParamSpec> protection(String what, String end) {
        return List.of(
                decimal("stopAbove", "Stop above", PROTECTION, "quote", "0", "0", LARGEST,
                        "The bot ends when the price reaches this; 0 is off.").asAdvanced(),
                choice("stopAboveAction", "Then", PROTECTION, "What becomes of the " + what + " at the stop above.", end, "keep")
                        .asAdvanced(),
                decimal("stopBelow", "Stop below", PROTECTION, "quote", "0", "0", LARGEST,
                        "The bot ends when the price falls to this; 0 is off."),
                choice("stopBelowAction", "And then", PROTECTION, "What becomes of the " + what + " at the stop below.", end,
                        "keep").asAdvanced());
    }
}
