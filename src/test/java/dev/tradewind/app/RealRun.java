package dev.tradewind.app;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Backtests of recordings in the shared data set, with parameters under which the bots have something to do. */
enum RealRun {
    /** Deals by the dozen, and stops hit in the crash of 5 August 2024. */
    DCA_BITCOIN_MINUTES(spot("1m/binance-spot-BTCUSDT-1m-2024", "BTC/USDT"), dca(
            "safetyOrders", "4", "baseOrder", "1000", "safetyOrder", "1000", "volumeScale", "1.2", "stopLoss", "6",
            "takeProfit", "1"), terms("10", FeeAsset.QUOTE, "0", "")),
    /** Fees taken in coins, so that dust stays, and takers that pay slippage. */
    DCA_ETHER_MINUTES(spot("1m/binance-spot-ETHUSDT-1m-2024", "ETH/USDT"), dca(
            "safetyOrders", "4", "baseOrder", "1000", "safetyOrder", "1000", "volumeScale", "1.2", "stopLoss", "6",
            "takeProfit", "1"), terms("10", FeeAsset.BASE, "2", "")),
    /** Sold out below its range in the crash. */
    GRID_BITCOIN_MINUTES(spot("1m/binance-spot-BTCUSDT-1m-2024", "BTC/USDT"), bot("grid",
            "lower", "52000", "upper", "70000", "levels", "40", "stopBelow", "50500"),
            terms("10", FeeAsset.QUOTE, "0", "")),
    /** Follows the price down through the crash and trades on. */
    GRID_ETHER_MINUTES(spot("1m/binance-spot-ETHUSDT-1m-2024", "ETH/USDT"), bot("grid",
            "lower", "2700", "upper", "3400", "levels", "30", "spacing", "geometric", "investment", "60", "expandDown",
            "2000"), terms("7.5", FeeAsset.QUOTE, "1", "")),
    /** Long for sixteen months, paying funding most of the time. */
    DCA_ETHER_PERPETUAL(perpetual("5m", "ETH", "0.01", 3), dca(
            "baseOrder", "1500", "safetyOrder", "1500", "safetyOrders", "3", "takeProfit", "1.5", "stopLoss", "12"),
            terms("4", FeeAsset.QUOTE, "0", "")),
    /** Neutral and trailing, so short in a rise and paid for it. */
    GRID_BITCOIN_PERPETUAL(perpetual("5m", "BTC", "0.1", 2), bot("futures-grid",
            "lower", "22000", "upper", "40000", "levels", "80", "leverage", "2", "trailingUp", "true"),
            terms("4", FeeAsset.QUOTE, "0", "")),
    /** Too much leverage and nothing that warns: closed by force. */
    DCA_ETHER_LIQUIDATED(perpetual("1h", "ETH", "0.01", 20), dca(
            "baseOrder", "2000", "safetyOrder", "2000", "safetyOrders", "3", "takeProfit", "1"),
            terms("4", FeeAsset.QUOTE, "0", "account liquidation-distance 1% warn")),
    /** Seven years of hours with their gaps, the bot growing with its profits. */
    DCA_BITCOIN_HOURS(spot("1h/binance-spot-BTCUSDT-1h-2017-2024", "BTC/USDT"), dca("stopLoss", "12"),
            terms("10", FeeAsset.QUOTE, "0", "")),
    /** The same hours by levels as far apart as the price went. */
    GRID_BITCOIN_HOURS(spot("1h/binance-spot-BTCUSDT-1h-2017-2024", "BTC/USDT"), bot("grid",
            "lower", "3000", "upper", "70000", "spacing", "geometric", "levels", "150", "investment", "98"),
            terms("10", FeeAsset.QUOTE, "0", "")),
    /** Two coins and three bots on one account through the crash. */
    PORTFOLIO_MINUTES(new RunSetup("", terms("10", FeeAsset.QUOTE, "1", ""), List.of(
            lane(spot("1m/binance-spot-BTCUSDT-1m-2024", "BTC/USDT"), List.of(
                    dca("baseOrder", "300", "safetyOrder", "300", "stopLoss", "8"),
                    bot("grid", "lower", "55000", "upper", "70000", "levels", "20"))),
            lane(spot("1m/binance-spot-ETHUSDT-1m-2024", "ETH/USDT"), List.of(
                    dca("baseOrder", "300", "safetyOrder", "300", "stopLoss", "8"))))));

    static final Path DATA = Path.of("../shared/data");

    private final RunSetup setup;

    RealRun(RunSetup setup) {
        this.setup = setup;
    }

    RealRun(Market market, BotChoice bot, BacktestRequest terms) {
        this(new RunSetup("", terms, List.of(lane(market, List.of(bot)))));
    }

    /** Where a history is, and as what it is traded. */
    private record Market(MarketChoice choice, Optional<PerpetualChoice> perpetual) {}

    private static RunSetup.Lane lane(Market market, List<BotChoice> bots) {
        return new RunSetup.Lane(
                market.choice, market.perpetual, Optional.empty(), bots.stream().map(RunSetup.Entry::of).toList());
    }

    private static Path file(String name) {
        return Path.of("../shared/data").resolve(name);
    }

    private static Market spot(String name, String pair) {
        return new Market(
                new MarketChoice(
                        file("candles/" + name + ".csv.gz"), Optional.of(pair), Optional.empty(), Optional.empty(),
                        Optional.of(MarketChoice.DEFAULT_RULES)),
                Optional.empty());
    }

    private static Market perpetual(String timeframe, String coin, String tick, int leverage) {
        String symbol = "binance-um-" + coin + "USDT";
        return new Market(
                new MarketChoice(
                        file("candles/" + timeframe + "/" + symbol + "-" + timeframe + "-2023-2024.csv.gz"),
                        Optional.of(coin + "/USDT"), Optional.of(new BigDecimal(tick)),
                        Optional.of(new BigDecimal("0.001")), Optional.empty()),
                Optional.of(new PerpetualChoice(
                        new MarginConfig(leverage, MarginMode.ISOLATED, PositionMode.ONE_WAY),
                        Optional.of(file("funding/" + symbol + "-funding-2023-2024.csv")),
                        Optional.of(file("candles/mark/" + symbol + "-mark-8h-2023-2024.csv.gz")),
                        Optional.empty())));
    }

    private static BotChoice dca(String... params) {
        return bot("dca", params);
    }

    private static BotChoice bot(String type, String... params) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            given.put(params[i], params[i + 1]);
        }
        return BotChoice.of(type, given);
    }

    private static BacktestRequest terms(String feeBps, FeeAsset buyFeeAsset, String slippageBps, String rules) {
        BigDecimal none = BigDecimal.ZERO;
        return new BacktestRequest(
                BigDecimal.valueOf(10_000), FeeRate.ofBps(new BigDecimal(feeBps)), buyFeeAsset,
                new BigDecimal(slippageBps), 0, Long.MIN_VALUE, Long.MAX_VALUE, new RiskRules(none, none, none, rules),
                FillChoice.DEFAULT, Optional.empty(), Optional.empty());
    }

    RunSetup setup() {
        return setup;
    }

    /** {@return its name in the file of golden hashes} */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return how a perpetual is traded, empty for spot} */
    Optional<PerpetualChoice> perpetual() {
        return setup.lanes().getFirst().perpetual();
    }
}
