package dev.tradewind.backtest;

import dev.tradewind.engine.OpenOrders;
import java.util.List;
import java.util.Optional;

/** A portfolio that was played to its end: what {@link RunFigures} are made of. On the thread that played it. */
public final class PlayedRun {

    private final List<Lane> lanes;
    private final long cashAtoms;
    private final long journalRows;
    private final long journalHash;

    PlayedRun(List<Lane> lanes, long cashAtoms, long journalRows, long journalHash) {
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
