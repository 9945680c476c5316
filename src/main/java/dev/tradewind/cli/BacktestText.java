package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BacktestOutcome;
import dev.tradewind.app.BotChoice;
import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A finished backtest in words and as JSON. */
final class BacktestText {

    private static final int LABEL = 14;

    private final BotChoice bot;
    private final BacktestOutcome outcome;
    private final BacktestReport report;
    private final Instrument instrument;
    private final Asset quote;
    private final RunReport run;
    private final List<String> lines = new ArrayList<>();

    private BacktestText(BotChoice bot, BacktestOutcome outcome, RunReport run) {
        this.bot = bot;
        this.outcome = outcome;
        this.report = outcome.report();
        this.instrument = report.instrument();
        this.quote = instrument.quote();
        this.run = run;
    }

    /** {@return the report for people} */
    static List<String> lines(BotChoice bot, BacktestOutcome outcome, RunReport run) {
        BacktestText text = new BacktestText(bot, outcome, run);
        text.origin();
        text.result();
        return text.lines;
    }

    /** Fills in the report for machines: money in units, not atoms; shares in percent. */
    static void json(
            ObjectNode json, BotChoice bot, BacktestOutcome outcome, RunReport run) {
        BacktestText text = new BacktestText(bot, outcome, run);
        text.origin(json);
        text.result(json);
    }

    private void row(String label, String text) {
        lines.add(String.format(Locale.ROOT, "%-" + LABEL + "s%s", label, text));
    }

    private String events() {
        return switch (outcome.tier()) {
            case T0, T1 -> "candles";
            case T2 -> "trades";
            case T3 -> "book changes and trades";
        };
    }

    private String tier() {
        return outcome.tier().name();
    }

    /** The parameters that were chosen; the rest is as the bot's type has it. */
    private String changed() {
        StringJoiner text = new StringJoiner(" ");
        text.setEmptyValue("all as by default");
        for (ParamSpec spec : bot.params().specs()) {
            String value = bot.params().text(spec.id());
            if (!value.equals(spec.canonical(spec.defaultValue()))) {
                text.add(spec.id() + "=" + value);
            }
        }
        return text.toString();
    }

    private void origin() {
        lines.add(bot.type().label() + " on " + instrument.symbol() + " (" + instrument.venue() + "), "
                + outcome.timeframe().map(Timeframe::label).map(label -> label + " ").orElse("") + events() + ", fills "
                + tier()
                + outcome.request().timeframe().map(label -> ", bot on " + label.label()).orElse(""));
        lines.add("");
        row("Parameters", changed());
        var data = outcome.data();
        row("Data", data.file() + ", " + Numbers.count(data.rows()) + " " + events()
                + Numbers.gaps(data.missing(), data.gaps())
                + (data.withoutQuantity() == 0 ? "" : ", " + data.withoutQuantity() + " without quantity left out")
                + (data.rounded() == 0 ? "" : ", " + Numbers.count(data.rounded()) + " volumes rounded to the lot"));
        row("Played", Numbers.count(report.events()) + " " + (instrument.isPerpetual() ? "events" : events()) + ", " + Times.show(outcome.firstNanos()) + " to "
                + Times.show(outcome.endNanos()) + " UTC");
        var request = outcome.request();
        row("Terms", (request.fees().isPresent()
                ? "fees by volume"
                : "fee " + Numbers.plain(request.fee().toBps()) + " bp") + " (buys pay in "
                + request.buyFeeAsset().name().toLowerCase(Locale.ROOT) + "), slippage "
                + Numbers.plain(request.slippageBps()) + " bp, latency "
                + request.latencyNanos() / 1_000_000 + " ms, seed " + request.models().seed());
        FeesText.rows(outcome).forEach(this::row);
        row("Fills", tier() + ": " + outcome.tier().belief());
        row("Models", "path " + request.models().path() + ", latency "
                + request.models().latency() + ", slippage " + request.models().slippage() + ", queue "
                + request.models().queue() + ", cancels " + request.models().cancels());
    }

    private void result() {
        lines.add("");
        row("Equity", Numbers.money(quote, report.startEquityAtoms()) + " -> "
                + Numbers.money(quote, report.endEquityAtoms()) + " " + quote.code());
        row("Return", Numbers.percent(report.totalReturn()));
        row("Drawdown", Numbers.percent(-outcome.maxDrawdown()) + " at most");
        row("Trades", Numbers.count(report.fills().roundTrips()) + " round trips, "
                + Numbers.count(report.fills().size()) + " fills");
        row("Realised", Numbers.change(quote, report.realisedAtoms()) + " after fees");
        row("Unrealised", Numbers.change(quote, outcome.unrealisedAtoms()));
        row("Fees", Numbers.money(quote, report.feesAtoms()) + " " + quote.code() + FeesText.paid(outcome));
        if (instrument.isPerpetual()) {
            row("Funding", Numbers.change(quote, report.fundingAtoms()) + " within realised");
            row("Margin", margin());
        }
        row("Left", left());
        if (outcome.timeframe().isPresent()) {
            row("Unclear", unclear());
        }
        row("Bot", state());
        if (report.risk().count() > 0) {
            row("Risk", RiskText.count(report.risk().count()));
            lines.addAll(RiskText.rows(report.risk().rows()));
        }
        lines.addAll(RunText.figures(run));
        lines.add("");
        row("Hash", report.hash() + " over " + Numbers.count(report.journalRows()) + " journal rows");
    }

