package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.InstrumentRules;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind risk-sheet}: every order a bot's plan can place, before anything is placed. */
@Command(
        name = "risk-sheet",
        description = {
            "Show every order a bot's plan can place, what it may cost and what it takes to get out again.",
            "Percentages are in percent. Without --rules nothing is rounded, without --fee-bps nothing is charged."
        })
final class RiskSheetCommand implements Callable<Integer> {

    private static final BigDecimal LARGEST_PRICE = new BigDecimal("10000000000");

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private BotOptions bot = new BotOptions();

    @Option(names = "--price", required = true, paramLabel = "P", description = "The price the plan starts from.")
    private BigDecimal price = BigDecimal.ZERO;

    @Option(
            names = "--rules",
            paramLabel = "FILE|default",
            description = {
                "An exchange's rules, from an exchangeInfo JSON: prices are rounded to the tick, sizes to the lot,",
                "every order is judged. 'default' is tick 0.01, lot 0.00001, orders worth 10 or more."
            })
    private @Nullable String rules;

    @Option(names = "--symbol", paramLabel = "NAME", description = "Which symbol of the rules, if there are several.")
    private String symbol = "";

    @Option(names = "--fee-bps", paramLabel = "F", description = "Fee of each fill in basis points (1 bp = 0.01 %%).")
    private @Nullable BigDecimal feeBps;

    @Option(
            names = "--fee-asset",
            paramLabel = "quote|base",
            description = "Asset a buy's fee is taken in; default quote.")
    private FeeAsset feeAsset = FeeAsset.QUOTE;

    @Option(names = "--capital", paramLabel = "C", description = "Quote units the bot may use; without it any amount.")
    private @Nullable BigDecimal capital;

    RiskSheetCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        BotChoice choice = bot.choice();
        PlanTerms terms = terms();
        output.unknownFilters(terms.instrument());
        RiskSheet sheet = choice.type().planner().plan(choice.params(), terms);
        if (common.json) {
            ObjectNode json = output.object();
            RiskSheetText.json(json, choice, terms, sheet);
            output.json(json);
        } else {
            RiskSheetText.lines(choice, terms, sheet).forEach(output::line);
        }
        return TradewindCommand.DONE;
    }

    private PlanTerms terms() {
        if (price.signum() <= 0 || price.compareTo(LARGEST_PRICE) > 0) {
            throw new IllegalArgumentException("--price " + price.toPlainString() + " must be above 0 and at most "
                    + LARGEST_PRICE.toPlainString());
        }
        FeeRate fee = feeBps == null ? FeeRate.ZERO : Fees.ofBps(feeBps);
        PlanTerms ideal = PlanTerms.ideal(price, fee);
        String given = rules;
        Instrument instrument = given == null
                ? ideal.instrument()
                : given.equals(MarketOptions.DEFAULT_RULES)
                        ? InstrumentRules.standard()
                        : InstrumentRules.read(Path.of(given), symbol);
        long ticks = instrument.toTicks(price, RoundingMode.HALF_UP);
        if (ticks <= 0) {
            throw new IllegalArgumentException("--price " + price.toPlainString() + " is less than one tick of "
                    + instrument.tickSize().toPlainString());
        }
        return new PlanTerms(instrument, ticks, fee, fee, feeAsset, capitalAtoms(instrument), 0, given != null);
    }

    private long capitalAtoms(Instrument instrument) {
        BigDecimal given = capital;
        if (given == null) {
            return Long.MAX_VALUE;
        }
        BigDecimal most = instrument.quote().toDecimal(Long.MAX_VALUE - 1);
        if (given.signum() <= 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException("--capital " + given.toPlainString() + " must be above 0 and at most "
                    + most.toBigInteger());
        }
        return instrument.quote().toAtoms(given);
    }
}
