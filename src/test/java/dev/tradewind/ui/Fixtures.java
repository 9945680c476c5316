package dev.tradewind.ui;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Account;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.DecisionRow;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.domain.TradingState;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Snapshots that look like a session a few hours in, for pictures and screen tests. */
public final class Fixtures {

    public static final Instrument BTC = new Instrument(
            "BTC/USD", "Bitstamp", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.01"), new BigDecimal("0.00000001"),
            InstrumentFilters.NONE);
    static final long NOW = nanos("2013-11-29T14:19:58Z");

    private Fixtures() {}

    static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    static long usd(String amount) {
        return BTC.quote().toAtoms(new BigDecimal(amount));
    }

    public static CandleColumns candles(int count) {
        Rng rng = new Rng(7);
        CandleSeries series = new CandleSeries(Timeframe.M15);
        long last = 127_000;
        long open = Timeframe.M15.openOf(NOW) - count * Timeframe.M15.nanos();
        for (int i = 0; i < count; i++) {
            long close = Math.max(20_000, last + rng.nextInt(1_800) - 900);
            long high = Math.max(last, close) + rng.nextInt(500);
            long low = Math.min(last, close) - rng.nextInt(500);
            series.append(open + i * Timeframe.M15.nanos(), last, high, low, close, 1_000_000_000L + rng.nextInt(900_000_000));
            last = close;
        }
        return series.columns();
    }

    /** {@return a session that trades, with bots in every state} */
    public static EngineSnapshot running() {
        return snapshot(TradingState.ACTIVE, bots());
    }

    /** {@return the same, halted by the user} */
    public static EngineSnapshot halted() {
        return snapshot(TradingState.HALTED, bots());
    }

    public static EngineSnapshot snapshot(TradingState trading, List<BotRow> bots) {
        Market market = new Market(
                BTC, candles(200).closeTicks(199), Side.BUY, 107_210, usd("9876543.21"), List.of(), List.of(candles(200)), nullList());
        Account account = new Account(
                usd("6112.48"), usd("1400.00"), 34_000_000_00L, usd("3801.10"), usd("10145.85"), usd("10000.00"),
                usd("10000.00"), usd("117.75"), usd("28.10"), usd("46.11"));
        return new EngineSnapshot(
                185_250, NOW, 185_247, trading, trading == TradingState.HALTED ? "by you" : "", "", market, account,
                List.of(), List.of(), List.of(), bots, log(), List.of());
    }

    private static List<EngineSnapshot.Forming> nullList() {
        List<EngineSnapshot.Forming> one = new ArrayList<>();
        one.add(null);
        return one;
    }

    static List<DecisionRow> log() {
        return List.of(
                new DecisionRow(184_902, NOW - 40_000_000_000L, 1, Reason.TAKE_PROFIT_MOVED, 118_250, 0),
                new DecisionRow(184_880, NOW - 400_000_000_000L, 1, Reason.SAFETY_ORDER_FILLED, 109_870, 0),
                new DecisionRow(184_751, NOW - 900_000_000_000L, 1, Reason.SAFETY_ORDER_PLACED, 109_870, 0),
                new DecisionRow(184_700, NOW - 1_500_000_000_000L, 1, Reason.TAKE_PROFIT_MOVED, 119_010, 0),
                new DecisionRow(184_699, NOW - 1_500_000_000_000L, 1, Reason.SAFETY_ORDER_FILLED, 112_400, 0),
                new DecisionRow(184_644, NOW - 2_100_000_000_000L, 1, Reason.BASE_ORDER_FILLED, 115_030, 0),
                new DecisionRow(184_640, NOW - 2_100_000_000_000L, 1, Reason.DEAL_OPENED, 115_030, 42),
                new DecisionRow(184_102, NOW - 3_900_000_000_000L, 1, Reason.DEAL_CLOSED, 41, 0),
                new DecisionRow(184_101, NOW - 3_900_000_000_000L, 1, Reason.TAKE_PROFIT_FILLED, 118_730, 0));
    }

    static List<BotRow> bots() {
        DecisionRow last = log().getFirst();
        return List.of(
                bot(1, "dca", "Crash ladder", BotState.RUNNING, "412.86", "28.10", "46.11", "16000", "Stop 1,004.10", last),
                bot(2, "sma-cross", "Slow crossover", BotState.RUNNING, "86.40", "-212.74", "11.77", "5600", "No stop set",
                        new DecisionRow(183_001, NOW - 6_000_000_000_000L, 2, Reason.CROSSED_UP, 113_020, 0)),
                bot(3, "dca", "Calm accumulation", BotState.PAUSED, "74.05", "-161.30", "9.84", "3000", "No stop set",
                        new DecisionRow(182_410, NOW - 9_000_000_000_000L, 3, Reason.BOT_PAUSED, 0, 0)),
                bot(4, "dca", "Deep ladder", BotState.WAITING_FOR_BALANCE, "0", "0", "0", "2500", "No position",
                        new DecisionRow(182_400, NOW - 9_400_000_000_000L, 4, Reason.BOT_WAITS_FOR_BALANCE, 0, 0)),
                bot(5, "sma-cross", "Fast crossover", BotState.ERROR, "-31.72", "0", "6.02", "2400", "No position",
                        new DecisionRow(182_000, NOW - 9_900_000_000_000L, 5, Reason.BOT_FAILED, 0, 0)),
                bot(6, "dca", "Weekend test", BotState.STOPPED, "18.60", "0", "3.10", "1000", "No position",
                        new DecisionRow(180_000, NOW - 20_000_000_000_000L, 6, Reason.BOT_STOPPED, 0, 0)));
    }

