package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import java.util.Locale;

/** States and sides as the blotter says them: a sign, a word and a colour. Pure. */
final class BlotterWords {

    private BlotterWords() {}

    static String side(Side side) {
        return side == Side.BUY ? "▲ Buy" : "▼ Sell";
    }

    static String tone(Side side) {
        return side == Side.BUY ? "is-buy" : "is-sell";
    }

    static String state(OrderState state) {
        return switch (state) {
            case PENDING_NEW -> "◌ Sending";
            case LIVE -> "● Live";
            case PARTIALLY_FILLED -> "◐ Part filled";
            case CANCEL_PENDING -> "◌ Cancelling";
            case UNRESOLVED -> "? Unresolved";
            case FILLED -> "✓ Filled";
            case CANCELED -> "✕ Cancelled";
            case REJECTED -> "✕ Rejected";
            case REFUSED -> "✕ Refused";
            case EXPIRED -> "✕ Expired";
            case HELD -> "○ Held here";
        };
    }

    static String tone(OrderState state) {
        return switch (state) {
            case LIVE, PARTIALLY_FILLED, FILLED -> "is-buy";
            case PENDING_NEW, CANCEL_PENDING, UNRESOLVED, HELD -> "is-warn";
            case REJECTED, REFUSED -> "is-sell";
            case CANCELED, EXPIRED -> "is-faint";
        };
    }

    static String state(AlgoState state) {
        return switch (state) {
            case ARMED -> "○ Armed";
            case WORKING -> "● Working";
            case ENDING -> "◌ Ending";
            case DONE -> "✓ Done";
            case CANCELLED -> "✕ Cancelled";
            case FAILED -> "✕ Failed";
        };
    }

    static String words(String constant) {
        String lower = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
