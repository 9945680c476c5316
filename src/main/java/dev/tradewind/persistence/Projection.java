package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.BOT;
import static dev.tradewind.persistence.schema.Tables.BOT_PARAM;
import static dev.tradewind.persistence.schema.Tables.DECISION;
import static dev.tradewind.persistence.schema.Tables.FILL;
import static dev.tradewind.persistence.schema.Tables.ORDERS;
import static dev.tradewind.persistence.schema.Tables.SESSION;
import static dev.tradewind.persistence.schema.Tables.SESSION_PROPERTY;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.JournalEntry;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Record3;

/** What each journal row does to the tables of one session. Owned by the projection's thread, within a transaction. */
final class Projection {

    private final DSLContext sql;
    private final String session;

    Projection(DSLContext sql, String session) {
        this.sql = sql;
        this.session = session;
    }

    void apply(JournalEntry entry) {
        switch (entry) {
            case JournalEntry.SessionStarted started -> start(started);
            case JournalEntry.CommandTaken taken -> command(taken.timeNanos(), taken.command());
            case JournalEntry.ReportReceived received -> report(received);
            case JournalEntry.SubmitIntended submit -> submit(submit);
            // an amendment counts once the venue confirms it
            case JournalEntry.AmendIntended amend -> {}
            case JournalEntry.CancelIntended cancel -> cancel(cancel);
            case JournalEntry.Decided decided -> decide(decided);
            case JournalEntry.TimerFired fired -> {}
            case JournalEntry.TapeBlockClosed closed -> {}
        }
    }

    private void start(JournalEntry.SessionStarted started) {
        sql.update(SESSION)
                .set(SESSION.STARTED_AT_NANOS, started.timeNanos())
                .where(SESSION.ID.eq(session))
                .execute();
        for (Map.Entry<String, String> property : started.properties().entrySet()) {
            sql.insertInto(SESSION_PROPERTY)
                    .set(SESSION_PROPERTY.SESSION_ID, session)
                    .set(SESSION_PROPERTY.NAME, property.getKey())
                    .set(SESSION_PROPERTY.VALUE, property.getValue())
                    .execute();
        }
    }

    private void command(long timeNanos, Command command) {
        switch (command) {
            case Command.StartBot start -> startBot(timeNanos, start);
            case Command.PauseBot pause -> ask(pause.botId(), "PAUSED");
            case Command.ResumeBot resume -> ask(resume.botId(), "RESUMED");
            case Command.StopBot stop -> ask(stop.botId(), "STOPPED");
            case Command.EditBot edit -> edit.changes().forEach((name, value) -> putParam(edit.botId(), name, value));
            case Command.ActOnBot act -> {}
            case Command.PlaceOrder order -> {}
            case Command.CancelOrder cancel -> {}
            case Command.CancelMine() -> {}
            case Command.Halt halt -> {}
            case Command.LeaveHalt() -> {}
            case Command.ArchiveBot archive -> ask(archive.botId(), "ARCHIVED");
            case Command.RestoreBot restore -> ask(restore.botId(), "STOPPED");
            case Command.AmendOrder amend -> {}
            case Command.StartAlgo algo -> {}
            case Command.CancelAlgo cancel -> {}
            case Command.Transfer transfer -> {}
            case Command.AdjustMargin adjust -> {}
            case Command.Reduce reduce -> {}
            case Command.Flatten flatten -> {}
            case Command.SetRiskRules set -> {}
        }
    }

    private void startBot(long timeNanos, Command.StartBot start) {
        int added = sql.insertInto(BOT)
                .set(BOT.SESSION_ID, session)
                .set(BOT.ID, (long) start.botId())
                .set(BOT.TYPE, start.type())
                .set(BOT.NAME, start.name())
                .set(BOT.INSTRUMENT, (long) start.instrument())
                .set(BOT.CAPITAL_ATOMS, start.capitalAtoms())
                .set(BOT.STARTED_AT_NANOS, timeNanos)
                .set(BOT.ASKED, "STARTED")
                .onDuplicateKeyIgnore()
                .execute();
        if (added > 0) {
            start.params().forEach((name, value) -> putParam(start.botId(), name, value));
        }
    }

    private void putParam(int botId, String name, String value) {
        sql.insertInto(BOT_PARAM, BOT_PARAM.SESSION_ID, BOT_PARAM.BOT_ID, BOT_PARAM.NAME, BOT_PARAM.VALUE)
                .values(session, (long) botId, name, value)
                .onDuplicateKeyUpdate()
                .set(BOT_PARAM.VALUE, value)
                .execute();
    }

    private void ask(int botId, String asked) {
        sql.update(BOT)
                .set(BOT.ASKED, asked)
                .where(BOT.SESSION_ID.eq(session), BOT.ID.eq((long) botId))
                .execute();
    }

    private void submit(JournalEntry.SubmitIntended submit) {
        OrderRequest request = submit.request();
        sql.insertInto(ORDERS)
                .set(ORDERS.SESSION_ID, session)
                .set(ORDERS.CLIENT_ORDER_ID, request.clientOrderId())
                .set(ORDERS.BOT_ID, (long) request.botId())
                .set(ORDERS.INSTRUMENT, (long) request.instrument())
                .set(ORDERS.SIDE, request.side().name())
                .set(ORDERS.TYPE, request.type().name())
                .set(ORDERS.TIME_IN_FORCE, request.timeInForce().name())
                .set(ORDERS.STATE, OrderState.PENDING_NEW.name())
                .set(ORDERS.REFUSAL, "")
                .set(ORDERS.QUANTITY_LOTS, request.quantityLots())
                .set(ORDERS.PRICE_TICKS, request.priceTicks())
                .set(ORDERS.STOP_TICKS, request.stopTicks())
                .set(ORDERS.FILLED_LOTS, 0L)
                .set(ORDERS.TAG, (long) request.tag())
                .set(ORDERS.LINK_ID, request.linkId())
                .set(ORDERS.PLACED_AT_NANOS, submit.timeNanos())
                .set(ORDERS.UPDATED_AT_NANOS, submit.timeNanos())
                .set(ORDERS.JOURNAL_ROW, submit.row())
                .execute();
    }

