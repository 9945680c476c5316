package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.ThirdAsset;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.Inquiries.Inquiry;
import dev.tradewind.oms.EndedFills;
import dev.tradewind.oms.EndedFills.Ended;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OurBooks;
import dev.tradewind.oms.OurBooks.OurOrder;
import dev.tradewind.oms.Reconciliation;
import dev.tradewind.oms.ReconciliationAction;
import dev.tradewind.oms.VenueStatement;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.venue.LinePace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a statement against our books and does what the comparison asks for. Engine thread only. */
final class Reconciler implements Stateful {

    /** Numbers that tell whether anything was booked meanwhile. */
    static final int FINGERPRINT = 6;

    private static final int USER = 0;

    private final Session session;
    private final OrderDesk desk;
    private final Ledger ledger;
    private final Instrument instrument;
    private final ReportIntake reports;
    private final OutsideIntake intake;
    private final Inquiries inquiries;
    private final EndedFills ended;
    private final LateFills lateFills;
    private final LinePace pace;
    private final long startNanos;
    private final VenueReport carrier = new VenueReport();
    private Map<String, Long> differences = new TreeMap<>();
    private long comparedNanos;
    private final boolean outside;
    private @Nullable ReconciliationReport report;

    /** @param outside whether the venue is outside this process: what one in it says is only shown */
    Reconciler(
            Session session,
            ReportIntake reports,
            OutsideIntake intake,
            Inquiries inquiries,
            EndedFills ended,
            LateFills lateFills,
            LinePace pace,
            boolean outside) {
        this.outside = outside;
        this.session = session;
        desk = session.desk();
        ledger = session.ledger();
        instrument = session.config().instrument();
        this.reports = reports;
        this.intake = intake;
        this.inquiries = inquiries;
        this.ended = ended;
        this.lateFills = lateFills;
        this.pace = pace;
        startNanos = session.loop().clock().nowNanos();
        comparedNanos = startNanos;
    }

    /** {@return since when a statement is to tell fills: all before were compared already} */
    long sinceNanos() {
        return Math.max(0, comparedNanos - pace.overlapNanos());
    }

    /** What differed before the line was lost has to be confirmed anew. */
    void forget() {
        differences = new TreeMap<>();
    }

    @Nullable ReconciliationReport report() {
        return report;
    }

    /** Writes down what any booking changes. */
    void fingerprint(long[] numbers) {
        PerpetualAccount net = ledger.exchange();
        numbers[0] = ledger.quoteAtoms();
        numbers[1] = ledger.baseAtoms();
        numbers[2] = ledger.thirdAtoms();
        numbers[3] = net == null ? 0 : net.quoteAtoms();
        numbers[4] = net == null ? 0 : net.positionLots(PositionSide.LONG);
        numbers[5] = net == null ? 0 : net.positionLots(PositionSide.SHORT);
    }

    /**
     * Compares and acts.
     *
     * @param askedNanos when the statement was asked for
     * @param backNanos  when the line came back: what was sent before is not recent
     * @param moved      whether something was booked since it was asked for
     */
    Reconciliation.Outcome compare(VenueStatement said, long askedNanos, long backNanos, boolean moved) {
        OurBooks ours = books(said, askedNanos, backNanos, moved);
        Reconciliation.Outcome outcome = Reconciliation.compare(ours, said);
        differences = new TreeMap<>(outcome.differences());
        comparedNanos = Math.max(comparedNanos, said.timeNanos());
        int changes = 0;
        List<ReconciliationReport.Row> rows = new ArrayList<>();
        for (ReconciliationAction action : outcome.actions()) {
            if (outside) {
                act(action);
            }
            changes += action.changes() ? 1 : 0;
            if (rows.size() < ReconciliationReport.MOST_ROWS) {
                rows.add(row(action));
            }
        }
        if (outside) {
            desk.decide(USER, Reason.BOOKS_COMPARED, outcome.actions().size(), changes);
        }
        report = new ReconciliationReport(
                desk.nowNanos(), said.orders().size(), said.fills().size(), changes, outcome.agrees(), rows);
        return outcome;
    }

    private static ReconciliationReport.Row row(ReconciliationAction action) {
        return new ReconciliationReport.Row(
                action.getClass().getSimpleName(),
                action.words().exchangeSays(),
                action.words().weThink(),
                action.words().weWillDo());
    }

    private OurBooks books(VenueStatement said, long askedNanos, long backNanos, boolean moved) {
        List<OurOrder> orders = new ArrayList<>();
        Set<Long> known = new TreeSet<>();
        for (int i = 0; i < desk.orders().size(); i++) {
            Order order = desk.orders().get(i);
            if (order.state() != OrderState.HELD) {
                orders.add(working(order, askedNanos, backNanos));
                known.add(order.venueId());
            }
        }
        said.orders().forEach(there -> named(there.id(), known, orders, askedNanos));
        said.fills().forEach(fill -> named(fill.id(), known, orders, askedNanos));
        return new OurBooks(
                instrument,
                session.config().number(),
                startNanos,
                orders,
                lateFills.foreignIds(),
                balances(),
                positions(),
                differences,
                moved);
    }

