package dev.tradewind.portfolio;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Liquidation;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionSide;

/** What stands behind a position of an account, and where it ends. Pure. */
public final class Margin {

    private static final PositionSide[] SIDES = PositionSide.values();
    private static final int ONE_E4 = 10_000;

    private Margin() {}

    /**
     * {@return what answers for a position: its own margin (isolated), or the wallet with the other positions' profit less
     * their maintenance margin at a mark price (cross), in quote atoms}
     */
    public static long behind(PerpetualAccount account, PositionSide side, long markTicks) {
        if (account.margin().mode() == MarginMode.ISOLATED) {
            return account.position(side).marginAtoms();
        }
        long behind = account.quoteAtoms();
        for (PositionSide other : SIDES) {
            if (other != side) {
                Position position = account.position(other);
                behind += position.unrealisedAtoms(markTicks) - position.maintenanceAtoms(markTicks);
            }
        }
        return behind;
    }

    /** {@return the liquidation price of a position in ticks, see {@link Liquidation#ticks}; 0 where there is none} */
    public static long liquidationTicks(PerpetualAccount account, PositionSide side, long markTicks) {
        Position position = account.position(side);
        return Liquidation.ticks(
                account.instrument(), behind(account, side, markTicks), position.lots(), position.entryAtoms());
    }

    /**
     * {@return the maintenance margin as a share of what answers for a position, in ten-thousandths: 10,000 is liquidation; 0
     * without a position}
     */
    public static long ratioE4(PerpetualAccount account, PositionSide side, long markTicks) {
        Position position = account.position(side);
        if (position.lots() == 0) {
            return 0;
        }
        long behind = behind(account, side, markTicks) + position.unrealisedAtoms(markTicks);
        long maintenance = position.maintenanceAtoms(markTicks);
        return behind <= maintenance ? ONE_E4 : Exact.mulDivCeil(maintenance, ONE_E4, behind);
    }
}
