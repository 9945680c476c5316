package dev.tradewind.oms;

import static dev.tradewind.oms.AlgoParams.priceSpec;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry, and exits for what it fills: as soon as part of it has filled the exits are there, and they grow with every
 * further fill. One order triggers another (OTO: one exit), one cancels the other besides (OTOCO: a take profit and a stop),
 * or several take profits, each with its own part of the stop (bracket). A fee taken in base makes the exits smaller.
 */
final class Bracket extends Algo {

    private static final int ENTRY = 0;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final AlgoType OTO = new AlgoType(
            "oto",
            "One triggers the other",
            "An entry and, once it fills, one exit.",
            withEntry(
                    priceSpec("takeProfit", "Take profit", "Exit", "Limit of the exit in your favour; 0 for none."),
                    priceSpec("stop", "Stop price", "Exit", "Stop price of the exit against you; 0 for none."),
                    priceSpec("stopLimit", "Stop's limit", "Exit", "Limit of the triggered stop; 0 trades at market.")));

    static final AlgoType OTOCO = new AlgoType(
            "otoco",
            "Entry with take profit and stop",
            "An entry and, once it fills, a take profit and a stop of which one cancels the other.",
            withEntry(
                    priceSpec("takeProfit", "Take profit", "Exit", "Limit of the exit in your favour."),
                    priceSpec("stop", "Stop price", "Exit", "Stop price of the exit against you."),
                    priceSpec("stopLimit", "Stop's limit", "Exit", "Limit of the triggered stop; 0 trades at market.")));

    static final AlgoType TYPE = new AlgoType(
            "bracket",
            "Bracket",
            "An entry, take profits in steps, and a stop for what is left.",
            withEntry(
                    ParamSpec.ladder("takeProfits", "Take profits", "Exit", "price:%", "0", AlgoParams.MOST,
                            "Prices and the share of the filled quantity each takes, in percent; the last takes the rest."),
                    priceSpec("stop", "Stop price", "Exit", "Stop price of the exits against you."),
                    priceSpec("stopLimit", "Stop's limit", "Exit", "Limit of the triggered stop; 0 trades at market.")));

    private final Side exitSide;
    private final long entryTicks;
    private final long entryStopTicks;
    private final long stopTicks;
    private final long stopLimitTicks;
    private final List<Step> steps = new ArrayList<>();
    private Child entry;
    private boolean entryEnded;
    private long receivedAtoms;
    private int links;
    private String trouble = "";
    private boolean saidSmall;

    /** A share of the exit: its price, up to which part of the whole it goes, and the pairs that stand for it. */
    private static final class Step {
        final long profitTicks;
        final BigDecimal upTo;
        final List<ExitPair> pairs = new ArrayList<>();

        Step(long profitTicks, BigDecimal upTo) {
            this.profitTicks = profitTicks;
            this.upTo = upTo;
        }

        long lots() {
            long lots = 0;
            for (ExitPair pair : pairs) {
                lots += pair.lots();
            }
            return lots;
        }
    }

    private static List<ParamSpec> withEntry(ParamSpec... exits) {
        List<ParamSpec> own = new ArrayList<>();
        own.add(priceSpec("entryPrice", "Entry price", "Entry", "Limit of the entry; 0 enters at market."));
        own.add(priceSpec("entryStop", "Entry stop", "Entry", "Stop price that triggers the entry; 0 for none."));
        own.add(ParamSpec.integer("entrySeconds", "Entry ends after", "Entry", "s", 0, 0, 31_536_000,
                "What has not filled by then is cancelled; 0 waits."));
        own.addAll(List.of(exits));
        own.add(AlgoParams.reduceOnly());
        return AlgoParams.with("BUY", "SELL", own.toArray(ParamSpec[]::new));
    }

    Bracket(Setup setup) {
        super(setup);
        exitSide = side.opposite();
        entryTicks = limit("entryPrice", side);
        entryStopTicks = ticks("entryStop", side == Side.SELL ? RoundingMode.DOWN : RoundingMode.UP);
        stopTicks = protective("stop", exitSide);
        stopLimitTicks = limit("stopLimit", exitSide);
        if (type == TYPE) {
            ladder();
        } else {
            long profit = limit("takeProfit", exitSide);
            steps.add(new Step(profit, HUNDRED));
            boolean one = type == OTO;
            if (one ? (profit == 0) == (stopTicks == 0) : profit == 0 || stopTicks == 0) {
                throw new IllegalArgumentException(one
                        ? "an OTO has one exit: a take profit or a stop, not both"
                        : "an OTOCO needs a take profit and a stop");
            }
        }
        long from = entryTicks != 0 ? entryTicks : entryStopTicks != 0 ? entryStopTicks : firstTicks;
        for (Step step : steps) {
            between(step.profitTicks, from, 1, "the take profit");
        }
        between(stopTicks, from, -1, "the stop");
        // stands until start places it
        entry = new Child(ENTRY, side, 0, totalLots);
    }

