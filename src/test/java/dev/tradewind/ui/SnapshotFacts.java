package dev.tradewind.ui;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import dev.tradewind.engine.MarginPreview;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.risk.RiskFacts;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.RiskLimits;
import java.util.List;

/** Answers what an order would meet from a test's snapshot, as the engine does from its own state. */
final class SnapshotFacts {

    private static final FeeRate FEE = new FeeRate(100_000);

    private SnapshotFacts() {}

    static OrderPreview preview(EngineSnapshot snapshot, Command.PlaceOrder order) {
        Instrument instrument = snapshot.market().instrument();
        OrderPreview.Fees fees = new OrderPreview.Fees(FEE, FEE, FeeAsset.QUOTE);
        RiskFacts facts = instrument.isPerpetual() ? margined(snapshot, instrument) : facts(snapshot, instrument);
        OrderPreview preview = OrderPreview.of(order, new RiskGate(instrument, RiskLimits.NONE), facts, fees);
        return MarginPreview.added(preview, order, snapshot);
    }

    /** On a perpetual in one-way mode, without working orders. */
    private static RiskFacts margined(EngineSnapshot snapshot, Instrument instrument) {
        long last = snapshot.market().lastTicks();
        long mine = lots(snapshot, 0);
        long net = instrument.notionalAtoms(last, lots(snapshot, PositionRow.EXCHANGE));
        return new RiskFacts(
                instrument, snapshot.trading(), snapshot.timeNanos(), last, last, List.of(),
                snapshot.openOrders().size(), 0, 0, 0, snapshot.account().freeQuoteAtoms(), Math.max(0, mine), 0,
                Math.max(0, -mine), false, 0, 0, Math.abs(net), FEE, 0, snapshot.account().more().margin(), net);
    }

    private static long lots(EngineSnapshot snapshot, int botId) {
        return snapshot.positions().stream().filter(row -> row.botId() == botId).mapToLong(PositionRow::lots).sum();
    }

    private static RiskFacts facts(EngineSnapshot snapshot, Instrument instrument) {
        long last = snapshot.market().lastTicks();
        long bots = snapshot.bots().stream().mapToLong(BotRow::baseAtoms).sum();
        long sells = snapshot.openOrders().stream()
                .filter(row -> row.botId() == 0 && row.side() == Side.SELL)
                .mapToLong(row -> row.quantityLots() - row.filledLots())
                .sum();
        long base = snapshot.account().baseAtoms();
        return new RiskFacts(
                instrument, snapshot.trading(), snapshot.timeNanos(), last, last, List.of(),
                snapshot.openOrders().size(), (int) snapshot.openOrders().stream().map(OrderRow::type).filter(
                        type -> type.hasTrigger()).count(),
                0, 0, snapshot.account().freeQuoteAtoms(), (base - bots) / instrument.lotAtoms(), sells, 0, false, 0,
                base / instrument.lotAtoms(),
                instrument.valueOfBaseAtoms(last, base) + snapshot.account().reservedQuoteAtoms(), FEE);
    }
}
