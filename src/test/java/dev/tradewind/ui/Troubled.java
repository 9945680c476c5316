package dev.tradewind.ui;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Account;
import dev.tradewind.engine.EngineSnapshot.AccountMore;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import dev.tradewind.engine.EngineSnapshot.QuarantineRow;
import dev.tradewind.engine.EngineSnapshot.QuarantineState;
import dev.tradewind.engine.EngineSnapshot.Risk;
import dev.tradewind.engine.EngineSnapshot.RuleRow;
import dev.tradewind.engine.EngineSnapshot.StopRow;
import dev.tradewind.engine.LineState;
import dev.tradewind.engine.ReconciliationReport;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.risk.RuleState.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts rules, algorithms, held orders and impossible reports into a snapshot, for pictures and screen tests. */
public final class Troubled {

    private static final long SECOND = 1_000_000_000L;

    private Troubled() {}

    /** {@return the snapshot with an OCO and a trailing stop at work, a held order, and everything that can go wrong} */
    public static EngineSnapshot of(EngineSnapshot from) {
        long now = from.timeNanos();
        long last = from.market().lastTicks();
        List<OrderRow> orders = new ArrayList<>(from.openOrders());
        orders.add(order(401, OrderType.LIMIT, OrderState.LIVE, now, last * 101 / 100, 0));
        orders.add(order(402, OrderType.STOP_MARKET, OrderState.HELD, now, 0, last * 98 / 100));
        List<AlgoRow> algos = List.of(
                new AlgoRow(1, 0, "oco", "One cancels the other", Side.SELL, AlgoState.WORKING,
                        "both legs wait; the first to trade ends the other", now - 90 * SECOND, 40_000_000L, 10_000_000L,
                        List.of(401L, 402L), Map.of()),
                new AlgoRow(2, 0, "trailing-stop", "Trailing stop", Side.SELL, AlgoState.ARMED,
                        "trails 1 % under the peak; would sell at 896.20", now - 60 * SECOND, 20_000_000L, 0, List.of(),
                        Map.of()),
                new AlgoRow(3, 0, "twap", "TWAP", Side.BUY, AlgoState.FAILED,
                        "slice 4 was refused: not enough balance; nothing is left in the market", now - 600 * SECOND,
                        20_000_000L, 5_000_000L, List.of(), Map.of()));
        List<QuarantineRow> quarantine = List.of(
                new QuarantineRow(301, now - 30 * SECOND, 185_240, VenueReport.Kind.FILLED,
                        "a fill of 0.5 over the 0.2 that were left", QuarantineState.ASKED, ""),
                new QuarantineRow(295, now - 400 * SECOND, 184_900, VenueReport.Kind.CANCELED,
                        "an unknown order id", QuarantineState.DISCARDED, "no such order"));
        return with(from, orders, quarantine, from.positions(), risk(now), algos, from.account());
    }

    /** {@return the snapshot on a perpetual, with a long position of the user's and a short one of the bot's} */
    public static EngineSnapshot onMargin(EngineSnapshot from) {
        EngineSnapshot.Market market = from.market();
        Instrument perpetual = market.instrument().withPerpetual(PerpetualTerms.standard(market.instrument().quote()));
        EngineSnapshot.Market moved = new EngineSnapshot.Market(
                perpetual, market.lastTicks(), market.lastAggressor(), market.dayOpenTicks(), market.dayVolumeAtoms(),
                market.trades(), market.candles(), market.forming());
        Account account = from.account();
        Account margined = new Account(
                account.freeQuoteAtoms(), account.reservedQuoteAtoms(), account.baseAtoms(), account.costAtoms(),
                account.equityAtoms(), account.dayStartEquityAtoms(), account.startEquityAtoms(), account.realisedAtoms(),
                account.unrealisedAtoms(), account.feesAtoms(),
                new AccountMore(
                        account.equityAtoms(), 0, 0, 0, 0, 0, null,
                        new MarginConfig(10, MarginMode.ISOLATED, PositionMode.ONE_WAY)));
        List<PositionRow> positions = List.of(
                row(perpetual, PositionRow.EXCHANGE, 120_000_000L, market.lastTicks(), 4_100),
                row(perpetual, 0, 150_000_000L, market.lastTicks(), 4_350),
                row(perpetual, 7, -30_000_000L, market.lastTicks(), 8_900));
        return new EngineSnapshot(
                from.sequence() + 1, from.timeNanos(), from.journalRow(), from.trading(), from.haltReason(),
                from.lastRefusal(), moved, margined, from.openOrders(), from.history(), from.fills(), from.bots(),
                from.log(), from.quarantine(), positions, from.risk(), from.algos());
    }

    /** A position entered two percent below the last price, ten to one. */
    private static PositionRow row(Instrument instrument, int bot, long lots, long last, long ratioE4) {
        long entry = last - last / 50;
        long worth = instrument.notionalAtoms(entry, Math.abs(lots)) * Long.signum(lots);
        long gain = instrument.notionalAtoms(last, Math.abs(lots)) * Long.signum(lots) - worth;
        return new PositionRow(
                bot, PositionSide.NET, lots, worth, entry, last, gain,
                lots > 0 ? last - last / 8 : last + last / 8, entry, Math.abs(worth) / 10, 0, Math.abs(worth) / 200,
                ratioE4, -Math.abs(worth) / 9_000);
    }