    private void ladder() {
        BigDecimal upTo = BigDecimal.ZERO;
        List<Params.Step> given = params.ladder("takeProfits");
        for (Params.Step step : given) {
            upTo = upTo.add(step.amount());
            steps.add(new Step(
                    port.instrument().toTicks(step.at(), exitSide == Side.SELL ? RoundingMode.UP : RoundingMode.DOWN), upTo));
        }
        if (steps.isEmpty() || stopTicks == 0) {
            throw new IllegalArgumentException("a bracket needs take profits and a stop");
        }
        if (upTo.compareTo(HUNDRED) != 0) {
            throw new IllegalArgumentException("the take profits take " + upTo.toPlainString() + " percent; 100 pass");
        }
    }

    /** @param way 1 if the price has to be in the entry's favour, −1 if against it */
    private void between(long ticks, long from, int way, String what) {
        if (ticks != 0 && from > 0 && Long.signum(ticks - from) != way * side.sign()) {
            throw new IllegalArgumentException(what + " at " + price(ticks) + " is on the wrong side of the entry at "
                    + price(from) + ", or at it");
        }
    }

    @Override
    void saveMore(StateWriter out) {
        saveChild(entry, out);
        out.flag(entryEnded).number(receivedAtoms).number(links).text(trouble).flag(saidSmall);
        for (Step step : steps) {
            out.number(step.pairs.size());
            for (ExitPair pair : step.pairs) {
                out.number(pair.link());
                pair.save(out);
            }
        }
    }

    @Override
    void loadMore(StateReader in) {
        Child saved = loadChild(in);
        if (saved == null) {
            throw in.wrong("a bracket has no entry");
        }
        entry = saved;
        entryEnded = in.flag();
        receivedAtoms = in.number();
        links = in.integer();
        trouble = in.text();
        saidSmall = in.flag();
        for (Step step : steps) {
            for (int left = in.count(); left > 0; left--) {
                pair(step, in.number()).load(in);
            }
        }
    }

    @Override
    void start() {
        OrderType orderType = entryStopTicks != 0
                ? entryTicks != 0 ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET
                : entryTicks != 0 ? OrderType.LIMIT : OrderType.MARKET;
        Child placed =
                place(ENTRY, side, orderType, TimeInForce.GTC, totalLots, entryTicks, entryStopTicks, 0, terms(false, false));
        if (placed == null) {
            throw new IllegalArgumentException("the entry was refused: " + port.refusal());
        }
        entry = placed;
        int seconds = params.integer("entrySeconds");
        if (seconds > 0) {
            timer(0, Math.addExact(port.nowNanos(), seconds * 1_000_000_000L));
        }
    }

    @Override
    void onTimer(int number) {
        cancel(entry);
    }

    @Override
    void cancelEntry(String reason) {
        cancel(entry);
    }

    @Override
    void onChild(Child child, VenueReport report) {
        if (child == entry) {
            if (report.kind() == VenueReport.Kind.FILLED) {
                received(report);
            }
            if (!child.working && !entryEnded) {
                entryEnded = true;
                stopTimer(0);
                if (report.kind() == VenueReport.Kind.REJECTED) {
                    end(AlgoState.FAILED, "the exchange refused the entry: " + report.reason());
                    return;
                }
            }
        } else {
            if (child.role == ExitPair.STOP && report.kind() == VenueReport.Kind.FILLED) {
                // stopped out: nothing more is entered
                cancel(entry);
            }
            if (!child.working) {
                legEnded(child, report);
            }
        }
        if (!ending()) {
            cover();
            endIfDone();
        }
    }

    private void received(VenueReport report) {
        long lotAtoms = port.instrument().lotAtoms();
        receivedAtoms += Math.multiplyExact(report.quantityLots(), lotAtoms);
        if (side == Side.BUY && report.feeAsset() == VenueReport.FeeAsset.BASE) {
            receivedAtoms -= report.feeAtoms();
        }
    }

    private void legEnded(Child child, VenueReport report) {
        for (Step step : steps) {
            for (ExitPair pair : step.pairs) {
                if (pair.has(child)) {
                    note(pair.ended(child, report));
                }
            }
        }
    }

    private void note(String said) {
        if (!said.isEmpty()) {
            trouble = said;
        }
    }