    private String unclear() {
        long candles = report.unclearCandles();
        String count = candles == 0
                ? "no candle held both a stop and a profit order"
                : Numbers.count(candles) + (candles == 1 ? " candle" : " candles") + " held a stop and a profit order";
        return count
                + run.spread().map(both -> "; stops first " + money(both.pessimisticEnd()) + ", profits first "
                                + money(both.optimisticEnd()) + ", spread " + money(between(both)) + " " + quote.code())
                        .orElse("");
    }

    private BigDecimal exact(double amount) {
        return Numbers.decimal(amount, quote.scale());
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static double between(RunReport.Spread both) {
        return Math.abs(both.optimisticEnd() - both.pessimisticEnd());
    }

    private String margin() {
        return report.margin().leverage() + "x " + report.margin().mode().name().toLowerCase(Locale.ROOT) + ", "
                + report.margin().positions().name().toLowerCase(Locale.ROOT).replace('_', '-') + "; "
                + report.fills().marginCalls() + " margin calls, " + report.fills().liquidations() + " liquidations";
    }

    private String left() {
        if (report.baseAtoms() == 0) {
            return "nothing";
        }
        if (instrument.isPerpetual()) {
            return Numbers.plain(instrument.base().toDecimal(Math.abs(report.baseAtoms()))) + " "
                    + instrument.base().code() + (report.baseAtoms() > 0 ? " long" : " short") + ", entered at "
                    + Numbers.money(quote, Math.abs(report.costAtoms())) + " " + quote.code();
        }
        return Numbers.plain(instrument.base().toDecimal(report.baseAtoms())) + " " + instrument.base().code()
                + " that cost " + Numbers.money(quote, report.costAtoms()) + " " + quote.code()
                + (outcome.leftIsDust() ? " (dust: less than one lot)" : "");
    }

    /** {@return a bot's state in words} */
    static String words(BotState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String state() {
        return words(report.state())
                + (report.stateReason().isEmpty() ? "" : ": " + report.stateReason());
    }

    private void origin(ObjectNode json) {
        json.put("bot", bot.type().id());
        ObjectNode params = json.putObject("params");
        bot.params().asMap().forEach(params::put);
        json.put("symbol", instrument.symbol())
                .put("venue", instrument.venue())
                .put("base", instrument.base().code())
                .put("quote", quote.code())
                .put("tick", instrument.tickSize())
                .put("lot", instrument.lotSize())
                .put("data", outcome.data().file())
                .put("kind", events())
                .put("timeframe", outcome.timeframe().map(Timeframe::label).orElse(""))
                .put("tier", tier())
                .put("rows", outcome.data().rows())
                .put("missing", outcome.data().missing())
                .put("withoutQuantity", outcome.data().withoutQuantity())
                .put("checksum", String.format("%016x", outcome.checksum()));
        var request = outcome.request();
        json.put("from", Times.iso(outcome.firstNanos()))
                .put("to", Times.iso(outcome.endNanos()))
                .put("capital", request.capital())
                .put("feeBps", request.fees().isPresent() ? null : request.fee().toBps())
                .put("feeAsset", request.buyFeeAsset().name().toLowerCase(Locale.ROOT))
                .put("slippageBps", request.slippageBps())
                .put("latencyMs", request.latencyNanos() / 1_000_000)
                .put("seed", request.models().seed())
                .put("botTimeframe", request.timeframe().map(Timeframe::label).orElse(""))
                .put("path", request.models().path())
                .put("latencyModel", request.models().latency())
                .put("slippageModel", request.models().slippage())
                .put("queueModel", request.models().queue())
                .put("cancelModel", request.models().cancels());
    }

    private void result(ObjectNode json) {
        json.put("events", report.events())
                .put("trades", report.fills().roundTrips())
                .put("fills", report.fills().size())
                .put("startEquity", Output.amount(quote, report.startEquityAtoms()))
                .put("endEquity", Output.amount(quote, report.endEquityAtoms()))
                .put("returnPercent", Numbers.decimal(report.totalReturn() * 100, 8))
                .put("maxDrawdownPercent", Numbers.decimal(outcome.maxDrawdown() * 100, 8))
                .put("realised", Output.amount(quote, report.realisedAtoms()))
                .put("unrealised", Output.amount(quote, outcome.unrealisedAtoms()))
                .put("fees", Output.amount(quote, report.feesAtoms()))
                .put("baseLeft", Output.amount(instrument.base(), report.baseAtoms()))
                .put("baseLeftCost", Output.amount(quote, report.costAtoms()))
                .put("dust", outcome.leftIsDust())
                .put("unclearCandles", report.unclearCandles())
                .put("state", report.state().name())
                .put("stateReason", report.stateReason())
                .put("journalRows", report.journalRows())
                .put("hash", report.hash())
                .put("nsPerEvent", Numbers.decimal(outcome.nanosPerEvent(), 2))
                .put("violations", report.risk().count());
        RiskText.json(json.putArray("riskLog"), report.risk().rows());
        FeesText.json(json, outcome);
        if (instrument.isPerpetual()) {
            json.putObject("perpetual")
                    .put("leverage", report.margin().leverage())
                    .put("margin", report.margin().mode().name().toLowerCase(Locale.ROOT))
                    .put("positions", report.margin().positions().name().toLowerCase(Locale.ROOT))
                    .put("funding", Output.amount(quote, report.fundingAtoms()))
                    .put("marginCalls", report.fills().marginCalls())
                    .put("liquidations", report.fills().liquidations());
        }
        run.spread().ifPresent(both -> json.putObject("spread")
                .put("pessimistic", exact(both.pessimisticEnd()))
                .put("optimistic", exact(both.optimisticEnd()))
                .put("spread", exact(between(both))));
    }
}
