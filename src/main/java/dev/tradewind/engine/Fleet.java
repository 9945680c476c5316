package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Clock;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.AlgoDesk;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.Ledger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The session's bots: starts, pauses, edits and stops them and hands them what they asked for. A bot that throws is put into
 * ERROR with its reason and its entries cancelled; the session goes on. Engine thread only.
 */
final class Fleet implements Stateful {

    private final SessionConfig config;
    private final Clock clock;
    private final TimerQueue timers;
    private final Ledger ledger;
    private final MarketState market;
    private final CandleBook candles;
    private final OrderDesk desk;
    private final AlgoDesk algos;
    private final Roster roster = new Roster();
    private final TriggerIndex triggers = new TriggerIndex();
    private final Listeners priceWatchers = new Listeners(this, BotSlot::watchesPrices);
    private final Listeners feedWatchers = new Listeners(this, BotSlot::watchesFeedCandles);
    private final EnumMap<Timeframe, Listeners> candleWatchers = new EnumMap<>(Timeframe.class);
    private final Map<Integer, Timeframe> ownCandles = new TreeMap<>();
    private long nextCurveNanos;
    private @Nullable RiskDesk risk;

    /** Prices that nobody waits for lie between these; where somebody watches all of them, there are none. */
    private long wakeAbove = Long.MAX_VALUE;

    private long wakeBelow = Long.MIN_VALUE;

    Fleet(
            SessionConfig config,
            Clock clock,
            TimerQueue timers,
            Ledger ledger,
            MarketState market,
            CandleBook candles,
            OrderDesk desk,
            AlgoDesk algos) {
        this.config = config;
        this.clock = clock;
        this.timers = timers;
        this.ledger = ledger;
        this.market = market;
        this.candles = candles;
        this.desk = desk;
        this.algos = algos;
        nextCurveNanos = config.botCurveNanos() == 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Bots", 1).number(nextCurveNanos).number(roster.size());
        for (BotSlot slot : roster.all()) {
            SavedBots.save(slot, out);
        }
        out.part(triggers);
    }

    /** Ledger and orders are loaded before; who listens to what follows from what each bot asked for. */
    @Override
    public void load(StateReader in) {
        nextCurveNanos = in.section("Bots", 1).number();
        SavedBots saved = new SavedBots(this, ledger);
        for (int left = in.count(); left > 0; left--) {
            BotSlot slot = saved.load(roster.size(), in);
            roster.add(slot);
            if (slot.watchesPrices()) {
                priceWatchers.add(slot);
            }
            if (slot.watchesFeedCandles()) {
                feedWatchers.add(slot);
            }
            Timeframe timeframe = slot.watchedTimeframe();
            if (timeframe != null) {
                candleWatchers(timeframe).add(slot);
            }
        }
        in.part(triggers);
        wakes();
    }

    void join(RiskDesk rules) {
        risk = rules;
    }

    RiskDesk risk() {
        RiskDesk joined = risk;
        if (joined == null) {
            throw new IllegalStateException("the bots are not joined to the risk rules yet");
        }
        return joined;
    }

    SessionConfig config() {
        return config;
    }

    MarketState market() {
        return market;
    }

    OrderDesk desk() {
        return desk;
    }

    AlgoDesk algos() {
        return algos;
    }

    TimerQueue timers() {
        return timers;
    }

    long nowNanos() {
        return clock.nowNanos();
    }

    /** {@return the bots in the order they were started} */
    List<BotSlot> slots() {
        return roster.all();
    }

    void watchAbove(BotSlot slot, long ticks) {
        triggers.watchAbove(slot.place(), ticks);
        wakeAbove = Math.min(wakeAbove, triggers.nearestAbove());
    }

    void watchBelow(BotSlot slot, long ticks) {
        triggers.watchBelow(slot.place(), ticks);
        wakeBelow = Math.max(wakeBelow, triggers.nearestBelow());
    }