    private static BotRow bot(
            int id, String type, String name, BotState state, String realised, String unrealised, String fees,
            String capital, String protection, DecisionRow last) {
        boolean holds = !unrealised.equals("0");
        return new BotRow(
                id, type, name, state, "Started by you", holds ? "deal 42 open, 5 of 7 orders filled" : "no deal open",
                protection, NOW - 190_000_000_000_000L, usd(capital), holds ? 14_963_000_00L : 0, holds ? usd("7997.75") : 0,
                usd(realised), usd(unrealised), usd(fees), 41, deals(holds), holds ? levels() : List.of(),
                Map.of("baseOrder", "250", "safetyOrder", "250", "deviation", "1", "takeProfit", "1"),
                equity(id), last);
    }

    /** {@return the bots with the last, which is stopped, out of sight} */
    public static List<BotRow> withArchived() {
        List<BotRow> all = new ArrayList<>(bots());
        BotRow last = all.removeLast();
        all.add(new BotRow(
                last.id(), last.type(), last.name(), last.state(), last.stateReason(), last.phase(), last.protection(),
                last.startedNanos(), last.capitalAtoms(), last.baseAtoms(), last.costAtoms(), last.realisedAtoms(),
                last.unrealisedAtoms(), last.feesAtoms(), last.dealsClosed(), last.deals(), last.levels(), last.params(),
                last.equity(), last.lastAction(), true, last.more()));
        return all;
    }

    /** {@return a running bot with a type's own defaults and capital enough for them} */
    public static BotRow edited(BotType type) {
        BotRow first = bots().getFirst();
        return new BotRow(
                1, type.id(), first.name(), BotState.RUNNING, "", first.phase(), first.protection(), first.startedNanos(),
                first.capitalAtoms(), first.baseAtoms(), first.costAtoms(), first.realisedAtoms(), first.unrealisedAtoms(),
                first.feesAtoms(), first.dealsClosed(), first.deals(), first.levels(), type.params(Map.of()).asMap(),
                first.equity(), first.lastAction());
    }

    private static List<Deal> deals(boolean open) {
        List<Deal> deals = new ArrayList<>();
        long at = NOW - 51_600_000_000_000L;
        if (open) {
            deals.add(new Deal(42, at, 0, 6, 7, usd("7997.75"), usd("20.11"), "open"));
        }
        String[][] rows = {
            {"2", "500.00", "4.02"}, {"5", "3999.87", "32.06"}, {"3", "999.91", "8.01"}, {"2", "500.00", "4.01"},
            {"4", "1999.91", "16.04"}, {"1", "250.00", "2.00"}, {"3", "999.96", "8.02"}, {"2", "500.00", "-14.01"}
        };
        int number = 41;
        for (String[] row : rows) {
            long from = at - 40_000_000_000_000L;
            deals.add(new Deal(
                    number--, from, from + 6_660_000_000_000L, Integer.parseInt(row[0]), 7, usd(row[1]), usd(row[2]),
                    row[2].startsWith("-") ? "stop loss" : "take profit"));
            at = from;
        }
        return deals;
    }

    private static List<BotLevel> levels() {
        return List.of(
                new BotLevel("Base", BotLevel.Kind.FILLED, Side.BUY, 118_161, 215_000_00L, 11),
                new BotLevel("SO 1", BotLevel.Kind.FILLED, Side.BUY, 116_979, 217_000_00L, 12),
                new BotLevel("SO 2", BotLevel.Kind.FILLED, Side.BUY, 115_207, 434_000_00L, 13),
                new BotLevel("SO 3", BotLevel.Kind.LIVE, Side.BUY, 112_400, 868_000_00L, 14),
                new BotLevel("SO 4", BotLevel.Kind.LIVE, Side.BUY, 109_870, 1_736_000_00L, 15),
                new BotLevel("SO 5", BotLevel.Kind.PLANNED, Side.BUY, 105_210, 3_472_000_00L, 0),
                new BotLevel("Average", BotLevel.Kind.AVERAGE, Side.BUY, 116_020, 0, 0),
                new BotLevel("TP", BotLevel.Kind.TAKE_PROFIT, Side.SELL, 118_250, 866_000_00L, 16),
                new BotLevel("Stop", BotLevel.Kind.STOP, Side.SELL, 100_410, 866_000_00L, 0));
    }

    private static long[][] equity(int seed) {
        Rng rng = new Rng(seed);
        long[][] points = new long[2][160];
        long value = 0;
        for (int i = 0; i < 160; i++) {
            value += usd("1") * (rng.nextInt(100) - (seed % 2 == 1 ? 42 : 56)) / 10;
            points[0][i] = NOW - (160 - i) * 1_200_000_000_000L;
            points[1][i] = value;
        }
        return points;
    }
}
