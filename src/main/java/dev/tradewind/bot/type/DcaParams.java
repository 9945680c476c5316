package dev.tradewind.bot.type;

import static dev.tradewind.domain.ParamSpec.choice;
import static dev.tradewind.domain.ParamSpec.decimal;
import static dev.tradewind.domain.ParamSpec.integer;
import static dev.tradewind.domain.ParamSpec.ladder;
import static dev.tradewind.domain.ParamSpec.toggle;

import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.domain.ParamSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parameters of the DCA deal bot and its presets. */
final class DcaParams {

    private static final String ENTRY = "Entry";
    private static final String SAFETY = "Safety orders";
    private static final String EXIT = "Exit";
    private static final String PROTECTION = "Protection";
    private static final String DEALS = "Deals";
    private static final String LARGEST = "1000000000";

    /** Largest number of safety orders. */
    static final int MOST_SAFETY_ORDERS = 30;

    static final List<ParamSpec> SPECS = Stream.of(entry(), safety(), exit(), protection(), deals())
            .flatMap(List::stream)
            .toList();

    static final List<Preset> PRESETS = List.of(
            new Preset("Classic", Map.of()),
            new Preset(
                    "Calm",
                    Map.of(
                            "safetyOrders", "4", "activeSafetyOrders", "2", "deviation", "2", "stepScale", "1.3",
                            "volumeScale", "1.3", "takeProfit", "2", "cooldown", "300")),
            new Preset(
                    "Deep",
                    Map.of(
                            "safetyOrders", "8", "activeSafetyOrders", "3", "deviation", "1", "stepScale", "1.45",
                            "volumeScale", "1.6", "takeProfit", "1.2", "safetyOrder", "50", "baseOrder", "50")),
            new Preset(
                    "Sample",
                    Map.of(
                            "baseOrder", "200", "safetyOrder", "200", "safetyOrders", "5", "activeSafetyOrders", "2",
                            "deviation", "0.4", "stepScale", "1.4", "volumeScale", "1.4", "takeProfit", "0.6", "cooldown",
                            "10")));

    private DcaParams() {}

    private static List<ParamSpec> entry() {
        return List.of(
                choice("startCondition", "Start", ENTRY, "When a deal may open.", "now", "price", "delay"),
                decimal("baseOrder", "Base order", ENTRY, "quote", "100", "0.00000001", LARGEST,
                        "What the first order of a deal buys for."),
                choice("baseOrderUnit", "Base order in", ENTRY,
                        "Whether the base order's size is quote, base, or a percentage of the bot's capital.",
                        "quote", "base", "percent").asAdvanced(),
                choice("baseOrderType", "Base order type", ENTRY,
                        "Market, or a limit order at the last price.", "market", "limit").asAdvanced(),
                decimal("startPriceMin", "Start from price", ENTRY, "quote", "0", "0", LARGEST,
                        "With start 'price': deals open at this price or above; 0 means no lower end.").asAdvanced(),
                decimal("startPriceMax", "Start up to price", ENTRY, "quote", "0", "0", LARGEST,
                        "With start 'price': deals open at this price or below; 0 means no upper end.").asAdvanced(),
                integer("startDelay", "Start delay", ENTRY, "s", 60, 0, 31_536_000,
                        "With start 'delay': how long after the start the first deal opens.").asAdvanced(),
                decimal("minDayVolume", "Smallest day volume", ENTRY, "quote", "0", "0", "1000000000000",
                        "Deals open only while at least this much traded in 24 hours; 0 means any.").asAdvanced());
    }

    private static List<ParamSpec> safety() {
        return List.of(
                decimal("safetyOrder", "Size", SAFETY, "quote", "100", "0.00000001", LARGEST,
                        "What the first safety order buys for."),
                integer("safetyOrders", "Count", SAFETY, "", 5, 0, MOST_SAFETY_ORDERS, "Safety orders of a deal at most."),
                decimal("deviation", "First deviation", SAFETY, "%", "1", "0.01", "99",
                        "How far below the base order the first safety order lies."),
                integer("activeSafetyOrders", "Live at once", SAFETY, "", 5, 1, MOST_SAFETY_ORDERS,
                        "Safety orders resting on the exchange at once."),
                decimal("stepScale", "Step scale", SAFETY, "×", "1.5", "0.1", "10",
                        "Each step down is this many times the one before."),
                decimal("volumeScale", "Volume scale", SAFETY, "×", "2", "0.1", "10",
                        "Each safety order is this many times the one before."),
                ladder("customLadder", "Own ladder", SAFETY, "%", "0.01", "99",
                        "Deviation:quote amount of each safety order, for instance 1:100,2.5:200; replaces size, count,"
                                + " deviation and scales.").asAdvanced());
    }

    private static List<ParamSpec> exit() {
        return List.of(
                decimal("takeProfit", "Take profit", EXIT, "%", "1.5", "0.01", "1000", "Profit asked for, after fees."),
                choice("takeProfitOn", "Measured on", EXIT,
                        "Whether the percentage is of all that was paid (average) or of the base order alone (base).",
                        "average", "base"),
                ladder("takeProfitSteps", "Steps", EXIT, "%", "0.01", "1000",
                        "Percent:share of the position in percent, for instance 1.5:50,3:50; the last step takes the rest;"
                                + " replaces the take profit.").asAdvanced(),
                decimal("trailing", "Trailing", EXIT, "%", "0", "0", "50",
                        "Once the (last) take profit is reached, sell when the price falls this far from its peak; 0 is"
                                + " off.").asAdvanced());
    }

    private static List<ParamSpec> protection() {
        return List.of(
                decimal("stopLoss", "Stop loss", PROTECTION, "%", "0", "0", "99", "Sell at market this far below; 0 is off."),
                choice("stopLossOn", "Stop measured on", PROTECTION,
                        "Whether the stop is below the base order's price or below the average.", "base", "average")
                        .asAdvanced(),
                toggle("stopLossTrailing", "Trailing stop", PROTECTION, false,
                        "The stop follows the highest price since the deal opened; the first stop stays on the exchange.")
                        .asAdvanced(),
                integer("stopLossTimeout", "Stop time-out", PROTECTION, "s", 0, 0, 604_800,
                        "Sell only after the price stayed below the stop this long; 0 sells at once.").asAdvanced(),
                integer("stopLossBreakEven", "To break-even after step", PROTECTION, "", 0, 0, 20,
                        "After this take-profit step the stop moves to the break-even price; 0 is off.").asAdvanced(),
                choice("stopLossAction", "After a stop", PROTECTION,
                        "Whether the bot goes on after a stop loss or stops too.", "close", "close and stop").asAdvanced(),
                integer("dealTimeout", "Deal time-out", PROTECTION, "s", 0, 0, 31_536_000,
                        "Close a deal at market after this long; 0 is never.").asAdvanced(),
                decimal("riskReduction", "Risk reduction", PROTECTION, "%", "0", "0", "100",
                        "Share of losses so far taken off the order sizes of new deals.").asAdvanced());
    }

    private static List<ParamSpec> deals() {
        return List.of(
                integer("cooldown", "Cooldown between deals", DEALS, "s", 60, 0, 31_536_000,
                        "How long to wait after a deal before the next."),
                integer("maxDeals", "Stop after deals", DEALS, "", 0, 0, 1_000_000, "Deals to close in all; 0 is endless.")
                        .asAdvanced(),
                decimal("reinvest", "Reinvest", DEALS, "%", "0", "0", "100",
                        "Share of profits so far added to the order sizes of new deals.").asAdvanced());
    }
}
