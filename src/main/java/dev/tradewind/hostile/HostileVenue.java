package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.domain.VenueReport.Reason;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.LinePace;
import dev.tradewind.venue.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line to the exchange as a connector would show it to the engine: everything that is asked takes time to arrive, may
 * never arrive, and its answer may be late, lost, doubled, out of order or old. What it says is never made up: each report is
 * one of the true exchange's, or a refusal or time-out such as a connector gives.
 */
final class HostileVenue implements Venue {

    /** An order that is older than this when it arrives is refused by the exchange: the bound on how late one can be. */
    static final long RECEIVE_WINDOW_NANOS = 5_000_000_000L;

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;

    /** Asked and compared more often than usual, so that a short life sees more of both. */
    static final LinePace PACE = new LinePace(
            5 * SECOND, RECEIVE_WINDOW_NANOS, 3 * SECOND, SECOND, 10 * SECOND, 20 * SECOND, 60 * SECOND);

    private final TrueExchange exchange;
    private final Agenda agenda;
    private final Storm storm;
    private final World world;
    private final Capabilities offered;
    private final long latencyNanos;
    private final boolean tellsFilled;
    private final Map<Long, Long> sentNanos = new HashMap<>();
    private @Nullable List<VenueReport> unit;
    private List<VenueReport> balances = List.of();
    private boolean answersLost;
    private boolean up = true;
    private long line;
    private long lastStreamDue;

    /** What it has to know of the world around it. */
    interface World {
        /** {@return true time} */
        long nowNanos();

        /** An order is about to leave the process. */
        void leaves(OrderRequest request);

        /** A fault meets an order of ours. */
        void met(Fault fault, long venueId);

        /** A fault meets every order of ours that is open. */
        void metAll(Fault fault);

        /** Tells the engine. */
        void tell(VenueReport report);
    }

    HostileVenue(TrueExchange exchange, Agenda agenda, Storm storm, World world, Scenario scenario) {
        this.exchange = exchange;
        this.agenda = agenda;
        this.storm = storm;
        this.world = world;
        this.offered = scenario.offered();
        this.latencyNanos = scenario.latencyNanos();
        this.tellsFilled = scenario.tellsFilled();
        exchange.listener(this::happened);
    }

    @Override
    public Capabilities capabilities() {
        return offered;
    }

    @Override
    public LinePace pace() {
        return PACE;
    }

    /** {@return whether the line is there} */
    boolean up() {
        return up;
    }

    /** The line breaks, for a while. */
    void breakLine() {
        if (!up) {
            return;
        }
        world.metAll(Fault.LINE_LOST);
        up = false;
        line++;
        long broken = line;
        say(Kind.LINE_LOST);
        agenda.world(world.nowNanos() + storm.between(500, 40_000) * MILLI, () -> {
            if (line == broken) {
                mendLine();
            }
        });
    }

    /** The line is back, if it was lost. */
    void mendLine() {
        if (!up) {
            up = true;
            lastStreamDue = 0;
            say(Kind.LINE_BACK);
        }
    }

    /** The process died and another one came: it has a line of its own. */
    void restarted() {
        up = true;
        line++;
        lastStreamDue = 0;
    }

    /** The connector says something of its own, as soon as it can. */
    private void say(Kind kind) {
        agenda.process(
                world.nowNanos(),
                () -> world.tell(new VenueReport().set(kind, Reason.NONE, 0, exchange.nowNanos())));
    }

    @Override
    public void submit(OrderRequest request) {
        world.leaves(request);
        long id = request.clientOrderId();
        sentNanos.put(id, world.nowNanos());
        if (up && storm.strikes(Fault.REJECTED)) {
            refuse(Fault.REJECTED, id, storm.oneIn(2) ? Reason.INSUFFICIENT_BALANCE : Reason.FILTER);
        } else if (up && storm.strikes(Fault.RATE_LIMITED)) {
            refuse(Fault.RATE_LIMITED, id, Reason.NONE);
        } else {
            OrderRequest copy = request.copy();
            send(id, () -> exchange.submit(copy));
        }
    }

    private void refuse(Fault fault, long id, Reason reason) {
        world.met(fault, id);
        stream(new VenueReport().set(Kind.REJECTED, reason, id, exchange.nowNanos()), world.nowNanos() + 2 * latencyNanos);
    }

    @Override
    public void cancel(long venueId) {
        send(venueId, () -> exchange.cancel(venueId));
    }

    @Override
    public void replace(OrderRequest request) {
        OrderRequest copy = request.copy();
        send(request.clientOrderId(), () -> exchange.replace(copy));
    }

