package dev.tradewind.sim;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TradeEvent;
import org.jspecify.annotations.Nullable;

/** How an event that was shown but not lived through yet is written into a state. */
final class PendingEvent {

    private PendingEvent() {}

    static void save(StateWriter out, @Nullable MarketEvent event) {
        out.text(switch (event) {
            case null -> "none";
            case CandleEvent candle -> "candle";
            case TradeEvent trade -> "trade";
            case BookEvent book -> "book";
            case MarkEvent mark -> "mark";
            case FundingEvent funding -> "funding";
        });
        if (event != null) {
            event.save(out);
        }
    }

    /** {@return the event in a carrier of its own, null if there was none} */
    static @Nullable MarketEvent load(StateReader in) {
        String kind = in.text();
        if (kind.equals("none")) {
            return null;
        }
        MarketEvent event = switch (kind) {
            case "candle" -> new CandleEvent();
            case "trade" -> new TradeEvent();
            case "book" -> new BookEvent();
            case "mark" -> new MarkEvent();
            case "funding" -> new FundingEvent();
            default -> throw in.wrong("there is no event called '" + kind + "'");
        };
        event.load(in);
        return event;
    }
}
