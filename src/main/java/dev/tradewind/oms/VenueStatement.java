package dev.tradewind.oms;

import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All a venue says there is, at one time.
 *
 * @param timeNanos  when it began, by the venue's clock
 * @param sinceNanos since when it tells fills
 * @param orders     working orders, foreign ones too
 * @param fills      fills in order, foreign ones too
 * @param balances   atoms of each asset it tells of; others are not compared
 * @param positions  open positions of a perpetual; a side it does not tell of is flat
 */
public record VenueStatement(
        long timeNanos,
        long sinceNanos,
        List<SaidOrder> orders,
        List<SaidFill> fills,
        Map<FeeAsset, Long> balances,
        Map<PositionSide, SaidPosition> positions) {

    public VenueStatement {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
        EnumMap<FeeAsset, Long> assets = new EnumMap<>(FeeAsset.class);
        assets.putAll(balances);
        balances = Collections.unmodifiableMap(assets);
        EnumMap<PositionSide, SaidPosition> sides = new EnumMap<>(PositionSide.class);
        sides.putAll(positions);
        positions = Collections.unmodifiableMap(sides);
    }

    /**
     * A working order.
     *
     * @param id         ours, or the venue's own as a negative number where it is foreign
     * @param signedLots in all, negative sells
     * @param filledLots how many of them have filled
     */
    public record SaidOrder(long id, long signedLots, long priceTicks, long stopTicks, long filledLots) {}

    /**
     * A fill.
     *
     * @param id         of its order, as in {@link SaidOrder}
     * @param signedLots negative sells
     */
    public record SaidFill(
            long id,
            long fillId,
            long timeNanos,
            long signedLots,
            long priceTicks,
            long feeAtoms,
            FeeAsset feeAsset,
            long feeValueAtoms,
            boolean maker,
            PositionSide side) {

        /** Fills a carrier with what the stream would have said, about order {@code id}. */
        public VenueReport toReport(VenueReport carrier, long orderId) {
            return carrier.filled(
                            orderId, timeNanos, fillId, priceTicks, Math.abs(signedLots), feeAtoms, feeAsset, maker)
                    .with(side, 0, feeValueAtoms, 0);
        }
    }

    /** A position: signed lots at an average price, with the margin of its own. */
    public record SaidPosition(long signedLots, long priceTicks, long marginAtoms) {}

    /**
     * {@return the statement that reports tell; what is told twice counts once}
     *
     * @throws IllegalArgumentException if one of them is no part of a statement
     */
    public static VenueStatement of(List<VenueReport> parts) {
        Map<Long, SaidOrder> orders = new LinkedHashMap<>();
        Map<Long, SaidFill> fills = new LinkedHashMap<>();
        EnumMap<FeeAsset, Long> balances = new EnumMap<>(FeeAsset.class);
        EnumMap<PositionSide, SaidPosition> positions = new EnumMap<>(PositionSide.class);
        VenueReport began = null;
        for (VenueReport part : parts) {
            switch (part.kind()) {
                case STATEMENT_BEGAN -> began = part;
                case STATEMENT_ORDER -> orders.put(
                        part.clientOrderId(),
                        new SaidOrder(
                                part.clientOrderId(), part.quantityLots(), part.priceTicks(), part.stopTicks(),
                                part.amountAtoms()));
                case STATEMENT_FILL -> fills.put(part.fillId(), fill(part));
                case STATEMENT_ENDED -> {}
                case STATEMENT_BALANCE -> balances.put(part.feeAsset(), part.amountAtoms());
                case STATEMENT_POSITION -> positions.put(
                        part.positionSide(),
                        new SaidPosition(part.quantityLots(), part.priceTicks(), part.amountAtoms()));
                case ACCEPTED, REJECTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED, REPLACED, REPLACE_REJECTED, LIQUIDATED,
                        MARGIN_CALL, FUNDING, TRANSFER, WORKING, DONE, UNKNOWN, MARGIN_ADJUSTED, TIMED_OUT, LINE_LOST,
                        LINE_BACK, STATEMENT_FAILED ->
                    throw new IllegalArgumentException(part.kind() + " is no part of a statement");
            }
        }
        return new VenueStatement(
                time(began), since(began), List.copyOf(orders.values()), List.copyOf(fills.values()), balances, positions);
    }

    private static long time(@Nullable VenueReport began) {
        return began == null ? 0 : began.timeNanos();
    }

    private static long since(@Nullable VenueReport began) {
        return began == null ? 0 : began.amountAtoms();
    }

    private static SaidFill fill(VenueReport part) {
        return new SaidFill(
                part.clientOrderId(),
                part.fillId(),
                part.timeNanos(),
                part.quantityLots(),
                part.priceTicks(),
                part.feeAtoms(),
                part.feeAsset(),
                part.feeValueAtoms(),
                part.maker(),
                part.positionSide());
    }
}