    private void cancel(JournalEntry.CancelIntended cancel) {
        Record2<String, Long> order = sql.select(ORDERS.STATE, ORDERS.FILLED_LOTS)
                .from(ORDERS)
                .where(ORDERS.SESSION_ID.eq(session), ORDERS.CLIENT_ORDER_ID.eq(cancel.clientOrderId()))
                .fetchOne();
        if (order != null && !OrderState.valueOf(order.value1()).isTerminal()) {
            update(cancel.clientOrderId(), OrderState.CANCEL_PENDING, order.value2(), "", cancel.timeNanos());
        }
    }

    private void report(JournalEntry.ReportReceived received) {
        VenueReport report = received.report();
        if (report.kind() == VenueReport.Kind.FILLED) {
            addFill(received.row(), report);
        }
        Record3<String, Long, Long> order = sql.select(ORDERS.STATE, ORDERS.FILLED_LOTS, ORDERS.QUANTITY_LOTS)
                .from(ORDERS)
                .where(ORDERS.SESSION_ID.eq(session), ORDERS.CLIENT_ORDER_ID.eq(report.clientOrderId()))
                .fetchOne();
        if (order == null) {
            return;
        }
        if (report.kind() == VenueReport.Kind.REPLACED) {
            replaced(report);
        }
        long filled = order.value2() + (report.kind() == VenueReport.Kind.FILLED ? report.quantityLots() : 0);
        OrderState state = after(OrderState.valueOf(order.value1()), report.kind(), filled, order.value3());
        String refusal = report.kind() == VenueReport.Kind.REJECTED ? report.reason().name() : "";
        update(report.clientOrderId(), state, filled, refusal, received.timeNanos());
    }

    private void replaced(VenueReport report) {
        sql.update(ORDERS)
                .set(ORDERS.QUANTITY_LOTS, report.quantityLots())
                .set(ORDERS.PRICE_TICKS, report.priceTicks())
                .set(ORDERS.STOP_TICKS, report.stopTicks())
                .where(ORDERS.SESSION_ID.eq(session), ORDERS.CLIENT_ORDER_ID.eq(report.clientOrderId()))
                .execute();
    }

    private static OrderState after(OrderState before, VenueReport.Kind kind, long filled, long quantity) {
        if (before.isTerminal()) {
            return before;
        }
        OrderState working = filled > 0 ? OrderState.PARTIALLY_FILLED : OrderState.LIVE;
        return switch (kind) {
            case ACCEPTED -> before == OrderState.CANCEL_PENDING ? before : working;
            case REJECTED -> OrderState.REJECTED;
            case FILLED ->
                filled >= quantity
                        ? OrderState.FILLED
                        : before == OrderState.CANCEL_PENDING ? before : OrderState.PARTIALLY_FILLED;
            case CANCELED -> OrderState.CANCELED;
            case CANCEL_REJECTED -> working;
            case EXPIRED -> OrderState.EXPIRED;
            case REPLACED, REPLACE_REJECTED -> working;
            case TIMED_OUT -> OrderState.UNRESOLVED;
            case LIQUIDATED, MARGIN_CALL, FUNDING, TRANSFER, MARGIN_ADJUSTED, WORKING, DONE, UNKNOWN, LINE_LOST, LINE_BACK,
                    STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE, STATEMENT_POSITION, STATEMENT_ENDED,
                    STATEMENT_FAILED ->
                before;
        };
    }

    private void update(long clientOrderId, OrderState state, long filled, String refusal, long timeNanos) {
        sql.update(ORDERS)
                .set(ORDERS.STATE, state.name())
                .set(ORDERS.FILLED_LOTS, filled)
                .set(ORDERS.REFUSAL, refusal)
                .set(ORDERS.UPDATED_AT_NANOS, timeNanos)
                .where(ORDERS.SESSION_ID.eq(session), ORDERS.CLIENT_ORDER_ID.eq(clientOrderId))
                .execute();
    }

    private void addFill(long row, VenueReport report) {
        sql.insertInto(FILL)
                .set(FILL.SESSION_ID, session)
                .set(FILL.JOURNAL_ROW, row)
                .set(FILL.FILL_ID, report.fillId())
                .set(FILL.CLIENT_ORDER_ID, report.clientOrderId())
                .set(FILL.AT_NANOS, report.timeNanos())
                .set(FILL.PRICE_TICKS, report.priceTicks())
                .set(FILL.QUANTITY_LOTS, report.quantityLots())
                .set(FILL.FEE_ATOMS, report.feeAtoms())
                .set(FILL.FEE_ASSET, report.feeAsset().name())
                .set(FILL.MAKER, report.maker() ? 1L : 0L)
                .execute();
    }

    private void decide(JournalEntry.Decided decided) {
        sql.insertInto(DECISION)
                .set(DECISION.SESSION_ID, session)
                .set(DECISION.JOURNAL_ROW, decided.row())
                .set(DECISION.SEQUENCE, decided.sequence())
                .set(DECISION.AT_NANOS, decided.timeNanos())
                .set(DECISION.BOT_ID, (long) decided.bot())
                .set(DECISION.REASON, decided.reason().name())
                .set(DECISION.FIRST_NUMBER, decided.first())
                .set(DECISION.SECOND_NUMBER, decided.second())
                .execute();
    }
}
