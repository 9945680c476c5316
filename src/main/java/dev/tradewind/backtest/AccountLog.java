package dev.tradewind.backtest;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.sim.TakerCosts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every owner of a lane had after each thing that changed it: fills, funding, liquidations, a bot that ended. Together with
 * the history this is all that is needed to value the lane at any event, so the run itself pays nothing for its report.
 *
 * <p>A row holds from market event {@code index} on: what comes of an event is booked before the event is marked.
 */
final class AccountLog implements Recorder {

    /** No fill: funding, a liquidation, or a bot that handed over what it held. */
    static final int NO_FILL = -1;

    private static final byte LIQUIDATED = 1;
    private static final byte OTHER = 0;
    private static final int LONGS = 7;
    private static final int EARNED = 0;
    private static final int BASE = 1;
    private static final int COST = 2;
    private static final int REALISED = 3;
    private static final int FEES = 4;
    private static final int FUNDING = 5;
    private static final int TIME = 6;
    private static final PositionSide[] SIDES = PositionSide.values();
    private static final Reason[] REASONS = Reason.values();

    private final FillLog fills = new FillLog();
    private final OrderLog orders = new OrderLog();
    private final Instrument instrument;
    private final int places;
    private final int[] idOf;
    private final long[] last;
    private final byte[] exitReason;
    private int size;
    private long[] cells = new long[256 * LONGS];
    private int[] index = new int[256];
    private int[] fillRow = new int[256];
    private byte[] place = new byte[256];
    private byte[] side = new byte[256];
    private byte[] cause = new byte[256];
    private long[] cost = new long[256];
    private byte[] exit = new byte[256];
    private @Nullable Session session;
    private @Nullable HistoryFeed feed;
    private @Nullable TakerCosts costs;
    private boolean stirred;
    private int stirredIndex;
    private long stirredNanos;
    private byte stirredCause;
    private int stirredSide;
    private long stirredTicks;
    private long refusals;

    AccountLog(LanePlan plan) {
        instrument = plan.config().instrument();
        List<LanePlan.Starter> bots = plan.bots();
        places = bots.size() + 1;
        idOf = new int[places];
        for (int i = 1; i < places; i++) {
            idOf[i] = bots.get(i - 1).start().botId();
        }
        last = new long[places * SIDES.length * LONGS];
        exitReason = new byte[places];
        Arrays.fill(exitReason, (byte) -1);
    }

    void join(Session made, SimVenue venue, HistoryFeed history) {
        session = made;
        feed = history;
        costs = venue.keepCosts();
    }

    private BotAccount account(int at) {
        Session joined = session;
        if (joined == null) {
            throw new IllegalStateException("the log is not joined to its session yet");
        }
        return at == 0 ? joined.ledger().user() : joined.account(idOf[at]);
    }

    private int present() {
        HistoryFeed history = feed;
        return history == null ? 0 : (int) Math.max(0, history.position() - 1);
    }

    /** {@return when the present event happened, {@link Long#MIN_VALUE} before the first} */
    long eventNanos() {
        HistoryFeed history = feed;
        return history == null || history.position() == 0 ? Long.MIN_VALUE : history.current().timeNanos();
    }

    /**
     * Something is about to change accounts by other ways than a fill; what is owed from before is taken first.
     *
     * @param onSide ordinal of the position's side it is about, −1 where that is not said
     * @param later  0 if it holds from the present event on, 1 if from the next
     */
    void stir(long timeNanos, int onSide, int later) {
        stir(timeNanos, OTHER, onSide, later, 0);
    }

    /** A position is about to be closed by force at a price. */
    void force(long timeNanos, int onSide, long ticks) {
        stir(timeNanos, LIQUIDATED, onSide, 0, ticks);
    }

    private void stir(long timeNanos, byte why, int onSide, int later, long ticks) {
        settle();
        stirredTicks = ticks;
        stirredSide = onSide;
        stirred = true;
        stirredIndex = present() + later;
        stirredNanos = timeNanos;
        stirredCause = why;
    }

    /** Takes the states of accounts that changed since the last stirring: nothing else has happened in between. */
    void settle() {
        if (!stirred) {
            return;
        }
        stirred = false;
        for (int at = 0; at < places; at++) {
            BotAccount account = account(at);
            for (int s = 0; s < SIDES.length; s++) {
                if (changed(account, at, s)) {
                    add(account, at, s, stirredIndex, stirredNanos, NO_FILL);
                    cause[size - 1] = stirredCause;
                    cost[size - 1] = stirredTicks;
                }
            }
        }
    }

    private boolean changed(BotAccount account, int at, int s) {
        int from = (at * SIDES.length + s) * LONGS;
        boolean position = base(account, s) != last[from + BASE] || cost(account, s) != last[from + COST];
        // what is the account's as a whole is told with the side that moved, else with the one-way position's
        boolean money = account.realisedAtoms() != last[at * SIDES.length * LONGS + REALISED];
        return position || money && s == (stirredSide < 0 ? owed(account) : stirredSide);
    }

    /** {@return the side that money without a move of a position belongs to: the one there is a position of} */
    private int owed(BotAccount account) {
        for (int s = 1; s < SIDES.length; s++) {
            if (base(account, s) != 0) {
                return s;
            }
        }
        return 0;
    }

    private long base(BotAccount account, int s) {
        if (account instanceof PerpetualAccount perpetual) {
            return perpetual.position(SIDES[s]).lots() * instrument.lotAtoms();
        }
        return s == 0 ? account.baseAtoms() : 0;
    }

