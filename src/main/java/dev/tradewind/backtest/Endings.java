package dev.tradewind.backtest;

import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ended a trade, in words: what the bot said, else what it calls the order, else the order's type. */
final class Endings {

    /** The engine's own closing orders are tagged so. */
    private static final int ENGINE_TAG = -1;

    private static final Pattern LEVEL = Pattern.compile("(buy|sell) \\d+");

    private Endings() {}

    /** {@return whether a decision says why a position is left} */
    static boolean isExit(Reason reason) {
        return !words(reason).isEmpty();
    }

    // a switch over all reasons would say "nothing" a hundred times
    private static String words(Reason reason) {
        if (reason == Reason.STOP_LOSS_TRIGGERED) {
            return "stop loss";
        }
        if (reason == Reason.TRAILING_CLOSED) {
            return "trailing stop";
        }
        if (reason == Reason.DEAL_TIMED_OUT) {
            return "time-out";
        }
        if (reason == Reason.CLOSED_BY_USER || reason == Reason.STEP_CLOSED_BY_USER) {
            return "closed by hand";
        }
        if (reason == Reason.CROSSED_DOWN || reason == Reason.CROSSED_UP) {
            return "signal";
        }
        if (reason == Reason.GRID_STOPPED) {
            return "grid stop";
        }
        return reason == Reason.OWN_MARGIN_USED_UP ? "margin used up" : "";
    }

    /**
     * {@return what ended a trade}
     *
     * @param said  why the bot last said it leaves, null if it did not
     * @param label the bot's own name for the closing order, empty if it has none
     */
    static String of(@Nullable Reason said, String label, int tag, OrderType type) {
        String name = label.toLowerCase(Locale.ROOT);
        if (name.equals("take profit")) {
            return name;
        }
        if (said != null) {
            return words(said);
        }
        if (tag == ENGINE_TAG) {
            return "closed by the engine";
        }
        if (LEVEL.matcher(name).matches()) {
            return "grid level";
        }
        if (name.equals("stop")) {
            return "stop loss";
        }
        return name.isEmpty() ? ofType(type) : name;
    }

    private static String ofType(OrderType type) {
        return switch (type) {
            case TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT -> "take profit";
            case STOP_MARKET, STOP_LIMIT -> "stop loss";
            case LIMIT -> "limit";
            case MARKET -> "market";
        };
    }
}
