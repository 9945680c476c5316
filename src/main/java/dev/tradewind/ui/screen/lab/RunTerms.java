package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.ui.widget.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a run's set-up says about bots and terms, in words.
 *
 * @param chip  the kind of bot and of market
 * @param parts terms for the line under the title
 * @param brief the bot's own values where they differ from the usual, for a card of the comparison
 */
record RunTerms(String chip, List<String> parts, String brief) {

    /** Nothing is known. */
    static final RunTerms UNKNOWN = new RunTerms("", List.of(), "");

    private static final int MOST_VALUES = 4;

    RunTerms {
        parts = List.copyOf(parts);
    }

    /** {@return what a set-up says; {@link #UNKNOWN} where it cannot be read any more} */
    static RunTerms of(String json) {
        try {
            return of(RunSetup.ofJson(json));
        } catch (IllegalArgumentException unreadable) {
            return UNKNOWN;
        }
    }

    static RunTerms of(RunSetup setup) {
        String bots = setup.lanes().stream()
                .flatMap(lane -> lane.bots().stream())
                .map(entry -> entry.bot().type().label())
                .distinct()
                .collect(Collectors.joining(", "));
        boolean perpetual = setup.lanes().stream().anyMatch(lane -> lane.perpetual().isPresent());
        return new RunTerms(bots + (perpetual ? ", perpetual" : ", spot"), parts(setup), brief(setup));
    }

    private static List<String> parts(RunSetup setup) {
        BacktestRequest terms = setup.terms();
        List<String> parts = new ArrayList<>();
        Lane first = setup.lanes().getFirst();
        first.bots().getFirst().timeframe().or(first::timeframe).or(terms::timeframe)
                .ifPresent(timeframe -> parts.add("bots on " + timeframe.label()));
        parts.add(terms.fees().isPresent()
                ? "fees by table"
                : "fee " + Words.percent(terms.fee().asFraction(), decimals(terms.fee().asFraction() * 100)));
        parts.add("slippage " + terms.slippageBps().stripTrailingZeros().toPlainString() + " bp");
        parts.add("latency " + Figures.fixed(terms.latencyNanos() / (double) TimeUnit.MILLISECONDS.toNanos(1), 0)
                + " ms");
        return parts;
    }

    private static int decimals(double percent) {
        return Math.abs(percent * 100 - Math.rint(percent * 100)) < 1e-9 ? 2 : 4;
    }

    private static String brief(RunSetup setup) {
        if (setup.bots() != 1) {
            return setup.bots() + " bots";
        }
        var bot = setup.lanes().getFirst().bots().getFirst().bot();
        Map<String, String> values = bot.params().asMap();
        return bot.type().params().stream()
                .filter(spec -> values.containsKey(spec.id()) && !values.get(spec.id()).equals(usual(spec)))
                .limit(MOST_VALUES)
                .map(spec -> spec.id() + " " + values.get(spec.id()))
                .collect(Collectors.joining(", "));
    }

    private static String usual(ParamSpec spec) {
        return spec.canonical(spec.defaultValue());
    }
}
