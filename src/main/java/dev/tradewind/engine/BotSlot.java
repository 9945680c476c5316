package dev.tradewind.engine;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.Refusal;
import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.EquityCurve;
import dev.tradewind.risk.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bot in its place: its state, its account, its orders, and the only door it has to the engine. */
final class BotSlot extends Owner implements BotContext, Stateful {

    /** Timers of one bot are numbered below this. */
    static final int TIMER_BITS = 16;

    private final Fleet fleet;
    private final int place;
    private final BotType type;
    private final Bot bot;
    private final String name;
    private final long startedNanos;
    private final long capitalAtoms;
    private final EquityCurve curve = new EquityCurve();
    private Params params;
    private BotState state = BotState.STARTING;
    private String stateReason = "";
    private boolean failed;
    private boolean reacts = true;
    private boolean hearsCandles = true;
    private boolean windingDown;
    boolean archived;
    private String endReason = "";
    private boolean watchesPrices;
    private boolean watchesFeedCandles;
    private @Nullable Timeframe watchedTimeframe;
    private final ToldOrder told = new ToldOrder();
    private String trouble = "";
    private String heldBack = "";
    private final StopWord stopWord = new StopWord();
    private boolean closing;

    /** What a bot was started with, once and for all. */
    record Start(int id, BotType type, String name, long capitalAtoms, long timeNanos) {}

    /** @param params what it runs under; of a bot whose state is to be loaded, what it ran under last */
    BotSlot(Fleet fleet, int place, Start start, Params params, BotAccount account) {
        super(start.id(), account);
        this.fleet = fleet;
        this.place = place;
        this.type = start.type();
        this.name = start.name();
        this.params = params;
        this.bot = type.factory().apply(params);
        this.startedNanos = start.timeNanos();
        this.capitalAtoms = start.capitalAtoms();
    }

    /** Writes down all but what it was started with and its parameters: without those there is no bot to load. */
    @Override
    public void save(StateWriter out) {
        out.section("Slot", 1);
        saveOwner(out);
        out.constant(state).text(stateReason).flag(failed).flag(windingDown).flag(archived).text(endReason);
        out.flag(watchesPrices).flag(watchesFeedCandles).flag(watchedTimeframe != null);
        if (watchedTimeframe != null) {
            out.constant(watchedTimeframe);
        }
        out.text(trouble).text(heldBack).flag(closing);
        stopWord.save(out);
        out.part(curve);
        bot.save(out);
    }

    @Override
    public void load(StateReader in) {
        in.section("Slot", 1);
        loadOwner(in, fleet.desk().orders());
        state = in.constant(BotState.class);
        stateReason = in.text();
        failed = in.flag();
        listening();
        windingDown = in.flag();
        archived = in.flag();
        endReason = in.text();
        watchesPrices = in.flag();
        watchesFeedCandles = in.flag();
        watchedTimeframe = in.flag() ? in.constant(Timeframe.class) : null;
        trouble = in.text();
        heldBack = in.text();
        closing = in.flag();
        stopWord.load(in);
        in.part(curve);
        bot.load(this, in);
    }

    /** {@return how many bots were started before it in this session} */
    int place() {
        return place;
    }

    BotType type() {
        return type;
    }

    Bot bot() {
        return bot;
    }

    String name() {
        return name;
    }

    Params params() {
        return params;
    }

    void params(Params changed) {
        params = changed;
    }

    BotState botState() {
        return state;
    }

    /** {@return why it is in its state; of one that only waits for a risk rule, which} */
    String stateReason() {
        return stateReason.isEmpty() && state.isActive() ? heldBack : stateReason;
    }

    void botState(BotState next, String reason) {
        stateReason = reason;
        if (next != state) {
            state = next;
            listening();
        }
    }

    /** Keeps what every event asks as two flags, since it changes seldom. */
    private void listening() {
        hearsCandles = !failed && state.isActive();
        reacts = hearsCandles || !failed && state == BotState.ERROR;
    }

