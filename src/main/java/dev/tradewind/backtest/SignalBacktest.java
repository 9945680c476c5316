package dev.tradewind.backtest;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.Signal;
import dev.tradewind.bot.SignalColumns;
import dev.tradewind.bot.SignalTurns;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.Verdict;
import dev.tradewind.sim.LatencyModel;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SlippageModel;
import java.util.Optional;

/**
 * A bot that is a {@link Signal} over a series of candles, without playing the market to it: the candles after which it
 * wants something else come from whole columns, and only its orders are worked out, each at the next open. Gate,
 * account, fees and journal hash are the engine's own; what comes of it is to the last atom and bit what {@link
 * Backtest} makes of the same, which the tests hold it to. For many runs over one series, one after another, on one
 * thread; the columns are shared.
 */
public final class SignalBacktest {

    private static final int BOT = 1;
    private static final int ORDER_ID_BITS = 40;
    private static final String COARSER = "the bot takes coarser candles than the data's";

    private final SessionConfig config;
    private final SimTerms terms;
    private final Command.StartBot start;
    private final long startNanos;
    private final BotType type;
    private final Instrument instrument;
    private final SignalColumns columns;
    private final CandleColumns candles;
    private final int first;
    private final int end;
    private final RiskGate gate;
    private final SignalDesk desk;
    private final FeeRate taker;
    private final FeeRate reserving;
    private final SignalTurns turns = new SignalTurns();
    private final OrderRequest order = new OrderRequest();
    private final VenueReport report = new VenueReport();
    private final Spots spots = new Spots();

