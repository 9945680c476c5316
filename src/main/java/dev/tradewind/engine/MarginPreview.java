package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Liquidation;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import dev.tradewind.portfolio.PositionAfter;
import org.jspecify.annotations.Nullable;

/**
 * What an order of the user would do to a perpetual account once all of it has filled: an estimate at one moment's mark
 * price, with no other order filling and no funding. Immutable. Money in quote atoms.
 *
 * @param requiredAtoms    initial margin of what the order opens; 0 where it only closes
 * @param accountLots      the position the exchange would have, bots' shares in it; signed
 * @param liquidationTicks the mark price at which the exchange would close that position, see
 *     {@link Liquidation#ticks}; 0 for none
 */
public record MarginPreview(long requiredAtoms, long accountLots, long liquidationTicks) {

    /**
     * {@return a preview with the margin's part, and with what would be free and held counted on margin; the same on spot and
     * where the order cannot be counted}
     */
    public static OrderPreview added(OrderPreview preview, Command.PlaceOrder order, EngineSnapshot snapshot) {
        if (!snapshot.market().instrument().isPerpetual() || preview.notionalAtoms() == 0) {
            return preview;
        }
        try {
            return new Account(preview, order, snapshot).preview();
        } catch (ArithmeticException tooLarge) {
            return preview;
        }
    }

    /** The account of a snapshot beside one order. */
    private static final class Account {

        private final OrderPreview asked;
        private final Command.PlaceOrder order;
        private final EngineSnapshot snapshot;
        private final Instrument instrument;
        private final MarginConfig margin;
        private final PositionSide side;
        private final long fee;

        Account(OrderPreview asked, Command.PlaceOrder order, EngineSnapshot snapshot) {
            this.asked = asked;
            this.order = order;
            this.snapshot = snapshot;
            instrument = snapshot.market().instrument();
            margin = snapshot.account().more().margin();
            side = order.terms().positionSide();
            fee = asked.feeInBase()
                    ? instrument.valueOfBaseAtoms(asked.priceTicks(), asked.feeAtoms())
                    : asked.feeAtoms();
        }

        OrderPreview preview() {
            PositionRow mine = row(0, side);
            PositionAfter own = after(mine);
            PositionAfter exchange = after(row(PositionRow.EXCHANGE, side));
            long bound = mine == null ? 0 : mine.marginAtoms();
            long free = snapshot.account().freeQuoteAtoms() - (own.marginAtoms(margin) - bound) + own.profitAtoms() - fee;
            if (margin.mode() == MarginMode.CROSS) {
                // a loss that is not realised yet is not free either
                free += Math.min(0, unrealisedOthers() + unrealised(own.lots(), own.entryAtoms(), mark()))
                        - Math.min(0, unrealisedOthers() + (mine == null ? 0 : mine.unrealisedAtoms()));
            }
            return asked.with(
                    new MarginPreview(requiredAtoms(mine), exchange.lots(), liquidationTicks(exchange)), free, own.lots());
        }

        private @Nullable PositionRow row(int botId, PositionSide of) {
            for (PositionRow row : snapshot.positions()) {
                if (row.botId() == botId && row.side() == of) {
                    return row;
                }
            }
            return null;
        }

        /** The exchange nets what the user trades against its own position; it cuts what only reduces. */
        private PositionAfter after(@Nullable PositionRow before) {
            long held = before == null ? 0 : before.lots();
            long lots = order.terms().reduceOnly()
                    ? Math.min(asked.quantityLots(), closable(held))
                    : asked.quantityLots();
            long signed = order.side() == Side.BUY ? lots : -lots;
            return PositionAfter.of(
                    instrument,
                    held,
                    before == null ? 0 : before.entryAtoms(),
                    before == null ? 0 : before.addedMarginAtoms(),
                    signed,
                    instrument.notionalAtoms(asked.priceTicks(), signed));
        }

        private long closable(long held) {
            return Math.max(0, order.side() == Side.SELL ? held : -held);
        }

        private long requiredAtoms(@Nullable PositionRow mine) {
            long opening = asked.quantityLots() - closable(mine == null ? 0 : mine.lots());
            return opening <= 0 || order.terms().reduceOnly()
                    ? 0
                    : margin.initialMargin(instrument.notionalAtoms(asked.priceTicks(), opening));
        }

        private long liquidationTicks(PositionAfter exchange) {
            long behind = margin.mode() == MarginMode.ISOLATED
                    ? exchange.marginAtoms(margin)
                    : snapshot.account().more().walletAtoms() + exchange.profitAtoms() - fee + others();
            return Liquidation.ticks(instrument, behind, exchange.lots(), exchange.entryAtoms());
        }

        /** What the exchange's other positions add to what answers for this one. */
        private long others() {
            long sum = 0;
            for (PositionRow row : snapshot.positions()) {
                if (row.botId() == PositionRow.EXCHANGE && row.side() != side) {
                    sum += row.unrealisedAtoms() - row.maintenanceAtoms();
                }
            }
            return sum;
        }

        private long unrealisedOthers() {
            long sum = 0;
            for (PositionRow row : snapshot.positions()) {
                if (row.botId() == 0 && row.side() != side) {
                    sum += row.unrealisedAtoms();
                }
            }
            return sum;
        }

        private long mark() {
            for (PositionRow row : snapshot.positions()) {
                return row.markTicks();
            }
            return asked.priceTicks();
        }

        private long unrealised(long lots, long entryAtoms, long ticks) {
            return lots == 0 ? 0 : instrument.notionalAtoms(ticks, lots) - entryAtoms;
        }
    }
}
