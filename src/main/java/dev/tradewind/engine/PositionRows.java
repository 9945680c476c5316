package dev.tradewind.engine;

import dev.tradewind.domain.BreakEven;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.Margin;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.portfolio.Position;
import java.util.ArrayList;
import java.util.List;

/** What screens see of positions and margin. Engine thread only. */
final class PositionRows {

    private static final PositionSide[] SIDES = PositionSide.values();

    private PositionRows() {}

    static List<EngineSnapshot.PositionRow> of(Session session) {
        PerpetualAccount exchange = session.ledger().exchange();
        if (exchange == null) {
            return List.of();
        }
        FeeRate fee = session.config().takerFee();
        long mark = session.markTicks();
        List<EngineSnapshot.PositionRow> rows = new ArrayList<>();
        add(rows, EngineSnapshot.PositionRow.EXCHANGE, exchange, mark, fee);
        add(rows, 0, (PerpetualAccount) session.ledger().user(), mark, fee);
        for (BotSlot slot : session.fleet().slots()) {
            add(rows, slot.id(), (PerpetualAccount) slot.ledger(), mark, fee);
        }
        return rows;
    }

    private static void add(
            List<EngineSnapshot.PositionRow> rows, int botId, PerpetualAccount account, long mark, FeeRate fee) {
        for (PositionSide side : SIDES) {
            Position position = account.position(side);
            if (position.lots() != 0) {
                rows.add(new EngineSnapshot.PositionRow(
                        botId,
                        side,
                        position.lots(),
                        position.entryAtoms(),
                        position.entryTicks(),
                        mark,
                        position.unrealisedAtoms(mark),
                        Margin.liquidationTicks(account, side, mark),
                        BreakEven.ticks(
                                account.instrument(), position.lots(), position.entryAtoms(), fee, fee,
                                position.fundingAtoms()),
                        position.marginAtoms(),
                        position.addedMarginAtoms(),
                        position.maintenanceAtoms(mark),
                        Margin.ratioE4(account, side, mark),
                        position.fundingAtoms()));
            }
        }
    }

    static EngineSnapshot.AccountMore more(Session session) {
        Ledger ledger = session.ledger();
        PerpetualAccount exchange = ledger.exchange();
        long funding = 0;
        Long fifo = ledger.user().fifoRealisedAtoms();
        long lots = 0;
        for (BotAccount account : ledger.accounts()) {
            funding += account.fundingAtoms();
            Long own = account.fifoRealisedAtoms();
            lots += own == null ? 0 : own;
        }
        return new EngineSnapshot.AccountMore(
                exchange == null ? ledger.quoteAtoms() : exchange.quoteAtoms(),
                exchange == null ? 0 : exchange.marginAtoms(),
                exchange == null ? 0 : exchange.maintenanceAtoms(session.markTicks()),
                funding,
                ledger.transfersAtoms(),
                ledger.thirdAtoms(),
                fifo == null ? null : Long.valueOf(lots),
                session.config().margin());
    }
}