    private static long cost(BotAccount account, int s) {
        if (account instanceof PerpetualAccount perpetual) {
            return perpetual.position(SIDES[s]).entryAtoms();
        }
        return s == 0 ? account.costAtoms() : 0;
    }

    private void add(BotAccount account, int at, int s, int event, long time, int fill) {
        if (size == index.length) {
            grow(size + (size >> 1));
        }
        int from = size * LONGS;
        cells[from + EARNED] = account.quoteAtoms() - account.capitalAtoms();
        cells[from + BASE] = base(account, s);
        cells[from + COST] = cost(account, s);
        cells[from + REALISED] = account.realisedAtoms();
        cells[from + FEES] = account.feesAtoms();
        cells[from + FUNDING] = account.fundingAtoms();
        cells[from + TIME] = time;
        index[size] = event;
        place[size] = (byte) at;
        side[size] = (byte) s;
        fillRow[size] = fill;
        cause[size] = 0;
        cost[size] = 0;
        exit[size] = exitReason[at];
        for (int k = 0; k < SIDES.length; k++) {
            int to = (at * SIDES.length + k) * LONGS;
            last[to + BASE] = base(account, k);
            last[to + COST] = cost(account, k);
            last[to + REALISED] = account.realisedAtoms();
        }
        size++;
    }

    private void grow(int rows) {
        cells = Arrays.copyOf(cells, rows * LONGS);
        index = Arrays.copyOf(index, rows);
        fillRow = Arrays.copyOf(fillRow, rows);
        place = Arrays.copyOf(place, rows);
        side = Arrays.copyOf(side, rows);
        cause = Arrays.copyOf(cause, rows);
        cost = Arrays.copyOf(cost, rows);
        exit = Arrays.copyOf(exit, rows);
    }

    @Override
    public void filled(OrderRequest request, VenueReport report, long time, long row) {
        fills.filled(request, report, time, row);
        int at = 0;
        for (int i = 1; i < places; i++) {
            at = idOf[i] == request.botId() ? i : at;
        }
        BotAccount account = account(at);
        int s = instrument.isPerpetual() ? request.terms().positionSide().ordinal() : 0;
        add(account, at, s, present(), report.timeNanos(), fills.size() - 1);
        TakerCosts taken = costs;
        cost[size - 1] = taken == null ? 0 : taken.atoms(report.fillId());
        if (Math.abs(base(account, s)) < instrument.lotAtoms()) {
            exitReason[at] = -1;
        }
    }

    @Override
    public void decided(long row, long time, int bot, Reason reason, long first, long second) {
        fills.decided(row, time, bot, reason, first, second);
        if (reason == Reason.ORDER_REFUSED || reason == Reason.ORDER_REJECTED) {
            refusals++;
        } else if (Endings.isExit(reason)) {
            for (int i = 1; i < places; i++) {
                if (idOf[i] == bot) {
                    exitReason[i] = (byte) reason.ordinal();
                }
            }
        }
    }

    @Override
    public void finished(
            OrderRequest request,
            OrderState state,
            long placedNanos,
            long timeNanos,
            long filledLots,
            long filledNotionalAtoms,
            long row,
            VenueReport.Reason reason) {
        orders.finished(request, state, placedNanos, timeNanos, filledLots, filledNotionalAtoms, row, reason);
    }

    FillLog fills() {
        return fills;
    }

    OrderLog orders() {
        return orders;
    }

    /** {@return orders refused here or at the exchange} */
    long refusals() {
        return refusals;
    }

    int size() {
        return size;
    }

    /** {@return how many owners there are: the user at place 0, then the bots} */
    int places() {
        return places;
    }

    /** {@return the id of the owner at a place, 0 for the user} */
    int idOf(int at) {
        return idOf[at];
    }

    /** {@return the market event from which on row {@code row} holds, counting from 0} */
    int index(int row) {
        return index[row];
    }

    int place(int row) {
        return place[row];
    }

    /** {@return the ordinal of the position's side} */
    int side(int row) {
        return side[row];
    }

    /** {@return its fill, {@link #NO_FILL} for none} */
    int fillRow(int row) {
        return fillRow[row];
    }

    boolean liquidated(int row) {
        return cause[row] == LIQUIDATED;
    }

    long timeNanos(int row) {
        return cells[row * LONGS + TIME];
    }

    /** {@return quote atoms beyond the capital: profit but for what is held} */
    long earnedAtoms(int row) {
        return cells[row * LONGS + EARNED];
    }

    long baseAtoms(int row) {
        return cells[row * LONGS + BASE];
    }

    long costAtoms(int row) {
        return cells[row * LONGS + COST];
    }

    long realisedAtoms(int row) {
        return cells[row * LONGS + REALISED];
    }

    long feesAtoms(int row) {
        return cells[row * LONGS + FEES];
    }

    long fundingAtoms(int row) {
        return cells[row * LONGS + FUNDING];
    }

    /** {@return what its fill cost as a taker against the market's price} */
    long takerCostAtoms(int row) {
        return cost[row];
    }

    /** {@return the price at which a position was closed by force} */
    long forcedTicks(int row) {
        return cost[row];
    }

    /** {@return why its owner last said it leaves its position, null if it did not since it entered} */
    @Nullable Reason exitReason(int row) {
        return exit[row] < 0 ? null : REASONS[exit[row]];
    }
}