    /**
     * As {@link Backtest} with its feed.
     *
     * @param start      the bot; its parameters are those of each run
     * @param startNanos when the bot is started, at or before the first candle
     * @param fromNanos  candles that opened before this are left out
     * @param toNanos    candles that opened at or after this are left out
     * @throws IllegalArgumentException if there is an {@link #objection}
     */
    public SignalBacktest(
            SessionConfig config,
            SimTerms terms,
            Command.StartBot start,
            long startNanos,
            SignalColumns columns,
            long fromNanos,
            long toNanos) {
        this.config = config;
        this.terms = terms;
        this.start = start;
        this.startNanos = startNanos;
        this.columns = columns;
        candles = columns.candles();
        first = firstRowFrom(fromNanos);
        end = Math.max(first, firstRowFrom(toNanos));
        instrument = config.instrument();
        type = BotType.of(start.type(), config.botTypes());
        gate = new RiskGate(instrument, config.limits());
        desk = new SignalDesk(config, start.capitalAtoms());
        taker = terms.schedule().rate(false, 0, 0);
        reserving = terms.takerFee().e8() > terms.makerFee().e8() ? terms.takerFee() : terms.makerFee();
        objection(config, terms, start, Optional.empty()).or(() -> objection(columns)).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    private int firstRowFrom(long timeNanos) {
        int row = candles.rowAt(timeNanos);
        return row >= 0 && candles.openTimeNanos(row) == timeNanos ? row : row + 1;
    }

    /**
     * {@return why this cannot be worked out from columns, in words, empty if it can} Then it is to be played event by
     * event.
     *
     * @param feedCandles candles for bots that take them as the feed has them, where the feed is finer
     */
    public static Optional<String> objection(
            SessionConfig config,
            SimTerms terms,
            Command.StartBot start,
            Optional<Timeframe> feedCandles) {
        BotType type = BotType.of(start.type(), config.botTypes());
        if (type.signal().isEmpty()) {
            return Optional.of("bot " + type.id() + " is not a stateless signal");
        }
        Signal signal = type.signal().get().apply(type.params(start.params()));
        if (signal.timeframe().isPresent() || feedCandles.isPresent()) {
            return Optional.of(COARSER);
        }
        if (config.instrument().isPerpetual()) {
            return Optional.of(config.instrument().symbol() + " is a perpetual");
        }
        if (!config.limits().equals(RiskLimits.NONE)) {
            return Optional.of("there are risk rules");
        }
        if (start.capitalAtoms() > config.capitalAtoms()) {
            return Optional.of("the bot asks for more than there is");
        }
        if (config.instrument().filters().averageMinutes() > 0) {
            return Optional.of("filters of " + config.instrument().symbol() + " look at an average price");
        }
        return venueObjection(terms);
    }

    /** {@return why no run can be worked out of a series, empty if one can} */
    public static Optional<String> objection(SignalColumns columns) {
        return columns.inTurn() ? Optional.empty() : Optional.of("candles of the series overlap");
    }

    private static Optional<String> venueObjection(SimTerms terms) {
        if (terms.schedule().tiers().size() != 1 || terms.schedule().third() != null) {
            return Optional.of("fees depend on turnover or on another asset");
        }
        if (terms.latencyNanos() != 0 || !terms.models().latency().equals(LatencyModel.CONSTANT.id())) {
            return Optional.of("orders take time to the venue");
        }
        return terms.models().slippage().equals(SlippageModel.BPS.id())
                ? Optional.empty()
                : Optional.of("slippage depends on the volume");
    }

    /**
     * {@return why a run with these parameters cannot be worked out, as {@link #objection} says of those it was made
     * with}
     */
    public Optional<String> objection(Params params) {
        return signal(params).timeframe().map(coarser -> COARSER);
    }

    private Signal signal(Params params) {
        return type.signal().orElseThrow().apply(params);
    }

    /**
     * Works out a run.
     *
     * @param params of the bot, without an {@link #objection(Params)}
     * @param into   takes it in, after whatever it held before
     */
    public void run(Params params, SignalRun into) {
        Signal signal = signal(params);
        Command.StartBot command = new Command.StartBot(
                BOT, start.type(), start.name(), start.instrument(), start.capitalAtoms(), params.asMap());
        into.begin(this, command, desk.open());
        into.journal.command(0, startNanos, command);
        into.journal.decision(0, startNanos, BOT, Reason.BOT_STARTED, 0, 0);
        turns.clear();
        signal.turns(columns, first, end, turns);
        long lots = signal.lots(instrument);
        int count = turns.size();
        for (int turn = 0; turn < count && into.state() != BotState.ERROR; turn++) {
            if (turn % Spots.MOST == 0) {
                spots.gather(turn);
            }
            turn(into, turn, lots);
        }
    }

    /** What is looked at of the candles around turns: gathered ahead, since one by one each would be waited for. */
    private final class Spots {

        static final int MOST = 256;

        final long[] openedNanos = new long[MOST];
        final long[] closeTicks = new long[MOST];
        final long[] nextOpenNanos = new long[MOST];
        final long[] nextOpenTicks = new long[MOST];

        void gather(int from) {
            int count = Math.min(MOST, turns.size() - from);
            for (int i = 0; i < count; i++) {
                int row = turns.row(from + i);
                openedNanos[i] = candles.openTimeNanos(row);
                closeTicks[i] = candles.closeTicks(row);
                if (row + 1 < end) {
                    nextOpenNanos[i] = candles.openTimeNanos(row + 1);
                    nextOpenTicks[i] = candles.openTicks(row + 1);
                }
            }
        }
    }

    private void turn(SignalRun run, int turn, long lots) {
        int row = turns.row(turn);
        boolean wanted = turns.wanted(turn);
        int spot = turn % Spots.MOST;
        run.journal.decision(0, 0, BOT, wanted ? Reason.CROSSED_UP : Reason.CROSSED_DOWN, 0, 0);
        long wants = Signal.orderLots(wanted, lots, run.account().sellableLots());
        if (wants == 0) {
            return;
        }
        long now = candles.timeframe().closeOf(spots.openedNanos[spot]);
        desk.at(now, spots.closeTicks[spot]);
        Verdict verdict = gate.check(order(order, orderId(run.orders + 1), wants), desk);
        if (!verdict.passes()) {
            run.journal.decision(0, now, BOT, Reason.ORDER_REFUSED, 0, 0);
            run.say(
                    verdict.balance() ? BotState.WAITING_FOR_BALANCE : BotState.ERROR,
                    verdict.rule() + ": " + verdict.message());
            return;
        }
        run.orders++;
        run.journal.submitIntent(0, now, order);
        run.say(BotState.RUNNING, "");
        if (row + 1 < end) {
            meet(run, row + 1, spots.nextOpenNanos[spot], spots.nextOpenTicks[spot]);
        }
    }

    /** Fills a carrier with the market order for lots to buy, or, negative, to sell. */
    static OrderRequest order(OrderRequest carrier, long id, long lots) {
        return carrier.set(
                id, BOT, 0, lots > 0 ? Side.BUY : Side.SELL, OrderType.MARKET, TimeInForce.GTC, Math.abs(lots), 0, 0,
                lots > 0 ? Signal.ENTRY : Signal.EXIT, 0);
    }

    private long orderId(long sequence) {
        return (long) config.number() << ORDER_ID_BITS | sequence;
    }

    /** The order arrived between two candles and meets the open of the next. */
    private void meet(SignalRun run, int row, long now, long open) {
        BotAccount account = run.account();
        boolean buy = order.side() == Side.BUY;
        long lots = order.quantityLots();
        long worse = open <= 0 ? 0 : SlippageModel.worseByShare(open, terms.slippageE8());
        long ticks = buy ? open + worse : Math.max(1, open - worse);
        long notional = instrument.notionalAtoms(ticks, lots);
        FeeAsset feeAsset = buy ? terms.buyFeeAsset() : FeeAsset.QUOTE;
        if (open <= 0 || buy && reserved(notional) > account.quoteAtoms() + restAtoms()) {
            VenueReport.Reason why = open <= 0
                    ? VenueReport.Reason.NO_MARKET
                    : VenueReport.Reason.INSUFFICIENT_BALANCE;
            report.set(VenueReport.Kind.REJECTED, why, order.clientOrderId(), now);
            run.journal.report(0, now, report);
            run.journal.decision(0, now, BOT, Reason.ORDER_REJECTED, 0, 0);
            run.say(BotState.ERROR, "the exchange refused the order: " + why);
            return;
        }
        long fee = taker.feeOn(
                feeAsset == FeeAsset.QUOTE ? notional : Math.multiplyExact(lots, instrument.lotAtoms()));
        report.filled(order.clientOrderId(), now, run.size() + 1, ticks, lots, fee, feeAsset, false);
        run.journal.report(0, now, report);
        account.fill(order.side(), ticks, lots, fee, feeAsset);
        run.filled(row, order, report);
    }

    /** {@return what the venue demands to see before it takes a buy} */
    private long reserved(long notional) {
        return terms.buyFeeAsset() == FeeAsset.BASE ? notional : notional + reserving.feeOn(notional);
    }

    /** {@return what is in the account beside the bot's capital} */
    long restAtoms() {
        return config.capitalAtoms() - start.capitalAtoms();
    }

    CandleColumns candles() {
        return candles;
    }

    SessionConfig config() {
        return config;
    }

    SimTerms terms() {
        return terms;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }
}
