package dev.tradewind.bot.type;

import dev.tradewind.bot.Deal;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** The newest closed deals in preallocated columns, and what all deals came to. */
final class DcaDeals {

    /** How many are remembered. */
    static final int REMEMBERED = 200;

    /** How a deal ended. */
    enum End {
        TAKE_PROFIT("take profit"),
        TRAILING("trailing"),
        STOP_LOSS("stop loss"),
        TIME_OUT("time-out"),
        YOU("you"),
        CANCELLED("cancelled");

        final String words;

        End(String words) {
            this.words = words;
        }
    }

    private final long[] opened = new long[REMEMBERED];
    private final long[] closed = new long[REMEMBERED];
    private final int[] filled = new int[REMEMBERED];
    private final int[] planned = new int[REMEMBERED];
    private final long[] invested = new long[REMEMBERED];
    private final long[] result = new long[REMEMBERED];
    private final End[] ends = new End[REMEMBERED];
    private int count;
    private long wonAtoms;
    private long lostAtoms;

    void add(
            long openedNanos, long closedNanos, int filledOrders, int plannedOrders, long investedAtoms, long resultAtoms,
            End end) {
        int at = count % REMEMBERED;
        opened[at] = openedNanos;
        closed[at] = closedNanos;
        filled[at] = filledOrders;
        planned[at] = plannedOrders;
        invested[at] = investedAtoms;
        result[at] = resultAtoms;
        ends[at] = end;
        count++;
        if (resultAtoms >= 0) {
            wonAtoms = Math.addExact(wonAtoms, resultAtoms);
        } else {
            lostAtoms = Math.subtractExact(lostAtoms, resultAtoms);
        }
    }

    /** {@return why a bot ends by itself after its newest deal, in words} */
    String lastWords(End end, DcaSettings settings) {
        return end == End.STOP_LOSS && settings.stopEndsBot
                ? "its stop loss was reached, and it was to stop then"
                : count == 1 ? "the one deal asked for is done" : "the " + count + " deals asked for are done";
    }

    /** {@return how many have closed in all} */
    int count() {
        return count;
    }

    /**
     * {@return what reinvested profit and reduced risk make of every size, times 10⁸: the plan's quote amount, plus a share
     * of what was won, less a share of what was lost, by the plan's quote amount}
     */
    long scaleE8(DcaLadder ladder, long priceTicks, long capitalAtoms) {
        DcaSettings settings = ladder.settings;
        if (settings.reinvestE8 == 0 && settings.riskReductionE8 == 0) {
            return DcaSettings.ONE;
        }
        long planned = ladder.plannedAtoms(priceTicks, capitalAtoms);
        long more = Exact.mulDivFloor(wonAtoms, settings.reinvestE8, DcaSettings.ONE);
        long less = Exact.mulDivCeil(lostAtoms, settings.riskReductionE8, DcaSettings.ONE);
        return planned == 0
                ? DcaSettings.ONE
                : Exact.mulDivFloor(Math.max(0, planned + more - less), DcaSettings.ONE, planned);
    }

    void save(StateWriter out) {
        out.number(count).number(wonAtoms).number(lostAtoms);
        for (int i = Math.max(0, count - REMEMBERED); i < count; i++) {
            int at = i % REMEMBERED;
            out.number(opened[at]).number(closed[at]).number(filled[at]).number(planned[at]).number(invested[at]);
            out.number(result[at]).constant(ends[at]);
        }
    }

    void load(StateReader in) {
        count = in.integer();
        wonAtoms = in.number();
        lostAtoms = in.number();
        for (int i = Math.max(0, count - REMEMBERED); i < count; i++) {
            int at = i % REMEMBERED;
            opened[at] = in.number();
            closed[at] = in.number();
            filled[at] = in.integer();
            planned[at] = in.integer();
            invested[at] = in.number();
            result[at] = in.number();
            ends[at] = in.constant(End.class);
        }
    }

    /** {@return the remembered ones, newest first, as many as {@code most}} */
    List<Deal> newest(int most) {
        List<Deal> deals = new ArrayList<>();
        for (int i = count - 1; i >= Math.max(0, count - Math.min(most, REMEMBERED)); i--) {
            int at = i % REMEMBERED;
            deals.add(new Deal(
                    i + 1, opened[at], closed[at], filled[at], planned[at], invested[at], result[at], ends[at].words));
        }
        return deals;
    }
}