    /** Something is asked about an order; whether it arrives, and whether anybody hears, the storm decides. */
    private void send(long id, Runnable arrives) {
        long now = world.nowNanos();
        if (!up) {
            world.met(Fault.LINE_LOST, id);
            if (storm.oneIn(4) && !storm.calm()) {
                agenda.world(now + latencyNanos, () -> unheard(arrives));
            }
            timeOut(id, storm.between(1, 4_000) * MILLI);
        } else if (storm.strikes(Fault.TIMED_OUT_BEFORE)) {
            world.met(Fault.TIMED_OUT_BEFORE, id);
            timeOut(id, storm.between(500, 9_000) * MILLI);
        } else if (storm.strikes(Fault.TIMED_OUT_AFTER)) {
            world.met(Fault.TIMED_OUT_AFTER, id);
            agenda.world(now + latencyNanos, () -> unheard(arrives));
            timeOut(id, storm.between(500, 9_000) * MILLI);
        } else if (storm.strikes(Fault.REQUEST_SLOW)) {
            world.met(Fault.REQUEST_SLOW, id);
            long slow = latencyNanos + storm.between(100, 4_000) * MILLI;
            agenda.world(now + Math.min(slow, RECEIVE_WINDOW_NANOS), arrives);
            timeOut(id, storm.between(500, 5_000) * MILLI);
        } else {
            agenda.world(now + latencyNanos, arrives);
        }
    }

    /** What the exchange says at once is lost. */
    private void unheard(Runnable arrives) {
        answersLost = true;
        arrives.run();
        answersLost = false;
    }

    private void timeOut(long id, long afterNanos) {
        agenda.process(
                world.nowNanos() + afterNanos,
                () -> world.tell(new VenueReport().set(Kind.TIMED_OUT, Reason.NONE, id, exchange.nowNanos())));
    }

    @Override
    public void query(long venueId) {
        long now = world.nowNanos();
        if (!up || storm.strikes(Fault.ANSWER_LOST)) {
            world.met(up ? Fault.ANSWER_LOST : Fault.LINE_LOST, venueId);
            timeOut(venueId, storm.between(500, 5_000) * MILLI);
            return;
        }
        long asked = line;
        agenda.world(now + latencyNanos, () -> {
            boolean young = now - sentNanos.getOrDefault(venueId, Long.MIN_VALUE / 2) < RECEIVE_WINDOW_NANOS;
            if (young && storm.strikes(Fault.FALSE_NOT_FOUND)) {
                world.met(Fault.FALSE_NOT_FOUND, venueId);
                answer(List.of(new VenueReport().answer(Kind.UNKNOWN, venueId, exchange.nowNanos(), 0)), asked, 0);
                return;
            }
            List<VenueReport> answers = asOnePiece(() -> exchange.query(venueId));
            boolean stale = storm.strikes(Fault.STALE_ANSWER);
            if (stale) {
                world.met(Fault.STALE_ANSWER, venueId);
            }
            answer(answers, asked, stale ? storm.between(100, 4_000) * MILLI : 0);
        });
    }

    @Override
    public void statement(long fillsSinceNanos) {
        if (!up || storm.strikes(Fault.STATEMENT_FAILED)) {
            world.metAll(Fault.STATEMENT_FAILED);
            agenda.process(
                    world.nowNanos() + storm.between(10, 5_000) * MILLI,
                    () -> world.tell(new VenueReport().set(Kind.STATEMENT_FAILED, Reason.NONE, 0, exchange.nowNanos())));
            return;
        }
        long asked = line;
        agenda.world(world.nowNanos() + latencyNanos, () -> {
            List<VenueReport> said = withOldBalances(asOnePiece(() -> exchange.statement(fillsSinceNanos)));
            boolean stale = storm.strikes(Fault.STALE_STATEMENT);
            if (stale) {
                world.metAll(Fault.STALE_STATEMENT);
            }
            answer(said, asked, stale ? storm.between(100, 4_000) * MILLI : 0);
        });
    }

    /** Balances lag behind orders and fills now and then, but never twice in a row. */
    private List<VenueReport> withOldBalances(List<VenueReport> said) {
        List<VenueReport> before = balances;
        balances = said.stream().filter(HostileVenue::isHolding).toList();
        if (before.isEmpty() || !storm.strikes(Fault.BALANCE_LATE)) {
            return said;
        }
        world.metAll(Fault.BALANCE_LATE);
        balances = List.of();
        List<VenueReport> mixed = new ArrayList<>(said);
        mixed.removeIf(HostileVenue::isHolding);
        mixed.addAll(mixed.size() - 1, before);
        return mixed;
    }

    private static boolean isHolding(VenueReport report) {
        return report.kind() == Kind.STATEMENT_BALANCE || report.kind() == Kind.STATEMENT_POSITION;
    }

