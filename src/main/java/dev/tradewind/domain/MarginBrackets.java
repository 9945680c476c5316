package dev.tradewind.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * The steps by which a position's notional raises its maintenance margin and lowers the leverage allowed. Each bracket
 * reaches from its floor to the next one's; the maintenance margin of a notional {@code N} is {@code N·MMR − cum} of its
 * bracket, with {@code cum_n = cum_{n−1} + floor_n·(MMR_n − MMR_{n−1})}, so that it has no jumps. Immutable.
 */
public final class MarginBrackets {

    private static final long ONE_E8 = 100_000_000L;

    private final long[] floorAtoms;
    private final long[] maintenanceE8;
    private final int[] maxLeverage;
    private final long[] cumAtoms;

    /**
     * One step.
     *
     * @param floorAtoms    notional it begins at, in quote atoms
     * @param maintenanceE8 maintenance margin rate times 10⁸; 0.4 % is 400,000
     * @param maxLeverage   highest leverage of positions in it
     */
    public record Row(long floorAtoms, long maintenanceE8, int maxLeverage) {}

    /**
     * Brackets from their rows, lowest first.
     *
     * @throws IllegalArgumentException naming the row that does not follow from the one before
     */
    public MarginBrackets(List<Row> rows) {
        int size = rows.size();
        if (size == 0 || rows.getFirst().floorAtoms() != 0) {
            throw new IllegalArgumentException("margin brackets begin with one whose floor is 0");
        }
        floorAtoms = new long[size];
        maintenanceE8 = new long[size];
        maxLeverage = new int[size];
        cumAtoms = new long[size];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            requireSensible(i, row);
            floorAtoms[i] = row.floorAtoms();
            maintenanceE8[i] = row.maintenanceE8();
            maxLeverage[i] = row.maxLeverage();
            if (i > 0) {
                requireStep(i);
                // rounded down, so that the maintenance margin is never too small
                long more = Exact.mulDivFloor(floorAtoms[i], maintenanceE8[i] - maintenanceE8[i - 1], ONE_E8);
                cumAtoms[i] = Math.addExact(cumAtoms[i - 1], more);
            }
        }
    }

    private static void requireSensible(int i, Row row) {
        if (row.maintenanceE8() <= 0 || row.maintenanceE8() >= ONE_E8) {
            throw new IllegalArgumentException("margin bracket " + (i + 1) + ": maintenance rate "
                    + row.maintenanceE8() + "e-8 is outside 0..1");
        }
        if (row.maxLeverage() < 1 || row.maxLeverage() > MarginConfig.MAX_LEVERAGE) {
            throw new IllegalArgumentException("margin bracket " + (i + 1) + ": leverage " + row.maxLeverage()
                    + " is outside 1 to " + MarginConfig.MAX_LEVERAGE);
        }
        if (row.maintenanceE8() * row.maxLeverage() >= ONE_E8) {
            throw new IllegalArgumentException("margin bracket " + (i + 1) + ": the initial margin at leverage "
                    + row.maxLeverage() + " is not above the maintenance margin");
        }
    }

    private void requireStep(int i) {
        if (floorAtoms[i] <= floorAtoms[i - 1]
                || maintenanceE8[i] < maintenanceE8[i - 1]
                || maxLeverage[i] > maxLeverage[i - 1]) {
            throw new IllegalArgumentException("margin bracket " + (i + 1)
                    + " must begin above the one before, with no lower rate and no higher leverage");
        }
    }

    /**
     * {@return the brackets of BTCUSDT as Binance published them in 2021 and its liquidation examples use them: an assumption
     * for every other instrument, to be replaced by a file where it matters}
     */
    public static MarginBrackets standard(Asset quote) {
        return new MarginBrackets(List.of(
                row(quote, 0, 400_000, 125),
                row(quote, 50_000, 500_000, 100),
                row(quote, 250_000, 1_000_000, 50),
                row(quote, 1_000_000, 2_500_000, 20),
                row(quote, 10_000_000, 5_000_000, 10),
                row(quote, 20_000_000, 10_000_000, 5),
                row(quote, 50_000_000, 12_500_000, 4),
                row(quote, 100_000_000, 15_000_000, 3),
                row(quote, 200_000_000, 25_000_000, 2)));
    }

    private static Row row(Asset quote, long floor, long rateE8, int leverage) {
        return new Row(quote.toAtoms(BigDecimal.valueOf(floor)), rateE8, leverage);
    }

    /** {@return how many there are} */
    public int size() {
        return floorAtoms.length;
    }

    /** {@return a bracket's row} */
    public Row row(int index) {
        return new Row(floorAtoms[index], maintenanceE8[index], maxLeverage[index]);
    }

    /** {@return a bracket's maintenance margin rate times 10⁸} */
    public long maintenanceE8(int index) {
        return maintenanceE8[index];
    }

    /** {@return what a bracket takes off the maintenance margin, in quote atoms} */
    public long cumAtoms(int index) {
        return cumAtoms[index];
    }

    /** {@return the bracket a notional lies in} */
    public int at(long notionalAtoms) {
        int index = floorAtoms.length - 1;
        while (index > 0 && notionalAtoms < floorAtoms[index]) {
            index--;
        }
        return index;
    }

    /** {@return the maintenance margin of a notional in quote atoms, rounded up} */
    public long maintenanceAtoms(long notionalAtoms) {
        int index = at(notionalAtoms);
        return Exact.mulDivCeil(notionalAtoms, maintenanceE8[index], ONE_E8) - cumAtoms[index];
    }

    /** {@return the highest leverage of a position of that notional} */
    public int maxLeverage(long notionalAtoms) {
        return maxLeverage[at(notionalAtoms)];
    }

    /** {@return the largest notional at that leverage in quote atoms, {@link Long#MAX_VALUE} without a limit, 0 if none} */
    public long maxNotionalAtoms(int leverage) {
        for (int i = 0; i < maxLeverage.length; i++) {
            if (maxLeverage[i] < leverage) {
                return i == 0 ? 0 : floorAtoms[i] - 1;
            }
        }
        return Long.MAX_VALUE;
    }
}
