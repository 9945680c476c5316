package dev.tradewind.bot.type;

import static dev.tradewind.domain.ParamSpec.choice;
import static dev.tradewind.domain.ParamSpec.decimal;
import static dev.tradewind.domain.ParamSpec.integer;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.BotType.Preset;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.bot.Signal;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import java.util.List;
import java.util.Map;

/**
 * The crossover of two simple moving averages, long only: decided on the close, bought and sold at market. Engine thread
 * only; a candle costs a few additions and allocates nothing.
 *
 * <p>Where they cross is {@link SmaCross}'s to say. On the benchmark's series (1,000,000 bars, seed 42, 10 and 50) that gives 13,642 buys
 * and 13,641 sales: 13,641 trades in round trips, the last position still open.
 */
public final class SmaCrossBot implements Bot {

    private static final String FEED = SmaCross.FEED;

    /** The bot's declaration. */
    public static final BotType TYPE = new BotType(
            "sma-cross",
            "SMA crossover",
            "Holds a fixed size while the fast moving average is above the slow one.",
            1,
            List.of(
                    decimal("size", "Size", "What it trades", "base", "1", "0.00000001", "1000000000",
                            "What each entry buys."),
                    choice("timeframe", "Candles", "What it trades",
                            "Closes of which candles are averaged; 'feed' takes them as they come.",
                            FEED, "1m", "5m", "15m", "1h"),
                    integer("fast", "Fast average", "Entry", "candles", 10, 1, 10_000, "Closes in the fast average."),
                    integer("slow", "Slow average", "Entry", "candles", 50, 2, 10_000,
                            "Closes in the slow average; more than in the fast one.")),
            List.of(
                    new Preset("Benchmark", Map.of()),
                    new Preset("Hours", Map.of("timeframe", "1h", "fast", "12", "slow", "26"))),
            List.of(),
            SmaCrossBot::new,
            SmaCrossPlanner::plan)
            .signalling(SmaCross::of);

    private static final int ENTRY = Signal.ENTRY;
    private static final int EXIT = Signal.EXIT;

    private Params params;
    private int fast;
    private int slow;
    private long lots;
    private long[] closes = new long[2];
    private long seen;
    private long difference;
    private boolean wanted;
    private boolean paused;
    private boolean stopping;
    private boolean sellAtStop;
    private long workingId;
    private int trips;

    private SmaCrossBot(Params params) {
        this.params = params;
        checked(params);
    }

    /** The fast average has to be the faster one. */
    static void checked(Params params) {
        SmaCross.of(params);
    }

    @Override
    public void start(BotContext context) {
        warm(context);
        context.state(BotState.RUNNING);
    }

    private void size(BotContext context) {
        SmaCross rule = SmaCross.of(params);
        fast = rule.fast();
        slow = rule.slow();
        lots = rule.lots(context.instrument());
        closes = new long[Integer.highestOneBit(slow) * 2];
    }

    private void warm(BotContext context) {
        size(context);
        seen = 0;
        difference = 0;
        String timeframe = params.text("timeframe");
        if (timeframe.equals(FEED)) {
            context.watchFeedCandles();
        } else {
            context.watchCandles(Timeframe.ofLabel(timeframe));
        }
    }

    /**
     * Moves {@code d} on by what a candle changes of it, which in longs is exactly what summing anew gives. Before the
     * series is as long as an average, closes are missing from its sum: they are the zeros of the ring.
     */
    @Override
    public void onCandle(BotContext context, CandleEvent candle) {
        long close = candle.closeTicks();
        long[] ring = closes;
        int last = ring.length - 1;
        int at = (int) seen;
        long before = difference;
        long now = before + SmaCross.difference(close, ring[(at - fast) & last], fast, ring[(at - slow) & last], slow);
        ring[at & last] = close;
        difference = now;
        long candles = ++seen;
        if (SmaCross.crosses(before, now) && candles > slow) {
            crossed(context, close);
        }
    }

    private void crossed(BotContext context, long close) {
        wanted = difference > 0;
        context.decide(wanted ? Reason.CROSSED_UP : Reason.CROSSED_DOWN, close, 0);
        trade(context);
    }

