package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BotChoice;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.bot.RiskSheet.Mend;
import dev.tradewind.domain.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A risk sheet as a table and as JSON. */
final class RiskSheetText {

    /** Figures that are averages or follow from them are printed to six decimals. */
    private static final int DECIMALS = 6;

    /** More than any price needs; cuts the noise of binary fractions. */
    private static final int EXACT = 10;

    private static final List<String> HEAD = List.of(
            "order", "deviation %", "price", "quantity", "volume", "invested", "average", "TP total", "TP base",
            "bounce %", "verdict");

    private final RiskSheet sheet;
    private final Instrument instrument;
    private final boolean rounded;

    private RiskSheetText(PlanTerms terms, RiskSheet sheet) {
        this.sheet = sheet;
        this.instrument = terms.instrument();
        this.rounded = terms.rounded();
    }

    /** {@return the sheet for people} */
    static List<String> lines(BotChoice choice, PlanTerms terms, RiskSheet sheet) {
        RiskSheetText text = new RiskSheetText(terms, sheet);
        List<String> lines = new ArrayList<>();
        lines.add(choice.type().label() + " from " + Numbers.plain(terms.instrument().toPrice(terms.priceTicks()))
                + (terms.rounded() ? ", rounded to " + steps(terms.instrument()) : ", nothing rounded") + ", fee "
                + Numbers.plain(terms.takerFee().toBps()) + " bp");
        lines.add("");
        lines.addAll(text.table());
        lines.add("");
        lines.addAll(text.summary());
        return lines;
    }

    private static String steps(Instrument instrument) {
        return "the tick " + Numbers.plain(instrument.tickSize()) + " and the lot "
                + Numbers.plain(instrument.lotSize());
    }

    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Line line : sheet.lines()) {
            rows.add(List.of(
                    line.label(),
                    trimmed(line.deviationPercent()),
                    trimmed(line.price()),
                    trimmed(line.quantity()),
                    trimmed(line.volume()),
                    trimmed(line.invested()),
                    Numbers.fixed(line.average(), DECIMALS),
                    trimmed(line.takeProfitTotal()),
                    trimmed(line.takeProfitBase()),
                    Numbers.plain(Numbers.decimal(line.bouncePercent(), 3)),
                    verdict(line)));
        }
        return Table.aligned(rows);
    }

    private static String trimmed(double figure) {
        return Numbers.plain(Numbers.decimal(figure, DECIMALS));
    }

    private static String verdict(Line line) {
        return switch (line.verdict().level()) {
            case PASS -> "passes";
            case LOOK -> "look: " + line.verdict().message();
            case BLOCK -> line.verdict().rule() + ": " + line.verdict().message();
        };
    }

    private List<String> summary() {
        List<String> lines = new ArrayList<>();
        String code = rounded ? " " + instrument.quote().code() : "";
        lines.add("Capital needed  " + Numbers.money(instrument.quote(), sheet.capitalAtoms()) + code);
        lines.add("Worst state     " + Numbers.money(instrument.quote(), sheet.worstAtoms()) + code + ", "
                + sheet.worstText());
        lines.add("Break-even      " + Numbers.fixed(sheet.breakEven(), DECIMALS));
        lines.add("Bounce needed   " + Numbers.plain(Numbers.decimal(sheet.bouncePercent(), 3)) + " %");
        lines.add("Full deal       " + Numbers.change(instrument.quote(), sheet.profitAtoms()).replace(
                " " + instrument.quote().code(), code) + " after fees of "
                + Numbers.money(instrument.quote(), sheet.feesAtoms()) + code);
        for (Check check : sheet.checks()) {
            lines.add(mark(check.level()) + check.label() + ": " + check.figure() + " (" + check.detail() + ")");
            for (Mend mend : check.mends()) {
                lines.add("          would pass: " + mend.label());
            }
        }
        int blocking = sheet.blocking();
        lines.add(blocking == 0 ? "Nothing blocks the start." : blocking + " of these block the start.");
        return lines;
    }

    private static String mark(Level level) {
        return switch (level) {
            case PASS -> "  passes  ";
            case LOOK -> "  look    ";
            case BLOCK -> "  BLOCKS  ";
        };
    }

    /** Fills in the sheet for machines: money in units, shares in percent. */
    static void json(ObjectNode json, BotChoice choice, PlanTerms terms, RiskSheet sheet) {
        Instrument instrument = terms.instrument();
        json.put("bot", choice.type().id());
        ObjectNode params = json.putObject("params");
        choice.params().asMap().forEach(params::put);
        json.put("price", instrument.toPrice(terms.priceTicks()).stripTrailingZeros())
                .put("rules", terms.rounded() ? instrument.symbol() : "")
                .put("feeBps", terms.takerFee().toBps());
        ArrayNode lines = json.putArray("lines");
        for (Line line : sheet.lines()) {
            lines.add(line(lines.objectNode(), line));
        }
        json.put("capital", Output.amount(instrument.quote(), sheet.capitalAtoms()))
                .put("worst", Output.amount(instrument.quote(), sheet.worstAtoms()))
                .put("worstText", sheet.worstText())
                .put("breakEven", Numbers.decimal(sheet.breakEven(), EXACT))
                .put("bouncePercent", Numbers.decimal(sheet.bouncePercent(), EXACT))
                .put("fees", Output.amount(instrument.quote(), sheet.feesAtoms()))
                .put("profit", Output.amount(instrument.quote(), sheet.profitAtoms()));
        ArrayNode checks = json.putArray("checks");
        for (Check check : sheet.checks()) {
            ObjectNode object = checks.addObject()
                    .put("label", check.label())
                    .put("detail", check.detail())
                    .put("figure", check.figure())
                    .put("level", check.level().name());
            ArrayNode mends = object.putArray("mends");
            for (Mend mend : check.mends()) {
                ObjectNode changes = mends.addObject().put("label", mend.label()).putObject("changes");
                mend.changes().forEach(changes::put);
            }
        }
        json.put("blocking", sheet.blocking());
    }

    private static ObjectNode line(ObjectNode object, Line line) {
        return object.put("order", line.label())
                .put("deviationPercent", Numbers.decimal(line.deviationPercent(), EXACT))
                .put("price", Numbers.decimal(line.price(), EXACT))
                .put("quantity", Numbers.decimal(line.quantity(), EXACT))
                .put("volume", Numbers.decimal(line.volume(), EXACT))
                .put("invested", Numbers.decimal(line.invested(), EXACT))
                .put("average", Numbers.decimal(line.average(), DECIMALS))
                .put("takeProfit", Numbers.decimal(line.takeProfit(), DECIMALS))
                .put("takeProfitTotal", Numbers.decimal(line.takeProfitTotal(), DECIMALS))
                .put("takeProfitBase", Numbers.decimal(line.takeProfitBase(), DECIMALS))
                .put("bouncePercent", Numbers.decimal(line.bouncePercent(), DECIMALS))
                .put("verdict", line.verdict().level().name())
                .put("rule", line.verdict().rule())
                .put("message", line.verdict().message());
    }
}
