package dev.tradewind.engine;

import dev.tradewind.bot.BotStatus;
import dev.tradewind.domain.Command;
import dev.tradewind.kernel.Journal;
import dev.tradewind.oms.AlgoStatus;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.risk.RiskFacts;
import dev.tradewind.risk.RiskGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes what screens see: at most one snapshot per request, built on the engine thread, read on any. */
final class Snapshots implements EngineView {

    private final Session session;
    private final History history;
    private final Journal journal;
    private volatile boolean asked;
    private final RiskGate gate;
    private final OrderPreview.Fees fees;
    private volatile Published newest;

    /** A snapshot and what the gate would have looked at then, for the user. */
    private record Published(EngineSnapshot snapshot, RiskFacts facts) {}

    Snapshots(Session session, History history, Journal journal) {
        this.session = session;
        this.history = history;
        this.journal = journal;
        SessionConfig config = session.config();
        this.gate = new RiskGate(config.instrument(), config.limits());
        this.fees = new OrderPreview.Fees(config.takerFee(), config.makerFee(), config.buyFeeAsset());
        this.newest = fresh();
    }

    @Override
    public EngineSnapshot snapshot() {
        return newest.snapshot();
    }

    @Override
    public OrderPreview preview(Command.PlaceOrder order) {
        Published now = newest;
        OrderPreview preview = OrderPreview.of(order, gate, now.facts(), fees);
        return MarginPreview.added(RulePreview.of(preview, order, now.snapshot()), order, now.snapshot());
    }

    @Override
    public void request() {
        asked = true;
    }

    void publishIfAsked() {
        if (asked) {
            publish();
        }
    }

    void publish() {
        SnapshotPublishedEvent event = new SnapshotPublishedEvent();
        event.begin();
        asked = false;
        Published published = fresh();
        newest = published;
        event.end();
        if (event.shouldCommit()) {
            EngineSnapshot snapshot = published.snapshot();
            event.sequence = snapshot.sequence();
            event.openOrders = snapshot.openOrders().size();
            event.bots = snapshot.bots().size();
            event.commit();
        }
    }

    private Published fresh() {
        return new Published(build(), RiskFacts.of(session.desk().asked(session.user()), fees.reserved()));
    }

    private EngineSnapshot build() {
        return new EngineSnapshot(
                session.loop().sequence(),
                session.loop().clock().nowNanos(),
                journal.lastRow(),
                session.desk().tradingState(),
                session.haltReason(),
                session.lastRefusal(),
                market(),
                account(),
                openOrders(),
                history.orders(),
                history.fills(),
                bots(),
                history.decisions(),
                session.quarantine().rows(),
                PositionRows.of(session),
                RiskRows.of(session),
                algos(),
                session.config().tier(),
                session.outside().snapshot());
    }

    private List<EngineSnapshot.AlgoRow> algos() {
        List<EngineSnapshot.AlgoRow> rows = new ArrayList<>();
        for (AlgoStatus algo : session.algos().status()) {
            rows.add(new EngineSnapshot.AlgoRow(
                    algo.id(),
                    algo.owner(),
                    algo.type(),
                    algo.label(),
                    algo.side(),
                    algo.state(),
                    algo.next(),
                    algo.startedNanos(),
                    algo.totalLots(),
                    algo.doneLots(),
                    algo.orders(),
                    algo.params()));
        }
        return rows;
    }

    private EngineSnapshot.Market market() {
        MarketState market = session.market();
        return new EngineSnapshot.Market(
                session.config().instrument(),
                market.lastTicks(),
                market.lastAggressor(),
                market.dayOpenTicks(),
                market.dayVolumeAtoms(),
                market.trades(),
                session.candles().columns(),
                session.candles().forming());
    }

    private EngineSnapshot.Account account() {
        Ledger ledger = session.ledger();
        long last = session.markTicks();
        long realised = 0;
        long unrealised = 0;
        long fees = 0;
        long cost = 0;
        for (BotAccount account : ledger.accounts()) {
            realised += account.realisedAtoms();
            fees += account.feesAtoms();
            cost += account.costAtoms();
            unrealised += last == 0 ? 0 : account.unrealisedAtoms(last);
        }
        return new EngineSnapshot.Account(
                ledger.user().freeQuoteAtoms(),
                ledger.reservedAtoms(),
                ledger.baseAtoms(),
                cost,
                ledger.equityAtoms(),
                ledger.dayStartEquityAtoms(),
                ledger.startEquityAtoms() + ledger.transfersAtoms(),
                realised,
                unrealised,
                fees,
                PositionRows.more(session));
    }

    private List<EngineSnapshot.OrderRow> openOrders() {
        OrderTable orders = session.desk().orders();
        List<EngineSnapshot.OrderRow> rows = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            rows.add(new EngineSnapshot.OrderRow(
                    order.clientOrderId(),
                    order.request().botId(),
                    order.side(),
                    order.type(),
                    order.state(),
                    order.placedNanos(),
                    order.updatedNanos(),
                    order.request().priceTicks(),
                    order.request().stopTicks(),
                    order.request().quantityLots(),
                    order.filledLots(),
                    order.filledNotionalAtoms(),
                    order.request().tag(),
                    session.label(order.request().botId(), order.request().tag()),
                    order.journalRow(),
                    ""));
        }
        return rows;
    }

    private List<EngineSnapshot.BotRow> bots() {
        Map<Integer, EngineSnapshot.DecisionRow> decisions = newestDecisions();
        List<EngineSnapshot.BotRow> rows = new ArrayList<>();
        for (BotSlot slot : session.fleet().slots()) {
            rows.add(bot(slot, decisions.get(slot.id())));
        }
        return rows;
    }

    private EngineSnapshot.BotRow bot(BotSlot slot, EngineSnapshot.@Nullable DecisionRow newestDecision) {
        BotStatus status = BotWords.status(slot);
        BotAccount account = slot.ledger();
        long last = session.markTicks();
        return new EngineSnapshot.BotRow(
                slot.id(),
                slot.type().id(),
                slot.name(),
                slot.botState(),
                slot.stateReason(),
                status.phase(),
                status.protection(),
                slot.startedNanos(),
                slot.startCapitalAtoms(),
                account.baseAtoms(),
                account.costAtoms(),
                account.realisedAtoms(),
                last == 0 ? 0 : account.unrealisedAtoms(last),
                account.feesAtoms(),
                status.dealsClosed(),
                status.deals(),
                status.levels(),
                slot.params().asMap(),
                slot.curve().points(),
                newestDecision,
                slot.archived,
                new EngineSnapshot.BotMore(
                        account.freeQuoteAtoms(), account.marginAtoms(), account.fundingAtoms(),
                        account.fifoRealisedAtoms()));
    }

    /** {@return the newest decision of each bot that has one among those kept} */
    private Map<Integer, EngineSnapshot.DecisionRow> newestDecisions() {
        Map<Integer, EngineSnapshot.DecisionRow> newest = new LinkedHashMap<>();
        for (EngineSnapshot.DecisionRow row : history.decisions()) {
            newest.putIfAbsent(row.botId(), row);
        }
        return newest;
    }
}