    private long receivedLots() {
        return receivedAtoms / port.instrument().lotAtoms();
    }

    /** Sees to it that the exits stand for what the entry filled, as far as the venue's smallest order allows. */
    private void cover() {
        if (!trouble.isEmpty()) {
            return;
        }
        long received = receivedLots();
        long before = 0;
        for (Step step : steps) {
            long upTo = step == steps.getLast()
                    ? received
                    : BigDecimal.valueOf(received).multiply(step.upTo).divide(HUNDRED, 0, RoundingMode.DOWN).longValueExact();
            cover(step, upTo - before - step.lots());
            before = upTo;
        }
        if (entryEnded) {
            coverRest(received);
        }
    }

    private void cover(Step step, long more) {
        ExitPair newest = step.pairs.isEmpty() ? null : step.pairs.getLast();
        if (more <= 0 || newest != null && newest.working() && !newest.grows()) {
            return;
        }
        if (newest != null && newest.working()) {
            if (!newest.grow(more)) {
                note(newest.trouble());
            }
        } else if (tradeable(more, smallestPrice(step))) {
            open(step, more);
        }
    }

    private void open(Step step, long lots) {
        ExitPair pair = pair(step, link(++links));
        if (!pair.place(lots)) {
            note(pair.trouble());
        }
    }

    private ExitPair pair(Step step, long link) {
        ExitPair pair = new ExitPair(
                this, exitSide, step.profitTicks, stopTicks, stopLimitTicks, link, terms(false, onlyReduces()));
        step.pairs.add(pair);
        return pair;
    }

    private long smallestPrice(Step step) {
        return step.profitTicks == 0 ? stopTicks : stopTicks == 0 ? step.profitTicks : Math.min(stopTicks, step.profitTicks);
    }

    /** The entry has ended: shares too small for an order of their own go to the first step that takes them. */
    private void coverRest(long received) {
        long rest = received - coveredLots();
        if (rest <= 0) {
            return;
        }
        for (Step step : steps) {
            ExitPair newest = step.pairs.isEmpty() ? null : step.pairs.getLast();
            if (newest != null && newest.working()) {
                if (newest.grows() && !newest.grow(rest)) {
                    note(newest.trouble());
                }
                return;
            }
        }
        Step first = steps.getFirst();
        if (tradeable(rest, smallestPrice(first))) {
            open(first, rest);
        } else if (!saidSmall) {
            saidSmall = true;
            decide(Reason.ALGO_LEGS_SMALL, 0, rest);
        }
    }

    private long coveredLots() {
        long lots = 0;
        for (Step step : steps) {
            lots += step.lots();
        }
        return lots;
    }

    private long exitedLots() {
        long lots = 0;
        for (Step step : steps) {
            for (ExitPair pair : step.pairs) {
                lots += pair.filledLots();
            }
        }
        return lots;
    }

    private boolean exitsWork() {
        for (Step step : steps) {
            for (ExitPair pair : step.pairs) {
                if (pair.working()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void endIfDone() {
        if (!entryEnded || exitsWork()) {
            return;
        }
        long left = receivedLots() - exitedLots();
        if (!trouble.isEmpty()) {
            end(AlgoState.FAILED, trouble);
        } else if (entry.filledLots == 0) {
            end(AlgoState.CANCELLED, "the entry ended without a fill");
        } else if (left == 0) {
            end(AlgoState.DONE, "entered and exited " + quantity(exitedLots()));
        } else if (left < 0) {
            end(AlgoState.DONE, "both legs filled, " + quantity(-left) + " more than was held");
        } else if (coveredLots() < receivedLots()) {
            end(AlgoState.FAILED, quantity(left) + " is below the smallest order; nothing protects it");
        } else {
            end(AlgoState.CANCELLED, "its exits were cancelled with " + quantity(left) + " left");
        }
    }

    @Override
    String next() {
        StringBuilder words = new StringBuilder();
        if (!entryEnded) {
            words.append("enters ").append(quantity(entry.leftLots()));
            words.append(entryStopTicks != 0 ? " from " + price(entryStopTicks) : "");
            words.append(entryTicks != 0 ? " at " + price(entryTicks) : "");
        }
        for (Step step : steps) {
            for (ExitPair pair : step.pairs) {
                if (pair.working()) {
                    words.append(words.isEmpty() ? "exits " : "; exits ").append(pair.words());
                }
            }
        }
        return trouble.isEmpty() ? words.toString() : words + "; " + trouble;
    }

    @Override
    long doneLots() {
        return entry.filledLots;
    }
}
