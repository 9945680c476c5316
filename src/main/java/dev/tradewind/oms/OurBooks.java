package dev.tradewind.oms;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All we think there is at a venue, to be held against what it says.
 *
 * @param session      the session's number: the upper bits of its orders' ids
 * @param sinceNanos   fills of others before this are in the balances already
 * @param orders       orders at the venue that are not final, and those of the ended ones that the statement names
 * @param foreignFills fills of others that are booked
 * @param balances     atoms of each asset
 * @param positions    signed lots of each position of a perpetual
 * @param differences  what differed at the last comparison, by {@linkplain Reconciliation#key key}
 * @param moved        whether something was booked since the statement was asked for, so that balances cannot be compared
 */
public record OurBooks(
        Instrument instrument,
        int session,
        long sinceNanos,
        List<OurOrder> orders,
        Set<Long> foreignFills,
        Map<FeeAsset, Long> balances,
        Map<PositionSide, Long> positions,
        Map<String, Long> differences,
        boolean moved) {

    public OurBooks {
        orders = List.copyOf(orders);
        foreignFills = Collections.unmodifiableSet(new TreeSet<>(foreignFills));
        EnumMap<FeeAsset, Long> assets = new EnumMap<>(FeeAsset.class);
        assets.putAll(balances);
        balances = Collections.unmodifiableMap(assets);
        EnumMap<PositionSide, Long> sides = new EnumMap<>(PositionSide.class);
        sides.putAll(positions);
        positions = Collections.unmodifiableMap(sides);
        differences = Collections.unmodifiableMap(new TreeMap<>(differences));
    }

    /**
     * An order of ours.
     *
     * @param venueId    the id the venue knows it by
     * @param lots       as the venue should have it; 0 where links make that uncertain
     * @param filledLots filled since it was sent
     * @param fillIds    the fills it has had
     * @param amending   whether an amendment is on its way
     * @param recent     whether something was sent or heard about it since shortly before the statement was asked for, so that
     *                   the two cannot be compared
     */
    public record OurOrder(
            long venueId,
            Side side,
            OrderState state,
            long lots,
            long filledLots,
            long priceTicks,
            long stopTicks,
            Set<Long> fillIds,
            boolean amending,
            boolean recent) {

        public OurOrder {
            fillIds = Collections.unmodifiableSet(new TreeSet<>(fillIds));
        }
    }
}
