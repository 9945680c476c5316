package dev.tradewind.backtest;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Performance;
import dev.tradewind.analytics.PerformanceInput;
import dev.tradewind.domain.Progress;
import dev.tradewind.portfolio.BotAccount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a played run. Money in quote units.
 *
 * @param firstNanos  when it begins
 * @param lastNanos   when it ends
 * @param startEquity equity at the start
 * @param endEquity   equity at the end
 * @param performance every figure of the whole
 * @param equity      equity with its extremes
 * @param hold        what holding would have been worth, at the same times
 * @param daily       equity at the start, the end of each UTC day and the end
 * @param trades      round trips, those still open last
 * @param parts       by bot, then by symbol
 * @param books       whether money was conserved
 */
public record RunFigures(
        long firstNanos,
        long lastNanos,
        double startEquity,
        double endEquity,
        Performance performance,
        EquitySeries equity,
        EquitySeries hold,
        EquitySeries daily,
        List<ClosedTrade> trades,
        List<RunReport.Part> parts,
        RunReport.Check books) {

    /** Works all figures out; walks the histories once more. */
    public static RunFigures of(PlayedRun run, Progress progress) {
        RunWalk walk = new RunWalk(run).go(progress);
        List<ClosedTrade> trades = walk.trades();
        return new RunFigures(
                walk.firstNanos(),
                walk.lastNanos(),
                walk.units(run.startEquityAtoms()),
                walk.units(run.endEquityAtoms()),
                whole(walk, trades),
                walk.curve(),
                walk.curveHold(),
                walk.daily(),
                trades,
                parts(run, walk),
                Conservation.check(run, walk));
    }

    private static Performance whole(RunWalk walk, List<ClosedTrade> trades) {
        double traded = 0;
        long fees = 0;
        long slippage = 0;
        long funding = 0;
        for (LaneMarks lane : walk.lanes()) {
            traded += lane.trades().traded();
            fees += lane.trades().feesAtoms();
            slippage += lane.trades().slippageAtoms();
            funding += lane.trades().fundingAtoms();
        }
        return Performance.measure(new PerformanceInput(
                walk.daily(), walk.dailyHold(), walk.deepestFall(), trades,
                exposure(trades, walk.firstNanos(), walk.lastNanos()), traded, walk.units(fees), walk.units(slippage),
                walk.units(funding)));
    }

    private static List<RunReport.Part> parts(PlayedRun run, RunWalk walk) {
        List<RunReport.Part> parts = new ArrayList<>();
        boolean several = run.lanes().stream().mapToInt(lane -> lane.plan().bots().size()).sum() > 1;
        Map<String, List<Integer>> symbols = new LinkedHashMap<>();
        for (int i = 0; i < run.lanes().size(); i++) {
            Lane lane = run.lanes().get(i);
            String symbol = lane.plan().config().instrument().symbol();
            symbols.computeIfAbsent(symbol, any -> new ArrayList<>()).add(i);
            for (int bot = 0; bot < lane.plan().bots().size(); bot++) {
                var start = lane.plan().bots().get(bot).start();
                String name = start.name() + (several ? " #" + start.botId() : "") + " on " + symbol;
                parts.add(new RunReport.Part("bot", name, bot(lane, walk, i, bot)));
            }
        }
        symbols.forEach((symbol, of) -> parts.add(new RunReport.Part("symbol", symbol, symbol(walk, of))));
        return parts;
    }

    private static Performance bot(Lane lane, RunWalk walk, int at, int bot) {
        int id = lane.plan().bots().get(bot).start().botId();
        List<ClosedTrade> trades = walk.lanes().get(at).trades().closed().stream()
                .filter(trade -> trade.bot() == id)
                .toList();
        BotAccount account = lane.session().account(id);
        EquitySeries equity = walk.botDaily(at, bot);
        EquitySeries hold = scaled(walk.laneHold(at), equity);
        double slippage = trades.stream().mapToDouble(ClosedTrade::slippage).sum();
        return Performance.measure(new PerformanceInput(
                equity, hold, Double.NaN, trades, exposure(trades, walk.firstNanos(), walk.lastNanos()),
                walk.units(account.boughtAtoms()) + walk.units(account.soldAtoms()), walk.units(account.feesAtoms()),
                slippage, walk.units(account.fundingAtoms())));
    }

    /** Holding as much as the bot began with. */
    private static EquitySeries scaled(EquitySeries hold, EquitySeries equity) {
        double[] values = hold.equity().clone();
        double by = hold.equity()[0] == 0 ? 0 : equity.equity()[0] / hold.equity()[0];
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
        return new EquitySeries(hold.timeNanos(), values);
    }

    private static Performance symbol(RunWalk walk, List<Integer> lanes) {
        List<ClosedTrade> trades = new ArrayList<>();
        double traded = 0;
        long fees = 0;
        long slippage = 0;
        long funding = 0;
        EquitySeries equity = walk.laneDaily(lanes.getFirst());
        EquitySeries hold = walk.laneHold(lanes.getFirst());
        for (int i = 0; i < lanes.size(); i++) {
            LaneTrades lane = walk.lanes().get(lanes.get(i)).trades();
            trades.addAll(lane.closed());
            traded += lane.traded();
            fees += lane.feesAtoms();
            slippage += lane.slippageAtoms();
            funding += lane.fundingAtoms();
            if (i > 0) {
                equity = sum(equity, walk.laneDaily(lanes.get(i)));
                hold = sum(hold, walk.laneHold(lanes.get(i)));
            }
        }
        double fall = walk.lanes().size() == 1 ? walk.deepestFall() : Double.NaN;
        return Performance.measure(new PerformanceInput(
                equity, hold, fall, trades, exposure(trades, walk.firstNanos(), walk.lastNanos()), traded, walk.units(fees),
                walk.units(slippage), walk.units(funding)));
    }

    private static EquitySeries sum(EquitySeries one, EquitySeries other) {
        double[] values = one.equity().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.equity()[i];
        }
        return new EquitySeries(one.timeNanos(), values);
    }

    /** {@return the share of the time in which at least one of the trades was open} */
    static double exposure(List<ClosedTrade> trades, long firstNanos, long lastNanos) {
        if (lastNanos <= firstNanos) {
            return Double.NaN;
        }
        List<ClosedTrade> sorted = new ArrayList<>(trades);
        sorted.sort(Comparator.comparingLong(ClosedTrade::openNanos));
        long open = 0;
        long until = firstNanos;
        for (ClosedTrade trade : sorted) {
            long from = Math.max(until, trade.openNanos());
            open += Math.max(0, trade.closeNanos() - from);
            until = Math.max(until, trade.closeNanos());
        }
        return (double) open / (lastNanos - firstNanos);
    }
}
