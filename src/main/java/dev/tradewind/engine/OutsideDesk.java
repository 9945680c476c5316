package dev.tradewind.engine;

import dev.tradewind.bot.BotDesk;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.Inquiries.Inquiry;
import dev.tradewind.kernel.TimerQueue;
import dev.tradewind.oms.EndedFills;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.Reconciliation;
import dev.tradewind.oms.VenueStatement;
import dev.tradewind.venue.LinePace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line to the venue and what it says of its books. While the line is lost nothing leaves; when it is back, the venue's
 * books are compared with ours before anything but a cancel does. Orders that stay silent are asked about, and everything is
 * compared every so often. A venue in this process is never away: all this costs it nothing, and its books are only looked
 * at. Engine thread only.
 */
final class OutsideDesk implements Stateful {

    /** Timers of this class have this bit, and the engine's own. */
    static final long TIMER_BIT = 1L << 59;

    private static final long PROBE = Session.OWN_TIMER | TIMER_BIT;
    private static final long STATEMENT = PROBE | 1;
    private static final int USER = 0;

    /** What still differs after so many comparisons does not keep orders back: it is compared on and on. */
    private static final int MOST_ROUNDS = 3;

    private static final int MOST_PARTS = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Session session;
    private final boolean outside;
    private final TimerQueue timers;
    private final LinePace pace;
    private final VenueLine line;
    private final Inquiries inquiries;
    private final EndedFills ended = new EndedFills();
    private final OutsideIntake intake;
    private final Reconciler reconciler;
    private final List<VenueReport> parts = new ArrayList<>();
    private boolean asked;
    private boolean collecting;
    private long askedNanos;
    private long backNanos;
    private long statementDueNanos = NEVER;
    private int rounds;
    private int failures;
    private final long[] fingerprint = new long[Reconciler.FINGERPRINT];

    /** @param outside whether the venue is outside this process */
    OutsideDesk(Session session, LinePace pace, boolean outside, TimerQueue timers, ReportIntake reports, Recorder recorder) {
        this.session = session;
        this.outside = outside;
        this.timers = timers;
        this.pace = pace;
        OrderDesk desk = session.desk();
        line = desk.line();
        inquiries = new Inquiries(timers, pace, PROBE);
        LateFills lateFills = new LateFills(desk, session.ledger(), session.fleet(), session.user(), session.risk(), recorder);
        intake = new OutsideIntake(desk, reports, inquiries, ended, lateFills, pace, this::wantStatement);
        reconciler = new Reconciler(session, reports, intake, inquiries, ended, lateFills, pace, outside);
        if (outside) {
            line.state(LineState.LOST, session.loop().clock().nowNanos());
            desk.slots().closed(true);
            desk.outbox().watch(this);
            reports.join(intake);
            session.ledger().userTradesElsewhere();
        }
    }

    /** What the venue says of its line and its books. */
    void take(VenueReport report) {
        switch (report.kind()) {
            case LINE_LOST -> lost();
            case LINE_BACK -> back();
            case STATEMENT_BEGAN -> {
                if (asked) {
                    parts.clear();
                    parts.add(report.copy());
                    collecting = true;
                }
            }
            case STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION -> {
                if (collecting && parts.size() < MOST_PARTS) {
                    parts.add(report.copy());
                }
            }
            case STATEMENT_ENDED -> {
                if (collecting) {
                    compare();
                }
            }
            case STATEMENT_FAILED -> failed();
            case ACCEPTED, REJECTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED, REPLACED, REPLACE_REJECTED, LIQUIDATED,
                    MARGIN_CALL, FUNDING, TRANSFER, WORKING, DONE, UNKNOWN, MARGIN_ADJUSTED, TIMED_OUT ->
                throw new IllegalStateException(report.kind() + " is not about the line");
        }
    }

