package dev.tradewind.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Where the exchange closes a USD-margined position by force:
 * {@code LP = (WB − TMM + UPNL + cum − s·Q·EP) / (Q·MMR − s·Q)}, with {@code s} +1 for a long and −1 for a short position
 * (Binance, "How to Calculate Liquidation Price of USD-M Futures Contracts"). The bracket is the one that holds at the
 * liquidation price: found by going from bracket to bracket until price and bracket agree, which they do at one price only,
 * since the maintenance margin has no jumps. Pure and exact; the methods on {@code long} allocate nothing.
 */
public final class Liquidation {

    private static final long ONE_E8 = 100_000_000L;

    private Liquidation() {}

    /**
     * {@return the liquidation price for a given rate and {@code cum}, as the formula has it}
     *
     * @param wallet     wallet balance (cross) or the position's own margin (isolated)
     * @param others     unrealised profit less maintenance margin of the other positions; 0 for isolated
     * @param quantity   signed: negative is short
     * @param entryPrice average entry
     * @param rate       maintenance margin rate as a fraction
     * @param cum        what the bracket takes off the maintenance margin
     */
    public static BigDecimal price(
            BigDecimal wallet,
            BigDecimal others,
            BigDecimal quantity,
            BigDecimal entryPrice,
            BigDecimal rate,
            BigDecimal cum) {
        BigDecimal above = wallet.add(others).add(cum).subtract(quantity.multiply(entryPrice));
        BigDecimal below = quantity.abs().multiply(rate).subtract(quantity);
        return above.divide(below, MathContext.DECIMAL64);
    }

    /**
     * {@return the liquidation price under brackets, exact to 16 digits; 0 where a long position cannot be liquidated}
     *
     * @param brackets    of the instrument, in atoms of its quote asset
     * @param walletAtoms wallet balance less the other positions' maintenance margin plus their unrealised profit (cross),
     *                    or the position's own margin (isolated)
     * @param lots        signed: negative is short; not 0
     * @param entryAtoms  signed entry notional: lots × entry price
     */
    public static BigDecimal price(Instrument instrument, long walletAtoms, long lots, long entryAtoms) {
        MarginBrackets brackets = instrument.margins().brackets();
        int bracket = bracket(brackets, walletAtoms, lots, entryAtoms);
        Asset quote = instrument.quote();
        BigDecimal quantity = instrument.lotSize().multiply(BigDecimal.valueOf(lots));
        BigDecimal above =
                quote.toDecimal(walletAtoms).add(quote.toDecimal(brackets.cumAtoms(bracket))).subtract(quote.toDecimal(entryAtoms));
        BigDecimal rate = BigDecimal.valueOf(brackets.maintenanceE8(bracket), 8);
        BigDecimal below = quantity.abs().multiply(rate).subtract(quantity);
        return above.divide(below, MathContext.DECIMAL64).max(BigDecimal.ZERO);
    }

    /**
     * {@return the liquidation price in ticks, rounded towards the market so that it is never further than the true one; 0
     * where the position cannot be liquidated: none, or a long one fully paid for}. A long position is liquidated at this
     * mark price or below, a short one at it or above. Parameters as above; allocates nothing.
     */
    public static long ticks(Instrument instrument, long walletAtoms, long lots, long entryAtoms) {
        if (lots == 0) {
            return 0;
        }
        MarginBrackets brackets = instrument.margins().brackets();
        int bracket = bracket(brackets, walletAtoms, lots, entryAtoms);
        long above = Math.addExact(Math.subtractExact(walletAtoms, entryAtoms), brackets.cumAtoms(bracket));
        long perTick = Math.multiplyExact(Math.abs(lots), instrument.tickLotAtoms());
        if (lots > 0) {
            // nested divisions round as one would
            return above >= 0 ? 0 : ceilDiv(Exact.mulDivCeil(-above, ONE_E8, ONE_E8 - brackets.maintenanceE8(bracket)), perTick);
        }
        return above <= 0 ? 1 : Math.max(1, Exact.mulDivFloor(above, ONE_E8, ONE_E8 + brackets.maintenanceE8(bracket)) / perTick);
    }

    /**
     * {@return the liquidation price, in ticks as {@link #ticks}, once everything planned has filled: the state to check
     * before a plan is started}
     *
     * @param walletAtoms  as above, before the plan: for isolated margin the margin with the plan's own included
     * @param lots         signed lots held now, {@code entryAtoms} their signed entry notional
     * @param plannedLots  signed lots of the plan's entries on one side, {@code plannedAtoms} their signed notional
     * @param plannedFees  fees of those entries in quote atoms
     */
    public static long plannedTicks(
            Instrument instrument,
            long walletAtoms,
            long lots,
            long entryAtoms,
            long plannedLots,
            long plannedAtoms,
            long plannedFees) {
        return ticks(
                instrument,
                Math.subtractExact(walletAtoms, plannedFees),
                Math.addExact(lots, plannedLots),
                Math.addExact(entryAtoms, plannedAtoms));
    }

    /** {@return the bracket that holds at the liquidation price} */
    private static int bracket(MarginBrackets brackets, long walletAtoms, long lots, long entryAtoms) {
        long without = Math.subtractExact(walletAtoms, entryAtoms);
        int bracket = brackets.at(Math.abs(entryAtoms));
        for (int i = 0; i <= brackets.size(); i++) {
            int next = brackets.at(notionalAt(brackets, bracket, without, lots));
            if (next == bracket) {
                return bracket;
            }
            bracket = next;
        }
        return bracket;
    }

    private static long notionalAt(MarginBrackets brackets, int bracket, long without, long lots) {
        long above = Math.addExact(without, brackets.cumAtoms(bracket));
        if (lots > 0) {
            return above >= 0 ? 0 : Exact.mulDivFloor(-above, ONE_E8, ONE_E8 - brackets.maintenanceE8(bracket));
        }
        return above <= 0 ? 0 : Exact.mulDivFloor(above, ONE_E8, ONE_E8 + brackets.maintenanceE8(bracket));
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
