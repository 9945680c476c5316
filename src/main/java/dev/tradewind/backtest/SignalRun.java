package dev.tradewind.backtest;

import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.EquityCurve;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of one {@link SignalBacktest}, until the next takes its place. Equity between fills moves with the closes
 * alone, so that it is worked out when somebody asks for it. Owned by one thread.
 */
public final class SignalRun {

    HashJournal journal = new HashJournal();
    long orders;

    private @Nullable SignalBacktest of;
    private Command.@Nullable StartBot start;
    private @Nullable BotAccount account;
    private BotState state = BotState.RUNNING;
    private String stateReason = "";
    private int size;
    private int[] rows = new int[1024];
    private long[] priceTicks = new long[1024];
    private long[] lots = new long[1024];
    private long[] feeAtoms = new long[1024];
    private long[] orderIds = new long[1024];
    private long[] quoteAfter = new long[1024];
    private long[] baseAfter = new long[1024];

    /** A run begins. */
    void begin(SignalBacktest backtest, Command.StartBot command, BotAccount opened) {
        of = backtest;
        start = command;
        account = opened;
        journal = new HashJournal();
        orders = 0;
        state = BotState.RUNNING;
        stateReason = "";
        size = 0;
    }

    void say(BotState next, String reason) {
        state = next;
        stateReason = reason;
    }

    /** An order was filled at the open of the candle in {@code row}; the account has it already. */
    void filled(int row, OrderRequest request, VenueReport report) {
        if (size == rows.length) {
            grow(size * 2);
        }
        rows[size] = row;
        priceTicks[size] = report.priceTicks();
        lots[size] = request.side() == Side.BUY ? report.quantityLots() : -report.quantityLots();
        feeAtoms[size] = report.feeAtoms();
        orderIds[size] = request.clientOrderId();
        quoteAfter[size] = account().quoteAtoms();
        baseAfter[size] = account().baseAtoms();
        size++;
    }

    private void grow(int capacity) {
        rows = Arrays.copyOf(rows, capacity);
        priceTicks = Arrays.copyOf(priceTicks, capacity);
        lots = Arrays.copyOf(lots, capacity);
        feeAtoms = Arrays.copyOf(feeAtoms, capacity);
        orderIds = Arrays.copyOf(orderIds, capacity);
        quoteAfter = Arrays.copyOf(quoteAfter, capacity);
        baseAfter = Arrays.copyOf(baseAfter, capacity);
    }

    private SignalBacktest of() {
        SignalBacktest backtest = of;
        if (backtest == null) {
            throw new IllegalStateException("no run has been worked out yet");
        }
        return backtest;
    }

    /** {@return the bot's account at the end} */
    BotAccount account() {
        BotAccount opened = account;
        if (opened == null) {
            throw new IllegalStateException("no run has been worked out yet");
        }
        return opened;
    }

    /** {@return the number of fills} */
    public int size() {
        return size;
    }

    /** {@return the bot's state at the end} */
    public BotState state() {
        return state;
    }

    /** {@return why it is in that state, empty where that needs no reason} */
    public String stateReason() {
        return stateReason;
    }

    /** {@return rows a real journal would hold} */
    public long journalRows() {
        return journal.lastRow();
    }

    /** {@return the running hash over commands, timers, orders and reports} */
    public long journalHash() {
        return journal.runHash();
    }

    /** {@return the journal's hash as 16 hexadecimal digits} */
    public String hash() {
        return String.format("%016x", journalHash());
    }

    /** {@return the equity at the start, in quote atoms} */
    public long startEquityAtoms() {
        return of().config().capitalAtoms();
    }

    /** {@return the equity at the last candle's close, in quote atoms} */
    public long endEquityAtoms() {
        return of().end() == of().first()
                ? startEquityAtoms()
                : account().equityAtoms(of().candles().closeTicks(of().end() - 1)) + of().restAtoms();
    }

    /** {@return round trips: sales that left less than one lot} */
    public int roundTrips() {
        long held = 0;
        int trips = 0;
        for (int i = 0; i < size; i++) {
            held += lots[i];
            trips += lots[i] < 0 && held <= 0 ? 1 : 0;
        }
        return trips;
    }

    /** {@return every fill, as a session would have told them} */
    public FillLog fills() {
        FillLog log = new FillLog();
        OrderRequest request = new OrderRequest();
        VenueReport report = new VenueReport();
        for (int i = 0; i < size; i++) {
            fill(i, request, report);
            log.filled(request, report, report.timeNanos(), 0);
        }
        return log;
    }