    /** The bot threw: it is told nothing more until a person retries. */
    void failed(boolean threw) {
        failed = threw;
        listening();
    }

    /** {@return whether the bot is told what happens: also in an error it declared itself, since its orders live on} */
    boolean reacts() {
        return reacts;
    }

    /** {@return whether the bot is told of candles: not in an error, whoever declared it} */
    boolean hearsCandles() {
        return hearsCandles;
    }

    /** The bot is done and only its last orders have to end; {@code reason} is what it will be STOPPED with. */
    void windDown(String reason) {
        windingDown = true;
        endReason = reason;
        botState(BotState.STOPPING, "waiting for its last orders to end");
    }

    boolean windingDown() {
        return windingDown;
    }

    /** Nothing is left to wait for. */
    void ended(String reason) {
        windingDown = false;
        watchesPrices = false;
        watchesFeedCandles = false;
        watchedTimeframe = null;
        fleet.listensNoMore(this);
        botState(BotState.STOPPED, reason);
    }

    /** What it holds is to be closed at market before it is done. */
    void closing(boolean sells) {
        closing = sells;
    }

    boolean closing() {
        return closing;
    }

    /** {@return what it said of its stop} */
    StopWord stopWord() {
        return stopWord;
    }

    String endReason() {
        return endReason;
    }

    long startedNanos() {
        return startedNanos;
    }

    long startCapitalAtoms() {
        return capitalAtoms;
    }

    EquityCurve curve() {
        return curve;
    }

    boolean watchesPrices() {
        return watchesPrices;
    }

    boolean watchesFeedCandles() {
        return watchesFeedCandles;
    }

    @Nullable Timeframe watchedTimeframe() {
        return watchedTimeframe;
    }

    /** Tells the bot what happened to one of its orders. */
    void tell(Order order, VenueReport about) {
        bot.onOrder(this, told.set(order, about));
    }

    @Override
    public long nowNanos() {
        return fleet.nowNanos();
    }

    @Override
    public Instrument instrument() {
        return fleet.config().instrument();
    }

    @Override
    public FeeRate takerFee() {
        return fleet.config().takerFee();
    }

    @Override
    public FeeRate makerFee() {
        return fleet.config().makerFee();
    }

    @Override
    public FeeAsset buyFeeAsset() {
        return fleet.config().buyFeeAsset();
    }

    @Override
    public long lastTicks() {
        return fleet.market().lastTicks();
    }

    @Override
    public long dayVolumeAtoms() {
        return fleet.market().dayVolumeAtoms();
    }

    @Override
    public BotAccount account() {
        return ledger();
    }

    @Override
    public void watchPrices(boolean on) {
        if (watchesPrices != on) {
            watchesPrices = on;
            fleet.watchesPrices(this);
        }
    }

    @Override
    public void watchAbove(long ticks) {
        fleet.watchAbove(this, ticks);
    }

    @Override
    public void watchBelow(long ticks) {
        fleet.watchBelow(this, ticks);
    }

    @Override
    public void watchCandles(Timeframe timeframe) {
        watchedTimeframe = timeframe;
        fleet.watchesCandles(this, timeframe);
    }

    @Override
    public void watchFeedCandles() {
        Timeframe own = fleet.ownCandles(id());
        if (own != null) {
            watchCandles(own);
            return;
        }
        watchesFeedCandles = true;
        fleet.watchesFeedCandles(this);
    }

    @Override
    public long submit(
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            long quantityLots,
            long priceTicks,
            long stopTicks,
            int tag,
            long linkId,
            OrderTerms terms) {
        if (!reacts()) {
            throw new IllegalStateException("bot " + id() + " is " + state + " and places no orders");
        }
        OrderDesk desk = fleet.desk();
        long orderId = desk.submit(this, side, orderType, timeInForce, quantityLots, priceTicks, stopTicks, tag, linkId, terms);
        if (orderId == 0) {
            trouble = desk.verdict().rule() + ": " + desk.verdict().message();
        } else if (side == Side.BUY || instrument().isPerpetual()) {
            heldBack = "";
        }
        return orderId;
    }

