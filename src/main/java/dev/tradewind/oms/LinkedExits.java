package dev.tradewind.oms;

import static dev.tradewind.oms.AlgoParams.priceSpec;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;

/** One cancels the other: a limit order on one side of the market, a stop on the other; together they trade the size once. */
final class LinkedExits extends Algo {

    static final AlgoType TYPE = new AlgoType(
            "oco",
            "One cancels the other",
            "A limit order and a stop for the same coins; what one trades the other loses.",
            AlgoParams.with(
                    "SELL",
                    "BUY",
                    priceSpec("limit", "Limit price", "Legs", "Where the order in your favour rests."),
                    priceSpec("stop", "Stop price", "Legs", "Where the order against you is triggered."),
                    priceSpec("stopLimit", "Stop's limit", "Legs", "Limit of the triggered stop; 0 trades at market."),
                    AlgoParams.reduceOnly()));

    private final ExitPair pair;
    private String trouble = "";

    LinkedExits(Setup setup) {
        super(setup);
        long limit = limit("limit", side);
        long stop = protective("stop", side);
        long last = firstTicks;
        boolean sells = side == Side.SELL;
        if (limit == 0 || stop == 0) {
            throw new IllegalArgumentException("an OCO needs a limit price and a stop price");
        }
        if (last > 0 && (sells ? limit <= last || stop >= last : limit >= last || stop <= last)) {
            throw new IllegalArgumentException("the market at " + price(last) + " is not between the limit " + price(limit)
                    + " and the stop " + price(stop) + "; to " + (sells ? "sell, the limit is above and the stop below"
                            : "buy, the limit is below and the stop above") + " it");
        }
        pair = new ExitPair(
                this, side, limit, stop, limit("stopLimit", side), link(1), terms(false, onlyReduces()));
    }

    @Override
    void saveMore(StateWriter out) {
        out.text(trouble);
        pair.save(out);
    }

    @Override
    void loadMore(StateReader in) {
        trouble = in.text();
        pair.load(in);
    }

    @Override
    void start() {
        if (!pair.place(totalLots)) {
            if (!pair.working()) {
                throw new IllegalArgumentException(pair.trouble());
            }
            end(AlgoState.FAILED, pair.trouble());
        }
    }

    @Override
    void onChild(Child child, VenueReport report) {
        if (ending()) {
            return;
        }
        String said = child.working ? "" : pair.ended(child, report);
        if (!said.isEmpty()) {
            trouble = said;
        }
        if (pair.working()) {
            return;
        }
        if (!trouble.isEmpty()) {
            end(AlgoState.FAILED, trouble);
        } else if (pair.filledLots() >= totalLots) {
            end(AlgoState.DONE, pair.filledLots() > totalLots
                    ? "both legs filled, " + quantity(pair.filledLots() - totalLots) + " more than asked for"
                    : pair.stopFilledLots() > 0 ? "the stop filled" : "the limit order filled");
        } else {
            end(AlgoState.CANCELLED, "its orders were cancelled with " + quantity(totalLots - pair.filledLots()) + " left");
        }
    }

    @Override
    void cancelEntry(String reason) {
        if (port.instrument().isPerpetual() ? !onlyReduces() : side == Side.BUY) {
            endAfterCancels(AlgoState.CANCELLED, reason);
        }
    }

    @Override
    String next() {
        return trouble.isEmpty() ? "waits with " + pair.words() : trouble;
    }

    @Override
    long doneLots() {
        return pair.filledLots();
    }
}
