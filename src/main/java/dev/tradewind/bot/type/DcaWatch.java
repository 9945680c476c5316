package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/** What the bot itself watches prices for in an open deal: a trailing or delayed stop and a trailing take profit. */
final class DcaWatch {

    /** The timer of a stop that waits. */
    static final int STOP_TIMER = 3;

    /** What a price asks for. */
    enum Call {
        NOTHING,
        STOP_LOSS,
        TAKE_PROFIT
    }

    private boolean armed;
    private boolean waiting;
    private long dealPeakTicks;
    private long armedPeakTicks;

    /** A new deal. */
    void reset() {
        armed = false;
        waiting = false;
        dealPeakTicks = 0;
        armedPeakTicks = 0;
    }

    void save(StateWriter out) {
        out.flag(armed).flag(waiting).number(dealPeakTicks).number(armedPeakTicks);
    }

    void load(StateReader in) {
        armed = in.flag();
        waiting = in.flag();
        dealPeakTicks = in.number();
        armedPeakTicks = in.number();
    }

    /** A buy filled: the peak a trailing stop follows starts there. */
    void bought(long priceTicks) {
        dealPeakTicks = Math.max(dealPeakTicks, priceTicks);
    }

    /** {@return whether the take profit has been reached and trails} */
    boolean armed() {
        return armed;
    }

    /** The deal is closing: the stop waits no more. */
    void end(BotContext context) {
        if (waiting) {
            waiting = false;
            context.stopTimer(STOP_TIMER);
        }
    }

    /** The stop's time-out has passed. */
    void timedOut() {
        waiting = false;
    }

    /** {@return what a price asks for} */
    Call price(BotContext context, DcaSettings settings, DcaExits exits, long lastTicks) {
        dealPeakTicks = Math.max(dealPeakTicks, lastTicks);
        return stopped(context, settings, exits, lastTicks) ? Call.STOP_LOSS : target(context, settings, exits, lastTicks);
    }

    private boolean stopped(BotContext context, DcaSettings settings, DcaExits exits, long lastTicks) {
        long stop = stopTicks(settings, exits);
        if (stop == 0 || lastTicks > stop) {
            end(context);
            return false;
        }
        if (settings.stopTimeoutNanos > 0 && !waiting) {
            waiting = true;
            context.decide(Reason.STOP_LOSS_WAITS, stop, 0);
            context.startTimer(STOP_TIMER, settings.stopTimeoutNanos);
        }
        return settings.stopTimeoutNanos == 0;
    }

    /** {@return the stop the bot itself watches, 0 where it watches none} */
    long stopTicks(DcaSettings settings, DcaExits exits) {
        if (!settings.watchesStop() || exits.stopTicks() == 0) {
            return 0;
        }
        return settings.stopTrailing
                ? Math.max(exits.stopTicks(), DcaLadder.belowTicks(dealPeakTicks, settings.stopE8))
                : exits.stopTicks();
    }

    private Call target(BotContext context, DcaSettings settings, DcaExits exits, long lastTicks) {
        if (!exits.trails(settings) || exits.targetTicks() == 0) {
            return Call.NOTHING;
        }
        if (!armed && lastTicks >= exits.targetTicks()) {
            armed = true;
            context.decide(Reason.TRAILING_STARTED, lastTicks, 0);
        }
        if (!armed) {
            return Call.NOTHING;
        }
        armedPeakTicks = Math.max(armedPeakTicks, lastTicks);
        boolean fell = lastTicks <= DcaLadder.belowTicks(armedPeakTicks, settings.trailingE8);
        return fell ? Call.TAKE_PROFIT : Call.NOTHING;
    }
}
