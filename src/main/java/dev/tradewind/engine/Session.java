package dev.tradewind.engine;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.EventLoop;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import dev.tradewind.oms.AlgoDesk;
import dev.tradewind.oms.HeldOrders;
import dev.tradewind.oms.SlotBroker;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.EquityCurve;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.venue.Venue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine, wired: market data, ledger, timers, bots, risk, orders, venue, in that order for every input. The same for
 * backtest, paper and live. Owned by one thread; other threads use {@link #view()}.
 */
public final class Session implements EventLoop.Handler, Stateful {

    private static final int USER = 0;

    /** Timers of the engine itself have this bit, bots' have not. */
    static final long OWN_TIMER = AlgoDesk.TIMER_BIT;

    private final SessionConfig config;
    private final EventLoop loop;
    private final MarketState market;
    private final Ledger ledger;
    private final CandleBook candles;
    private final OrderDesk desk;
    private final Fleet fleet;
    private final AlgoDesk algos;
    private final Listeners feedWatchers;
    private final OrderChanges changes;
    private final HeldOrders held;
    private final SlotBroker slots;
    private final Owner user;
    private final ReportIntake reports;
    private final AccountDesk accountDesk;
    private final RiskDesk risk;
    private final boolean perpetual;
    private final Snapshots snapshots;
    private final SessionState state;
    private final OutsideDesk outside;
    private final OrderCommands orders;
    private String lastRefusal = "";
    private boolean feedIsCandles;
    private @Nullable Timeframe feedCandles;

    /** A venue together with the world it lives in. */
    public record Exchange(Venue venue, World world) {}

    /**
     * Wires a session.
     *
     * @param clock    the engine's clock, moved by the session's loop
     * @param journal  where inputs and intents go
     * @param exchange makes the venue from the engine's clock
     * @param recorder who else keeps what happens
     * @param history  whether to keep what screens show; a backtest does without
     */
    public Session(
            SessionConfig config,
            VirtualClock clock,
            Journal journal,
            Function<VirtualClock, Exchange> exchange,
            Recorder recorder,
            boolean history) {
        this.config = config;
        perpetual = config.instrument().isPerpetual();
        Exchange made = exchange.apply(clock);
        TimerQueue timers = new TimerQueue();
        market = new MarketState(config.instrument());
        ledger = new Ledger(config.instrument(), config.capitalAtoms(), config.margin(), config.third(), history);
        candles = new CandleBook(config.timeframes(), this::candleClosed);
        History kept = new History();
        desk = new OrderDesk(config, ledger, market, journal, made.venue(), history ? kept : recorder, timers);
        algos = new AlgoDesk(new AlgoFloor(config.instrument(), desk, market, candles, timers), config.number());
        fleet = new Fleet(config, clock, timers, ledger, market, candles, desk, algos);
        feedWatchers = fleet.feedWatchers();
        changes = desk.changes();
        held = changes.held();
        slots = desk.slots();
        user = new Owner(USER, ledger.user());
        accountDesk = new AccountDesk(config.instrument(), ledger, market, desk, fleet, user, made.venue());
        risk = new RiskDesk(config, ledger, market, desk, fleet, user, timers, accountDesk);
        fleet.join(risk);
        desk.join(risk);
        reports = new ReportIntake(desk, fleet, user, risk);
        kept.labels(this::label);
        loop = new EventLoop(clock, timers, journal, made.world(), this);
        desk.join(loop, id -> id == USER ? user : fleet.require(id));
        outside = new OutsideDesk(
                this, made.venue().pace(), made.world() == World.OUTSIDE, timers, reports, history ? kept : recorder);
        orders = new OrderCommands(desk, algos, user);
        snapshots = new Snapshots(this, kept, journal);
        state = new SessionState(this, accountDesk, kept);
    }

    /**
     * Bots that take candles as the feed has them get those of {@code timeframe}, built from the feed's finer candles or its
     * trades, while the market, the books and the venue go by the feed itself. To be called before the first event.
     */
    public void feedCandles(Timeframe timeframe) {
        feedCandles = timeframe;
        candles.feedCandles(timeframe);
    }

    /**
     * As above for one bot, before it is started; the others take what the feed has, or what was said of them.
     *
     * @param botId the id it will have
     */
    public void feedCandles(int botId, Timeframe timeframe) {
        fleet.feedCandles(botId, timeframe);
    }

    /** The account is shared with other sessions: rules about the account measure them too. Before the first event. */
    public void beyond(AccountBeyond others) {
        risk.beyond(others);
    }

    /**
     * Writes down everything the engine is, between two inputs: a session made the same way that {@linkplain #load loads} it
     * goes on as this one does. The venue, where it is simulated, and the journal have states of their own.
     */
    @Override
    public void save(StateWriter out) {
        out.part(state).text(lastRefusal).flag(feedIsCandles).flag(feedCandles != null);
        if (feedCandles != null) {
            out.constant(feedCandles);
        }
    }

    /** {@inheritDoc} Nothing is journalled, sent or told; {@link #publish} shows what was loaded. */
    @Override
    public void load(StateReader in) {
        state.load(in);
        lastRefusal = in.text();
        feedIsCandles = in.flag();
        feedCandles = in.flag() ? in.constant(Timeframe.class) : null;
    }

    /** {@return whether the feed was seen to give candles} */
    public boolean feedIsCandles() {
        return feedIsCandles;
    }

    /** {@return the loop a driver steps} */
    public EventLoop loop() {
        return loop;
    }

    /** {@return what other threads read} */
    public EngineView view() {
        return snapshots;
    }

    /** Publishes a snapshot if somebody asked for one; called by the driver's owner between batches, on the engine thread. */
    public void publishIfAsked() {
        snapshots.publishIfAsked();
    }

    /** Publishes a snapshot now; on the engine thread, or before it starts or after it ended. */
    public void publish() {
        snapshots.publish();
    }

    /** {@return equity over time} */
    public EquityCurve equity() {
        return ledger.curve();
    }

    /** {@return the account as a whole} */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * {@return a bot's own account}
     *
     * @throws IllegalArgumentException if there is no such bot
     */
    public BotAccount account(int botId) {
        return fleet.require(botId).ledger();
    }

    /** {@return a bot's state} */
    public BotState botState(int botId) {
        return fleet.require(botId).botState();
    }

    /** {@return why the bot is in its state, empty where that needs no reason} */
    public String botStateReason(int botId) {
        return fleet.require(botId).stateReason();
    }

    /** {@return what risk rules did so far} */
    public RiskLog riskLog() {
        return risk.log();
    }

    /** {@return the newest refused command in words, empty if none was refused} */
    public String lastRefusal() {
        return lastRefusal;
    }

    @Override
    public void onMarket(MarketEvent event) {
        switch (event) {
            case CandleEvent candle -> candle(candle);
            case TradeEvent trade -> trade(trade);
            case BookEvent book -> {
                market.book(book);
                if (algos.isActive()) {
                    algos.book();
                }
            }
            case MarkEvent mark -> {
                marked(mark);
                if (perpetual && risk.watching()) {
                    risk.markMoved();
                }
                if (algos.isActive()) {
                    algos.mark(mark.markTicks());
                }
            }
            // what it costs or brings is the venue's to report
            case FundingEvent funding -> funded(funding);
        }
    }

    // a method for each: what a candle costs is to stand in one piece of compiled code with the loop
    private void candle(CandleEvent candle) {
        market.candle(candle);
        feedIsCandles = true;
        // what closes at midnight happened in the day before
        ledger.rollDay(candle.timeNanos() - 1);
        mark(candle.timeNanos(), perpetual ? market.markTicks() : candle.closeTicks());
        if (risk.watching()) {
            risk.marked(
                    candle.timeNanos(),
                    candle.timeNanos() - 1,
                    candle.highTicks(),
                    candle.lowTicks(),
                    candle.closeTicks());
        }
        candles.candle(candle);
        if (feedCandles == null) {
            feedWatchers.candle(candle);
        }
        fleet.price(candle.closeTicks());
        slots.price();
        if (held.reaches(candle.lowTicks(), candle.highTicks())) {
            desk.changes().candle(candle);
        }
        if (algos.isActive()) {
            algos.candle(candle);
        }
    }

    private void trade(TradeEvent trade) {
        market.trade(trade);
        ledger.rollDay(trade.timeNanos());
        mark(trade.timeNanos(), perpetual ? market.markTicks() : trade.priceTicks());
        if (risk.watching()) {
            long ticks = trade.priceTicks();
            risk.marked(trade.timeNanos(), trade.timeNanos(), ticks, ticks, ticks);
        }
        candles.trade(trade);
        fleet.price(trade.priceTicks());
        held.price(trade.priceTicks());
        slots.price();
        if (algos.isActive()) {
            algos.trade(trade.priceTicks(), trade.quantityLots());
        }
    }

    private void marked(MarkEvent event) {
        market.mark(event);
        if (perpetual) {
            mark(event.timeNanos(), event.markTicks());
        }
    }

    private void funded(FundingEvent event) {
        market.funding(event);
        if (perpetual) {
            accountDesk.funding(event);
        }
    }

    private void mark(long timeNanos, long priceTicks) {
        if (perpetual) {
            accountDesk.mark(priceTicks);
        }
        ledger.mark(timeNanos, priceTicks);
        fleet.mark(timeNanos, priceTicks);
    }

    private void candleClosed(Timeframe timeframe, CandleEvent candle) {
        fleet.candle(timeframe, candle);
        if (algos.isActive()) {
            algos.candleClosed(timeframe, candle);
        }
        if (feedCandles == null ? timeframe == Timeframe.M1 && !feedIsCandles : timeframe == feedCandles) {
            feedWatchers.candle(candle);
        }
    }

    @Override
    public void onReport(VenueReport report) {
        if (report.kind().isOfLine()) {
            outside.take(report);
        } else if (AccountDesk.concerns(report)) {
            accountDesk.take(report);
        } else {
            reports.take(report);
        }
    }

    @Override
    public void onTimer(long timerId) {
        if ((timerId & StopWatchdog.TIMER_BIT) != 0) {
            risk.watchdog().timer(timerId);
        } else if ((timerId & OWN_TIMER) == 0) {
            fleet.timer(timerId);
        } else if (!outside.timer(timerId) && !desk.changes().timer(timerId)) {
            algos.timer(timerId);
        }
    }

    @Override
    public void onCommand(Command command) {
        try {
            obey(command);
        } catch (IllegalArgumentException e) {
            lastRefusal = e.getMessage();
        }
    }

    private void obey(Command command) {
        outside.admit(command);
        switch (command) {
            case Command.StartBot start -> fleet.start(start);
            case Command.PauseBot pause -> fleet.pause(pause.botId());
            case Command.ResumeBot resume -> fleet.resume(resume.botId());
            case Command.StopBot stop -> fleet.stop(stop.botId(), stop.mode());
            case Command.EditBot edit -> fleet.edit(edit);
            case Command.ActOnBot act -> fleet.act(act);
            case Command.PlaceOrder place -> orders.place(place);
            case Command.CancelOrder cancel -> orders.cancel(cancel.clientOrderId());
            case Command.CancelMine mine -> orders.cancelMine();
            case Command.Halt halt -> risk.killSwitch().halt(halt.reason());
            case Command.LeaveHalt leave -> risk.leave();
            case Command.AmendOrder amend -> orders.amend(amend);
            case Command.StartAlgo start -> orders.startAlgo(start);
            case Command.CancelAlgo cancel -> algos.cancel(cancel.algoId());
            case Command.Transfer transfer -> accountDesk.transfer(transfer.quoteAtoms());
            case Command.AdjustMargin adjust -> accountDesk.adjustMargin(adjust);
            case Command.Reduce reduce -> risk.killSwitch().reduce(reduce.reason());
            case Command.Flatten flatten -> risk.killSwitch().flatten(flatten.reason());
            case Command.SetRiskRules set -> risk.set(set.rules());
            case Command.ArchiveBot archive -> fleet.archive(archive.botId(), true);
            case Command.RestoreBot restore -> fleet.archive(restore.botId(), false);
        }
    }

    @Override
    public void afterStep() {
        slots.settle();
        if (changes.owes()) {
            for (VenueReport own = desk.changes().owed(); own != null; own = desk.changes().owed()) {
                onReport(own);
            }
            slots.settle();
        }
        desk.send();
    }

    /** The loop failed: nothing more will be taken; says so in a last snapshot. On the thread that ran the loop. */
    public void failed(Throwable cause) {
        risk.killSwitch().broken(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        snapshots.publish();
    }

    /** {@return an owner's own name for an order of that tag, empty where it has none} */
    public String label(int botId, int tag) {
        BotSlot slot = botId == USER ? null : fleet.find(botId);
        return slot == null ? "" : BotWords.label(slot, tag);
    }

    SessionConfig config() {
        return config;
    }

    /** {@return the price positions are valued at: the last one, on a perpetual the mark price; 0 before the first} */
    long markTicks() {
        return perpetual ? market.markTicks() : market.lastTicks();
    }

    MarketState market() {
        return market;
    }

    CandleBook candles() {
        return candles;
    }

    OrderDesk desk() {
        return desk;
    }

    AlgoDesk algos() {
        return algos;
    }

    AccountDesk accountDesk() {
        return accountDesk;
    }

    OutsideDesk outside() {
        return outside;
    }

    Owner user() {
        return user;
    }

    Fleet fleet() {
        return fleet;
    }

    RiskDesk risk() {
        return risk;
    }

    Quarantine quarantine() {
        return reports.quarantine();
    }

    String haltReason() {
        return risk.killSwitch().reason();
    }
}