    /** The bot watches prices now, or does not any more. */
    void watchesPrices(BotSlot slot) {
        if (slot.watchesPrices()) {
            priceWatchers.add(slot);
            wakeAbove = Long.MIN_VALUE;
        } else {
            priceWatchers.changed();
        }
    }

    /** A bot that will be started takes candles of a timeframe where it takes them as the feed has them. */
    void feedCandles(int botId, Timeframe timeframe) {
        ownCandles.put(botId, timeframe);
    }

    /** {@return the candles a bot takes in place of the feed's, null for the feed's} */
    @Nullable Timeframe ownCandles(int botId) {
        return ownCandles.get(botId);
    }

    void watchesFeedCandles(BotSlot slot) {
        feedWatchers.add(slot);
        candles.keepFeedCandles();
    }

    void watchesCandles(BotSlot slot, Timeframe timeframe) {
        candleWatchers.values().forEach(Listeners::changed);
        candleWatchers(timeframe).add(slot);
        candles.keep(timeframe);
    }

    private Listeners candleWatchers(Timeframe timeframe) {
        return candleWatchers.computeIfAbsent(
                timeframe, of -> new Listeners(this, bot -> bot.watchedTimeframe() == of));
    }

    /** The bot is done for good. */
    void listensNoMore(BotSlot slot) {
        triggers.clear(slot.place());
        priceWatchers.changed();
        feedWatchers.changed();
        candleWatchers.values().forEach(Listeners::changed);
    }

    @Nullable BotSlot find(int botId) {
        return roster.find(botId);
    }

    /**
     * {@return the bot of that id}
     *
     * @throws IllegalArgumentException if there is none
     */
    BotSlot require(int botId) {
        BotSlot slot = find(botId);
        if (slot == null) {
            throw new IllegalArgumentException("there is no bot " + botId);
        }
        return slot;
    }

    /**
     * Starts a bot.
     *
     * @throws IllegalArgumentException naming what is wrong: type, id, instrument, capital or a parameter
     */
    void start(Command.StartBot command) {
        if (command.botId() <= 0 || find(command.botId()) != null) {
            throw new IllegalArgumentException("bot id " + command.botId() + " is taken or not positive");
        }
        if (command.instrument() != 0) {
            throw new IllegalArgumentException("instrument " + command.instrument() + " is not part of this session");
        }
        BotType type = BotType.of(command.type(), config.botTypes());
        Params params = type.params(command.params());
        type.factory().apply(params);
        BotSlot slot = new BotSlot(
                this,
                roster.size(),
                new BotSlot.Start(command.botId(), type, command.name(), command.capitalAtoms(), nowNanos()),
                params,
                ledger.open(command.capitalAtoms()));
        roster.add(slot);
        risk().started(slot);
        slot.decide(Reason.BOT_STARTED, 0, 0);
        try {
            slot.bot().start(slot);
            if (slot.botState() == BotState.STARTING) {
                slot.botState(BotState.RUNNING, "");
            }
        } catch (RuntimeException e) {
            failed(slot, e);
        }
    }

    void pause(int botId) {
        BotSlot slot = require(botId);
        if (!slot.botState().isActive() || slot.botState() == BotState.STOPPING) {
            throw new IllegalArgumentException("bot " + botId + " is " + slot.botState() + " and cannot be paused");
        }
        slot.botState(BotState.PAUSED, "by you");
        slot.decide(Reason.BOT_PAUSED, 0, 0);
        try {
            slot.bot().pause(slot);
        } catch (RuntimeException e) {
            failed(slot, e);
        }
    }

    void resume(int botId) {
        BotSlot slot = require(botId);
        if (slot.botState() == BotState.STOPPED || slot.botState() == BotState.STOPPING) {
            throw new IllegalArgumentException("bot " + botId + " is " + slot.botState() + " and cannot go on");
        }
        slot.failed(false);
        slot.botState(BotState.RUNNING, "");
        slot.decide(Reason.BOT_RESUMED, 0, 0);
        try {
            slot.bot().resume(slot);
        } catch (RuntimeException e) {
            failed(slot, e);
        }
    }