    private OurOrder working(Order order, long askedNanos, long backNanos) {
        OrderRequest request = order.request();
        boolean underWay =
                switch (order.state()) {
                    case PENDING_NEW, CANCEL_PENDING -> true;
                    case LIVE, PARTIALLY_FILLED, UNRESOLVED, HELD, FILLED, CANCELED, REJECTED, REFUSED, EXPIRED ->
                        order.amending();
                };
        Inquiry inquiry = inquiries.find(order.venueId());
        underWay &= !outside || inquiry == null || !inquiry.wanted && inquiry.asked == 0;
        long updated = order.updatedNanos();
        // at the very moment the line came back nothing new can have left
        boolean recent = !outside && underWay
                || updated > askedNanos
                || updated == askedNanos && askedNanos != backNanos
                || underWay && updated >= backNanos && updated > askedNanos - pace.silentNanos();
        boolean plain = request.linkId() == 0 && !order.sentAgain() && order.lostLots() == 0;
        return new OurOrder(
                order.venueId(),
                order.side(),
                order.state(),
                plain ? request.quantityLots() : 0,
                order.filledSinceSent(),
                request.priceTicks(),
                request.stopTicks(),
                ids(order.fillIds()),
                order.amending(),
                recent);
    }

    private static Set<Long> ids(long[] fillIds) {
        Set<Long> ids = new TreeSet<>();
        Arrays.stream(fillIds).forEach(ids::add);
        return ids;
    }

    /** An order the statement names and that does not work here any more. */
    private void named(long venueId, Set<Long> known, List<OurOrder> orders, long askedNanos) {
        Ended past = known.contains(venueId) ? null : ended.find(venueId);
        if (past == null) {
            return;
        }
        known.add(venueId);
        OrderRequest request = past.request();
        orders.add(new OurOrder(
                venueId,
                request.side(),
                past.state().isTerminal() ? past.state() : OrderState.CANCELED,
                0,
                past.filledLots(),
                request.priceTicks(),
                request.stopTicks(),
                ids(past.fillIds()),
                false,
                past.endedNanos() >= askedNanos));
    }

    private Map<FeeAsset, Long> balances() {
        EnumMap<FeeAsset, Long> balances = new EnumMap<>(FeeAsset.class);
        PerpetualAccount net = ledger.exchange();
        balances.put(FeeAsset.QUOTE, net == null ? ledger.quoteAtoms() : net.quoteAtoms());
        if (net == null) {
            balances.put(FeeAsset.BASE, ledger.baseAtoms());
        }
        if (session.config().third() != null) {
            balances.put(FeeAsset.THIRD, ledger.thirdAtoms());
        }
        return balances;
    }

    private Map<PositionSide, Long> positions() {
        EnumMap<PositionSide, Long> positions = new EnumMap<>(PositionSide.class);
        PerpetualAccount net = ledger.exchange();
        if (net != null) {
            for (PositionSide side : PositionSide.values()) {
                positions.put(side, net.positionLots(side));
            }
        }
        return positions;
    }

    private void act(ReconciliationAction action) {
        switch (action) {
            case ReconciliationAction.BookFill missed -> missed(missed);
            case ReconciliationAction.BookForeignFill foreign -> {
                if (!lateFills.bookForeign(foreign.fill())) {
                    isShort(FeeAsset.BASE, foreign.fill().signedLots());
                }
            }
            case ReconciliationAction.Accept accept -> {
                Order order = reports.working(accept.venueId());
                if (order != null
                        && (order.state() == OrderState.UNRESOLVED || order.state() == OrderState.PENDING_NEW)) {
                    desk.decide(
                            order.request().botId(), Reason.ORDER_FOUND, order.clientOrderId(), order.filledLots());
                    intake.accept(order);
                }
            }
            case ReconciliationAction.Adopt adopt -> {
                Order order = reports.working(adopt.venueId());
                if (order != null) {
                    long lots = adopt.lots() == 0 ? order.request().quantityLots() : adopt.lots();
                    intake.adopt(order, lots, adopt.priceTicks(), adopt.stopTicks());
                }
            }
            case ReconciliationAction.DropAmendment drop -> {
                Order order = reports.working(drop.venueId());
                if (order != null && order.amending()) {
                    intake.dropAmendment(order);
                }
            }
            case ReconciliationAction.CancelAgain cancel -> {
                Order order = reports.working(cancel.venueId());
                if (order != null && order.state() == OrderState.CANCEL_PENDING) {
                    intake.cancelAgain(order);
                }
            }
            case ReconciliationAction.CancelStray stray -> intake.cancelStray(stray.venueId());
            case ReconciliationAction.Ask ask -> inquiries.want(ask.venueId(), desk.nowNanos());
            case ReconciliationAction.AdjustBalance adjust -> adjust(adjust);
            case ReconciliationAction.AdjustPosition adjust -> adjust(adjust);
            case ReconciliationAction.Tag tag -> {}
            case ReconciliationAction.Recheck recheck -> {}
        }
    }

