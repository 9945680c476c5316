package dev.tradewind.backtest;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.engine.RiskLog;
import java.util.List;
import java.util.Optional;

/** A portfolio that was played to its end: what {@link RunFigures} are made of. On the thread that played it. */
public final class PlayedRun {

    private final List<Lane> lanes;
    private final long cashAtoms;
    private final Optional<RiskLog> accountLog;
    private final long journalRows;
    private final long journalHash;

    PlayedRun(List<Lane> lanes, long cashAtoms, Optional<RiskLog> accountLog, long journalRows, long journalHash) {
        this.accountLog = accountLog;
        this.lanes = List.copyOf(lanes);
        this.cashAtoms = cashAtoms;
        this.journalRows = journalRows;
        this.journalHash = journalHash;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** {@return quote atoms outside of all lanes} */
    public long cashAtoms() {
        return cashAtoms;
    }

    /** {@return what rules about the whole account did, empty where no lane shares it} */
    public Optional<RiskLog> accountLog() {
        return accountLog;
    }

    /** {@return rows a real journal would hold} */
    public long journalRows() {
        return journalRows;
    }

    /** {@return the running hash over commands, timers, orders and reports of all lanes, 16 hexadecimal digits} */
    public String journalHash() {
        return String.format("%016x", journalHash);
    }

    /** {@return equity at the start in quote atoms} */
    public long startEquityAtoms() {
        return cashAtoms + lanes.stream().mapToLong(lane -> lane.session().ledger().startEquityAtoms()).sum();
    }

    /** {@return equity at the end in quote atoms} */
    public long endEquityAtoms() {
        return cashAtoms + lanes.stream().mapToLong(lane -> lane.session().ledger().equityAtoms()).sum();
    }

    /** {@return candles in which a stop and a profit order lay} */
    public long unclearCandles() {
        return lanes.stream().mapToLong(lane -> lane.venue().unclearCandles()).sum();
    }

    /**
     * {@return equity by the day, without walking the history once more; empty where that cannot be told from fills alone: of
     * perpetuals, several histories, or what is no candles}
     *
     * @param days of the candles that were played
     */
    public Optional<EquitySeries> daily(DayRows days) {
        Lane only = lanes.getFirst();
        boolean plain = lanes.size() == 1
                && !only.plan().config().instrument().isPerpetual()
                && days.size() > 0
                && only.events() == days.event(days.size() - 1) + 1;
        return plain ? Optional.of(DayEnds.of(only, cashAtoms, days)) : Optional.empty();
    }

    /** {@return the deepest fall from a peak over every mark as a fraction of the peak; NaN for several histories} */
    public double deepestFall() {
        return lanes.size() == 1 && cashAtoms == 0 ? lanes.getFirst().session().equity().maxDrawdown() : Double.NaN;
    }

    /** {@return market events played in a lane} */
    public long events(int lane) {
        return lanes.get(lane).events();
    }

    /** {@return what came of each bot, lane by lane; fills, events and equity are its lane's} */
    public List<List<BacktestReport>> bots() {
        return lanes.stream()
                .map(lane -> lane.plan().bots().stream().map(bot -> report(lane, bot)).toList())
                .toList();
    }

    private BacktestReport report(Lane lane, LanePlan.Starter bot) {
        return BacktestReport.of(
                lane.plan().config(), lane.plan().terms(), bot.start(),
                new BacktestReport.Ran(lane.session(), lane.venue(), lane.log().fills(), lane.events()), journalRows,
                journalHash);
    }

    /** {@return every fill of a lane, oldest first} */
    public FillLog fills(int lane) {
        return lanes.get(lane).log().fills();
    }

    /** {@return every order and fill, lane by lane; also orders still open at the end} */
    public Dealings dealings() {
        return new Dealings(lanes.stream()
                .map(lane -> {
                    AccountLog log = lane.log();
                    return new Dealings.Market(
                            lane.plan().config().instrument(),
                            Optional.ofNullable(lane.plan().terms().schedule().third()),
                            log.fills(),
                            log.orders().with(new OpenOrders(lane.session())));
                })
                .toList());
    }

    /** {@return orders refused here or at the exchange} */
    public long refusals() {
        return lanes.stream().mapToLong(lane -> lane.log().refusals()).sum();
    }
}