    void stop(int botId, Command.StopMode mode) {
        BotSlot slot = require(botId);
        if (slot.botState() == BotState.STOPPED) {
            throw new IllegalArgumentException("bot " + botId + " is stopped already");
        }
        if (slot.windingDown()) {
            throw new IllegalArgumentException("bot " + botId + " is stopping already, " + slot.stateReason());
        }
        slot.failed(false);
        slot.botState(BotState.STOPPING, mode == Command.StopMode.SELL ? "selling what it bought" : "keeping what it bought");
        try {
            slot.bot().stop(slot, mode);
        } catch (RuntimeException e) {
            failed(slot, e);
            // a bot that cannot even stop must not keep its money
            windDown(slot, "its stop failed, what it bought is kept: " + slot.stateReason());
        }
    }

    /** The bot has wound down: what it holds becomes the user's. */
    void stopped(BotSlot slot, String why) {
        if (slot.botState() != BotState.STOPPED && !slot.windingDown()) {
            windDown(slot, why);
        }
    }

    /**
     * The engine stops a bot, which hears nothing more: its orders are cancelled, what it holds is closed at market where
     * {@code close} says so and becomes the user's otherwise. Nothing to do for a bot that is stopped.
     */
    void end(BotSlot slot, String reason, boolean close) {
        if (slot.botState() == BotState.STOPPED) {
            return;
        }
        slot.failed(true);
        slot.closing(close);
        slot.closingAgain();
        slot.decide(Reason.BOT_ENDED, 0, 0);
        windDown(slot, reason);
    }

    /** Puts a stopped bot out of sight, or back into it. */
    void archive(int botId, boolean away) {
        BotSlot slot = require(botId);
        if (away && slot.botState() != BotState.STOPPED) {
            throw new IllegalArgumentException(
                    "bot " + botId + " is " + slot.botState() + "; only a STOPPED bot can be archived");
        }
        if (away == slot.archived) {
            throw new IllegalArgumentException("bot " + botId + (away ? " is archived already" : " is not archived"));
        }
        slot.archived = away;
        slot.decide(away ? Reason.BOT_ARCHIVED : Reason.BOT_RESTORED, 0, 0);
    }

    private void windDown(BotSlot slot, String reason) {
        algos.cancelAll(slot.id(), "its bot stopped");
        for (int i = slot.workingOrders() - 1; i >= 0; i--) {
            desk.cancel(slot.working(i));
        }
        slot.windDown(reason);
        wound(slot);
    }

    /** Ends a bot whose last order is gone, unless what it holds is still to be closed. */
    private void wound(BotSlot slot) {
        if (slot.workingOrders() == 0 && !(slot.closing() && risk().killSwitch().close(slot))) {
            finish(slot, slot.endReason());
        }
    }

    private void finish(BotSlot slot, String reason) {
        slot.ended(reason);
        slot.decide(Reason.BOT_STOPPED, 0, 0);
        ledger.close(slot.ledger());
    }

    void edit(Command.EditBot command) {
        BotSlot slot = require(command.botId());
        if (!slot.reacts() || slot.botState() == BotState.STOPPING) {
            throw new IllegalArgumentException("bot " + command.botId() + " is " + slot.botState() + " and cannot be edited");
        }
        EditPlan plan = EditPlan.of(command, slot.params(), slot.bot().dealParams(slot.params()));
        plan.check(slot.type());
        slot.params(plan.later());
        slot.decide(Reason.BOT_EDITED, 0, 0);
        try {
            plan.tell(slot.bot(), slot);
        } catch (RuntimeException e) {
            failed(slot, e);
        }
    }

