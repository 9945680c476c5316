package dev.tradewind.oms;

import dev.tradewind.domain.ParamSpec;
import java.util.ArrayList;
import java.util.List;

/** The parameters algorithms share. */
final class AlgoParams {

    /** Prices and sizes a form takes at most; what an instrument can count is checked when an order is made. */
    static final String MOST = "1000000000000";

    private AlgoParams() {}

    /** {@return side, size and position around an algorithm's own} */
    static List<ParamSpec> with(String firstSide, String otherSide, ParamSpec... own) {
        List<ParamSpec> specs = new ArrayList<>();
        specs.add(ParamSpec.choice("side", "Side", "Order", "Whether it buys or sells.", firstSide, otherSide));
        specs.add(ParamSpec.decimal(
                "quantity", "Quantity", "Order", "base", "0", "0", MOST, "How much, rounded down to whole lots."));
        specs.addAll(List.of(own));
        specs.add(ParamSpec.choice(
                        "positionSide", "Position", "Order", "Which position of a perpetual in hedge mode.", "NET", "LONG",
                        "SHORT")
                .asAdvanced());
        return specs;
    }

    static ParamSpec priceSpec(String id, String label, String section, String help) {
        return ParamSpec.decimal(id, label, section, "quote", "0", "0", MOST, help);
    }

    /** Whether exits may only reduce what is held; left to the algorithm, they may on spot and only reduce on a perpetual. */
    static ParamSpec reduceOnly() {
        return ParamSpec.choice(
                        "reduceOnly", "Reduce only", "Order",
                        "Never close more than is held, never open a position; auto does so on perpetuals.", "auto", "true",
                        "false")
                .asAdvanced();
    }
}
