package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.ThirdAsset;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A table of fees and the asset that pays them, as a report shows them. */
final class FeesText {

    private FeesText() {}

    /** {@return the rows of the table by their labels; none where one fee holds for all} */
    static Map<String, String> rows(BacktestOutcome outcome) {
        Map<String, String> rows = new LinkedHashMap<>();
        if (outcome.request().fees().isEmpty()) {
            return rows;
        }
        Asset quote = outcome.report().instrument().quote();
        StringJoiner tiers = new StringJoiner("; ");
        for (FeeSchedule.Tier tier : outcome.schedule().tiers()) {
            tiers.add("from " + Numbers.plain(quote.toDecimal(tier.volumeAtoms())) + " maker "
                    + Numbers.plain(tier.maker().toBps()) + " taker " + Numbers.plain(tier.taker().toBps()) + " bp"
                    + outcome.third().filter(third -> tier.thirdAtoms() > 0).map(third -> " with "
                            + amount(third, tier.thirdAtoms())).orElse(""));
        }
        rows.put("Fee tiers", tiers + " (30-day volume in " + quote.code() + ")");
        outcome.third().ifPresent(third -> rows.put("Fee asset", amount(third, third.balanceAtoms()) + " at "
                + Numbers.plain(BigDecimal.valueOf(third.priceE8(), 8)) + " " + quote.code() + ", saves "
                + Numbers.plain(BigDecimal.valueOf(third.discountE8(), 6)) + " %"));
        return rows;
    }

    /** {@return how much of the fees the third asset paid; empty where there is none} */
    static String paid(BacktestOutcome outcome) {
        return outcome.third()
                .map(third -> ", of which " + amount(third, outcome.thirdFeeAtoms()) + " paid a part, " + amount(third, third.balanceAtoms() - outcome.thirdFeeAtoms()) + " left")
                .orElse("");
    }

    static void json(ObjectNode json, BacktestOutcome outcome) {
        if (outcome.request().fees().isEmpty()) {
            return;
        }
        Asset quote = outcome.report().instrument().quote();
        ArrayNode tiers = json.putArray("feeTiers");
        for (FeeSchedule.Tier tier : outcome.schedule().tiers()) {
            tiers.addObject()
                    .put("volume", Output.amount(quote, tier.volumeAtoms()))
                    .put("makerBps", tier.maker().toBps())
                    .put("takerBps", tier.taker().toBps());
        }
        outcome.third().ifPresent(third -> json.putObject("thirdAsset")
                .put("asset", third.asset().code())
                .put("balance", Output.amount(third.asset(), third.balanceAtoms()))
                .put("paid", Output.amount(third.asset(), outcome.thirdFeeAtoms()))
                .put("left", Output.amount(third.asset(), third.balanceAtoms() - outcome.thirdFeeAtoms())));
    }

    private static String amount(ThirdAsset third, long atoms) {
        return Numbers.plain(third.asset().toDecimal(atoms)) + " " + third.asset().code();
    }
}