    private void fill(int i, OrderRequest request, VenueReport report) {
        boolean buy = lots[i] > 0;
        SignalBacktest.order(request, orderIds[i], lots[i]);
        report.filled(
                orderIds[i], of().candles().openTimeNanos(rows[i]), i + 1, priceTicks[i], Math.abs(lots[i]), feeAtoms[i],
                buy ? of().terms().buyFeeAsset() : FeeAsset.QUOTE, false);
    }

    /** {@return equity at every close, as a session keeps it: looks at every candle} */
    public EquityCurve equity() {
        EquityCurve curve = new EquityCurve();
        walk(1, curve::add);
        return curve;
    }

    /** {@return the points {@link #equity} keeps, without looking at what lies between} */
    public long[][] points() {
        int marks = of().end() - of().first();
        int spacing = Math.toIntExact(EquityCurve.spacing(marks));
        int count = (marks + spacing - 1) / spacing;
        long[][] points = new long[2][count];
        int[] at = {0};
        walk(spacing, (timeNanos, atoms) -> {
            points[0][at[0]] = timeNanos;
            points[1][at[0]++] = atoms;
        });
        return points;
    }

    /** {@return equity at the start, at the end of each day with candles and at the end, in quote units} */
    public EquitySeries daily(DayRows days) {
        Instrument instrument = instrument();
        double unit = Math.pow(10, instrument.quote().scale());
        long[] times = new long[days.size() + 1];
        double[] equity = new double[days.size() + 1];
        times[0] = of().candles().openTimeNanos(of().first());
        equity[0] = startEquityAtoms() / unit;
        int fill = -1;
        for (int day = 0; day < days.size(); day++) {
            while (fill + 1 < size && rows[fill + 1] <= days.row(day)) {
                fill++;
            }
            long quote = fill < 0 ? startEquityAtoms() : quoteAfter[fill] + of().restAtoms();
            long base = fill < 0 ? 0 : baseAfter[fill];
            long value = base == 0 ? 0 : instrument.valueOfBaseAtoms(days.closeTicks(day), base);
            times[day + 1] = days.timeNanos(day);
            equity[day + 1] = (quote + value) / unit;
        }
        return new EquitySeries(times, equity);
    }

    /** Hears of equity at a close. */
    private interface Mark {
        void at(long timeNanos, long atoms);
    }

    /** Tells equity at the first close and at those every so many candles after it. */
    private void walk(int spacing, Mark mark) {
        SignalBacktest backtest = of();
        CandleColumns candles = backtest.candles();
        Instrument instrument = backtest.config().instrument();
        int row = backtest.first();
        for (int i = -1; i < size; i++) {
            long quote = i < 0 ? startEquityAtoms() : quoteAfter[i] + backtest.restAtoms();
            long base = i < 0 ? 0 : baseAfter[i];
            int until = i + 1 < size ? rows[i + 1] : backtest.end();
            for (; row < until; row += spacing) {
                long value = base == 0 ? 0 : instrument.valueOfBaseAtoms(candles.closeTicks(row), base);
                mark.at(candles.timeframe().closeOf(candles.openTimeNanos(row)), quote + value);
            }
        }
    }

    /** {@return what is traded} */
    public Instrument instrument() {
        return of().config().instrument();
    }

    /** {@return the run as a backtest reports it} */
    public BacktestReport report() {
        SignalBacktest backtest = of();
        BotAccount owner = account();
        Command.StartBot command = started();
        return new BacktestReport(
                backtest.config().instrument(),
                command.type(),
                command.params(),
                backtest.end() - backtest.first(),
                fills(),
                equity(),
                startEquityAtoms(),
                endEquityAtoms(),
                owner.realisedAtoms(),
                owner.feesAtoms(),
                owner.baseAtoms(),
                owner.costAtoms(),
                backtest.terms().buyFeeAsset() == FeeAsset.BASE,
                state,
                stateReason,
                journalRows(),
                journalHash(),
                RiskLog.empty(),
                0,
                owner.fundingAtoms(),
                backtest.config().margin());
    }

    private Command.StartBot started() {
        Command.StartBot command = start;
        if (command == null) {
            throw new IllegalStateException("no run has been worked out yet");
        }
        return command;
    }
}