    private static OrderRow order(long id, OrderType type, OrderState state, long now, long price, long stop) {
        return new OrderRow(
                id, 0, Side.SELL, type, state, now - 90 * SECOND, now - 90 * SECOND, price, stop, 40_000_000L,
                id == 401 ? 10_000_000L : 0, 0, 0, "", id == 402 ? 0 : 185_100, "");
    }

    private static Risk risk(long now) {
        return new Risk(
                "account daily-loss 3% halt\nbot:* drawdown 8% over 1d stop-bots\nsymbol order-size 2000 block-new",
                List.of(
                        new RuleRow(1, "account daily-loss 3% halt", "daily loss", 0, "0.41 %", "3 %", 1_366, Level.GREEN, 0, 0, 0),
                        new RuleRow(2, "bot:* drawdown 8% over 1d stop-bots", "drawdown", 7, "6.9 %", "8 %", 8_625,
                                Level.AMBER, now - 60 * SECOND, 0, 0),
                        new RuleRow(3, "symbol order-size 2000 block-new", "order size", 0, "2,400.00 USD", "2,000.00 USD",
                                12_000, Level.RED, now - 20 * SECOND, now + 600 * SECOND, 0)),
                List.of(
                        new StopRow(7, StopPolicy.EXCHANGE, 120_000_000L, 120_000_000L, 0, 0, 85_000, Level.GREEN, 0),
                        new StopRow(1, StopPolicy.EXCHANGE, 80_000_000L, 0, 0, 80_000_000L, 84_000, Level.RED,
                                now - 12 * SECOND)),
                4,
                List.of(
                        new RiskLog.Row(now - 20 * SECOND, 3, "symbol order-size 2000 block-new", RiskLog.Kind.REFUSED, 0,
                                "2,400.00 USD", "2,000.00 USD"),
                        new RiskLog.Row(now - 900 * SECOND, 2, "bot:* drawdown 8% over 1d stop-bots", RiskLog.Kind.BROKEN,
                                7, "8.2 %", "8 %")));
    }

    /** {@return the snapshot with other parts} */
    public static EngineSnapshot with(
            EngineSnapshot from,
            List<OrderRow> orders,
            List<QuarantineRow> quarantine,
            List<PositionRow> positions,
            Risk risk,
            List<AlgoRow> algos,
            Account account) {
        return new EngineSnapshot(
                from.sequence() + 1, from.timeNanos(), from.journalRow(), from.trading(), from.haltReason(),
                from.lastRefusal(), from.market(), account, orders, from.history(), from.fills(), from.bots(), from.log(),
                quarantine, positions, risk, algos);
    }

    /** {@return the snapshot with a line to an exchange in some state and what a comparison with its books found} */
    public static EngineSnapshot compared(
            EngineSnapshot from, LineState line, int inDoubt, List<ReconciliationReport.Row> found) {
        ReconciliationReport report = new ReconciliationReport(
                from.timeNanos() - 5 * SECOND, 12, 3, found.size(), found.isEmpty(), found);
        return new EngineSnapshot(
                from.sequence() + 1, from.timeNanos(), from.journalRow(), from.trading(), from.haltReason(),
                from.lastRefusal(), from.market(), from.account(), from.openOrders(), from.history(), from.fills(),
                from.bots(), from.log(), from.quarantine(), from.positions(), from.risk(), from.algos(), from.tier(),
                new EngineSnapshot.Outside(line, from.timeNanos() - 90 * SECOND, inDoubt, report));
    }

    /** {@return what a night without a line may leave behind} */
    public static List<ReconciliationReport.Row> differences() {
        return List.of(
                new ReconciliationReport.Row(
                        "BookFill", "Order 1099511627816 (Take profit) sold 0.23003 at 1,771.27",
                        "0 of 0.23003 filled", "book the fill; its deal closes"),
                new ReconciliationReport.Row(
                        "TagForeign", "A limit order to sell 0.5 at 1,900.00 works that is not of ours", "nothing",
                        "show it and leave it alone"),
                new ReconciliationReport.Row(
                        "AdjustBalance", "10,251.40 USD in all", "10,001.40 USD in all",
                        "book 250.00 USD as a transfer of yours; no bot's money changes"));
    }

    /** {@return the snapshot in another state} */
    public static EngineSnapshot trading(EngineSnapshot from, TradingState state, String reason, String refusal, Risk risk) {
        return new EngineSnapshot(
                from.sequence() + 1, from.timeNanos(), from.journalRow(), state, reason, refusal, from.market(),
                from.account(), from.openOrders(), from.history(), from.fills(), from.bots(), from.log(),
                from.quarantine(), from.positions(), risk, from.algos());
    }
}