    @Override
    public Refusal refusal() {
        Verdict verdict = fleet.desk().verdict();
        return verdict.passes() ? Refusal.NONE : new Refusal(
                        verdict.rule(), verdict.message(), verdict.balance(), fleet.desk().ruledOut());
    }

    @Override
    public long amend(long clientOrderId, long quantityLots, long priceTicks, long stopTicks) {
        Order order = fleet.desk().orders().find(clientOrderId);
        if (order == null || order.request().botId() != id()) {
            fleet.desk().refuse(Verdict.refuse("AMEND", "order " + clientOrderId + " is not working any more"));
            return 0;
        }
        return fleet.desk().changes().amend(this, order, quantityLots, priceTicks, stopTicks);
    }

    @Override
    public void cancel(long clientOrderId) {
        fleet.desk().cancel(this, clientOrderId);
    }

    @Override
    public boolean isWorking(long clientOrderId) {
        Order order = fleet.desk().orders().find(clientOrderId);
        return order != null && order.request().botId() == id() && !order.state().isTerminal();
    }

    @Override
    public int startAlgo(String algo, Map<String, String> values, int tag) {
        if (!reacts()) {
            throw new IllegalStateException("bot " + id() + " is " + state + " and places no orders");
        }
        try {
            return fleet.algos().start(id(), algo, values, tag);
        } catch (IllegalArgumentException refused) {
            trouble = String.valueOf(refused.getMessage());
            fleet.desk().refuse(Verdict.refuse("ALGO", trouble));
            return 0;
        }
    }

    @Override
    public void cancelAlgo(int algoId) {
        if (algoActive(algoId)) {
            fleet.algos().cancel(algoId);
        }
    }

    @Override
    public boolean algoActive(int algoId) {
        return fleet.algos().owns(id(), algoId);
    }

    @Override
    public void startTimer(int timer, long delayNanos) {
        fleet.timers().start(timerId(timer), Math.addExact(nowNanos(), Math.max(0, delayNanos)));
    }

    @Override
    public void stopTimer(int timer) {
        fleet.timers().stop(timerId(timer));
    }

    static long timerId(int botId, int timer) {
        return (long) botId << TIMER_BITS | timer;
    }

    private long timerId(int timer) {
        if (timer < 0 || timer >= 1 << TIMER_BITS) {
            throw new IllegalArgumentException("timer " + timer + " is outside 0.." + ((1 << TIMER_BITS) - 1));
        }
        return timerId(id(), timer);
    }

    @Override
    public void protect(StopPolicy policy, long stopTicks) {
        if (stopWord.change(policy, stopTicks)) {
            fleet.risk().watchdog().look(this);
        }
    }

    @Override
    public void decide(Reason reason, long first, long second) {
        fleet.risk().decided(this, reason);
        if (reason == Reason.TOO_SMALL) {
            trouble = "LOT_SIZE: the order is below the smallest of the exchange at this price";
        } else if (reason == Reason.ORDER_REJECTED) {
            trouble = "the exchange refused the order: " + VenueReport.Reason.values()[(int) second];
        } else if (reason == Reason.BOT_WAITS_FOR_RULES) {
            heldBack = trouble;
        }
        fleet.desk().decide(id(), reason, first, second);
    }

    @Override
    public void state(BotState next) {
        switch (next) {
            case ARMED, STARTING, RUNNING, WAITING_FOR_BALANCE, ERROR -> {
                if (state != BotState.PAUSED && state != BotState.STOPPING && state != BotState.STOPPED) {
                    botState(next, next == BotState.ERROR || next == BotState.WAITING_FOR_BALANCE ? trouble : "");
                }
            }
            case DRAFT, VALIDATED, PAUSED, STOPPING, STOPPED ->
                throw new IllegalArgumentException(next + " is the engine's to say");
        }
    }

    @Override
    public void stopped(String why) {
        fleet.stopped(this, why);
    }
}