    /**
     * Refuses what would send orders while nothing leaves; what ends, cancels or closes passes and is remembered.
     *
     * @throws IllegalArgumentException saying why
     */
    void admit(Command command) {
        boolean sends =
                switch (command) {
                    case Command.StartBot c -> true;
                    case Command.ResumeBot c -> true;
                    case Command.EditBot c -> true;
                    case Command.ActOnBot c -> true;
                    case Command.PlaceOrder c -> true;
                    case Command.AmendOrder c -> true;
                    case Command.StartAlgo c -> true;
                    case Command.Transfer c -> true;
                    case Command.AdjustMargin c -> true;
                    case Command.PauseBot c -> false;
                    case Command.StopBot c -> false;
                    case Command.CancelOrder c -> false;
                    case Command.CancelMine c -> false;
                    case Command.Halt c -> false;
                    case Command.LeaveHalt c -> false;
                    case Command.CancelAlgo c -> false;
                    case Command.Reduce c -> false;
                    case Command.Flatten c -> false;
                    case Command.SetRiskRules c -> false;
                    case Command.ArchiveBot c -> false;
                    case Command.RestoreBot c -> false;
                };
        if (sends && !line.isOpen()) {
            throw new IllegalArgumentException(line.words());
        }
    }

    private long now() {
        return session.desk().nowNanos();
    }

    /** Looks at books told beside the reports of a venue in this process; changes nothing but what is shown. */
    boolean look(List<VenueReport> told) {
        Reconciliation.Outcome outcome = reconciler.compare(VenueStatement.of(told), now(), now(), false);
        reconciler.forget();
        return outcome.agrees();
    }

    private void lost() {
        if (!outside) {
            return;
        }
        int doubted = 0;
        for (int i = 0; i < session.desk().orders().size(); i++) {
            Order order = session.desk().orders().get(i);
            if (order.state() == OrderState.PENDING_NEW) {
                order.unresolved(now());
                doubted++;
            }
        }
        if (line.state() != LineState.LOST || doubted > 0) {
            session.desk().decide(USER, Reason.LINE_LOST, doubted, 0);
        }
        line.state(LineState.LOST, now());
        session.desk().slots().closed(true);
        inquiries.suspend();
        forgetStatement();
        stopStatement();
    }

    private void back() {
        if (!outside) {
            // a venue in this process is never away
            return;
        }
        session.desk().decide(USER, Reason.LINE_BACK, 0, 0);
        line.state(LineState.COMPARING, now());
        session.desk().slots().closed(true);
        backNanos = now();
        rounds = 0;
        failures = 0;
        reconciler.forget();
        inquiries.resume(now());
        ask();
    }

    private void forgetStatement() {
        asked = false;
        collecting = false;
        parts.clear();
    }

    private void ask() {
        forgetStatement();
        asked = true;
        askedNanos = now();
        reconciler.fingerprint(fingerprint);
        session.desk().outbox().askStatement(reconciler.sinceNanos());
        statementAt(now() + pace.silentNanos() + pace.pauseNanos(++failures));
    }

    private void statementAt(long dueNanos) {
        statementDueNanos = dueNanos;
        timers.start(STATEMENT, dueNanos);
    }

    private void stopStatement() {
        statementDueNanos = NEVER;
        timers.stop(STATEMENT);
    }

    /** All there is is to be compared soon. */
    private void wantStatement() {
        long due = now() + pace.retryNanos();
        if (line.state() != LineState.LOST && !asked && due < statementDueNanos) {
            statementAt(due);
        }
    }

    private void failed() {
        if (!asked || line.state() == LineState.LOST) {
            return;
        }
        forgetStatement();
        session.desk().decide(USER, Reason.STATEMENT_FAILED, failures, 0);
        statementAt(now() + pace.pauseNanos(Math.max(1, failures)));
    }

    private void compare() {
        VenueStatement said = VenueStatement.of(parts);
        forgetStatement();
        failures = 0;
        rounds++;
        long[] before = fingerprint.clone();
        reconciler.fingerprint(fingerprint);
        boolean moved = !Arrays.equals(before, fingerprint);
        Reconciliation.Outcome outcome = reconciler.compare(said, askedNanos, backNanos, moved);
        if (line.state() == LineState.COMPARING && (!outcome.again() || rounds >= MOST_ROUNDS)) {
            open();
        }
        stopStatement();
        if (outcome.again()) {
            statementAt(now() + pace.pauseNanos(rounds));
        } else {
            rounds = 0;
            statementAt(now() + pace.pollNanos());
        }
    }

