package dev.tradewind.ui.chart;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Account;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.Forming;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.EngineSnapshot.TradeRow;
import dev.tradewind.domain.TradingState;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots that look like a session: real Bitstamp trades of November 2013 where the shared data lies beside the
 * project, a seeded walk otherwise; a DCA deal built on the market's own prices.
 */
public final class SampleMarket {

    private static final Path TRADES = Path.of("../shared/data/trades/bitstamp-btcusd-2013-11-trades.csv.gz");
    private static final List<Timeframe> FRAMES = List.of(
            Timeframe.S1, Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1);

    private final Instrument instrument = new Instrument(
            "BTCUSD",
            "Bitstamp replay",
            Asset.of("BTC"),
            Asset.of("USD"),
            new BigDecimal("0.01"),
            new BigDecimal("0.00000001"),
            new InstrumentFilters(10_000, 0, 0, 50_000_000_000L, 1, 0, 200));
    private final List<TradeRow> trades;

    /** The first {@code count} trades. */
    public SampleMarket(int count) {
        trades = Files.exists(TRADES) ? read(instrument, count) : walk(count);
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return instrument;
    }

    private static List<TradeRow> read(Instrument instrument, int count) {
        List<TradeRow> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TRADES)), StandardCharsets.US_ASCII))) {
            in.readLine();
            for (String line = in.readLine(); line != null && rows.size() < count; line = in.readLine()) {
                String[] cells = line.split(",");
                if (cells.length >= 3 && !cells[2].isBlank() && !cells[2].equals("nan")) {
                    long lots = instrument.toLots(new BigDecimal(cells[2]), RoundingMode.DOWN);
                    long ticks = instrument.toTicks(new BigDecimal(cells[1]), RoundingMode.HALF_UP);
                    if (lots > 0) {
                        rows.add(new TradeRow(Long.parseLong(cells[0]) * 1_000_000L, ticks, lots, null));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<TradeRow> walk(int count) {
        Rng rng = new Rng(42);
        List<TradeRow> rows = new ArrayList<>();
        long time = 1_385_337_600_000_000_000L;
        double price = 80_000;
        for (int i = 0; i < count; i++) {
            time += 1_000_000L * (100 + rng.nextInt(9_000));
            price *= 1 + (rng.nextDouble() - 0.4995) * 0.003;
            rows.add(new TradeRow(time, Math.round(price), 1_000_000L * (1 + rng.nextInt(300)), null));
        }
        return rows;
    }

    /** {@return the market with nothing having happened} */
    public EngineSnapshot empty() {
        List<CandleColumns> candles = new ArrayList<>();
        List<@Nullable Forming> forming = new ArrayList<>();
        for (Timeframe frame : FRAMES) {
            candles.add(CandleColumns.empty(frame));
            forming.add(null);
        }
        long capital = 10_000L * 10_000_000_000L;
        return new EngineSnapshot(
                0, 1_385_337_600_000_000_000L, 0, TradingState.ACTIVE, "", "",
                new Market(instrument, 0, null, 0, 0, List.of(), candles, forming),
                new Account(capital, 0, 0, 0, capital, capital, capital, 0, 0, 0),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** {@return the market after all trades, with no bot and no order} */
    public Market market() {
        List<CandleColumns> candles = new ArrayList<>();
        List<@Nullable Forming> forming = new ArrayList<>();
        for (Timeframe frame : FRAMES) {
            Forming[] open = new Forming[1];
            candles.add(aggregate(frame, open));
            forming.add(open[0]);
        }
        List<TradeRow> newest = new ArrayList<>();
        for (int i = trades.size() - 1; i >= Math.max(0, trades.size() - 200); i--) {
            newest.add(trades.get(i));
        }
        return new Market(
                instrument, newest.getFirst().priceTicks(), null, trades.getFirst().priceTicks(), 0, newest, candles,
                forming);
    }

    private CandleColumns aggregate(Timeframe frame, Forming[] open) {
        CandleSeries series = new CandleSeries(frame);
        Forming now = null;
        for (TradeRow trade : trades) {
            long opens = frame.openOf(trade.timeNanos());
            if (now != null && now.openTimeNanos() != opens) {
                series.append(
                        now.openTimeNanos(), now.openTicks(), now.highTicks(), now.lowTicks(), now.closeTicks(),
                        now.volumeLots());
                now = null;
            }
            long price = trade.priceTicks();
            now = now == null
                    ? new Forming(opens, price, price, price, price, trade.quantityLots())
                    : new Forming(
                            opens, now.openTicks(), Math.max(now.highTicks(), price), Math.min(now.lowTicks(), price),
                            price, now.volumeLots() + trade.quantityLots());
        }
        open[0] = now;
        return series.columns();
    }

    /** {@return the market with a DCA deal in the middle of its life and two orders of the user} */
    public EngineSnapshot deal() {
        Market market = market();
        CandleColumns five = market.candles().get(2);
        int base = Math.max(0, five.size() - 90);
        long start = five.closeTicks(base);
        long last = market.lastTicks();
        long top = Math.max(start, last) * 1_012 / 1_000;
        List<FillRow> fills = new ArrayList<>();
        List<BotLevel> levels = new ArrayList<>();
        String[] names = {"BO", "SO 1", "SO 2"};
        int[] rows = {base, base + 14, base + 33};
        long lots = 0;
        long cost = 0;
        for (int i = 0; i < 3; i++) {
            int row = Math.min(rows[i], five.size() - 1);
            long price = five.closeTicks(row);
            long size = 20_000_000L * (i + 1);
            lots += size;
            cost += price * size;
            fills.addFirst(new FillRow(
                    i + 1, 100 + i, 7, Side.BUY, five.openTimeNanos(row) + 61_000_000_000L, price, size,
                    instrument.notionalAtoms(price, size) / 1000, false, i > 0, names[i], 178_940 + i));
            levels.add(new BotLevel(names[i], BotLevel.Kind.FILLED, Side.BUY, price, size, 0));
        }
        long average = cost / lots;
        long floor = Math.min(average, last);
        levels.add(new BotLevel("SO 3", BotLevel.Kind.LIVE, Side.BUY, floor * 985 / 1000, 80_000_000L, 201));
        levels.add(new BotLevel("SO 4", BotLevel.Kind.LIVE, Side.BUY, floor * 972 / 1000, 100_000_000L, 202));
        levels.add(new BotLevel("SO 5", BotLevel.Kind.PLANNED, Side.BUY, floor * 958 / 1000, 120_000_000L, 0));
        levels.add(new BotLevel("Average", BotLevel.Kind.AVERAGE, Side.BUY, average, 0, 0));
        levels.add(new BotLevel("TP", BotLevel.Kind.TAKE_PROFIT, Side.SELL, top, lots, 203));
        levels.add(new BotLevel("Stop", BotLevel.Kind.STOP, Side.SELL, floor * 945 / 1000, lots, 204));
        long now = trades.getLast().timeNanos();
        List<OrderRow> orders = List.of(
                order(203, 7, Side.SELL, OrderType.LIMIT, now - 4_000_000_000_000L, top, lots, "Take profit", 178_945),
                order(201, 7, Side.BUY, OrderType.LIMIT, now - 4_000_000_000_000L, floor * 985 / 1000, 80_000_000L,
                        "SO 3", 178_946),
                order(202, 7, Side.BUY, OrderType.LIMIT, now - 4_000_000_000_000L, floor * 972 / 1000, 100_000_000L,
                        "SO 4", 178_947),
                order(301, 0, Side.BUY, OrderType.LIMIT, now - 900_000_000_000L, last * 996 / 1000, 50_000_000L, "",
                        184_630));
        long costAtoms = instrument.notionalAtoms(average, lots);
        long baseAtoms = lots * instrument.lotAtoms();
        long value = instrument.valueOfBaseAtoms(last, baseAtoms);
        long start0 = 10_000L * 10_000_000_000L;
        long reserved = 0;
        for (OrderRow order : orders) {
            reserved += order.side() == Side.BUY
                    ? instrument.notionalAtoms(order.priceTicks(), order.quantityLots())
                    : 0;
        }
        Account account = new Account(
                start0 - costAtoms - reserved, reserved, baseAtoms, costAtoms, start0 - costAtoms + value, start0,
                        start0,
                0, value - costAtoms, costAtoms / 1000);
        Deal open = new Deal(1, five.openTimeNanos(base), 0, 3, 6, costAtoms, value - costAtoms, "open");
        BotRow bot = new BotRow(
                7, "dca", "dca-07", BotState.RUNNING, "", "Deal 1: 2 of 5 safety orders filled", "Stop set",
                five.openTimeNanos(base), start0 / 2, baseAtoms, costAtoms, 0, value - costAtoms, costAtoms / 1000, 0,
                List.of(open), levels, Map.of(), new long[][] {{}, {}}, null);
        OrderRow done = new OrderRow(
                102, 7, Side.BUY, OrderType.LIMIT, OrderState.FILLED, now - 9_000_000_000_000L,
                        now - 8_000_000_000_000L,
                five.closeTicks(rows[2]), 0, 60_000_000L, 60_000_000L,
                instrument.notionalAtoms(five.closeTicks(rows[2]), 60_000_000L), 3, "SO 2", 178_942, "");
        return new EngineSnapshot(
                185_247, now, 185_247, TradingState.ACTIVE, "", "", market, account, orders, List.of(done), fills,
                List.of(bot), List.of(), List.of(), List.of(), EngineSnapshot.Risk.NONE, List.of(), FillTier.T2, null);
    }

    private OrderRow order(
            long id, int bot, Side side, OrderType type, long placed, long price, long lots, String label, long row) {
        return new OrderRow(
                id, bot, side, type, OrderState.LIVE, placed, placed, price, 0, lots, 0, 0, 0, label, row, "");
    }

    /** {@return {@code count} one-minute candles of a seeded walk} */
    public static CandleColumns walk(int count, long seed) {
        Rng rng = new Rng(seed);
        CandleSeries series = new CandleSeries(Timeframe.M1, count);
        double price = 4_000_000;
        for (int i = 0; i < count; i++) {
            long open = Math.round(price);
            price *= 1 + (rng.nextDouble() - 0.49995) * 0.004;
            long close = Math.round(price);
            long spread = 1 + Math.round(price * 0.0008 * rng.nextDouble());
            series.append(
                    1_600_000_000_000_000_000L / 60_000_000_000L * 60_000_000_000L + i * 60_000_000_000L, open,
                    Math.max(open, close) + spread, Math.max(1, Math.min(open, close) - spread), close,
                    1_000L * (1 + rng.nextInt(900)));
        }
        return series.columns();
    }
}
