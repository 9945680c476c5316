package dev.tradewind.bot.type;

import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The grid bot's parameters, read once and checked against each other. */
final class GridSettings {

    /** How sizes are given. */
    enum Sizing {
        CAPITAL,
        QUOTE,
        BASE;

        static Sizing of(Params params) {
            return switch (params.text("sizing")) {
                case "quote" -> QUOTE;
                case "base" -> BASE;
                default -> CAPITAL;
            };
        }
    }

    final Params params;
    final GridFrame frame;
    final GridRules rules;
    final Sizing sizing;
    final BigDecimal share;
    final BigDecimal levelSize;
    final boolean profitInBase;
    final long reinvestE8;

    GridSettings(Params params) {
        this.params = params;
        frame = GridFrame.of(params);
        rules = GridRules.of(params, frame);
        sizing = Sizing.of(params);
        share = params.decimal("investment").movePointLeft(2);
        levelSize = params.decimal("levelSize");
        profitInBase = params.text("profitIn").equals("base");
        reinvestE8 = params.decimal("reinvest").movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /** {@return whether going over to other settings needs no new levels} */
    boolean sameLevels(GridSettings other) {
        return frame.equals(other.frame) && sizing == other.sizing && share.equals(other.share)
                && levelSize.equals(other.levelSize) && profitInBase == other.profitInBase;
    }
}
