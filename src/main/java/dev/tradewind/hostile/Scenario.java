package dev.tradewind.hostile;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a seed's world is made of before anything happens: the instrument, what the exchange offers and charges, how far away
 * it is, and the bots.
 *
 * @param instrument   a spot pair or a perpetual
 * @param terms        what the exchange charges
 * @param offered      what the exchange does by itself; the rest is made up for
 * @param margin       leverage and modes on a perpetual
 * @param capitalAtoms what the account has at the start
 * @param latencyNanos from us to the exchange, and back
 * @param tellsFilled  whether the exchange says with an order's end how much of it had filled
 * @param bots         the commands that start the bots
 * @param stopped      ids of the bots that promise a stop for what they hold
 */
record Scenario(
        Instrument instrument,
        SimTerms terms,
        Capabilities offered,
        MarginConfig margin,
        long capitalAtoms,
        long latencyNanos,
        boolean tellsFilled,
        List<Command.StartBot> bots,
        List<Integer> stopped) {

    /** Every price begins here. */
    static final long START_TICKS = 10_000;

    private static final long MILLI = 1_000_000L;

    Scenario {
        bots = List.copyOf(bots);
        stopped = List.copyOf(stopped);
    }

    /** {@return the world of a seed} */
    static Scenario of(long seed) {
        Rng rng = new Rng(seed ^ 0x5CE0A210L);
        boolean perpetual = rng.nextInt(3) == 0;
        Instrument spot = new Instrument(
                "BTCUSD", "hostile", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.1"), new BigDecimal("0.001"),
                InstrumentFilters.NONE);
        Instrument instrument =
                perpetual ? spot.withPerpetual(PerpetualTerms.standard(spot.quote())) : spot;
        FeeAsset buyFee = !perpetual && rng.nextInt(3) == 0 ? FeeAsset.BASE : FeeAsset.QUOTE;
        SimTerms terms = new SimTerms(
                new FeeRate(rng.nextInt(100_000)), new FeeRate(rng.nextInt(60_000)), buyFee, rng.nextInt(30_000), 0);
        Capabilities offered = SimVenue.offers(instrument).without(Feature.LINKED_ORDERS, Feature.ICEBERG);
        if (rng.nextInt(3) == 0) {
            offered = offered.without(Feature.AMEND);
        }
        MarginConfig margin = perpetual
                ? new MarginConfig(
                        3, rng.nextInt(2) == 0 ? MarginMode.CROSS : MarginMode.ISOLATED, PositionMode.ONE_WAY)
                : MarginConfig.NONE;
        long unit = spot.quote().toAtoms(BigDecimal.ONE);
        List<Command.StartBot> bots = perpetual ? perpetualBots(rng, unit, margin) : spotBots(rng, unit);
        return new Scenario(
                instrument, terms, offered, margin, 20_000 * unit, (1 + rng.nextInt(250)) * MILLI,
                rng.nextInt(2) == 0, bots,
                perpetual ? List.of() : List.of(1, 2));
    }

    private static List<Command.StartBot> spotBots(Rng rng, long unit) {
        List<Command.StartBot> bots = new ArrayList<>();
        bots.add(new Command.StartBot(1, "dca", "first", 0, 3_000 * unit, dca(rng)));
        bots.add(new Command.StartBot(2, "dca", "second", 0, 3_000 * unit, dca(rng)));
        bots.add(new Command.StartBot(3, "grid", "grid", 0, 4_000 * unit, grid(rng, "spot")));
        return bots;
    }

    private static List<Command.StartBot> perpetualBots(Rng rng, long unit, MarginConfig margin) {
        List<Command.StartBot> bots = new ArrayList<>();
        String[] directions = {"neutral", "long", "short"};
        for (int bot = 1; bot <= 3; bot++) {
            Map<String, String> params = new TreeMap<>(grid(rng, "futures"));
            params.put("direction", directions[rng.nextInt(3)]);
            params.put("leverage", Integer.toString(margin.leverage()));
            params.put("marginMode", margin.mode() == MarginMode.CROSS ? "cross" : "isolated");
            bots.add(new Command.StartBot(bot, "futures-grid", "futures " + bot, 0, 3_000 * unit, params));
        }
        return bots;
    }

    private static Map<String, String> dca(Rng rng) {
        return Map.of(
                "baseOrder", Integer.toString(100 + rng.nextInt(300)),
                "safetyOrder", Integer.toString(80 + rng.nextInt(200)),
                "safetyOrders", Integer.toString(1 + rng.nextInt(4)),
                "activeSafetyOrders", Integer.toString(1 + rng.nextInt(4)),
                "deviation", "0." + (2 + rng.nextInt(6)),
                "volumeScale", "1.2",
                "takeProfit", "0." + (3 + rng.nextInt(6)),
                "stopLoss", Integer.toString(3 + rng.nextInt(5)),
                "baseOrderType", rng.nextInt(3) == 0 ? "limit" : "market",
                "cooldown", Integer.toString(rng.nextInt(20)));
    }

    private static Map<String, String> grid(Rng rng, String kind) {
        return Map.of(
                "lower", Integer.toString(960 - rng.nextInt(30)),
                "upper", Integer.toString(1_040 + rng.nextInt(30)),
                "levels", Integer.toString(8 + rng.nextInt(12)),
                "investment", kind.equals("spot") ? "90" : "60");
    }

    /** {@return whether an order is the exit of a bot that promised a stop} */
    boolean protects(OrderRequest request) {
        return request.side() == Side.SELL && stopped.contains(request.botId());
    }

    /** {@return the configuration of the engine in this world, with these bot types in the catalogue} */
    SessionConfig config(List<BotType> types) {
        return new SessionConfig(
                1, instrument, capitalAtoms, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), RiskLimits.NONE, types,
                List.of(), 0).withMargin(margin);
    }
}