    /** Brings the position in line with the averages, one order at a time. */
    private void trade(BotContext context) {
        if (workingId != 0) {
            return;
        }
        long order = Signal.orderLots(wanted && !stopping, lots, context.account().sellableLots());
        if (order > 0 && !paused) {
            placed(context, Side.BUY, order, ENTRY);
        } else if (order < 0 && (!stopping || sellAtStop)) {
            placed(context, Side.SELL, -order, EXIT);
        }
    }

    private void placed(BotContext context, Side side, long size, int tag) {
        workingId = context.submit(side, OrderType.MARKET, TimeInForce.GTC, size, 0, 0, tag, 0);
        if (workingId == 0) {
            context.decide(Reason.ORDER_REFUSED, tag, size);
            if (context.refusal().ruled() && side == Side.BUY) {
                // the next crossing tries again
                context.decide(Reason.BOT_WAITS_FOR_RULES, 0, 0);
            } else {
                context.state(context.refusal().balance() ? BotState.WAITING_FOR_BALANCE : BotState.ERROR);
            }
        } else {
            context.state(BotState.RUNNING);
        }
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
        if (update.clientOrderId() != workingId || !update.state().isTerminal()) {
            return;
        }
        workingId = 0;
        if (update.state() == OrderState.REJECTED) {
            context.decide(Reason.ORDER_REJECTED, update.tag(), update.reason().ordinal());
            context.state(BotState.ERROR);
            endIfDone(context);
            return;
        }
        if (update.tag() == EXIT && context.account().sellableLots() == 0) {
            trips++;
        }
        boolean entered = update.tag() == ENTRY;
        if (entered != wanted || stopping) {
            trade(context);
        }
        endIfDone(context);
    }

    private void endIfDone(BotContext context) {
        if (stopping && workingId == 0) {
            context.stopped();
        }
    }

    @Override
    public void pause(BotContext context) {
        paused = true;
    }

    @Override
    public void resume(BotContext context) {
        paused = false;
        context.state(BotState.RUNNING);
        trade(context);
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
        stopping = true;
        sellAtStop = mode == StopMode.SELL;
        if (workingId != 0) {
            context.cancel(workingId);
        }
        trade(context);
        endIfDone(context);
    }

    /** New averages warm up from here; the position stays until they cross. */
    @Override
    public void edit(BotContext context, Params edited, EditScope scope) {
        checked(edited);
        boolean sameAverages = edited.text("fast").equals(params.text("fast"))
                && edited.text("slow").equals(params.text("slow"))
                && edited.text("timeframe").equals(params.text("timeframe"));
        params = edited;
        if (sameAverages) {
            lots = SmaCross.of(params).lots(context.instrument());
        } else {
            warm(context);
        }
    }

    @Override
    public void save(StateWriter out) {
        params.save(out.section("sma-cross", 1));
        out.numbers(closes, closes.length).number(seen).number(difference);
        out.flag(wanted).flag(paused).flag(stopping).flag(sellAtStop).number(workingId).number(trips);
    }

    @Override
    public void load(BotContext context, StateReader in) {
        params = params.loaded(in.section("sma-cross", 1));
        size(context);
        long[] ring = in.numbers();
        if (ring.length != closes.length) {
            throw in.wrong(ring.length + " closes instead of " + closes.length);
        }
        closes = ring;
        seen = in.number();
        difference = in.number();
        wanted = in.flag();
        paused = in.flag();
        stopping = in.flag();
        sellAtStop = in.flag();
        workingId = in.number();
        trips = in.integer();
    }

    @Override
    public String label(int tag) {
        return tag == ENTRY ? "Entry" : "Exit";
    }

    @Override
    public BotStatus status(BotContext context) {
        String phase = seen < slow
                ? "Warming up: " + seen + " of " + slow + " candles"
                : difference > 0 ? "Fast above slow" : "Fast not above slow";
        String protection = context.account().sellableLots() == 0 ? "No position" : "No stop set";
        return new BotStatus(phase, List.of(), List.of(), trips, protection);
    }
}