    private void missed(ReconciliationAction.BookFill missed) {
        long id = missed.fill().id();
        VenueReport fill = missed.fill().toReport(carrier, id);
        Order order = reports.working(id);
        Ended past = order == null ? ended.find(id) : null;
        if (order != null) {
            desk.decide(order.request().botId(), Reason.FILL_MISSED, order.clientOrderId(), fill.quantityLots());
            intake.take(fill);
        } else if (past != null) {
            lateFills.book(past, fill);
        }
    }

    private void adjust(ReconciliationAction.AdjustBalance adjust) {
        boolean done =
                switch (adjust.asset()) {
                    case QUOTE -> {
                        ledger.transfer(adjust.atoms());
                        yield true;
                    }
                    case BASE -> ledger.adjustBase(adjust.atoms());
                    case THIRD -> {
                        ThirdAsset third = session.config().third();
                        ledger.adjustThird(adjust.atoms(), third == null ? 0 : third.valueOf(adjust.atoms()));
                        yield true;
                    }
                };
        if (done) {
            desk.decide(USER, Reason.BALANCE_ADJUSTED, adjust.entryId(), adjust.atoms());
        }
        boolean owes = ledger.user().quoteAtoms() < 0 || ledger.exchange() == null && ledger.user().baseAtoms() < 0;
        if (adjust.atoms() < 0 && owes) {
            isShort(adjust.asset(), adjust.atoms());
        }
    }

    private void adjust(ReconciliationAction.AdjustPosition adjust) {
        long price = ledger.markTicks() > 0 ? ledger.markTicks() : adjust.priceTicks();
        if (price <= 0) {
            return;
        }
        ledger.fill(
                ledger.user(),
                adjust.lots() > 0 ? Side.BUY : Side.SELL,
                adjust.side(),
                price,
                Math.abs(adjust.lots()),
                0,
                FeeAsset.QUOTE,
                0);
        desk.decide(USER, Reason.POSITION_ADJUSTED, adjust.entryId(), adjust.lots());
        session.risk().looked(session.user());
        if (opposes(adjust.side())) {
            isShort(FeeAsset.BASE, adjust.lots());
        }
    }

    /** Whether the user's part now stands against bots': what they hold is not all at the exchange any more. */
    private boolean opposes(PositionSide side) {
        long mine = ledger.user().positionLots(side);
        for (BotSlot slot : session.fleet().slots()) {
            long theirs = slot.ledger().positionLots(side);
            if (mine != 0 && theirs != 0 && mine > 0 != theirs > 0) {
                return true;
            }
        }
        return false;
    }

    private void isShort(FeeAsset asset, long amount) {
        desk.decide(USER, Reason.BOOKS_SHORT, Math.abs(amount), asset.ordinal());
        if (desk.tradingState() != TradingState.HALTED) {
            session.risk()
                    .killSwitch()
                    .halt("the exchange holds less than bots account for: somebody took or traded what is theirs. Entries were"
                            + " cancelled, protective orders stay. Stop the bots concerned, or bring back what is missing,"
                            + " before you end the halt");
        }
    }

    @Override
    public void save(StateWriter out) {
        ReconciliationReport last = report;
        out.section("Reconciler", 1).part(lateFills).number(comparedNanos).number(differences.size());
        differences.forEach((key, value) -> out.text(key).number(value));
        out.flag(last != null);
        if (last != null) {
            out.number(last.timeNanos())
                    .number(last.orders())
                    .number(last.fills())
                    .number(last.changes())
                    .flag(last.agrees())
                    .number(last.rows().size());
            last.rows().forEach(row -> out.text(row.action())
                    .text(row.exchangeSays())
                    .text(row.weThink())
                    .text(row.weWillDo()));
        }
    }

    @Override
    public void load(StateReader in) {
        in.section("Reconciler", 1).part(lateFills);
        comparedNanos = in.number();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            differences.put(in.text(), in.number());
        }
        if (in.flag()) {
            long timeNanos = in.number();
            int orders = in.integer();
            int fills = in.integer();
            int changes = in.integer();
            boolean agrees = in.flag();
            List<ReconciliationReport.Row> rows = new ArrayList<>();
            int size = in.count();
            for (int i = 0; i < size; i++) {
                rows.add(new ReconciliationReport.Row(in.text(), in.text(), in.text(), in.text()));
            }
            report = new ReconciliationReport(timeNanos, orders, fills, changes, agrees, rows);
        }
    }
}
