package dev.tradewind.sim;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Liquidation;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * The venue's own books of our margin account: a wallet and up to three positions (net, long, short) by average cost, what
 * closes rounded against the account. Independent of the engine's ledger, so that one can be held against the other.
 */
final class MarginAccount {

    static final int SIDES = PositionSide.values().length;

    private final Instrument instrument;
    private final MarginConfig config;
    private final long[] lots = new long[SIDES];
    private final long[] entryAtoms = new long[SIDES];
    private final long[] addedAtoms = new long[SIDES];
    private long walletAtoms;
    private long reservedAtoms;

    /** By which profit and maintenance margin are measured: the mark price, or the last one where there is none. */
    private long markTicks;

    MarginAccount(Instrument instrument, MarginConfig config, long walletAtoms) {
        this.instrument = instrument;
        this.config = config;
        this.walletAtoms = walletAtoms;
    }

    /**
     * Books a trade.
     *
     * @param signedLots bought, or sold where negative
     * @param feeAtoms   taken from the wallet
     */
    void trade(int side, long signedLots, long priceTicks, long feeAtoms) {
        long notional = instrument.notionalAtoms(priceTicks, signedLots);
        walletAtoms = Math.subtractExact(walletAtoms, feeAtoms);
        long held = lots[side];
        if (held == 0 || held > 0 == signedLots > 0) {
            entryAtoms[side] = Math.addExact(entryAtoms[side], notional);
            lots[side] = Math.addExact(held, signedLots);
            return;
        }
        if (Math.abs(signedLots) < Math.abs(held)) {
            long closed = Math.abs(signedLots);
            long entry = held > 0
                    ? Exact.mulDivCeil(entryAtoms[side], closed, held)
                    : -Exact.mulDivFloor(-entryAtoms[side], closed, -held);
            addedAtoms[side] -= Exact.mulDivCeil(addedAtoms[side], closed, Math.abs(held));
            entryAtoms[side] -= entry;
            walletAtoms = Math.subtractExact(walletAtoms, Math.addExact(notional, entry));
        } else {
            long exit = instrument.notionalAtoms(priceTicks, -held);
            walletAtoms = Math.subtractExact(walletAtoms, Math.addExact(exit, entryAtoms[side]));
            entryAtoms[side] = notional - exit;
            addedAtoms[side] = 0;
        }
        lots[side] = held + signedLots;
    }

    /** Money comes in or leaves. */
    void pay(long atoms) {
        walletAtoms = Math.addExact(walletAtoms, atoms);
    }

    void addMargin(int side, long atoms) {
        addedAtoms[side] = Math.addExact(addedAtoms[side], atoms);
    }

    void mark(long ticks) {
        markTicks = ticks;
    }

    long markTicks() {
        return markTicks;
    }

    /** Sets aside what a working order may need as margin. */
    void reserve(SimOrder order, long atoms) {
        reservedAtoms = Math.addExact(reservedAtoms, atoms - order.reservedQuoteAtoms);
        order.reservedQuoteAtoms = atoms;
    }

    long walletAtoms() {
        return walletAtoms;
    }

    long lots(int side) {
        return lots[side];
    }

    long entryAtoms(int side) {
        return entryAtoms[side];
    }

    boolean isFlat() {
        return lots[0] == 0 && lots[1] == 0 && lots[2] == 0;
    }

    /** {@return lots an order of a side may close of a position} */
    long closableLots(boolean buy, int side) {
        return Math.max(0, buy ? -lots[side] : lots[side]);
    }

    long marginAtoms(int side) {
        return config.initialMargin(Math.abs(entryAtoms[side])) + addedAtoms[side];
    }

    /** {@return what may be spent on new positions or withdrawn} */
    long availableAtoms() {
        long free = walletAtoms - reservedAtoms;
        for (int side = 0; side < SIDES; side++) {
            free -= marginAtoms(side);
        }
        return config.mode() == MarginMode.CROSS ? free + Math.min(0, unrealisedAtoms()) : free;
    }

    private long unrealisedAtoms() {
        return unrealisedAtoms(0) + unrealisedAtoms(1) + unrealisedAtoms(2);
    }

    long unrealisedAtoms(int side) {
        return lots[side] == 0 ? 0 : instrument.notionalAtoms(markTicks, lots[side]) - entryAtoms[side];
    }

    long maintenanceAtoms(int side) {
        return lots[side] == 0
                ? 0
                : instrument.margins()
                        .brackets()
                        .maintenanceAtoms(Math.abs(instrument.notionalAtoms(markTicks, lots[side])));
    }

    /** {@return what answers for a position} */
    long behindAtoms(int side) {
        if (config.mode() == MarginMode.ISOLATED) {
            return marginAtoms(side);
        }
        long behind = walletAtoms;
        for (int other = 0; other < SIDES; other++) {
            if (other != side) {
                behind += unrealisedAtoms(other) - maintenanceAtoms(other);
            }
        }
        return behind;
    }

    /** {@return where a position is closed by force, 0 for nowhere} */
    long liquidationTicks(int side) {
        return Liquidation.ticks(instrument, behindAtoms(side), lots[side], entryAtoms[side]);
    }

    /** {@return the price at which a position has used up what answers for it, in ticks, on its own side of it} */
    long bankruptcyTicks(int side) {
        long perTick = Math.multiplyExact(Math.abs(lots[side]), instrument.tickLotAtoms());
        long left = entryAtoms[side] - behindAtoms(side);
        return lots[side] > 0 ? Math.max(1, Math.ceilDiv(left, perTick)) : Math.max(1, Math.floorDiv(-left, perTick));
    }

    /** {@return whether a position of that size is allowed at the leverage in use} */
    boolean allows(boolean buy, int side, long openingLots, long priceTicks) {
        long held = instrument.notionalAtoms(priceTicks, lots[side]);
        long added = instrument.notionalAtoms(priceTicks, openingLots);
        long after = Math.abs(buy ? held + added : held - added);
        return after <= instrument.margins().brackets().maxNotionalAtoms(config.leverage()) || after < Math.abs(held);
    }

    /** {@return margin that may be taken out of an isolated position} */
    long removableAtoms(int side) {
        long needed = Math.max(
                config.initialMargin(Math.abs(entryAtoms[side])),
                maintenanceAtoms(side) - Math.min(0, unrealisedAtoms(side)));
        return Math.max(0, marginAtoms(side) - needed);
    }

    void save(StateWriter out) {
        out.section("MarginAccount", 1).number(walletAtoms).number(reservedAtoms).number(markTicks);
        for (int side = 0; side < SIDES; side++) {
            out.number(lots[side]).number(entryAtoms[side]).number(addedAtoms[side]);
        }
    }

    void load(StateReader in) {
        walletAtoms = in.section("MarginAccount", 1).number();
        reservedAtoms = in.number();
        markTicks = in.number();
        for (int side = 0; side < SIDES; side++) {
            lots[side] = in.number();
            entryAtoms[side] = in.number();
            addedAtoms[side] = in.number();
        }
    }

    MarginConfig config() {
        return config;
    }
}
