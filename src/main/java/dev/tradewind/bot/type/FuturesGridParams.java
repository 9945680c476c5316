package dev.tradewind.bot.type;

import static dev.tradewind.domain.ParamSpec.choice;
import static dev.tradewind.domain.ParamSpec.decimal;
import static dev.tradewind.domain.ParamSpec.integer;

import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.ParamSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of the futures grid bot and its presets. */
final class FuturesGridParams {

    private static final String POSITION = "Position";

    static final List<ParamSpec> SPECS = Stream.of(
                    position(), GridParams.range(), size(), GridParams.entry(), GridParams.moving(),
                    GridParams.protection("position", "close"))
            .flatMap(List::stream)
            .toList();

    static final List<Preset> PRESETS = List.of(
            new Preset("Neutral", Map.of()),
            new Preset("Long", Map.of("direction", "long", "leverage", "2")),
            new Preset("Short", Map.of("direction", "short", "leverage", "2")));

    private FuturesGridParams() {}

    private static List<ParamSpec> position() {
        return List.of(
                choice("direction", "Direction", POSITION,
                        "Neutral begins with nothing, long holds what its upper levels sell, short owes what its lower levels"
                                + " buy.",
                        "neutral", "long", "short"),
                integer("leverage", "Leverage", POSITION, "×", 2, 1, MarginConfig.MAX_LEVERAGE,
                        "Notional for each unit of margin; the account has to trade at the same."),
                choice("marginMode", "Margin", POSITION,
                        "Whether a position answers with its own margin alone or with all the account has.", "isolated",
                        "cross"));
    }

    private static List<ParamSpec> size() {
        return List.of(
                choice("sizing", "Size by", GridParams.SIZE,
                        "Whether the capital's share is spread over the levels, or each level has a size of its own.",
                        "capital", "quote", "base"),
                decimal("investment", "Share of capital", GridParams.SIZE, "%", "95", "0.01", "100",
                        "With size by 'capital': how much of it is margin and fees of the whole grid."),
                decimal("levelSize", "Size of a level", GridParams.SIZE, "", "100", "0.00000001", GridParams.LARGEST,
                        "With size by 'quote' or 'base': what one level trades, leverage included, on average.").asAdvanced(),
                GridParams.shape());
    }
}