    void act(Command.ActOnBot command) {
        BotSlot slot = require(command.botId());
        if (!slot.reacts() || slot.botState() == BotState.STOPPING) {
            throw new IllegalArgumentException("bot " + command.botId() + " is " + slot.botState() + " and takes no actions");
        }
        try {
            slot.bot().act(slot, command.action(), command.amount());
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException e) {
            failed(slot, e);
        }
    }

    void timer(long timerId) {
        BotSlot slot = find((int) (timerId >>> BotSlot.TIMER_BITS));
        if (slot != null && slot.reacts()) {
            try {
                slot.bot().onTimer(slot, (int) (timerId & ((1 << BotSlot.TIMER_BITS) - 1)));
            } catch (RuntimeException e) {
                failed(slot, e);
            }
        }
    }

    /** Tells the bots whose triggers the price reaches, then those that watch every price; nobody else is looked at. */
    void price(long lastTicks) {
        if (lastTicks >= wakeAbove || lastTicks <= wakeBelow) {
            trigger(lastTicks);
            priceWatchers.price(lastTicks);
            wakes();
        }
    }

    private void wakes() {
        wakeAbove = priceWatchers.isEmpty() ? triggers.nearestAbove() : Long.MIN_VALUE;
        wakeBelow = triggers.nearestBelow();
    }

    private void trigger(long lastTicks) {
        triggers.collect(lastTicks);
        for (int place = triggers.next(); place >= 0; place = triggers.next()) {
            BotSlot slot = roster.at(place);
            // the trigger of a bot that hears nothing stays set until it does
            if (slot.reacts() && triggers.fire(place, lastTicks)) {
                try {
                    slot.bot().onTrigger(slot, lastTicks);
                } catch (RuntimeException e) {
                    failed(slot, e);
                }
                triggers.settle();
            }
        }
    }

    /** {@return who hears of candles as the feed has them} */
    Listeners feedWatchers() {
        return feedWatchers;
    }

    /** A candle of a timeframe closed. */
    void candle(Timeframe timeframe, CandleEvent candle) {
        Listeners listeners = candleWatchers.get(timeframe);
        if (listeners != null) {
            listeners.candle(candle);
        }
    }

    void order(BotSlot slot, Order order, VenueReport report) {
        if (slot.reacts()) {
            try {
                slot.tell(order, report);
            } catch (RuntimeException e) {
                failed(slot, e);
            }
        }
        if (slot.windingDown()) {
            wound(slot);
        }
    }

    /** Adds a point to every bot's profit curve, not more often than the session asks for. */
    void mark(long timeNanos, long lastTicks) {
        if (timeNanos < nextCurveNanos) {
            return;
        }
        nextCurveNanos = timeNanos + config.botCurveNanos();
        for (BotSlot slot : roster.all()) {
            if (slot.botState() != BotState.STOPPED) {
                slot.curve()
                        .add(timeNanos, slot.ledger().realisedAtoms() + slot.ledger().unrealisedAtoms(lastTicks));
            }
        }
    }

    /** @throws JournalException if that is the cause: a journal that cannot be written is the session's trouble, not the bot's */
    void failed(BotSlot slot, RuntimeException cause) {
        if (cause instanceof JournalException broken) {
            throw broken;
        }
        fault(slot, BotWords.why(cause));
    }

    /** Puts a bot into ERROR: it hears nothing until a person retries, and its entries are cancelled. */
    void fault(BotSlot slot, String reason) {
        slot.failed(true);
        slot.botState(BotState.ERROR, reason);
        slot.decide(Reason.BOT_FAILED, 0, 0);
        algos.cancelEntries(slot.id(), "its bot failed");
        for (int i = slot.workingOrders() - 1; i >= 0; i--) {
            if (desk.isEntry(slot.working(i))) {
                desk.cancel(slot.working(i));
            }
        }
        risk().watchdog().look(slot);
    }

    /** The bot's position was closed by force: a person has to look. */
    void ruined(BotSlot slot, String words) {
        if (slot.botState() != BotState.STOPPED) {
            failed(slot, new IllegalStateException(words));
        }
    }
}