    private void open() {
        line.state(LineState.OPEN, now());
        session.desk().slots().closed(false);
        session.accountDesk().answersLost();
        session.desk().decide(USER, Reason.LINE_OPEN, 0, 0);
        for (int botId : line.woken()) {
            timers.start(BotSlot.timerId(botId, BotDesk.RETRY), now());
        }
    }

    /** A timer of this class. {@return whether it was one} */
    boolean timer(long timerId) {
        if ((timerId & TIMER_BIT) == 0) {
            return false;
        }
        if (line.state() == LineState.LOST) {
            inquiries.suspend();
            stopStatement();
        } else if (timerId == STATEMENT) {
            statementDueNanos = NEVER;
            ask();
        } else {
            probe();
        }
        return true;
    }

    private void probe() {
        for (Inquiry inquiry : inquiries.due(now())) {
            Order order = session.desk().orders().find(Order.orderId(inquiry.venueId));
            boolean amending = order != null && order.venueId() == inquiry.venueId && order.amending();
            session.desk().decide(
                    order == null ? USER : order.request().botId(),
                    Reason.ORDER_ASKED,
                    Order.orderId(inquiry.venueId),
                    inquiry.asked);
            session.desk().query(inquiry.venueId);
            if (amending) {
                wantStatement();
            }
        }
    }

    /** Something is about to leave. {@return whether it may} */
    boolean leaves(long cancelId, OrderRequest request) {
        if (line.state() == LineState.LOST) {
            return false;
        }
        if (cancelId == 0) {
            inquiries.sent(request.clientOrderId(), now());
        } else if (cancelId == Outbox.REPLACE) {
            Inquiry inquiry = inquiries.sent(request.clientOrderId(), now());
            inquiry.targetLots = request.quantityLots();
            inquiry.targetTicks = request.priceTicks();
            inquiry.targetStopTicks = request.stopTicks();
        } else if (cancelId > 0) {
            inquiries.sent(cancelId, now());
        }
        return true;
    }

    /** An order, or a sending of it, came to its end. */
    void ended(Order order) {
        ended.add(order, now());
        Inquiry inquiry = inquiries.find(order.venueId());
        if (inquiry != null && inquiry.late.isEmpty()) {
            inquiries.close(order.venueId());
        }
    }

    /** {@return what screens show; null where there is nothing to tell} */
    EngineSnapshot.@Nullable Outside snapshot() {
        ReconciliationReport report = reconciler.report();
        return outside || report != null
                ? new EngineSnapshot.Outside(line.state(), line.sinceNanos(), inquiries.size(), report)
                : null;
    }

    @Override
    public void save(StateWriter out) {
        out.section("OutsideDesk", 1)
                .part(line)
                .part(inquiries)
                .part(ended)
                .part(reconciler)
                .flag(asked)
                .flag(collecting)
                .number(askedNanos)
                .number(backNanos)
                .number(statementDueNanos)
                .number(rounds)
                .number(failures)
                .numbers(fingerprint, fingerprint.length)
                .number(parts.size());
        parts.forEach(part -> part.save(out));
    }

    @Override
    public void load(StateReader in) {
        in.section("OutsideDesk", 1).part(line).part(inquiries).part(ended).part(reconciler);
        asked = in.flag();
        collecting = in.flag();
        askedNanos = in.number();
        backNanos = in.number();
        statementDueNanos = in.number();
        rounds = in.integer();
        failures = in.integer();
        long[] numbers = in.numbers();
        if (numbers.length != fingerprint.length) {
            throw in.wrong(numbers.length + " numbers of the books, not " + fingerprint.length);
        }
        System.arraycopy(numbers, 0, fingerprint, 0, numbers.length);
        int count = in.count();
        for (int i = 0; i < count; i++) {
            parts.add(new VenueReport().load(in));
        }
    }
}