    /** The pieces of an answer stay together and in order; if the line breaks before it is heard, it failed. */
    private void answer(List<VenueReport> pieces, long asked, long lateNanos) {
        boolean statement = !pieces.isEmpty() && pieces.getFirst().kind().isOfLine();
        long id = pieces.isEmpty() ? 0 : pieces.getLast().clientOrderId();
        agenda.process(world.nowNanos() + latencyNanos + lateNanos, () -> {
            if (line == asked) {
                pieces.forEach(world::tell);
            } else {
                Kind kind = statement ? Kind.STATEMENT_FAILED : Kind.TIMED_OUT;
                world.tell(new VenueReport().set(kind, Reason.NONE, statement ? 0 : id, exchange.nowNanos()));
            }
        });
    }

    private List<VenueReport> asOnePiece(Runnable question) {
        List<VenueReport> pieces = new ArrayList<>();
        unit = pieces;
        question.run();
        unit = null;
        return pieces;
    }

    @Override
    public void transfer(long quoteAtoms) {
        account(() -> exchange.transfer(quoteAtoms), Reason.WITHDRAWAL, PositionSide.NET, quoteAtoms);
    }

    @Override
    public void adjustMargin(PositionSide side, long quoteAtoms) {
        account(() -> exchange.adjustMargin(side, quoteAtoms), Reason.MARGIN, side, quoteAtoms);
    }

    private void account(Runnable arrives, Reason refusal, PositionSide side, long quoteAtoms) {
        if (up) {
            agenda.world(world.nowNanos() + latencyNanos, arrives);
        } else {
            agenda.process(
                    world.nowNanos() + MILLI,
                    () -> world.tell(new VenueReport()
                            .set(Kind.REJECTED, refusal, 0, exchange.nowNanos())
                            .with(side, quoteAtoms, 0, 0)));
        }
    }

    /** The exchange says something. */
    private void happened(VenueReport report) {
        boolean foreign = report.clientOrderId() >= TrueExchange.FOREIGN;
        List<VenueReport> pieces = unit;
        if (pieces != null) {
            pieces.add(foreign ? named(report) : report.copy());
        } else if (!foreign && !up) {
            world.met(Fault.LINE_LOST, report.clientOrderId());
        } else if (!foreign && !answersLost) {
            stream(told(report), world.nowNanos() + latencyNanos);
        }
    }

    /** {@return the report as this exchange tells it: some say with an end how much had filled} */
    private VenueReport told(VenueReport report) {
        VenueReport copy = report.copy();
        TrueExchange.TrueOrder order = exchange.order(report.clientOrderId());
        boolean end = report.kind() == Kind.CANCELED || report.kind() == Kind.EXPIRED;
        if (end && order != null) {
            long filled = tellsFilled ? order.filledLots() : VenueReport.NOT_SAID;
            copy.answer(report.kind(), report.clientOrderId(), report.timeNanos(), filled);
        }
        return copy;
    }

    /** A foreign order goes by the exchange's own name, a negative number. */
    private static VenueReport named(VenueReport report) {
        VenueReport copy = report.copy();
        return copy.setFill(
                        report.kind(), report.reason(), TrueExchange.FOREIGN - report.clientOrderId(), report.timeNanos(),
                        report.fillId(), report.priceTicks(), report.quantityLots(), report.feeAtoms(), report.feeAsset(),
                        report.maker())
                .with(report.positionSide(), report.amountAtoms(), report.feeValueAtoms(), report.stopTicks());
    }

    private void stream(VenueReport report, long due) {
        long id = report.clientOrderId();
        if (storm.strikes(Fault.REPORT_LOST)) {
            world.met(Fault.REPORT_LOST, id);
            return;
        }
        long inOrder = Math.max(due, lastStreamDue);
        if (storm.strikes(Fault.REPORT_LATE)) {
            deliver(report, inOrder + storm.between(500, 15_000) * MILLI, Fault.REPORT_LATE);
        } else if (storm.strikes(Fault.REPORT_REORDERED)) {
            deliver(report, inOrder + storm.between(1, 400) * MILLI, Fault.REPORT_REORDERED);
        } else {
            lastStreamDue = inOrder;
            deliver(report, inOrder, null);
        }
        if (storm.strikes(Fault.REPORT_DOUBLED)) {
            deliver(report, inOrder + storm.between(0, 8_000) * MILLI, Fault.REPORT_DOUBLED);
        }
    }

    private void deliver(VenueReport report, long due, @Nullable Fault fault) {
        long sent = line;
        agenda.process(due, () -> {
            if (line != sent) {
                return;
            }
            if (fault != null) {
                world.met(fault, report.clientOrderId());
            }
            world.tell(report);
        });
    }
}
